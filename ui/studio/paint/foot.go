package paint

import "strings"

// Foot writes words into the lower border of a panel of w cells that Frame drew,
// from its left; in ink they stand out of it.
func (t Theme) Foot(frame, words string, ink Ink, focused bool, w int) string {
	at := strings.LastIndexByte(frame, '\n')
	if words == "" || w < 8 || at < 0 {
		return frame
	}
	e, style := calmEdges, t.Border
	if focused && !t.behind {
		e, style = focusEdges, t.focus
	}
	words = " " + Cut(Clean(words), w-6) + " "
	return frame[:at+1] + style.Render(e.sw+e.s) + ink.Render(words) + style.Render(Repeat(e.s, w-3-Width(words))+e.se)
}
