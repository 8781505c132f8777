package takes

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestTidyPrunesOnlyAFullFolderAndSparesFreshDeletions(t *testing.T) {
	dir := t.TempDir()
	f := Folder{dir}
	id := "0123456789abcdef-1"
	// Sparse files: they weigh what they say and take no room.
	big := func(name string, size int64) string {
		path := filepath.Join(dir, name)
		os.MkdirAll(filepath.Dir(path), 0o700)
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(path, size); err != nil {
			t.Fatal(err)
		}
		return path
	}
	audio, deleted := big(id+".mp3", DefaultBudget/2), big("trash/fedcba9876543210-1.mp3", DefaultBudget/2)
	describe := `{"id": "` + id + `", "time": "2026-11-01T10:00:00Z", "host": "sandbox", "model": "speech-2.8-turbo", "partial": false}`
	if err := os.WriteFile(filepath.Join(dir, id+".json"), []byte(describe), 0o600); err != nil {
		t.Fatal(err)
	}
	left := func() (n int) {
		for _, path := range []string{audio, deleted} {
			if _, err := os.Stat(path); err == nil {
				n++
			}
		}
		return n
	}
	if f.Tidy(t.Context(), nil); left() != 2 {
		t.Error("something was deleted a moment ago")
	}
	long := time.Now().Add(-2 * restful)
	if err := os.Chtimes(filepath.Join(dir, "trash"), long, long); err != nil {
		t.Fatal(err)
	}
	if f.Tidy(t.Context(), nil); left() != 1 {
		t.Error("the trash should make room, and the take stay")
	}
	os.Chtimes(filepath.Join(dir, "trash"), long, long)
	big("0123456789abcdef-2.mp3", DefaultBudget) // broken, and so spared
	if f.Tidy(t.Context(), nil); left() != 0 {
		t.Error("the take should have made room")
	}
}

func TestWhatIsHeldIsNeverRemovedForGood(t *testing.T) {
	f := Folder{t.TempDir()}
	held, deleted := named(t, f, "held", 1000, 9*time.Hour), named(t, f, "deleted", 1000, 8*time.Hour)
	other := named(t, f, "other", 1000, time.Hour)
	if _, err := f.Delete(deleted.ID); err != nil {
		t.Fatal(err)
	}
	spare := func() (map[string]bool, error) { return map[string]bool{held.ID: true, deleted.ID: true}, nil }
	p, err := f.Prune(0, false, spare)
	if err != nil || len(p.Takes) != 1 || p.Takes[0].ID != other.ID || p.Trash != 0 || p.Over != p.Left {
		t.Errorf("%+v %v", p, err)
	}
	if err := f.Restore(deleted.ID); err != nil {
		t.Errorf("what is held is gone from the trash: %v", err)
	}
	if p, err := f.Prune(0, false, func() (map[string]bool, error) { return nil, os.ErrPermission }); err == nil || len(p.Takes) > 0 {
		t.Errorf("nobody knows what is held, and %+v was removed", p)
	}
	if p, err := f.Prune(0, false, nil); err != nil || len(p.Takes) != 2 {
		t.Errorf("%+v %v", p, err)
	}
}
