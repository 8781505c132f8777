package watch

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// tells waits until a watch tells of a folder.
func tells(t *testing.T, w *Watch, dir string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	for {
		switch dirs := w.Next(ctx); {
		case dirs == nil:
			t.Fatalf("nothing was told of %s", dir)
		case slices.Contains(dirs, dir):
			return
		}
	}
}

func write(t *testing.T, path string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestWhatOthersDoInFoldersIsTold(t *testing.T) {
	home := t.TempDir()
	there, later := filepath.Join(home, "there"), filepath.Join(home, "not", "yet", "here")
	write(t, filepath.Join(there, "one.json"))
	w := Folders(t.Context(), there, later, there)
	if dirs := w.Next(t.Context()); !slices.Equal(dirs, []string{later, there}) {
		t.Errorf("at the beginning: %v", dirs)
	}
	write(t, filepath.Join(there, "one.json"))
	tells(t, w, there)
	os.Rename(filepath.Join(there, "one.json"), filepath.Join(there, "two.json"))
	tells(t, w, there)
	write(t, filepath.Join(later, "three.json"))
	tells(t, w, later)
	write(t, filepath.Join(later, "four.json"))
	tells(t, w, later)
	os.RemoveAll(filepath.Join(home, "not"))
	tells(t, w, later)
	write(t, filepath.Join(later, "five.json"))
	tells(t, w, later)
}

func TestAFolderThatCannotBeWatchedIsLookedAt(t *testing.T) {
	dir := t.TempDir()
	if err := os.Chtimes(dir, time.Time{}, time.Now().Add(-time.Hour)); err != nil { // clocks of disks are slow
		t.Fatal(err)
	}
	l := &look{folders: []string{dir}, changed: map[string]bool{}, polled: map[string]time.Time{}}
	l.attach() // without anything that watches
	if l.poll() {
		t.Error("something is told of a folder in which nothing happened")
	}
	write(t, filepath.Join(dir, "one.json"))
	if !l.poll() || !l.changed[dir] {
		t.Error("nothing is told of a new file")
	}
}
