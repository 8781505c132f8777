package form

import (
	"fmt"
	"strings"

	"voicestudio/tts"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// Form is a panel of controls, one of FormPanels.
type Form struct {
	paint.List
	Drawn paint.Memo
	Cut   bool // rows are out of sight
}

// View is everything that a form's drawing depends on.
type View struct {
	Doc     document.Document
	Saved   document.Document // as the preset has it
	Heard   document.Document // as the take that sounds was made
	Focused bool
	Room    rooms.Density
	Typed   *Entry // nil where nothing is
	// blocked and obstacle say why an option, or a field's value, is refused here.
	Blocked  func(c Control, option int) *tts.Problem
	Obstacle func(path string, value any) *tts.Problem
	Theme    paint.Theme
}

// refused reports a value that is set and that this host does not take.
func (v View) refused(c Control) bool {
	switch c.Kind {
	case ChoiceControl:
		return v.Blocked(c, c.Chosen(v.Doc)) != nil
	case SliderControl:
		value := v.Doc.Settings.Get(c.Field.Path)
		return value != nil && v.Obstacle(c.Field.Path, value) != nil
	default:
		return false
	}
}

// nothing reports a choice of which this host takes nothing.
func (v View) nothing(c Control) bool {
	for i := 1; i < len(c.Options(v.Doc)); i++ {
		if v.Blocked(c, i) == nil {
			return false
		}
	}
	return true
}

// Rows is how many lines the controls take at a width.
func Rows(controls []Control, d document.Document, w int, room rooms.Density) (n int) {
	for _, c := range controls {
		n += c.height(d, w, room)
	}
	return n
}

func (c Control) height(d document.Document, w int, room rooms.Density) int {
	switch {
	case c.Cell == RightHalf:
		return 0 // it stands on the line of the one before
	case c.Kind == ChoiceControl:
		return len(c.chips(d, w, room))
	}
	return 1
}

// Place is where a control stands in a line of w cells.
func (c Control) Place(w int) (x, width int) {
	half := w/2 + 1 // its values are the longer ones
	switch c.Cell {
	case LeftHalf:
		return 0, half
	case RightHalf:
		return half, w - half
	case WholeLine:
	}
	return 0, w
}

// ControlAt finds the control under a cell of the form, and which of its lines
// that is.
func (f *Form) ControlAt(controls []Control, x, y, w int) (row, line int, found bool) {
	row, line, found = f.At(y)
	if !found || row >= len(controls) {
		return 0, 0, false
	}
	if row+1 < len(controls) && controls[row+1].Cell == RightHalf {
		if from, _ := controls[row+1].Place(w); x >= from {
			row++
		}
	}
	return row, line, true
}

// numberRoom is how many cells the number beside a slider has: the same for all, so
// that they end below each other and stay as long whatever their values are.
func numberRoom() int { return max(6, paint.Width("−12"+Say.semitones)) }

// Track is where a slider's line begins and how long it is.
func (c Control) Track(w int) (x, length int) {
	right := max(8, 1+numberRoom())
	switch {
	case c.Kind == WeightControl:
		x = c.nameWidth(w) + 1 + weightSigns
		return x, max(4, w-x-weightNumbers)
	case c.ends[0] != "":
		right = 6 + ends
	}
	return labels + 1, max(4, w-labels-1-right)
}

// Draw draws the rows that are in sight in h lines of w cells.
func (f *Form) Draw(controls []Control, v View, w, h int) (lines []string) {
	f.Fit(len(controls), h, func(row int) int { return controls[row].height(v.Doc, w, v.Room) })
	for i, c := range controls {
		x, width := c.Place(w)
		drawn := f.control(c, i, v, width)
		if c.Cell == RightHalf {
			last := len(lines) - 1
			lines[last] = paint.Fit(lines[last], x) + drawn[0]
			continue
		}
		lines = append(lines, drawn...)
	}
	from, to := f.Sight()
	f.Cut = to-from < len(lines)
	return lines[from:to]
}

// control draws one row. The mark after the label says what is particular: a
// value that this host refuses, a dot for one that was not heard yet, an
// asterisk for one that the preset does not have.
func (f *Form) control(c Control, i int, v View, w int) []string {
	t := v.Theme
	here := v.Focused && i == f.Cursor()
	mark := " "
	switch {
	case v.refused(c):
		mark = t.Failure.Render("!")
	case c.differs(v.Doc, v.Heard):
		mark = t.Warning.Render("•")
	case c.differs(v.Doc, v.Saved):
		mark = t.Warning.Render("*")
	}
	label := t.Dim.Render(c.Label)
	if c.Cell != WholeLine && v.nothing(c) {
		label = t.Dim.Struck().Render(c.Label)
	}
	if here {
		label = t.Accent.Bold(true).Render("▸" + c.Label)
		if c.Kind == AddControl || c.Kind == AddWordControl {
			label = t.Accent.Bold(true).Render("▸ " + c.Label)
		}
	}
	head := paint.Fit(label, labels) + mark
	switch c.Kind {
	case NameControl:
		return []string{head + f.name(v, w-labels-1)}
	case ChoiceControl:
		return f.choice(c, v, head, w)
	case WeightControl:
		return f.weight(c, i, v, here, mark, w)
	case EntryControl:
		return []string{f.drawEntry(c, v, here, mark, w)}
	case AddWordControl:
		if !here {
			label = t.Dim.Render("+ " + c.Label)
		}
		return []string{label}
	case AddControl:
		room := tts.MaxVoices - len(v.Doc.Voices)
		if !here {
			label = t.Dim.Render("+ " + c.Label)
		}
		return []string{paint.Sides(label, t.Dim.Render(Say.room(room)), w)}
	case SliderControl:
	}
	if v.Typed != nil && v.Typed.Row == i {
		return []string{f.typed(c, v, w)}
	}
	value, set := c.Number(v.Doc)
	shown := f.value(c, value, set, v)
	_, length := c.Track(w)
	room := numberRoom() // a longer number takes it from the slider
	if c.ends[0] != "" {
		room = 4
	}
	length -= max(0, paint.Width(shown)-room)
	line := head + t.Slider(c.Position(value), c.origin(), length, set, here)
	if c.ends[0] != "" {
		left := t.Dim.Render(paint.Fit(c.ends[0], labels))
		if here {
			left = t.Accent.Bold(true).Render(paint.Fit("▸"+c.ends[0], labels))
		}
		line = left + mark + t.Slider(c.Position(value), c.origin(), length, set, here) + t.Dim.Render(" "+paint.Fit(c.ends[1], ends))
	}
	return []string{line + paint.FitLeft(shown, w-paint.Width(line))}
}

// typed draws a row whose value is being typed: the value, and what ends that,
// at the cost of the label.
func (f *Form) typed(c Control, v View, w int) string {
	t := v.Theme
	value := " " + t.Accent.Under().Render(v.Typed.Text+"▏")
	hint := " " + paint.Cut(Say.Typing, w-paint.Width(value)-1)
	label := paint.Cut("▸"+c.Deed(), max(0, w-paint.Width(value)-paint.Width(hint)))
	left := t.Accent.Bold(true).Render(label) + value
	return left + t.Dim.Render(paint.FitLeft(hint, w-paint.Width(left)))
}

func (f *Form) value(c Control, value float64, set bool, v View) string {
	switch {
	case !set:
		return v.Theme.Dim.Render(c.Show(value))
	case c.strange(value):
		return v.Theme.Failure.Render("!" + c.Show(value))
	}
	return v.Theme.Strong.Render(c.Show(value))
}

// name draws the voice, or the blend's voices.
func (f *Form) name(v View, w int) string {
	switch len(v.Doc.Voices) {
	case 0:
		return v.Theme.Warning.Render(Say.none)
	case 1:
		id := v.Doc.Voices[0].ID
		return paint.Sides(v.Theme.Strong.Render(rooms.VoiceTitle(id)), v.Theme.Dim.Render(voiceKind(id)), w)
	}
	names := make([]string, len(v.Doc.Voices))
	for i, voice := range v.Doc.Voices {
		names[i] = rooms.VoiceTitle(voice.ID)
	}
	said := strings.Join(names, " + ")
	for n := len(names) - 1; n > 0 && paint.Width(said) > w; n-- { // whole names, and how many there are beside them
		said = fmt.Sprintf("%s +%d", strings.Join(names[:n], " + "), len(names)-n)
	}
	return paint.Fit(v.Theme.Strong.Render(said), w)
}
