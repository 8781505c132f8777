package dialog

import "voicestudio/ui/studio/paint"

// besideList sets what is known of the row under the cursor beside a list of w
// cells, whose first line is top of the box; the list's bar stands between.
func besideList(t paint.Theme, l *paint.List, top int, list, beside []string, w int) []string {
	bar, lines := l.Bar(t, 2+w, top), make([]string, len(list))
	for i, row := range list {
		cell, line := " ", ""
		if i < len(bar) {
			cell = bar[i]
		}
		if i < len(beside) {
			line = beside[i]
		}
		lines[i] = row + cell + t.Border.Render("│ ") + line
	}
	return lines
}
