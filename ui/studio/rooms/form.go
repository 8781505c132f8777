package rooms

import (
	"fmt"
	"slices"
	"strings"

	"voicestudio/tts"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/paint"
)

// Form is a panel of controls: Voice, Blend or Effects.
type Form struct {
	paint.List
	drawn paint.Memo
}

// view is everything that a form's drawing depends on.
type view struct {
	doc     document.Document
	saved   document.Document // as the preset has it
	heard   document.Document // as the take that sounds was made
	focused bool
	room    density
	typed   *entry // nil where nothing is
	blocked func(path, value string) *tts.Problem
	theme   paint.Theme
}

const labelWidth = 9

// density is how much room the choices of a form have.
type density int

const (
	roomy density = iota // every option in sight, on several lines
	tight                // one line, around the chosen option
)

// rows is how many lines the controls take at a width.
func rows(controls []control, d document.Document, w int, room density) (n int) {
	for _, c := range controls {
		n += c.height(d, w, room)
	}
	return n
}

func (c control) height(d document.Document, w int, room density) int {
	switch c.Kind {
	case ChoiceControl:
		return len(c.chips(d, w, room))
	case WeightControl:
		return 2
	default:
		return 1
	}
}

// chips sets a choice's options in lines of w cells, after the label.
func (c control) chips(d document.Document, w int, room density) (lines [][]paint.Chip) {
	options := c.options(d)
	widths := make([]int, len(options))
	for i, name := range options {
		widths[i] = min(paint.Width(optionTitle(name)), max(1, w-labelWidth-1))
	}
	first := 0
	if room == tight {
		first = window(widths, c.chosen(d), w-labelWidth-1)
	}
	x := w
	for i := first; i < len(widths); i++ {
		if x+widths[i] > w {
			if room == tight && len(lines) == 1 {
				break
			}
			lines = append(lines, nil)
			x = labelWidth + 1
		}
		lines[len(lines)-1] = append(lines[len(lines)-1], paint.Chip{Option: i, X: x, W: widths[i]})
		x += widths[i] + 2
	}
	return lines
}

// window is the first option to draw so that the chosen one, and one after it
// if there is any, is in sight.
func window(widths []int, chosen, room int) (first int) {
	last := min(chosen+1, len(widths)-1)
	used := -2
	for first = last; first >= 0; first-- {
		if used += widths[first] + 2; used > room {
			break
		}
	}
	return min(first+1, chosen)
}

func optionTitle(name string) string {
	if title, found := Say.options[name]; found {
		return title
	}
	return name
}

// Track is where a slider's line begins and how long it is.
func (c control) Track(w int) (x, length int) {
	right := 8
	switch {
	case c.Kind == WeightControl:
		return 2, w - 2 - 10
	case c.ends[0] != "":
		right = 12
	}
	return labelWidth + 1, max(4, w-labelWidth-1-right)
}

// draw draws the rows that are in sight in h lines of w cells.
func (f *Form) draw(controls []control, v view, w, h int) (lines []string) {
	f.Fit(len(controls), h, func(row int) int { return controls[row].height(v.doc, w, v.room) })
	for i, c := range controls {
		lines = append(lines, f.control(c, i, v, w)...)
	}
	from, to := f.Sight()
	return lines[from:to]
}

// control draws one row. The mark before the label says what changed: a dot
// against the take that was heard, an asterisk against the preset.
func (f *Form) control(c control, i int, v view, w int) []string {
	t := v.theme
	here := v.focused && i == f.Cursor()
	mark := " "
	switch {
	case c.differs(v.doc, v.heard):
		mark = t.Warning.Render("•")
	case c.differs(v.doc, v.saved):
		mark = t.Warning.Render("*")
	}
	label := t.Dim.Render(c.Label)
	if here {
		label = t.Accent.Bold(true).Render("▸" + c.Label)
		if c.Kind == AddControl {
			label = t.Accent.Bold(true).Render("▸ " + c.Label)
		}
	}
	head := paint.Fit(label, labelWidth) + mark
	switch c.Kind {
	case NameControl:
		return []string{head + f.name(v, w-labelWidth-1)}
	case ChoiceControl:
		return f.choice(c, v, head, w)
	case WeightControl:
		return f.weight(c, i, v, here, mark, w)
	case AddControl:
		room := tts.MaxVoices - len(v.doc.Voices)
		if !here {
			label = t.Dim.Render("+ " + c.Label)
		}
		return []string{paint.Sides(label, t.Dim.Render(Say.Form.room(room)), w)}
	case SliderControl:
	}
	value, set := c.number(v.doc)
	shown := f.value(c, i, v, value, set)
	_, length := c.Track(w)
	room := 6 // of the number; a longer one takes it from the slider
	if c.ends[0] != "" {
		room = 4
	}
	length -= max(0, paint.Width(shown)-room)
	line := head + t.Slider(c.Position(value), length, set, here)
	if c.ends[0] != "" {
		left := t.Dim.Render(paint.Fit(c.ends[0], labelWidth))
		if here {
			left = t.Accent.Bold(true).Render(paint.Fit("▸"+c.ends[0], labelWidth))
		}
		line = left + mark + t.Slider(c.Position(value), length, set, here) + t.Dim.Render(" "+paint.Fit(c.ends[1], 6))
	}
	return []string{line + paint.FitLeft(shown, w-paint.Width(line))}
}

