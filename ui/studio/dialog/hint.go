package dialog

import (
	"strings"

	"voicestudio/ui/studio/paint"
)

// Press is a key that was pressed by its name on the screen.
type Press struct{ Key string }

// hint is what the last lines of a box say of the keys. Each of them can be
// pressed there.
type hint struct {
	text  string
	y     int // of the first line, in the box
	lines []string
}

// draw draws it in at most so many lines of w cells, of which the first is y of
// the box.
func (k *hint) draw(text string, w, most, y int, ink paint.Ink) (drawn []string) {
	k.text, k.y = text, y
	k.lines = paint.Wrapped(text, w, most, paint.Clean)
	for _, line := range k.lines {
		drawn = append(drawn, ink.Render(line))
	}
	return drawn
}

// at is the key at a cell of the box; nil where there is none.
func (k *hint) at(x, y int) Action {
	y -= k.y
	if x -= 2; y < 0 || y >= len(k.lines) || x < 0 || x >= paint.Width(k.lines[y]) {
		return nil
	}
	from := 0
	for _, line := range k.lines[:y] {
		from += len(line)
		from += len(k.text[min(from, len(k.text)):]) - len(strings.TrimLeft(k.text[min(from, len(k.text)):], " "))
	}
	used := 0
	for p := range paint.Pieces(k.lines[y], false) {
		if used += p.Cells; used > x {
			break
		}
		from += p.Bytes
	}
	return Press{paint.KeyAt(k.text, from)}
}
