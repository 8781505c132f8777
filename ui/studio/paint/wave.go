package paint

import (
	"math"
	"strings"
)

var eighths = []rune(" ▁▂▃▄▅▆▇█")

// Wave draws peaks, one a column from 0 to 1, as bars of h rows from below, an
// eighth of a row at a time. The scale is decibels, as loudness is heard.
func Wave(peaks []float32, h int) string {
	var b strings.Builder
	for row := h - 1; row >= 0; row-- {
		for _, peak := range peaks {
			b.WriteRune(eighths[min(8, max(0, barHeight(peak, h)-row*8))])
		}
		if row > 0 {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// barHeight is a peak's height in eighths of h rows.
func barHeight(peak float32, h int) int {
	const floor = -36.0 // dB: quieter than that is drawn as silence
	if peak <= 0 {
		return 0
	}
	return int(math.Round(max(0, 1-20*math.Log10(float64(peak))/floor) * float64(h*8)))
}

// Swept draws a waveform of w columns with its playhead before the column
// head; what has been heard is bright. The playhead is told without colour,
// too.
func (t Theme) Swept(wave string, head, w int) []string {
	lines := strings.Split(wave, "\n")
	head = min(max(head, 0), w)
	for i, line := range lines {
		cells := []rune(line)
		lines[i] = t.Accent.Render(string(cells[:head]))
		if head > 0 && head < w {
			lines[i] += t.Strong.Render("│")
			cells = cells[1:]
		}
		lines[i] += t.Border.Render(string(cells[head:]))
	}
	return lines
}
