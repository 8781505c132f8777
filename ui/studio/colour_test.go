package studio

import (
	"fmt"
	"testing"
)

// toldInWords goes about in a frame: whatever a key changes, where the cursor of a
// list is, what is chosen, which panel has the keys, is told by what stands there
// or by the caret, and not by colours and weights alone.
func (d *desk) toldInWords(t *testing.T, w int) {
	t.Helper()
	seen := func() (words, looks string) {
		v := d.m.View()
		lines := cellsOf(v.Content, w)
		caret := ""
		if v.Cursor != nil {
			caret = fmt.Sprint(v.Cursor.Position)
		}
		for y := range lines {
			for x := range lines[y] { // every terminal turns what is selected
				lines[y][x].look.turned = false
			}
		}
		return text(lines) + caret, fmt.Sprint(lines)
	}
	before, dressed := seen()
	for _, key := range []string{"down", "right", "tab", "down"} {
		d.press(key)
		after, now := seen()
		if after == before && now != dressed {
			t.Errorf("what %s does is told by the look alone:\n%s", key, after)
		}
		before, dressed = after, now
	}
}
