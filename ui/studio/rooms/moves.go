package rooms

import (
	"cmp"
	"encoding/json"
	"slices"

	"voicestudio/presets"
	"voicestudio/tts"
)

// moved is what another host or model would make of the work: in a few words
// for its row of a list, and in sentences for the foot.
type moved struct {
	Brief string
	Whole []string
}

// MoveTo asks the table of rules what would change with a host and a model.
func (s *Shared) MoveTo(to tts.HostName, model string) moved {
	q := s.Request()
	from := s.Session.Target(!s.Doc().Whole)
	gained, lost := tts.Move(q, from, s.Session.TargetAt(to, from.Stream), model)
	var m moved
	for _, p := range gained {
		what := settingOf(q, p.Field)
		m.Whole = append(m.Whole, Say.moves.gains(p.Effect, what, p.Message))
		if m.Brief == "" {
			m.Brief = Say.moves.brief(p.Effect, what)
		}
	}
	if len(gained) > 1 {
		m.Brief = Say.moves.andMore(m.Brief, len(gained)-1)
	}
	for _, p := range lost {
		if slices.ContainsFunc(gained, func(q tts.Problem) bool { return q.Field == p.Field }) {
			continue // what becomes of it is said already
		}
		m.Whole = append(m.Whole, Say.moves.loses(p.Effect, settingOf(q, p.Field)))
		if m.Brief == "" {
			m.Brief = Say.moves.briefLoss(settingOf(q, p.Field))
		}
	}
	if len(gained) > 0 {
		m.Whole = append(m.Whole, Say.moves.rest)
	}
	if len(m.Whole) == 0 {
		m.Brief = Say.moves.nothing
	}
	price := s.priceMove(to, cmp.Or(q.Model, tts.DefaultModel), model)
	switch {
	case len(m.Whole) == 0 && price == "":
		m.Whole = []string{Say.moves.nothing}
	case len(m.Whole) == 0:
		m.Whole = []string{Say.moves.onlyPrice(price)}
	case price != "":
		m.Whole = append(m.Whole, price)
	}
	return m
}

// priceMove says what would become of the price; empty where it stays.
func (s *Shared) priceMove(to tts.HostName, was, model string) string {
	if to == tts.Sandbox {
		if s.Session.Host() == tts.Sandbox {
			return ""
		}
		return Say.moves.free
	}
	now, nowKnown := tts.PriceOf(to, cmp.Or(model, was))
	before, beforeKnown := tts.PriceOf(s.Session.Host(), was)
	switch {
	case !nowKnown && to == s.Session.Host() && !beforeKnown:
		return ""
	case !nowKnown:
		return Say.moves.priceUnknown
	case beforeKnown && before.Million == now.Million:
		return ""
	case beforeKnown && before.Million.Currency == now.Million.Currency:
		return Say.moves.times(now.Million.Amount / before.Million.Amount)
	}
	return Say.moves.costs(now.Of(10000).String())
}

// settingOf names a setting with its value: "emotion whisper".
func settingOf(q tts.Request, field string) string {
	switch field {
	case "text":
		return Say.moves.script
	case "model":
		return Say.moves.model
	}
	b, _ := json.Marshal(q.Get(field)) // nil is null, a voice of the blend too
	return presets.Sentences([]presets.Change{{Field: field, B: b}})[0]
}
