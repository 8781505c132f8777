package paint

// Slider draws a line with a thumb: what was set is filled from the origin, the
// default's place, which has a tick; while the host's default holds there is no
// ink but a hollow thumb.
func (t Theme) Slider(place, origin float64, length int, set, here bool) string {
	if length < 1 {
		return ""
	}
	cell := func(p float64) int { return int(Between(p, 0, 1)*float64(length-1) + 0.5) }
	at, tick := cell(place), cell(origin)
	thumb, ink := "○", t.Dim
	if set {
		thumb, ink = "●", t.Accent
	}
	style := ink
	if here {
		style = t.Accent.Bold(true)
	}
	line := func(from, to int) string { return t.Border.Render(Repeat("─", to-from)) }
	handle, middle := style.Render(thumb), t.Dim.Render("┿")
	if tick == 0 { // there it is no default, but nothing
		middle = ink.Render("━")
	}
	switch {
	case !set || at == tick:
		return line(0, at) + handle + line(at+1, length)
	case at < tick:
		return line(0, at) + handle + ink.Render(Repeat("━", tick-at-1)) + middle + line(tick+1, length)
	}
	return line(0, tick) + middle + ink.Render(Repeat("━", at-tick-1)) + handle + line(at+1, length)
}

// Between is v, or the end of the range that is nearest to it; the lower one
// for what is no number.
func Between(v, low, high float64) float64 {
	if !(v > low) {
		return low
	}
	return min(v, high)
}
