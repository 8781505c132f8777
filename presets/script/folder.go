package script

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"voicestudio/presets/keep"
	"voicestudio/tts"
)

// Folder is where scripts are kept, one file for each. Several programs may use it
// at the same time: changes wait for each other, and the lock leaves no file.
type Folder struct{ Dir string }

// Broken is a file that is not a script, or a newer one, and why.
type Broken = tts.Broken

// At is the folder of a script's file, wherever that is, and the file's ID there.
func At(file string) (f Folder, id string) {
	base := filepath.Base(file)
	return Folder{filepath.Dir(file)}, base[:len(base)-len(filepath.Ext(base))]
}

// Path is the file of a script, whether it is there or not.
func (f Folder) Path(id string) string { return filepath.Join(f.Dir, id+keep.Ending) }

// Create keeps a new script and returns it as it is kept, with its ID.
func (f Folder) Create(s File) (File, error) { return f.create(s, NewID) }

// CreateAs is Create with an ID of its own; fs.ErrExist where that is taken.
func (f Folder) CreateAs(s File, id string) (File, error) {
	if _, err := os.Lstat(f.Path(id)); err == nil {
		return File{}, keep.Refuse(fs.ErrExist, say.isThere(tts.Clean(f.Path(id))))
	}
	return f.create(s, func() string { return id })
}

func (f Folder) create(s File, id func() string) (File, error) {
	if err := f.files().Make(); err != nil {
		return File{}, err
	}
	err := f.locked(func(root *os.Root) error {
		s.Version, s.Created = Version, keep.Now()
		s.Updated = s.Created
		s.ID = id()
		return f.files().Write(root, s.ID+keep.Ending, s, nil)
	})
	return s, err
}

// Save keeps a script as it is now and returns it as it is kept; what this version
// does not know in its file stays. Where another program has changed it since it was
// created, loaded or saved, the error is fs.ErrExist and nothing is changed; it is
// fs.ErrNotExist where the file is gone, and its *Broken.
func (f Folder) Save(s File) (File, error) {
	err := f.locked(func(root *os.Root) error {
		data, there, err := f.readFile(root, s.ID+keep.Ending)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return none(s.ID)
		case err != nil:
			return err
		case !there.Updated.Equal(s.Updated):
			return keep.Refuse(fs.ErrExist, say.elsewhere)
		}
		before := s.Updated
		if s.Updated = keep.Now(); !s.Updated.After(before) {
			s.Updated = before.Add(time.Microsecond)
		}
		return f.files().Write(root, s.ID+keep.Ending, s, named(data))
	})
	if err != nil {
		return File{}, err
	}
	return s, nil
}

// Load finds a script by its ID. The error is fs.ErrNotExist, or its *Broken.
func (f Folder) Load(id string) (s File, err error) {
	if id != filepath.Base(id) {
		return s, none(id)
	}
	root, err := os.OpenRoot(f.Dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return s, none(id)
	case err != nil:
		return s, keep.CannotRead(f.Dir, err)
	}
	defer root.Close()
	if _, s, err = f.readFile(root, id+keep.Ending); errors.Is(err, fs.ErrNotExist) {
		err = none(id)
	}
	return s, err
}

// List reads the whole folder, the script that was changed last first, and the files
// that are none. A folder that does not exist is an empty one; err is set only where
// the folder itself cannot be read.
func (f Folder) List() (all []File, broken []Broken, err error) {
	err = f.files().Each(func(root *os.Root, base string) error {
		_, s, err := f.readFile(root, base)
		if b, is := errors.AsType[*Broken](err); is {
			broken = append(broken, *b)
		} else if err == nil { // else it went since the folder was listed
			all = append(all, s)
		}
		return nil
	})
	slices.SortStableFunc(all, func(a, b File) int {
		return cmp.Or(b.Updated.Compare(a.Updated), cmp.Compare(b.ID, a.ID))
	})
	return all, broken, err
}

// Takes are the ids of the takes that scripts hold, so that they are never pruned:
// also those that a broken file names, or one of a newer version.
func (f Folder) Takes() (map[string]bool, error) {
	return f.files().Takes(func([]byte) bool { return false })
}

func (f Folder) files() keep.Folder { return keep.Folder{Dir: f.Dir} }

func (f Folder) locked(do func(*os.Root) error) error { return f.files().Locked(say.empty, do) }

func (f Folder) readFile(root *os.Root, base string) (data []byte, s File, err error) {
	data, err = f.files().Read(root, base, func(data []byte) (err error) {
		s, err = Parse(data)
		return err
	})
	s.ID = base[:len(base)-len(keep.Ending)]
	return data, s, err
}

func none(id string) error { return keep.Refuse(fs.ErrNotExist, say.none(keep.Shortened(id))) }
