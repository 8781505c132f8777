package presets

import (
	"os"
	"path/filepath"
	"time"
)

// Stamp tells one state of a file from another without reading it.
type Stamp struct {
	Time time.Time
	Size int64
}

// Stamps are those of all preset files of all folders, by path. What cannot be
// read has none.
func (l Library) Stamps() map[string]Stamp {
	all := map[string]Stamp{}
	for _, p := range l.Places {
		files, _ := os.ReadDir(p.Dir)
		for _, f := range files {
			if !IsFile(f.Name()) || f.IsDir() {
				continue
			}
			if info, err := os.Stat(filepath.Join(p.Dir, f.Name())); err == nil {
				all[filepath.Join(p.Dir, f.Name())] = Stamp{info.ModTime(), info.Size()}
			}
		}
	}
	return all
}
