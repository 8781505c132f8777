package paint

import "strings"

// Tabs writes titles and a badge into the upper border of a panel of w cells that
// Frame drew; the chosen one is what the panel shows.
func (t Theme) Tabs(frame string, titles []string, chosen int, badge string, focused bool, w int) string {
	_, rest, more := strings.Cut(frame, "\n")
	e, style, name := calmEdges, t.Border, t.Strong
	if focused && !t.behind {
		e, style, name = focusEdges, t.focus, t.focus.Bold(true)
	}
	top, used := style.Render(e.nw+e.n), 2
	for i, title := range titles {
		ink := t.Dim
		if i == chosen {
			ink = name
		}
		if i > 0 {
			top += style.Render(e.n)
			used++
		}
		title = " " + Cut(Clean(title), w-6) + " "
		if i == chosen && len(titles) > 1 { // told without bold letters, too
			title = "[" + title[1:len(title)-1] + "]"
		}
		top += ink.Render(title)
		used += Width(title)
	}
	if badge = " " + Clean(badge) + " "; badge == "  " || used+Width(badge)+2 > w {
		badge = ""
	}
	top += style.Render(Repeat(e.n, w-used-Width(badge)-2)) + t.Dim.Render(badge) + style.Render(e.n+e.ne)
	if !more {
		return top
	}
	return top + "\n" + rest
}
