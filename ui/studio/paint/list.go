package paint

// List is where the cursor of a list stands and which of its lines are in
// sight. A row may take several lines.
type List struct {
	cursor int
	top    int // the first line in sight
	height int // the lines in sight
	rows   int
	lines  []int // of each row; nil: one each
	part   int   // of the cursor's row, which is to be in sight
	bar    place
}

// Fit says how many rows there are and how many lines of them can be seen.
// The cursor stays on a row, and comes into sight. lines is how many a row
// takes; nil: one each, 0: it shares the last line of the one before.
func (l *List) Fit(rows, height int, lines func(row int) int) {
	l.height, l.lines = max(0, height), nil
	for row := 0; lines != nil && row < rows; row++ {
		l.lines = append(l.lines, lines(row))
	}
	l.Count(rows)
	row := l.cursor
	for row > 0 && l.of(row) == 0 {
		row--
	}
	at := l.before(row)
	end := at + l.of(row)
	if l.part > 0 && end-at > l.height {
		at = min(at+l.part, end-1)
		end = at + 1
	}
	if end > l.top+l.height {
		l.top = end - l.height
	}
	l.top = max(0, min(l.top, at, l.before(rows)-l.height))
}

// Show says which of the rows are in sight, a line each, where something else
// than the list keeps the place.
func (l *List) Show(from, rows, height int) {
	l.top, l.rows, l.height, l.lines = from, rows, max(0, height), nil
}

// Cursor is the row that keys are about; 0 where there is none.
func (l *List) Cursor() int { return l.cursor }

// Page is how many lines are in sight.
func (l *List) Page() int { return max(1, l.height) }

// Part says which line of the cursor's row is to be in sight where there is no room
// for all of them.
func (l *List) Part(line int) { l.part = line }

// Move moves the cursor by rows, To puts it on one; both keep it in the list
// as it was fitted last.
func (l *List) Move(by int) { l.To(l.cursor + by) }

// To puts the cursor on a row.
func (l *List) To(row int) { l.cursor = min(max(row, 0), max(0, l.rows-1)) }

// Count says how many rows there are before they are drawn. The cursor stays
// on one.
func (l *List) Count(rows int) {
	l.rows = rows
	l.To(l.cursor)
}

// Reset puts the cursor, and what is in sight, at the start.
func (l *List) Reset() { l.cursor, l.top = 0, 0 }

// Sight is the lines in sight, from the first up to before the last.
func (l *List) Sight() (from, to int) { return l.top, min(l.top+l.height, l.before(l.rows)) }

// At is the row on a line of the drawn list, and which of its lines that is.
func (l *List) At(y int) (row, line int, found bool) {
	if y < 0 || y >= l.height {
		return 0, 0, false
	}
	y += l.top
	if l.lines == nil {
		return y, 0, y < l.rows
	}
	for row = range l.rows {
		if y < l.of(row) {
			return row, y, true
		}
		y -= l.of(row)
	}
	return 0, 0, false
}

// before is how many lines the rows before one take.
func (l *List) before(row int) (n int) {
	if l.lines == nil {
		return row
	}
	for i := range row {
		n += l.of(i)
	}
	return n
}

func (l *List) of(row int) int {
	if row >= len(l.lines) {
		return 1
	}
	return l.lines[row]
}
