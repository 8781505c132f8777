package paint

// Slider draws a line with a thumb: filled when the value was set, hollow
// while the host's default holds.
func (t Theme) Slider(place float64, length int, set, here bool) string {
	if length < 1 {
		return ""
	}
	at := int(Between(place, 0, 1)*float64(length-1) + 0.5)
	thumb, done := "○", t.Dim
	if set {
		thumb, done = "●", t.Accent
	}
	style := done
	if here {
		style = t.Accent.Bold(true)
	}
	return done.Render(Repeat("━", at)) + style.Render(thumb) + t.Border.Render(Repeat("─", length-1-at))
}

// Between is v, or the end of the range that is nearest to it; the lower one
// for what is no number.
func Between(v, low, high float64) float64 {
	if !(v > low) {
		return low
	}
	return min(v, high)
}
