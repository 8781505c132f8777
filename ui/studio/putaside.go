package studio

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// marker is a file that is there when the last run failed: it holds one byte
// for each that did, one after another.
func (r *drafts) marker() string { return r.base + ".failed" }

// failedOften reports that the two last runs failed. It may be the draft that
// makes them, so the next one starts without it.
func (r *drafts) failedOften() bool {
	b, _ := os.ReadFile(r.marker())
	return len(b) >= 2
}

// putAside moves a draft that will not do away, and says where it is. An older
// one stays.
func (r *drafts) putAside(path, why string) {
	to := path + ".broken"
	for n := 2; ; n++ {
		if _, err := os.Lstat(to); errors.Is(err, fs.ErrNotExist) {
			break
		}
		to = fmt.Sprintf("%s.broken%d", path, n)
	}
	if err := os.Rename(path, to); err != nil {
		r.say(warning, say.drafts.notMoved(why, err.Error()))
		return
	}
	os.Remove(r.marker())
	r.say(warning, say.drafts.moved(why, to))
}
