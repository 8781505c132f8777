package paint

// Bullets writes sentences below each other, in at most h lines of w cells.
func (t Theme) Bullets(sentences []string, w, h int) (lines []string) {
	for i, s := range sentences {
		if i == h-1 && len(sentences) > h {
			return append(lines, t.Dim.Render("  "+say.more(len(sentences)-i)))
		}
		lines = append(lines, "  "+t.Text.Render(Cut(s, w-2)))
	}
	return lines
}
