package disk

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func folder(t *testing.T) (*os.Root, string) {
	t.Helper()
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return root, dir
}

// shown are the files that are not temporary.
func shown(t *testing.T, dir string) (names []string) {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		if !IsTemp(e.Name()) {
			names = append(names, e.Name())
		}
	}
	return names
}

func TestAPowerCutAtAnyStepLeavesAWholeFile(t *testing.T) {
	const oldText, newText = "the old file", "the new file, which is longer"
	const renamed = 6 // the steps that are done once the new file is in place
	for survived := range len((&replacement{durable: true}).steps()) + 1 {
		root, dir := folder(t)
		path := filepath.Join(dir, "x.json")
		if err := os.WriteFile(path, []byte(oldText), 0o644); err != nil {
			t.Fatal(err)
		}
		r := replacement{root: root, base: "x.json", data: []byte(newText), durable: true}
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
		if got := shown(t, dir); !slices.Equal(got, []string{"x.json"}) {
			t.Errorf("after %d steps the folder shows %q", survived, got)
		}
		if r.file != nil {
			r.file.Close()
		}
	}
}

func TestAFailedWriteLeavesTheOldFileAndNoLitter(t *testing.T) {
	root, dir := folder(t)
	os.Mkdir(filepath.Join(dir, "x.json"), 0o755) // a rename onto a folder fails, at the last step
	if err := Replace(root, "x.json", []byte("new"), 0o644); err == nil {
		t.Error("no error")
	}
	if list, _ := os.ReadDir(dir); len(list) != 1 {
		t.Errorf("left %v", list)
	}
}

func TestALockIsHeldByOneAndLeavesNothingInTheFolder(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	_, dir := folder(t)
	unlock, err := Lock(dir)
	if err != nil {
		t.Fatal(err)
	}
	if second, err := TryLock(dir); second != nil || err != nil {
		t.Errorf("a second holder, %v", err)
	}
	if got := shown(t, dir); len(got) != 0 {
		t.Errorf("the folder holds %q", got)
	}
	waited := make(chan error)
	go func() {
		again, err := Lock(dir)
		if err == nil {
			again()
		}
		waited <- err
	}()
	unlock()
	if err := <-waited; err != nil {
		t.Error(err)
	}
	if _, err := Lock(filepath.Join(dir, "nothing")); err == nil {
		t.Error("what does not exist was locked")
	}
}

func TestWhereAFolderCannotBeLockedAFileElsewhereStandsInForIt(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	_, dir := folder(t)
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(dir, link); err != nil {
		t.Fatal(err)
	}
	one, err := standIn(dir)
	if err != nil {
		t.Fatal(err)
	}
	two, err := standIn(link)
	if err != nil || one != two || filepath.Dir(one) == dir {
		t.Errorf("%s and %s, %v", one, two, err)
	}
}
