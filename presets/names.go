package presets

import (
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// manyFiles are more than are looked into for one name that begins so.
const manyFiles = 2000

// Called are the names in each place of the library that begin so, starters last, for
// a shell that waits for them. Files that are links or cannot be read are left out; in
// a folder of many files, so are those that are not named after the preset in them.
func (l Library) Called(begun string) (names map[string][]string, places []string) {
	names = map[string][]string{}
	for _, p := range l.Places {
		names[p.Name] = called(p.Dir, begun)
		places = append(places, p.Name)
	}
	for _, s := range Starters() {
		if strings.HasPrefix(s.Name, begun) {
			names[FolderStarters] = append(names[FolderStarters], s.Name)
		}
	}
	return names, append(places, FolderStarters)
}

func called(dir, begun string) (names []string) {
	listed, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	listed = slices.DeleteFunc(listed, func(e os.DirEntry) bool { return !e.Type().IsRegular() || !IsFile(e.Name()) })
	if begins := strings.Trim(Slug(begun+"x"), "-"); len(listed) > manyFiles && begun != "" {
		begins = strings.TrimSuffix(begins, "x")
		listed = slices.DeleteFunc(listed, func(e os.DirEntry) bool { return !strings.HasPrefix(e.Name(), strings.TrimSuffix(begins, "-")) })
	}
	found := make([]string, len(listed))
	var all sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		all.Go(func() {
			for i := w; i < len(listed); i += workers {
				found[i] = nameIn(filepath.Join(dir, listed[i].Name()))
			}
		})
	}
	all.Wait()
	for _, name := range found {
		if name != "" && strings.HasPrefix(name, begun) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// nameIn is the name of the preset in a file, that of the file where it has none of
// its own; empty where it cannot be read.
func nameIn(file string) string {
	if info, err := os.Stat(file); err != nil || info.Size() > MaxFile {
		return ""
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return ""
	}
	var p struct {
		Name    string          `json:"name"`
		Request json.RawMessage `json:"request"`
	}
	if json.Unmarshal(data, &p) != nil || p.Request == nil {
		return ""
	}
	if p.Name == "" {
		return strings.TrimSuffix(filepath.Base(file), Ending)
	}
	return p.Name
}
