package dialog

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
)

// Report tells row by row what was found or done, or what would be. Enter does
// what the report is about, or what the row under the cursor leads to.
type Report struct {
	paint.List
	title, hint string
	rows        []ReportRow
	enter       Action // whatever row has the cursor; nil: the row's own
	again       string // has to be read before enter is pressed once more
	asked       bool
	refused     string
	foot        hint
}

// ReportRow is one of the rows.
type ReportRow struct {
	Mark    string // a word at the left edge
	Bad     bool   // it is wrong, or will be lost
	Title   string
	Details []string
	Action  Action // nil: the row only tells
	Hear    Action // lets it be heard; nil: there is nothing to hear
}

// NewReport tells rows. Enter follows the row under the cursor.
func NewReport(title, hint string, rows []ReportRow) *Report {
	r := &Report{title: title, hint: hint, rows: rows}
	r.Fit(len(rows), len(rows), nil)
	return r
}

// Asking makes enter do something about all rows. Where again is not empty,
// enter has to be pressed twice, and again is said between.
func (r *Report) Asking(enter Action, again string) *Report {
	r.enter, r.again = enter, again
	return r
}

// At puts the cursor on a row.
func (r *Report) At(row int) *Report {
	r.To(row)
	return r
}

// Accept does what enter does.
func (r *Report) Accept() Action {
	switch {
	case r.enter != nil && r.again != "" && !r.asked:
		r.asked, r.refused = true, r.again
		return nil
	case r.enter != nil:
		return r.enter
	case r.Cursor() < len(r.rows) && r.rows[r.Cursor()].Action != nil:
		return Chosen{r.rows[r.Cursor()].Action}
	}
	return Say{Text: say.report.onlyTells}
}

// Hear lets what the row under the cursor is about be heard; nil where that is
// nothing.
func (r *Report) Hear() Action {
	if r.Cursor() >= len(r.rows) {
		return nil
	}
	return r.rows[r.Cursor()].Hear
}

// Refuse implements Asker.
func (r *Report) Refuse(err error) { r.refused, r.asked = tts.Clean(tts.Reason(err)), false }

// Type takes no text.
func (r *Report) Type(tea.Msg) Action { return nil }

// Click puts the cursor on a row, and a double click follows it; a key in the
// foot is pressed.
func (r *Report) Click(x, y int, double bool) Action {
	row, _, found := r.List.At(y - reportTop)
	if !found {
		return r.foot.at(x, y)
	}
	if r.To(row); double && r.enter == nil {
		return r.Accept()
	}
	return nil
}

// Wheel moves the cursor.
func (r *Report) Wheel(lines int) { r.Move(lines) }

const reportTop = 1 // the line of the box that the first row has

// mostDetails is how many lines the details of a row take.
const mostDetails = 6

// Draw draws the box: the titles in a column, the details beside them, where
// there is room for both.
func (r *Report) Draw(t paint.Theme, w, h int) (string, *tea.Cursor) {
	wide := min(w-4, 110)
	inner := wide - 4
	mark, title := 0, 0
	for _, row := range r.rows {
		mark = max(mark, paint.Width(tts.Clean(row.Mark)))
		if len(row.Details) > 0 { // the others have the whole line
			title = max(title, paint.Width(tts.Clean(row.Title)))
		}
	}
	if mark > 0 {
		mark++
	}
	title = min(title, (inner-2-mark)/2)
	hint, ink := r.hint, t.Dim
	if r.refused != "" {
		hint, ink = r.refused, t.Warning
	}
	const most = 4
	foot := len(paint.Wrapped(hint, inner, most, paint.Clean)) + 1
	details := make([][]string, len(r.rows))
	total := 0
	for i, row := range r.rows {
		details[i] = r.details(t, row, inner-2-mark-title-2)
		total += max(1, len(details[i]))
	}
	height := max(1, min(total, h-5-foot))
	r.Fit(len(r.rows), height, func(i int) int { return max(1, len(details[i])) })
	from, to := r.Sight()
	var lines []string
	line := 0
	for i, row := range r.rows {
		for k := range max(1, len(details[i])) {
			if line >= from && line < to {
				lines = append(lines, r.line(t, i, k, row, details[i], mark, title))
			}
			line++
		}
	}
	lines = append(lines, t.Rule(inner))
	lines = append(lines, r.foot.draw(hint, inner, most, len(lines)+1, ink)...)
	return t.Scrolled(t.Frame(r.title, say.escCloses, true, wide, len(lines)+2, lines), &r.List, reportTop, true, wide), nil
}

func (r *Report) details(t paint.Theme, row ReportRow, w int) (lines []string) {
	for i, d := range row.Details {
		if i == mostDetails-1 && len(row.Details) > mostDetails {
			return append(lines, t.Dim.Render(say.report.more(len(row.Details)-i)))
		}
		lines = append(lines, paint.Wrapped(tts.Clean(d), w, 3, t.Text.Render)...)
	}
	return lines
}

// line is the k-th line of a row.
func (r *Report) line(t paint.Theme, i, k int, row ReportRow, details []string, mark, title int) string {
	here, style := t.Row(i == r.Cursor())
	ink := t.Dim
	if row.Bad {
		ink = t.Warning
	}
	head := paint.Blanks(2 + mark + title)
	if k == 0 {
		head = here + ink.Render(paint.Fit(tts.Clean(row.Mark), mark))
		if row.Mark == "" { // the sign stands beside what it chooses
			head = paint.Blanks(mark) + here
		}
		head += style.Render(tts.Clean(row.Title))
		if len(details) > 0 {
			head = paint.Fit(head, 2+mark+title)
		}
	}
	if k < len(details) {
		head += "  " + details[k]
	}
	return head
}
