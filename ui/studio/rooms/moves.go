package rooms

import (
	"cmp"
	"encoding/json"

	"voicestudio/presets"
	"voicestudio/tts"
)

// moved is what another host or model would make of the work: in a few words
// for its row of a list, and in sentences for the foot.
type moved struct {
	brief string
	whole []string
}

// move asks the table of rules what would change with a host and a model.
func (s *Shared) move(to tts.HostName, model string) moved {
	q := s.Request()
	from := s.Session.Target(!s.Doc().Whole)
	gained, lost := tts.Move(q, from, s.Session.TargetAt(to, from.Stream), model)
	var m moved
	for _, p := range gained {
		what := settingOf(q, p.Field)
		m.whole = append(m.whole, Say.moves.gains(p.Effect, what, p.Message))
		if m.brief == "" {
			m.brief = Say.moves.brief(p.Effect, what)
		}
	}
	if len(gained) > 1 {
		m.brief = Say.moves.andMore(m.brief, len(gained)-1)
	}
	for _, p := range lost {
		m.whole = append(m.whole, Say.moves.loses(p.Effect, settingOf(q, p.Field)))
		if m.brief == "" {
			m.brief = Say.moves.briefLoss(settingOf(q, p.Field))
		}
	}
	if len(gained) > 0 {
		m.whole = append(m.whole, Say.moves.rest)
	}
	if len(m.whole) == 0 {
		m.brief = Say.moves.nothing
	}
	price := s.priceMove(to, cmp.Or(q.Model, tts.DefaultModel), model)
	switch {
	case len(m.whole) == 0 && price == "":
		m.whole = []string{Say.moves.nothing}
	case len(m.whole) == 0:
		m.whole = []string{Say.moves.onlyPrice(price)}
	case price != "":
		m.whole = append(m.whole, price)
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
	switch {
	case field == "text":
		return Say.moves.script
	case field == "model":
		return Say.Form.model
	}
	b, _ := json.Marshal(q.Get(field)) // nil is null, a voice of the blend too
	return presets.Change{Field: field, B: b}.Sentence()
}
