package paint

import (
	"fmt"
	"strings"
)

// MeterFloor is the level in dB at which a meter is empty.
const MeterFloor = -60.0

// Meter draws a level, −60 to 0 dB, and writes it where a line of w cells has
// room for that.
func (t Theme) Meter(level float64, w int) string {
	length := min(24, max(8, w/4))
	full := (level - MeterFloor) / -MeterFloor
	n := int(min(max(full, 0), 1)*float64(length) + 0.5)
	text := ""
	if w >= 36 && level > MeterFloor {
		text = fmt.Sprintf("%3.0f dB ", level)
	}
	style := t.Good
	if level > -1 {
		style = t.Warning
	}
	return t.Dim.Render(strings.Replace(text, "-", "−", 1)) + style.Render(Repeat("▮", n)) + t.Border.Render(Repeat("▯", length-n))
}
