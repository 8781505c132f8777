// Package keep holds things as JSON files, one for each, in a folder that several
// programs may use at the same time. What another version of the program wrote into
// a file stays, and a file that is none is never overwritten.
package keep

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"voicestudio/tts"
	"voicestudio/tts/takes/disk"
)

// Ending is that of the files.
const Ending = ".json"

// Folder is where the files are. The lock leaves no file.
type Folder struct{ Dir string }

// Make creates the folder where there is none, for this person alone.
func (f Folder) Make() error {
	if err := os.MkdirAll(f.Dir, 0o700); err != nil {
		return CannotWrite(f.Dir, err)
	}
	disk.RemoveLeftovers(f.Dir)
	return nil
}

// Each visits the files, in the order of their names. A folder that does not exist
// has none.
func (f Folder) Each(visit func(root *os.Root, base string) error) error {
	root, err := os.OpenRoot(f.Dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return CannotRead(f.Dir, err)
	}
	defer root.Close()
	listed, err := fs.ReadDir(root.FS(), ".")
	if err != nil {
		return CannotRead(f.Dir, err)
	}
	for _, e := range listed {
		if name := e.Name(); strings.HasSuffix(name, Ending) && !strings.HasPrefix(name, ".") {
			if err := visit(root, name); err != nil {
				return err
			}
		}
	}
	return nil
}

// Locked does something while no other program changes the folder. Of one that does
// not exist the error is what missing says, and fs.ErrNotExist.
func (f Folder) Locked(missing string, do func(*os.Root) error) error {
	root, err := os.OpenRoot(f.Dir)
	if errors.Is(err, fs.ErrNotExist) {
		return Refuse(fs.ErrNotExist, missing)
	}
	if err != nil {
		return CannotRead(f.Dir, err)
	}
	defer root.Close()
	unlock, err := disk.Lock(f.Dir)
	if err != nil {
		return CannotWrite(f.Dir, err)
	}
	defer unlock()
	return do(root)
}

// Read reads a file. The error is fs.ErrNotExist, or a *tts.Broken with the File.
func (f Folder) Read(root *os.Root, base string, parse func([]byte) error) ([]byte, error) {
	data, err := contents(root, base)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, err
	case err != nil:
		return nil, &tts.Broken{File: filepath.Join(f.Dir, base), Reason: tts.Reason(err)}
	}
	err = parse(data)
	if b, is := errors.AsType[*tts.Broken](err); is {
		b.File = filepath.Join(f.Dir, base)
	}
	return bytes.Clone(data), err
}

// Write replaces a file whole, with the permissions that it has; one that may not be
// written stays. was is what it held, nil where it is new.
func (f Folder) Write(root *os.Root, base string, v any, was []byte) error {
	data, err := Encode(v, was)
	if err == nil && len(data) > MaxFile {
		err = errors.New(say.tooLarge(MaxFile >> 20))
	}
	perm := fs.FileMode(0o600)
	if info, there := root.Lstat(base); there == nil {
		if perm = info.Mode().Perm(); perm&0o200 == 0 {
			err = fs.ErrPermission // which a rename would not ask for
		}
	}
	if err == nil {
		err = disk.Replace(root, base, data, perm)
	}
	if err != nil {
		return CannotWrite(filepath.Join(f.Dir, base), err)
	}
	return nil
}

// takeID is what an id of a take looks like.
var takeID = regexp.MustCompile(`\b[0-9a-f]{8,64}-[1-9][0-9]{0,8}\b`)

// Takes are the ids of the takes that files name, so that they are never pruned,
// also one that is broken or of a newer version; those that are free hold none.
// Where a file cannot be read nobody knows what it holds: that is an error.
func (f Folder) Takes(free func(data []byte) bool) (map[string]bool, error) {
	held := map[string]bool{}
	err := f.Each(func(root *os.Root, base string) error {
		data, err := contents(root, base)
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return CannotRead(filepath.Join(f.Dir, base), err)
		}
		if free(data) {
			return nil
		}
		for _, id := range takeID.FindAll(data, -1) {
			held[string(id)] = true
		}
		return nil
	})
	return held, err
}

// Now is the time as files keep it.
func Now() time.Time { return time.Now().UTC().Truncate(time.Microsecond) }
