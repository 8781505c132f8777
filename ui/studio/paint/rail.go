package paint

// Mark is a sign at a place of a drawing: 0 to 1 from the left, and from above.
// Each rune of the sign takes one cell.
type Mark struct {
	X, Y float64
	Sign string
	Ink  Ink
}

// cell is where the sign of a mark begins in w by h cells.
func (m Mark) cell(w, h int) (x, y int) {
	return int(Between(m.X, 0, 1)*float64(w-1) + 0.5), int(Between(m.Y, 0, 1)*float64(h-1) + 0.5)
}

// Rail draws a line of w cells with marks of one cell on it, heavy from one place
// to another. Of marks at the same cell the last one is seen.
func (t Theme) Rail(from, to float64, marks []Mark, w int) string {
	if w < 1 {
		return ""
	}
	first, _ := Mark{X: from}.cell(w, 1)
	last, _ := Mark{X: to}.cell(w, 1)
	signs := make([]string, w)
	for _, m := range marks {
		x, _ := m.cell(w, 1)
		signs[x] = m.Ink.Render(Fit(m.Sign, 1))
	}
	line := ""
	for x := 0; x < w; {
		if signs[x] != "" {
			line += signs[x]
			x++
			continue
		}
		heavy, end := x >= first && x <= last, x
		for end < w && signs[end] == "" && (end >= first && end <= last) == heavy {
			end++
		}
		if heavy {
			line += t.Accent.Render(Repeat("━", end-x))
		} else {
			line += t.Border.Render(Repeat("─", end-x))
		}
		x = end
	}
	return line
}

// Dots draws marks in h lines of w cells, and one cell more for the second of a
// sign at the edge. Where signs would cover each other, the last one is seen.
func Dots(marks []Mark, w, h int) []string {
	lines := make([]string, max(0, h))
	owner := make([][]int, max(0, h)) // of each cell, the mark from 1 on
	for y := range owner {
		owner[y] = make([]int, max(0, w+1))
	}
	for i, m := range marks {
		x, y := m.cell(w, h)
		if y < 0 || y >= h {
			continue
		}
		for c := x; c < min(x+Width(m.Sign), w+1); c++ {
			owner[y][c] = i + 1
		}
	}
	for y := range lines {
		for x := 0; x <= w; {
			i, end := owner[y][x], x
			for end <= w && owner[y][end] == i {
				end++
			}
			if i == 0 {
				lines[y] += Blanks(end - x)
			} else {
				m := marks[i-1]
				from, _ := m.cell(w, h)
				if from == x {
					lines[y] += m.Ink.Render(string([]rune(m.Sign)[:end-x]))
				} else {
					lines[y] += Blanks(end - x) // its beginning is covered
				}
			}
			x = end
		}
	}
	return lines
}

// DotAt is the mark at a cell of what Dots has drawn, or beside it; -1 where none
// is near.
func DotAt(marks []Mark, w, h, x, y int) (nearest int) {
	nearest = -1
	best := 2
	for i, m := range marks {
		at, line := m.cell(w, h)
		if away := max(at-x, x-at-Width(m.Sign)+1, 0); line == y && away < best {
			nearest, best = i, away
		}
	}
	return nearest
}
