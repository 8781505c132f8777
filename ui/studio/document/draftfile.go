package document

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"voicestudio/tts/takes/disk"
)

// DraftFile is where the draft is kept. Several studios may have begun with
// the same file: the first to change something keeps it, every other one then
// goes on in a file of its own beside it, and one that changed nothing writes
// nothing. Its methods may be called from any goroutine.
type DraftFile struct {
	mu   sync.Mutex
	base string // of the names of all studios' drafts
	path string // of this one's
	// known is what was in the file when this studio read or wrote it last;
	// nil: there was none.
	known []byte
	kept  []byte // the draft as it was shown first or written last
	next  Draft  // as it is now
}

// Begin takes what is on the screen at the start for what is in the file.
func (f *DraftFile) Begin(base, path string, known []byte, shown Draft) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.base, f.path, f.known, f.next = base, path, known, shown
	f.kept, _ = shown.encode()
}

// Unkept says that what is on the screen is in no file.
func (f *DraftFile) Unkept() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.kept = nil
}

// Note says what is to be kept from now on.
func (f *DraftFile) Note(d Draft) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.next = d
}

// Moved says that scripts are in other files by now, by their IDs.
func (f *DraftFile) Moved(to map[string]string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if id := to[f.next.Script]; id != "" {
		f.next.Script = id
	}
}

// Write keeps the draft. aside is the new file where the old one has become
// another studio's.
func (f *DraftFile) Write() (aside string, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	b, err := f.next.encode()
	if err != nil || bytes.Equal(b, f.kept) {
		return "", err
	}
	dir := filepath.Dir(f.path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	defer lockSoon(dir)()
	now, err := os.ReadFile(f.path)
	if err == nil && !bytes.Equal(now, f.known) && !bytes.Equal(now, b) {
		f.path = freeDraft(f.base)
		aside = f.path
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return "", err
	}
	defer root.Close()
	if err := disk.Replace(root, filepath.Base(f.path), b, 0o600); err != nil {
		return "", err
	}
	f.known, f.kept = b, b
	return aside, nil
}

// File is where the draft is kept now.
func (f *DraftFile) File() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.path
}

// lockSoon locks a folder, but not at any price: another studio that was
// suspended in the middle of a write must not keep this one from ending.
func lockSoon(dir string) (unlock func()) {
	for range 50 {
		unlock, err := disk.TryLock(dir)
		switch {
		case err != nil:
			return func() {}
		case unlock != nil:
			return unlock
		}
		time.Sleep(10 * time.Millisecond)
	}
	return func() {}
}

// draftName is the file of the n-th studio's draft: draft.json, draft-2.json.
func draftName(base string, n int) string {
	if n == 1 {
		return base
	}
	ext := filepath.Ext(base)
	return fmt.Sprintf("%s-%d%s", strings.TrimSuffix(base, ext), n, ext)
}

func freeDraft(base string) string {
	for n := 2; ; n++ {
		name := draftName(base, n)
		if _, err := os.Lstat(name); errors.Is(err, fs.ErrNotExist) {
			return name
		}
	}
}

// PutAside moves a draft that will not do, and returns where it is then. An older
// one stays.
func PutAside(path string) (to string, err error) {
	to = path + ".broken"
	for n := 2; ; n++ {
		if _, err := os.Lstat(to); errors.Is(err, fs.ErrNotExist) {
			return to, os.Rename(path, to)
		}
		to = fmt.Sprintf("%s.broken%d", path, n)
	}
}

// Kept is a draft on disk.
type Kept struct {
	File string
	Time time.Time
}

// Drafts are the drafts that studios have left, the newest first.
func Drafts(base string) (found []Kept) {
	dir, ext := filepath.Dir(base), filepath.Ext(base)
	entries, _ := os.ReadDir(dir) // without a folder there are none
	for _, entry := range entries {
		name := filepath.Join(dir, entry.Name())
		_, n, _ := strings.Cut(strings.TrimSuffix(entry.Name(), ext), "-")
		if number, err := strconv.Atoi(n); name != filepath.Clean(base) && (err != nil || draftName(filepath.Clean(base), number) != name) {
			continue
		}
		if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
			found = append(found, Kept{name, info.ModTime()})
		}
	}
	slices.SortStableFunc(found, func(a, b Kept) int { return b.Time.Compare(a.Time) })
	return found
}
