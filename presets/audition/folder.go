package audition

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/cases"

	"voicestudio/presets"
	"voicestudio/presets/keep"
	"voicestudio/tts"
	"voicestudio/tts/takes/disk"
)

// Folder is where auditions are kept, one file for each. Several programs may use
// it at the same time: changes wait for each other, and the lock leaves no file.
type Folder struct{ Dir string }

// Broken is a file that is not an audition, or a newer one, and why.
type Broken = tts.Broken

// DefaultDir is $XDG_DATA_HOME/voicestudio/auditions, by default under
// ~/.local/share.
func DefaultDir() (string, error) {
	data, err := disk.DataHome()
	if err != nil {
		return "", err
	}
	return filepath.Join(data, "voicestudio", "auditions"), nil
}

// Path is the file of an audition, whether it is there or not.
func (f Folder) Path(name string) string { return filepath.Join(f.Dir, baseOf(name)) }

func baseOf(name string) string { return presets.Slug(name) + keep.Ending }

// Create keeps a new audition, of which the name, the text and the candidates are
// taken, and returns it as it is kept. Where the name is taken, or another one
// makes the same file, the error is fs.ErrExist; fs.ErrInvalid where it is none.
func (f Folder) Create(a Audition) (Audition, error) {
	if err := f.Vacant(a.Name); err != nil {
		return Audition{}, err
	}
	a.Name = strings.TrimSpace(tts.Plain(a.Name))
	if err := f.files().Make(); err != nil {
		return Audition{}, err
	}
	err := f.locked(func(root *os.Root) error {
		base := baseOf(a.Name)
		if _, err := root.Lstat(base); err == nil {
			return f.taken(root, base, a.Name)
		}
		now := keep.Now()
		a.Created, a.Updated = now, now
		a.tidy(nil)
		return f.files().Write(root, base, a, nil)
	})
	return a, err
}

// Vacant says why a new audition cannot have a name, as Create does.
func (f Folder) Vacant(name string) error {
	name = strings.TrimSpace(tts.Plain(name))
	if why := nameProblem(name); why != "" {
		return keep.Refuse(fs.ErrInvalid, why)
	}
	root, err := os.OpenRoot(f.Dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return keep.CannotRead(f.Dir, err)
	}
	defer root.Close()
	if _, err := root.Lstat(baseOf(name)); err == nil {
		return f.taken(root, baseOf(name), name)
	}
	return nil
}

// taken says what is in the place of a new audition's file.
func (f Folder) taken(root *os.Root, base, name string) error {
	_, there, err := f.read(root, base)
	if err != nil {
		return keep.Refuse(fs.ErrExist, say.folder.inTheWay(tts.Clean(f.Dir), base))
	}
	if answersTo(there, base, name) {
		return keep.Refuse(fs.ErrExist, say.folder.exists(there.Name))
	}
	return keep.Refuse(fs.ErrExist, say.folder.sameFile(there.Name, base))
}

// Load finds an audition by its name, in whatever case, or by its file's without
// the keep.Ending. The error is fs.ErrNotExist, or its *Broken.
func (f Folder) Load(name string) (a Audition, err error) {
	root, err := os.OpenRoot(f.Dir)
	if err != nil {
		return a, f.none(name, err)
	}
	defer root.Close()
	_, _, a, err = f.find(root, name)
	return a, err
}

// find also returns the file's name and its bytes.
func (f Folder) find(root *os.Root, name string) (base string, data []byte, a Audition, err error) {
	base = baseOf(name)
	data, a, err = f.read(root, base)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		err = f.none(name, err)
	case err == nil && !answersTo(a, base, name):
		err = f.none(name, fs.ErrNotExist)
	}
	return base, data, a, err
}

// none is the error of an audition that is not there, or cannot be looked for.
func (f Folder) none(name string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return keep.Refuse(fs.ErrNotExist, say.folder.none(quoted(name)))
	}
	return keep.CannotRead(f.Dir, err)
}

