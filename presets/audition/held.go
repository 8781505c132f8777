package audition

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
)

// takeID is what an id of a take looks like.
var takeID = regexp.MustCompile(`\b[0-9a-f]{8,64}-[1-9][0-9]{0,8}\b`)

// Takes are the ids of the takes that auditions hold, so that they are never
// pruned: all that a file names, also one that is broken or of a newer version.
// Where a file cannot be read nobody knows what it holds: that is an error.
func (f Folder) Takes() (map[string]bool, error) {
	held := map[string]bool{}
	err := f.each(func(root *os.Root, base string) error {
		data, err := contents(root, base)
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return plain(say.folder.cannotRead, filepath.Join(f.Dir, base), err)
		}
		for _, id := range takeID.FindAll(data, -1) {
			held[string(id)] = true
		}
		return nil
	})
	return held, err
}

// Holders are the names of the auditions in which a take is, by the take's id.
func (f Folder) Holders() (map[string][]string, error) {
	all, _, err := f.List()
	names := map[string][]string{}
	for _, a := range all {
		seen := map[string]bool{}
		for _, c := range a.Candidates {
			if c.Take != "" && !seen[c.Take] {
				seen[c.Take] = true
				names[c.Take] = append(names[c.Take], a.Name)
			}
		}
	}
	return names, err
}
