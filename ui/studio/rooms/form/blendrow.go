package form

import (
	"fmt"

	"voicestudio/tts"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// BlendControls has a row for each voice, and one to add another.
func BlendControls(d document.Document) []Control {
	var rows []Control
	names := 0
	for _, v := range d.Voices {
		names = max(names, 1+paint.Width(rooms.VoiceTitle(v.ID)))
	}
	for i := range d.Voices {
		rows = append(rows, Control{Kind: WeightControl, Label: Say.weight, Index: i, names: names, Scale: linear, Field: tts.Field{
			Path: fmt.Sprintf("timbre_weights[%d].weight", i), Kind: tts.Whole, Min: 1, Max: 100, Step: 1, Default: "100"}})
	}
	if len(d.Voices) < tts.MaxVoices {
		rows = append(rows, Control{Kind: AddControl, Label: Say.add})
	}
	return rows
}

// Behind the name and the mark of what is particular, a voice's row has the
// signs of mute, solo and lock with a gap, the slider, and its numbers.
const (
	weightSigns   = 4
	weightNumbers = 9
	leastVoice    = 14 // a name may have as much at any width: most are whole
)

// nameWidth is how much of a line of w cells a voice's name takes: as the longest
// of the blend needs, within bounds.
func (c Control) nameWidth(w int) int { return max(labels, min(c.names, max(leastVoice, w*3/8))) }

// sign is a mark on a voice's row, which is a button as well: the key that does
// the same, or the letter where that has no room.
type sign struct {
	letter  string
	command string
	set     func(document.Voice) bool
}

var signs = []sign{
	{"m", "mute", func(v document.Voice) bool { return v.Muted }},
	{"s", "solo", func(v document.Voice) bool { return v.Solo }},
	{"o", "lock", func(v document.Voice) bool { return v.Locked }},
}

// shown is the sign in its one cell.
func (s sign) shown(i int) string {
	if key := Say.signs[i]; paint.Width(key) == 1 {
		return key
	}
	return s.letter
}

// SignAt is the command of the sign under a cell of a voice's row; empty beside
// them.
func (c Control) SignAt(d document.Document, x, w int) (command string) {
	i := x - c.nameWidth(w) - 1
	if c.Kind != WeightControl || len(d.Voices) < 2 || i < 0 || i >= len(signs) {
		return ""
	}
	return signs[i].command
}

// NamedAt reports whether a cell of a voice's row has its name, which chooses
// another; a voice alone has nothing else.
func (c Control) NamedAt(d document.Document, x, w int) bool {
	return c.Kind == WeightControl && (x < c.nameWidth(w) || len(d.Voices) < 2)
}

// weight draws a voice of the blend on one line; alone it needs no weight.
func (f *Form) weight(c Control, i int, v View, here bool, mark string, w int) []string {
	t, voice := v.Theme, v.Doc.Voices[c.Index]
	wide := c.nameWidth(w)
	value, set := c.Number(v.Doc)
	if !set {
		wide = w - 1
	}
	name := t.Text.Render(paint.Cut(rooms.VoiceTitle(voice.ID), wide))
	if here {
		name = t.Accent.Bold(true).Render(paint.Cut("▸"+rooms.VoiceTitle(voice.ID), wide))
	}
	if !set {
		return []string{paint.Sides(name+mark, t.Dim.Render(voiceKind(voice.ID)), w)}
	}
	if v.Typed != nil && v.Typed.Row == i {
		c.Label = rooms.VoiceTitle(voice.ID)
		return []string{f.typed(c, v, w)}
	}
	line := paint.Fit(name, wide) + mark
	for i, s := range signs {
		switch {
		case s.set(voice):
			line += t.Warning.Render(s.shown(i))
		case here:
			line += t.Dim.Render("·")
		default:
			line += " "
		}
	}
	share := t.Dim.Render("   –")
	if v.Doc.Audible(c.Index) {
		share = t.Text.Render(fmt.Sprintf("%3d%%", v.Doc.Share(c.Index)))
	}
	shown := f.value(c, value, true, v)
	_, length := c.Track(w)
	line += " " + t.Slider(c.Position(value), c.origin(), length-max(0, paint.Width(shown)-weightNumbers), v.Doc.Audible(c.Index), here)
	if paint.Width(shown) > 4 { // nothing is as important as a number that cannot be
		return []string{line + paint.FitLeft(shown, w-paint.Width(line))}
	}
	return []string{line + paint.FitLeft(shown, 4) + " " + share}
}

// Sounds says which voices of a blend sound: how many, or which one alone.
func Sounds(d document.Document) string {
	n, one := 0, 0
	for i := range d.Voices {
		if d.Audible(i) {
			n, one = n+1, i
		}
	}
	if n == 1 {
		return Say.onlySounds(paint.Cut(rooms.VoiceTitle(d.Voices[one].ID), 14))
	}
	return Say.sound(n, len(d.Voices))
}