func (f *Form) value(c control, i int, v view, value float64, set bool) string {
	switch {
	case v.typed != nil && v.typed.row == i:
		return v.theme.Accent.Under().Render(v.typed.text + "▏")
	case !set:
		return v.theme.Dim.Render(c.Show(value))
	case c.strange(value):
		return v.theme.Failure.Render("!" + c.Show(value))
	}
	return v.theme.Strong.Render(c.Show(value))
}

// name draws the voice, or the blend's voices.
func (f *Form) name(v view, w int) string {
	switch len(v.doc.Voices) {
	case 0:
		return v.theme.Warning.Render(Say.Form.none)
	case 1:
		id := v.doc.Voices[0].ID
		return paint.Sides(v.theme.Strong.Render(voiceTitle(id)), v.theme.Dim.Render(voiceKind(id)), w)
	}
	names := make([]string, len(v.doc.Voices))
	for i, voice := range v.doc.Voices {
		names[i] = voiceTitle(voice.ID)
	}
	return paint.Fit(v.theme.Strong.Render(strings.Join(names, " + ")), w)
}

func (f *Form) choice(c control, v view, head string, w int) []string {
	chosen, options := c.chosen(v.doc), c.options(v.doc)
	var lines []string
	for n, chips := range c.chips(v.doc, w, v.room) {
		line := head
		if n > 0 {
			line = paint.Blanks(labelWidth + 1)
		}
		for k, chip := range chips {
			if k > 0 {
				line += "  "
			}
			name := options[chip.Option]
			title := paint.Cut(paint.Clean(optionTitle(name)), chip.W)
			switch {
			case chip.Option == chosen:
				line += v.theme.Marked.Render(title)
			case chip.Option > 0 && v.blocked(c.Field.Path, name) != nil:
				line += v.theme.Border.Struck().Render(title)
			default:
				line += v.theme.Dim.Render(title)
			}
		}
		if last := chips[len(chips)-1]; v.room == tight && last.Option < len(options)-1 && last.X+last.W+2 <= w {
			line += v.theme.Dim.Render(" …")
		}
		lines = append(lines, line)
	}
	return lines
}

// weight draws a voice of the blend: its name, then its slider and its share.
func (f *Form) weight(c control, i int, v view, here bool, mark string, w int) []string {
	t, voice := v.theme, v.doc.Voices[c.index]
	name := t.Text.Render(voiceTitle(voice.ID))
	if here {
		name = t.Accent.Bold(true).Render("▸" + voiceTitle(voice.ID))
	}
	state := t.Dim.Render(voiceKind(voice.ID))
	switch {
	case voice.Solo:
		state = t.Warning.Render(Say.Form.solo)
	case voice.Muted:
		state = t.Warning.Render(Say.Form.muted)
	}
	value, set := c.number(v.doc)
	if !set {
		return []string{paint.Sides(name+mark, state, w), t.Dim.Render("  " + Say.Form.alone)}
	}
	shown, share := f.value(c, i, v, value, true), fmt.Sprintf("%4d%%", v.doc.Share(c.index))
	_, length := c.Track(w)
	line := "  " + t.Slider(c.Position(value), length-max(0, paint.Width(shown)-9), v.doc.Audible(c.index), here)
	if paint.Width(shown) > 5 { // nothing is as important as a number that cannot be
		return []string{paint.Sides(name+mark, state, w), line + paint.FitLeft(shown, w-paint.Width(line))}
	}
	return []string{paint.Sides(name+mark, state, w), line + paint.FitLeft(shown, 5) + t.Dim.Render(share)}
}

// ChipAt finds the option of a choice under a cell.
func (c control) ChipAt(d document.Document, line, x, w int, room density) (option int, found bool) {
	lines := c.chips(d, w, room)
	if line >= len(lines) {
		return 0, false
	}
	i := slices.IndexFunc(lines[line], func(chip paint.Chip) bool { return x >= chip.X-1 && x <= chip.X+chip.W })
	if i < 0 {
		return 0, false
	}
	return lines[line][i].Option, true
}