// answersTo reports whether a name is that of an audition: several may make one
// file, and whoever asks for one of them must not get another.
func answersTo(a Audition, base, name string) bool {
	fold := func(s string) string { return cases.Fold().String(strings.TrimSpace(tts.Plain(s))) }
	return fold(a.Name) == fold(name) || strings.TrimSuffix(base, keep.Ending) == name
}

// List reads the whole folder, the audition that was changed last first, and the
// files that are none. A folder that does not exist is an empty one; err is set
// only where the folder itself cannot be read.
func (f Folder) List() (all []Audition, broken []Broken, err error) {
	err = f.files().Each(func(root *os.Root, base string) error {
		_, a, err := f.read(root, base)
		if b := (*Broken)(nil); errors.As(err, &b) {
			broken = append(broken, *b)
		} else if err == nil { // else it went since the folder was listed
			all = append(all, a)
		}
		return nil
	})
	slices.SortStableFunc(all, func(a, b Audition) int {
		return cmp.Or(b.Updated.Compare(a.Updated), cmp.Compare(a.Name, b.Name))
	})
	return all, broken, err
}

// Edit changes an audition as it is on disk at that moment, so that two programs'
// edits of different things both stay, and returns it as it is kept then. What
// this version does not know in it stays as it is; so does its name. A candidate
// without an id of its own is given one. The error is that of Load, or of writing:
// then nothing was changed.
func (f Folder) Edit(name string, change func(*Audition)) (a Audition, err error) {
	return f.edit(name, change, func() error { return nil })
}

// edit also does something once the change is kept; where that fails, the file is
// again what it was.
func (f Folder) edit(name string, change func(*Audition), then func() error) (a Audition, err error) {
	err = f.locked(func(root *os.Root) error {
		base, data, before, err := f.find(root, name)
		if err != nil {
			return err
		}
		if a, err = Parse(data); err != nil { // its own, whatever change does to the lists
			return err
		}
		change(&a)
		a.Name, a.Created = before.Name, before.Created
		a.tidy(before.Candidates)
		if before.tidy(before.Candidates); keep.Same(a, before) {
			return then()
		}
		a.Updated = keep.Now()
		if err := f.files().Write(root, base, a, data); err != nil {
			return err
		}
		if err = then(); err != nil {
			disk.Replace(root, base, data, 0o600) // else it keeps a page that nobody has
		}
		return err
	})
	if err != nil {
		return Audition{}, err
	}
	return a, nil
}

// Remove puts an audition into the trash, from which undo brings it back as long as
// nothing else has its place.
func (f Folder) Remove(name string) (undo func() error, err error) {
	const trash = "trash"
	base := ""
	err = f.locked(func(root *os.Root) (err error) {
		// A broken file goes, too: there is no other way to be rid of it.
		base, _, _, err = f.find(root, name)
		if b := (*Broken)(nil); err != nil && !errors.As(err, &b) {
			return err
		}
		if err = root.Mkdir(trash, 0o700); err == nil || errors.Is(err, fs.ErrExist) {
			err = root.Rename(base, filepath.Join(trash, base))
		}
		if err != nil {
			return keep.CannotWrite(f.Dir, err)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return func() error {
		return f.locked(func(root *os.Root) error {
			if _, err := root.Lstat(base); err == nil {
				return keep.Refuse(fs.ErrExist, say.folder.inTheWay(tts.Clean(f.Dir), base))
			}
			if err := root.Rename(filepath.Join(trash, base), base); err != nil {
				return keep.CannotWrite(f.Dir, err)
			}
			return nil
		})
	}, nil
}

// Trash is the folder of the removed auditions.
func (f Folder) Trash() Folder { return Folder{filepath.Join(f.Dir, "trash")} }

// files are those of the folder.
func (f Folder) files() keep.Folder { return keep.Folder{Dir: f.Dir} }

func (f Folder) locked(do func(*os.Root) error) error { return f.files().Locked(say.folder.empty, do) }

// read reads the audition in a file. The error is a *Broken, or fs.ErrNotExist.
func (f Folder) read(root *os.Root, base string) (data []byte, a Audition, err error) {
	data, err = f.files().Read(root, base, func(data []byte) (err error) {
		a, err = Parse(data)
		return err
	})
	return data, a, err
}
