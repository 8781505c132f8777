package studio

import (
	"fmt"
	"slices"
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

// What is told of the same thing differs in its words, too.
func TestStatesAreToldWithoutColours(t *testing.T) {
	d := sitForPicture(t, false)
	d.resize(120, 40)
	d.inAB()
	for name, states := range map[string][]func(){
		"the side of A|B that sounds": {func() { d.press("f6") }, func() { d.press("f6") }},
		"a changed setting":           {func() { d.goes("Voice"); d.press("down", "right") }, func() { d.press("u") }},
		"a muted voice":               {func() { d.goes("Blend"); d.press("m") }, func() { d.press("m") }},
		"muted sound":                 {func() { d.command("mute") }, func() { d.command("mute") }},
		"a warning and a note":        {func() { d.press("ctrl+g") }, func() { d.goes("Voice"); d.press("esc") }},
	} {
		var all []string
		for _, reach := range states {
			reach()
			all = append(all, text(cellsOf(d.m.View().Content, 120)))
		}
		slices.Sort(all)
		if len(slices.Compact(all)) != len(states) {
			t.Errorf("%s: two states have the same words\n%s", name, all[0])
		}
	}
}
