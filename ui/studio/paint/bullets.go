package paint

// Bullets writes sentences below each other, in at most h lines of w cells: whole
// where there is room for that.
func (t Theme) Bullets(sentences []string, w, h int) (lines []string) {
	for _, s := range sentences {
		for i, line := range Wrapped(s, w-4, h+1, t.Text.Render) {
			lines = append(lines, Blanks(2+2*min(i, 1))+line)
		}
	}
	if len(lines) <= h {
		return lines
	}
	lines = nil
	for i, s := range sentences {
		if i == h-1 && len(sentences) > h {
			return append(lines, t.Dim.Render("  "+say.more(len(sentences)-i)))
		}
		lines = append(lines, "  "+t.Text.Render(Cut(s, w-2)))
	}
	return lines
}
