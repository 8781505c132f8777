package dialog

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/paint"
)

// Span is a stretch of time in milliseconds, by name.
type Span struct {
	Name     string
	From, To int64
}

// Timing shows stretches of time below each other on one scale.
type Timing struct {
	title, foot string
	spans       []Span
}

// NewTiming shows spans, the last of which ends last.
func NewTiming(title, foot string, spans []Span) *Timing { return &Timing{title, foot, spans} }

// Type does nothing: enter and esc close it.
func (d *Timing) Type(tea.Msg) Action { return nil }

// Accept closes it.
func (d *Timing) Accept() Action { return Chosen{} }

// Click does nothing.
func (d *Timing) Click(int, int, bool) Action { return nil }

// Wheel does nothing.
func (d *Timing) Wheel(int) {}

// Draw draws the box.
func (d *Timing) Draw(t paint.Theme, w, _ int) (string, *tea.Cursor) {
	wide := min(w-4, 78)
	inner := wide - 4
	name, last := 0, int64(1)
	for _, s := range d.spans {
		name, last = max(name, paint.Width(s.Name)), max(last, s.To)
	}
	figure := paint.Width(say.timing.ms(last))
	room := max(8, inner-name-figure-3)
	lines := []string{""}
	for _, s := range d.spans {
		took := say.timing.ms(s.To)
		lines = append(lines, paint.Fit(s.Name, name)+"  "+bar(t, s, last, room)+" "+paint.Blanks(figure-paint.Width(took))+t.Strong.Render(took))
	}
	lines = append(lines, "")
	lines = append(lines, paint.Wrapped(d.foot, inner, 3, t.Dim.Render)...)
	return t.Frame(d.title, say.escCloses, true, wide, len(lines)+2, lines), nil
}

// bar is a stretch on a scale of so many cells, at least one of them.
func bar(t paint.Theme, s Span, last int64, cells int) string {
	from := int(s.From * int64(cells) / last)
	from = min(from, cells-1)
	length := max(1, int(s.To*int64(cells)/last)-from)
	return paint.Blanks(from) + t.Accent.Render(paint.Repeat("━", length)) + paint.Blanks(cells-from-length)
}
