package paint

import "strings"

// scrollbar is a bar of h cells beside the lines in sight, of which there are
// all; nil where all of them are in sight.
func (t Theme) scrollbar(from, all, h int) (bar []string) {
	if h <= 0 || all <= h {
		return nil
	}
	length := max(1, h*h/all)
	top := (from*(h-length) + (all-h)/2) / (all - h)
	for y := range h {
		if y >= top && y < top+length {
			bar = append(bar, t.Accent.Render("▐"))
		} else {
			bar = append(bar, t.Border.Render("▕"))
		}
	}
	return bar
}

// Scrolled puts a list's bar into the right margin of a panel of w cells that
// Frame drew, from a line of it, and the list's tally into its lower border. What
// was pressed is then told to the list in cells of the frame.
func (t Theme) Scrolled(frame string, l *List, y int, focused bool, w int) string {
	return t.Tallied(t.Barred(frame, l, y, focused, w), l, focused, w)
}

// Barred puts the bar there alone.
func (t Theme) Barred(frame string, l *List, y int, focused bool, w int) string {
	e, style := calmEdges, t.Border
	if focused && !t.behind {
		e, style = focusEdges, t.focus
	}
	rows := strings.Split(frame, "\n")
	end := style.Render(e.e)
	for i, cell := range l.Bar(t, w-2, y) {
		if y+i < len(rows)-1 {
			rows[y+i] = strings.TrimSuffix(rows[y+i], " "+end) + cell + end
		}
	}
	return strings.Join(rows, "\n")
}

// Tallied writes a list's tally at the right end of the lower border of a panel of
// w cells that Frame drew.
func (t Theme) Tallied(frame string, l *List, focused bool, w int) string {
	return t.Ended(frame, l.Tally(), focused, w)
}

// Ended writes words at the right end of the lower border of a panel of w cells
// that Frame drew.
func (t Theme) Ended(frame, words string, focused bool, w int) string {
	at := strings.LastIndexByte(frame, '\n')
	if words == "" || w < Width(words)+8 || at < 0 {
		return frame
	}
	e, style := calmEdges, t.Border
	if focused && !t.behind {
		e, style = focusEdges, t.focus
	}
	words = " " + words + " "
	return frame[:at+1] + style.Render(e.sw+Repeat(e.s, w-3-Width(words))) + t.Dim.Render(words) + style.Render(e.s+e.se)
}

// Bar is the bar beside the lines in sight, a cell each, drawn at a column and
// from a line; nil where all of them are in sight.
func (l *List) Bar(t Theme, x, y int) []string {
	bar := t.scrollbar(l.top, l.before(l.rows), l.height)
	l.bar = place{x, y, bar != nil}
	return bar
}

// Tally says which of how many rows the cursor is on; empty where there are none.
func (l *List) Tally() string {
	if l.rows == 0 {
		return ""
	}
	return say.of(l.cursor+1, l.rows)
}

// place is where something was drawn.
type place struct {
	x, y  int
	there bool
}

// OnBar reports whether the bar was drawn at a cell, or right beside it.
func (l *List) OnBar(x, y int) bool {
	return l.bar.there && x >= l.bar.x-1 && x <= l.bar.x+1 && y >= l.bar.y && y < l.bar.y+l.height
}

// Drag brings that part of the list into sight for which a line of the bar stands,
// and the cursor to that line.
func (l *List) Drag(y int) {
	all := l.before(l.rows)
	if all <= l.height || l.height < 2 {
		return
	}
	y = min(max(y-l.bar.y, 0), l.height-1)
	l.top = (y*(all-l.height) + (l.height-1)/2) / (l.height - 1)
	if row, _, found := l.At(y); found {
		l.To(row)
	}
}
