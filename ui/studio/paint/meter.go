package paint

import (
	"fmt"
	"strings"
)

// MeterFloor is the level in dB at which a meter is empty.
const MeterFloor = -60.0

// Meter draws a level, −60 to 0 dB, in length cells.
func (t Theme) Meter(level float64, length int) string {
	full := (level - MeterFloor) / -MeterFloor
	n := int(min(max(full, 0), 1)*float64(length) + 0.5)
	style := t.Good
	if level > -1 {
		style = t.Warning
	}
	return style.Render(Repeat("▮", n)) + t.Border.Render(Repeat("▯", length-n))
}

// LevelCells is what Level takes: "−60 dB".
const LevelCells = 6

// Level writes a level; at the floor there is none to be written.
func (t Theme) Level(level float64) string {
	if level <= MeterFloor {
		return Blanks(LevelCells)
	}
	return t.Dim.Render(strings.Replace(fmt.Sprintf("%3.0f dB", level), "-", "−", 1))
}
