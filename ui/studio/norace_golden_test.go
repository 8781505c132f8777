//go:build !race

package studio

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// Golden frames are the studio as a person finds it: UPDATE=1 writes them anew,
// and the difference is what a review looks at.
func TestGoldenFrames(t *testing.T) {
	known := []string{}
	folder, err := filepath.Abs(goldens) // a desk is elsewhere
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range frames {
		file := f.name + ".txt"
		known = append(known, file)
		t.Run(f.name, func(t *testing.T) {
			d := sitForPicture(t, f.chinese)
			d.resize(f.w, f.h)
			f.pose(d)
			if f.light {
				d.inLight()
			}
			f.sound(t, d)
			compareGolden(t, filepath.Join(folder, file), f.drawn(cellsOf(d.m.View().Content, f.w)))
			d.toldInWords(t, f.w)
		})
	}
	old, err := os.ReadDir(goldens)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range old {
		switch {
		case slices.Contains(known, e.Name()):
		case os.Getenv("UPDATE") != "":
			os.Remove(filepath.Join(goldens, e.Name()))
		default:
			t.Errorf("%s is of no frame", e.Name())
		}
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
