package rooms

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"voicestudio/tts"
	"voicestudio/ui/studio/document"
)

// summary is what a folded form still says: everything that is set in it.
func (r *Forms) summary(p Panel) string {
	if all := r.Doc().Voices; p == BlendPanel && slices.ContainsFunc(all, func(v document.Voice) bool { return v.Muted || v.Solo }) {
		return inSound(r.Doc())
	}
	var set []string
	for _, c := range r.Controls(p) {
		if said := c.brief(r.Doc()); said != "" {
			set = append(set, said)
		}
	}
	if words := len(r.Doc().Settings.PronunciationDict.Tone); p == PronunciationPanel && words > 0 {
		return Say.Form.words(words) + ": " + strings.Join(set, ", ")
	}
	if len(set) == 0 {
		return Say.Form.nothing[p]
	}
	return strings.Join(set, ", ")
}

// inSound says of a blend from which voices are left out, what sounds, and then
// what does not.
func inSound(d document.Document) string {
	var heard, left []string
	for i, v := range d.Voices {
		if name := voiceTitle(v.ID); d.Audible(i) {
			heard = append(heard, fmt.Sprintf("%s %d%%", name, d.Share(i)))
		} else {
			left = append(left, name+" –")
		}
	}
	if len(heard) == 1 {
		heard[0] = sounds(d)
	}
	return strings.Join(append(heard, left...), ", ")
}

// brief says a control's value in a word or two; empty where it is unset.
func (c control) brief(d document.Document) string {
	switch c.Kind {
	case NameControl:
		if len(d.Voices) == 1 {
			return voiceTitle(d.Voices[0].ID)
		}
		return ""
	case WeightControl:
		name := voiceTitle(d.Voices[c.index].ID)
		switch {
		case len(d.Voices) < 2:
			return name
		case !d.Audible(c.index):
			return name + " –"
		}
		return fmt.Sprintf("%s %d%%", name, d.Share(c.index))
	case SliderControl:
		value, set := c.number(d)
		switch {
		case !set:
			return ""
		case c.ends[0] != "":
			return c.side(value)
		}
		return c.Label + " " + c.Show(value)
	case ChoiceControl:
		switch chosen := c.chosen(d); {
		case chosen == 0:
			return ""
		case c.Field.Kind == tts.Switch:
			return c.Label + " " + c.titles(d)[chosen]
		default:
			return tts.Clean(c.titles(d)[chosen]) + c.unit
		}
	case EntryControl:
		return c.Label
	case AddControl, AddWordControl:
	}
	return ""
}

// side says a value between two ends by the end that it goes to: "deep 20".
func (c control) side(value float64) string {
	switch {
	case value < 0:
		return c.ends[0] + fmt.Sprintf(" %g", math.Abs(value))
	case value > 0:
		return c.ends[1] + fmt.Sprintf(" %g", value)
	}
	return c.Deed() + " 0"
}
