package team

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"voicestudio/presets"
)

// inWords writes edits as a person tells of them.
func inWords(edits []Edit) string {
	var lines []string
	for _, e := range edits {
		lines = append(lines, strings.TrimSpace(fmt.Sprintf("%.4s %s %s %s %v", e.By, e.Deed, e.Name, e.Was, presets.Sentences(e.Changes))))
	}
	return strings.Join(lines, "\n")
}

func TestAPullTellsWhoChangedWhat(t *testing.T) {
	anna, bo := team(t)
	for _, name := range []string{"Hero", "Old", "Gone"} {
		if _, err := anna.Create(presets.Preset{Name: name, Notes: "about " + name}); err != nil {
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
	if _, err := anna.SetPreview("Hero", []byte("clip")); err != nil {
		t.Fatal(err)
	}
	if edits, _, err := Outgoing(ctx, anna.Dir); err != nil || inWords(edits) != "edited Hero  []" {
		t.Errorf("with another clip: %v\n%s", err, inWords(edits))
	}
	if s := mustPull(t, bo); inWords(s.News) != "Anna edited Hero  [speed 1.20×]\nAnna deleted Gone  []\nAnna renamed New Old []" {
		t.Errorf("the second pull:\n%s", inWords(s.News))
	}
}
