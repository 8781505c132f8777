package paint

import "strings"

// Below sets blocks below each other.
func Below(blocks ...string) string { return strings.Join(blocks, "\n") }

// Beside sets blocks beside each other. Each is as wide in all of its lines, as
// Frame draws it: nothing is measured or filled up.
func Beside(blocks ...string) string {
	lines := make([][]string, len(blocks))
	height, size := 0, 0
	for i, block := range blocks {
		lines[i] = strings.Split(block, "\n")
		height = max(height, len(lines[i]))
		size += len(block) + 1
	}
	var b strings.Builder
	b.Grow(size)
	for y := range height {
		if y > 0 {
			b.WriteByte('\n')
		}
		for _, block := range lines {
			if y < len(block) {
				b.WriteString(block[y])
			}
		}
	}
	return b.String()
}
