package studio

import (
	"os"
	"path/filepath"
	"testing"
)

func TestAStudioThatChangedNothingWritesNothing(t *testing.T) {
	home := newHome(t)
	first, second := seat{home: home}.sit(t), seat{home: home}.sit(t)
	first.write("Words that took an hour.")
	leaves(t, first, second)
	next := seat{home: home}.sit(t)
	next.sees("Words that took an hour.")
	next.misses("drafts of other")
	if names, _ := filepath.Glob(home + "/draft*"); len(names) != 1 {
		t.Errorf("%v", names)
	}
	leaves(t, next)
}

func TestTwoStudiosThatBothWroteLoseNoWords(t *testing.T) {
	home := newHome(t)
	old := seat{home: home}.sit(t)
	old.write("Old words.")
	leaves(t, old)
	first, second, third := seat{home: home}.sit(t), seat{home: home}.sit(t), seat{home: home}.sit(t)
	first.write(" First.")
	leaves(t, first)
	second.write(" Second.")
	second.awaits("draft-2.json")
	second.sees("another studio has written the draft meanwhile")
	first.write(" More.")
	third.write(" Third.")
	leaves(t, first, third, second)

	next := seat{home: home}.sit(t)
	next.sees("Old words. Third.", "drafts of other studios are kept, too: 2")
	next.write(" And on.")
	next.command("show a draft")
	next.sees("Old words. First. More.", "Old words. Second.")
	next.write("first")
	next.press("enter")
	next.sees("Old words. First. More.")
	next.until("its file has gone", func() bool { _, err := os.Stat(home + "/draft.json"); return err != nil })
	next.press("alt+z")
	next.sees("Old words. Third. And on.")
	leaves(t, next)
	again := seat{home: home}.sit(t)
	again.sees("Old words. Third. And on.", "drafts of other studios are kept, too: 1")
}
