package listen

import (
	"strings"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/studio/paint"
)

// told is one of the things that a line says of a take: what it is of, which may
// be cut, between what is of no use unless all of it is there.
type told struct {
	lead, name, rest string
}

func (t told) whole() string { return t.lead + t.name + t.rest }

// cut is it in w cells: by its name as far as that goes, then by what it was.
func (t told) cut(w int) string {
	const legible = 3
	for paint.Width(t.whole()) > w {
		if room := w - paint.Width(t.lead+t.rest); t.name != "" && room >= min(legible, paint.Width(t.name)) {
			return t.lead + paint.Cut(t.name, room) + t.rest
		}
		i := strings.LastIndex(t.rest, " → ")
		if i <= 0 {
			return paint.Cut(t.whole(), w)
		}
		if t.rest = t.rest[i:]; t.name == "" {
			t.rest = strings.TrimPrefix(t.rest, " ")
		}
	}
	return t.whole()
}

// toldIn says things in w cells: as many as there are room for whole, and that
// there are more.
func toldIn(all []told, w int) string {
	for n := len(all); n > 0; n-- {
		var said []string
		for _, t := range all[:n] {
			said = append(said, t.whole())
		}
		if n < len(all) {
			said = append(said, "…")
		}
		line := tts.Listed(said...)
		if over := paint.Width(line) - w; over > 0 && n == 1 {
			said[0] = all[0].cut(max(1, paint.Width(said[0])-over))
			return tts.Listed(said...)
		} else if over <= 0 {
			return line
		}
	}
	return ""
}

// described tells a take by itself: who speaks, and what is set.
func described(t takes.Take) []told { return inShort(settings(tts.Request{}, t.Request)) }

// inShort says what became of things.
func inShort(all []presets.Difference) (said []told) {
	for _, d := range all {
		if d.Short != "" {
			said = append(said, about(d.Name, d.Short))
		}
	}
	return said
}

// about is a sentence about a thing by its name.
func about(name, sentence string) told {
	if lead, rest, named := strings.Cut(sentence, name); named && name != "" {
		return told{lead: lead, name: name, rest: rest}
	}
	return told{rest: sentence}
}

// changedFrom is what is different from the take before it; nil where there is
// none.
func (r *takeRow) changedFrom(before *takeRow) []told {
	var from string
	if before != nil {
		from = before.ID
	}
	if r.change == nil || r.from != from {
		r.from, r.change = from, described(r.Take)
		if before != nil {
			r.change = inShort(differences(before.Take, r.Take))
		}
		if len(r.change) == 0 {
			r.change = []told{{rest: Say.Takes.same}}
		}
	}
	return r.change
}
