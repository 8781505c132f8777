package studio

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAStudioThatChangedNothingWritesNothing(t *testing.T) {
	home := t.TempDir()
	first, second := sitAt(t, home, sandboxSession(t)), sitAt(t, home, sandboxSession(t))
	first.write("Words that took an hour.")
	leaves(t, first, second)
	next := sitAt(t, home, sandboxSession(t))
	next.sees("Words that took an hour.")
	next.misses("drafts of other")
	if names, _ := filepath.Glob(home + "/draft*"); len(names) != 1 {
		t.Errorf("%v", names)
	}
	leaves(t, next)
}

// leaves ends studios, one after the other.
func leaves(t *testing.T, all ...*desk) {
	t.Helper()
	for _, d := range all {
		if err := d.m.Flush(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestTwoStudiosThatBothWroteLoseNoWords(t *testing.T) {
	home := t.TempDir()
	old := sitAt(t, home, sandboxSession(t))
	old.write("Old words.")
	leaves(t, old)
	first, second, third := sitAt(t, home, sandboxSession(t)), sitAt(t, home, sandboxSession(t)), sitAt(t, home, sandboxSession(t))
	first.write(" First.")
	leaves(t, first)
	second.write(" Second.")
	second.until("it says where it writes", func() bool { return strings.Contains(second.screen(), "draft-2.json") })
	second.sees("another studio has written the draft meanwhile")
	first.write(" More.")
	third.write(" Third.")
	leaves(t, first, third, second)

	next := sitAt(t, home, sandboxSession(t))
	next.sees("Old words. Third.", "drafts of other studios are kept, too: 2")
	next.write(" And on.")
	next.press("ctrl+p")
	next.write("show a draft")
	next.press("enter")
	next.sees("Old words. First. More.", "Old words. Second.")
	next.write("first")
	next.press("enter")
	next.sees("Old words. First. More.")
	next.until("its file has gone", func() bool { _, err := os.Stat(home + "/draft.json"); return err != nil })
	next.press("alt+z")
	next.sees("Old words. Third. And on.")
	leaves(t, next)
	again := sitAt(t, home, sandboxSession(t))
	again.sees("Old words. Third. And on.", "drafts of other studios are kept, too: 1")
}
