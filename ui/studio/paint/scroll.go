package paint

// Scrollbar is a bar of h cells beside the lines in sight, of which there are
// all; nil where all of them are in sight.
func (t Theme) Scrollbar(from, all, h int) (bar []string) {
	if h <= 0 || all <= h {
		return nil
	}
	length := max(1, h*h/all)
	top := 0
	if all > h {
		top = (from*(h-length) + (all-h)/2) / (all - h)
	}
	for y := range h {
		if y >= top && y < top+length {
			bar = append(bar, t.Dim.Render("┃"))
		} else {
			bar = append(bar, t.Border.Render("│"))
		}
	}
	return bar
}
