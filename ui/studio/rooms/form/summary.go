package form

import (
	"fmt"
	"math"

	"voicestudio/tts"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
)

// InSound says of a blend from which voices are left out, what sounds, and then
// what does not.
func InSound(d document.Document) string {
	var heard, left []string
	for i, v := range d.Voices {
		if name := rooms.VoiceTitle(v.ID); d.Audible(i) {
			heard = append(heard, fmt.Sprintf("%s %d%%", name, d.Share(i)))
		} else {
			left = append(left, name+" –")
		}
	}
	if len(heard) == 1 {
		heard[0] = Sounds(d)
	}
	return tts.Listed(append(heard, left...)...)
}

// Brief says a control's value in a word or two; empty where it is unset.
func (c Control) Brief(d document.Document) string {
	switch c.Kind {
	case NameControl:
		if len(d.Voices) == 1 {
			return rooms.VoiceTitle(d.Voices[0].ID)
		}
		return ""
	case WeightControl:
		name := rooms.VoiceTitle(d.Voices[c.Index].ID)
		switch {
		case len(d.Voices) < 2:
			return name
		case !d.Audible(c.Index):
			return name + " –"
		}
		return fmt.Sprintf("%s %d%%", name, d.Share(c.Index))
	case SliderControl:
		value, set := c.Number(d)
		switch {
		case !set:
			return ""
		case c.ends[0] != "":
			return c.side(value)
		}
		return c.Label + " " + c.Show(value)
	case ChoiceControl:
		switch chosen := c.Chosen(d); {
		case chosen == 0:
			return ""
		case c.Field.Kind == tts.Switch:
			return c.Label + " " + c.Titles(d)[chosen]
		default:
			return tts.Clean(c.Titles(d)[chosen]) + c.unit
		}
	case EntryControl:
		return c.Label
	case AddControl, AddWordControl:
	}
	return ""
}

// side says a value between two ends by the end that it goes to: "deep 20".
func (c Control) side(value float64) string {
	switch {
	case value < 0:
		return c.ends[0] + fmt.Sprintf(" %g", math.Abs(value))
	case value > 0:
		return c.ends[1] + fmt.Sprintf(" %g", value)
	}
	return c.Deed() + " 0"
}
