package presets

import (
	"errors"
	"io/fs"
	"os"
	"testing"
)

func TestAnImportIsTakenBack(t *testing.T) {
	from, to := temp(t), temp(t)
	for _, name := range []string{"Hero", "News"} {
		if _, err := from.Create(Preset{Name: name, Notes: "theirs"}); err != nil {
			t.Fatal(err)
		}
	}
	hero, err := to.Create(Preset{Name: "Hero", Notes: "mine"})
	if err == nil {
		hero, err = to.SetPreview("Hero", []byte("my clip"))
	}
	if err != nil {
		t.Fatal(err)
	}
	before, _ := os.ReadFile(hero.File)
	if _, err := from.SetPreview("Hero", []byte("their clip")); err != nil {
		t.Fatal(err)
	}
	all, _, _ := from.List()
	data, err := Export(all...)
	if err != nil {
		t.Fatal(err)
	}
	plan := mustPlan(t, to, data)
	if _, err := plan.Apply(true); err != nil {
		t.Fatal(err)
	}
	if err := plan.Revert(); err != nil {
		t.Fatal(err)
	}
	after, _ := os.ReadFile(hero.File)
	sound, _ := os.ReadFile(hero.Preview)
	if list, _, _ := to.List(); len(list) != 1 || string(before) != string(after) || string(sound) != "my clip" {
		t.Errorf("%v\n%s\n%s", list, after, sound)
	}
	if _, err := plan.Apply(true); err != nil { // and again
		t.Fatal(err)
	}
	change(t, to, "News", speed(2))
	if err := plan.Revert(); !errors.Is(err, fs.ErrExist) {
		t.Errorf("it takes back what somebody changed: %v", err)
	}
	if e, err := to.Load("Hero"); err != nil || e.Notes != "theirs" {
		t.Errorf("half of it was taken back: %v %v", e, err)
	}
}
