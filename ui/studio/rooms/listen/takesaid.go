package listen

import (
	"fmt"
	"strings"

	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// told is one of the things that a line says of a take: what it is of, which may
// be cut, between what is of no use unless all of it is there.
type told struct {
	lead, name, rest string
	blended          bool // with the one before, so that it belongs to it
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
			if t.blended {
				said[len(said)-1] += " + " + t.whole()
			} else {
				said = append(said, t.whole())
			}
		}
		if n < len(all) {
			said = append(said, "…")
		}
		line := rooms.Say.Screen.List(said)
		if over := paint.Width(line) - w; over > 0 && n == 1 {
			said[0] = all[0].cut(max(1, paint.Width(said[0])-over))
			return rooms.Say.Screen.List(said)
		} else if over <= 0 {
			return line
		}
	}
	return ""
}

// described tells a take by itself: who speaks, and what is set.
func described(t takes.Take) (all []told) {
	voices := t.Request.Voices()
	for i, v := range voices {
		it := told{name: rooms.VoiceTitle(v.VoiceID), blended: i > 0}
		if len(voices) > 1 {
			it.rest = fmt.Sprintf(" %d", v.Weight)
		}
		all = append(all, it)
	}
	return append(all, inShort(settingDifferences(tts.Request{}, t.Request))...)
}

// inShort says what became of things.
func inShort(all []difference) (said []told) {
	for _, d := range all {
		if d.said == "" {
			continue
		}
		if lead, rest, named := strings.Cut(d.said, d.name); named {
			said = append(said, told{lead: lead, name: d.name, rest: rest})
		} else {
			said = append(said, told{rest: d.said})
		}
	}
	return said
}

// inFull says both values of a thing.
func (d difference) inFull() told {
	if rest, named := strings.CutPrefix(d.both, d.name); named {
		return told{name: d.name, rest: rest}
	}
	return told{rest: d.both}
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
