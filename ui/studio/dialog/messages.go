package dialog

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/paint"
)

// Messages lists what went wrong in this session, the newest first, with
// everything that is known of the one under the cursor.
type Messages struct {
	paint.List
	all  []Message
	foot hint
	tall int // the lines of the longest detail that was drawn
}

// NewMessages lists messages, the newest first.
func NewMessages(all []Message) *Messages {
	d := &Messages{all: all}
	d.Count(len(all))
	return d
}

// Current is the message under the cursor; there is always one.
func (d *Messages) Current() Message { return d.all[d.Cursor()] }

// Type does nothing: no letter is a text here.
func (d *Messages) Type(tea.Msg) Action { return nil }

// Accept closes it.
func (d *Messages) Accept() Action { return Chosen{} }

const messagesTop = 1 // the line of the box that the first message has

// Click puts the cursor on a message; a key in the foot is pressed.
func (d *Messages) Click(x, y int, double bool) Action {
	if row, _, found := d.At(y - messagesTop); found {
		d.To(row)
		return nil
	}
	return d.foot.at(x, y)
}

// Wheel moves the cursor.
func (d *Messages) Wheel(lines int) { d.Move(lines) }

// Draw draws the box.
func (d *Messages) Draw(t paint.Theme, w, h int) (string, *tea.Cursor) {
	wide := min(w-4, 100)
	inner := wide - 4
	detail := d.detail(t, inner, max(3, h/2-4))
	d.tall = max(d.tall, len(detail))
	detail = append(detail, make([]string, d.tall-len(detail))...)
	d.Fit(len(d.all), max(1, min(len(d.all), h-8-len(detail))), nil)
	var lines []string
	from, to := d.Sight()
	for i := from; i < to; i++ {
		lines = append(lines, paint.Fit(d.line(t, i), inner))
	}
	lines = append(append(lines, t.Rule(inner)), detail...)
	lines = append(lines, t.Rule(inner))
	lines = append(lines, d.foot.draw(say.messages.hint, inner, 2, len(lines)+1, t.Dim)...)
	return t.Scrolled(t.Frame(say.messages.title, say.escCloses, true, wide, len(lines)+2, lines), &d.List, messagesTop, true, wide), nil
}

func (d *Messages) line(t paint.Theme, i int) string {
	m := d.all[i]
	mark, style := t.Row(i == d.Cursor())
	sign := t.Warning.Render("! ")
	if m.Failure {
		sign = t.Failure.Render("✗ ")
	}
	return mark + t.Dim.Render(m.At.Local().Format(time.TimeOnly)+"  ") + sign + style.Render(m.What)
}

// detail is the message under the cursor, its parts below each other.
func (d *Messages) detail(t paint.Theme, w, h int) (lines []string) {
	m, said := d.Current(), &say.messages
	parts := []struct{ name, text string }{{"", m.What}, {said.field, m.Field}, {said.cure, m.Cure}, {said.trace, m.TraceID}}
	wide := max(paint.Width(said.field), paint.Width(said.cure), paint.Width(said.trace))
	for i, p := range parts {
		if i == 0 {
			lines = paint.Wrapped(p.text, w, max(1, h-5), t.Strong.Render)
			continue
		}
		before := paint.Fit(p.name, wide) + "  "
		for _, line := range paint.Wrapped(p.text, w-wide-2, 2, t.Text.Render) {
			lines = append(lines, t.Dim.Render(before)+line)
			before = paint.Blanks(wide + 2)
		}
	}
	return lines
}
