package presets

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
)

// inWords writes edits as a person tells of them.
func inWords(edits []Edit) string {
	var lines []string
	for _, e := range edits {
		lines = append(lines, strings.TrimSpace(fmt.Sprintf("%.4s %s %s %s %v", e.By, e.Deed, e.Name, e.Was, Sentences(e.Changes))))
	}
	return strings.Join(lines, "\n")
}

func TestAPullTellsWhoChangedWhat(t *testing.T) {
	anna, bo := team(t)
	for _, name := range []string{"Hero", "Old", "Gone"} {
		if _, err := anna.Create(Preset{Name: name, Notes: "about " + name}); err != nil {
			t.Fatal(err)
		}
	}
	if edits, _, err := Outgoing(ctx, anna.Dir); err != nil || inWords(edits) != "added Gone  []\nadded Hero  []\nadded Old  []" {
		t.Errorf("before the first push: %v\n%s", err, inWords(edits))
	}
	mustPush(t, anna)
	if s := mustPull(t, bo); inWords(s.News) != "Anna added Gone  []\nAnna added Hero  []\nAnna added Old  []" {
		t.Errorf("the first pull:\n%s", inWords(s.News))
	}
	change(t, anna, "Hero", speed(1.1))
	mustPush(t, anna)
	change(t, anna, "Hero", speed(1.2)) // one step for those who see both at once
	if _, err := anna.Rename("Old", "New"); err != nil {
		t.Fatal(err)
	}
	if _, err := anna.Delete("Gone"); err != nil {
		t.Fatal(err)
	}
	os.WriteFile(anna.Dir+"/half.json", []byte("{"), 0o644)
	edits, broken, err := Outgoing(ctx, anna.Dir)
	if want := "deleted Gone  []\nedited Hero  [speed 1.10 → 1.20×]\nrenamed New Old []"; err != nil || inWords(edits) != want || len(broken) != 1 {
		t.Errorf("before a push: %v %v\n%s", err, broken, inWords(edits))
	}
	mustPush(t, anna)
	if edits, _, err := Outgoing(ctx, anna.Dir); err != nil || len(edits) > 0 {
		t.Errorf("after a push: %v\n%s", err, inWords(edits))
	}
	if s := mustPull(t, bo); inWords(s.News) != "Anna edited Hero  [speed 1.20×]\nAnna deleted Gone  []\nAnna renamed New Old []" {
		t.Errorf("the second pull:\n%s", inWords(s.News))
	}
}

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
