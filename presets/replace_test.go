package presets

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestAPowerCutAtAnyStepLeavesAWholeFile(t *testing.T) {
	const oldText, newText = "the old file", "the new file, which is longer"
	const renamed = 6 // the steps that are done once the new file is in place
	for survived := range len((&replacement{}).steps()) + 1 {
		f := temp(t)
		path := write(t, f, "x.json", oldText)
		root, err := os.OpenRoot(f.Dir)
		if err != nil {
			t.Fatal(err)
		}
		r := replacement{root: root, base: "x.json", data: []byte(newText)}
		for _, step := range r.steps()[:survived] {
			if err := step(); err != nil {
				t.Fatal(err)
			}
		}
		want := oldText
		if survived >= renamed {
			want = newText
		}
		if data, err := os.ReadFile(path); err != nil || string(data) != want {
			t.Errorf("after %d steps the file is %q, %v", survived, data, err)
		}
		if got := mustList(t, f); got != 1 {
			t.Errorf("after %d steps the folder shows %d files", survived, got)
		}
		if r.file != nil {
			r.file.Close()
		}
		root.Close()
	}
}

// mustList counts what a person would see: presets and broken files.
func mustList(t *testing.T, f Folder) int {
	t.Helper()
	entries, broken, err := f.List()
	if err != nil {
		t.Fatal(err)
	}
	return len(entries) + len(broken)
}

func TestAFailedWriteLeavesTheOldFileAndNoLitter(t *testing.T) {
	f := temp(t)
	os.MkdirAll(filepath.Join(f.Dir, "x.json"), 0o755) // a rename onto a folder fails, at the last step
	root, err := os.OpenRoot(f.Dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if err := replace(root, "x.json", []byte("new"), 0o644); err == nil {
		t.Error("no error")
	}
	if got := files(t, f); !slices.Equal(got, []string{"x.json"}) {
		t.Errorf("left %q", got)
	}
}

func TestReadersNeverSeeHalfAFile(t *testing.T) {
	f := temp(t)
	mustSave(t, f, Preset{Name: "Busy"})
	done := make(chan error, 1)
	go func() {
		p, err := Preset{Name: "Busy", Notes: string(make([]byte, 5000))}, error(nil)
		for range 20 {
			if _, e := f.Save(p); e != nil {
				err = e
			}
		}
		done <- err
	}()
	for {
		if _, broken, err := f.List(); len(broken) > 0 || err != nil {
			t.Fatal(broken, err)
		}
		select {
		case err := <-done:
			if err != nil {
				t.Fatal(err)
			}
			return
		default:
		}
	}
}
