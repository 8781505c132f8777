package paint

// Row gives the style of a row's words in a list, and the mark before them:
// that of the cursor is told without colour, too.
func (t Theme) Row(here bool) (mark string, words Ink) {
	if here {
		bold := t.Accent.Bold(true)
		return bold.Render("▸ "), bold
	}
	return "  ", t.Text
}

// Rule is a line across w cells.
func (t Theme) Rule(w int) string { return t.Border.Render(Repeat("─", w)) }

// Chip is one of several names on a line, and where it stands: W cells from X.
type Chip struct{ Option, X, W int }

// Chips sets names on one line, with a blank on each side of a name and one
// between two.
func Chips(names []string, x int) (chips []Chip) {
	for i, name := range names {
		w := Width(name) + 2
		chips = append(chips, Chip{i, x, w})
		x += w + 1
	}
	return chips
}

// ChipAt is the one at a column, or -1.
func ChipAt(chips []Chip, x int) int {
	for _, c := range chips {
		if x >= c.X && x < c.X+c.W {
			return c.Option
		}
	}
	return -1
}

// Tabs sets names on one line of w cells from a column, a blank between two.
// Where they are too long, all are cut alike.
func Tabs(names []string, x, w int) (tabs []Chip) {
	most := 0
	for _, name := range names {
		most = max(most, Width(name))
	}
	for ; most > 1; most-- {
		used := x - 1
		for _, name := range names {
			used += min(Width(name), most) + 1
		}
		if used <= w {
			break
		}
	}
	for i, name := range names {
		wide := min(Width(name), most)
		tabs = append(tabs, Chip{i, x, wide})
		x += wide + 1
	}
	return tabs
}
