package tuning

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
	"voicestudio/tts/takes/disk"
	"voicestudio/tts/tune"
)

// Folder is where courses are kept, one file for each. Several programs may use it
// at the same time: changes wait for each other, and the lock leaves no file.
type Folder struct{ Dir string }

// Broken is a file that is not a course, or a newer one, and why.
type Broken = tts.Broken

// DefaultDir is $XDG_DATA_HOME/voicestudio/tunings, by default under
// ~/.local/share.
func DefaultDir() (string, error) {
	data, err := disk.DataHome()
	if err != nil {
		return "", err
	}
	return filepath.Join(data, "voicestudio", "tunings"), nil
}

// Path is the file of a course, whether it is there or not.
func (f Folder) Path(id string) string { return filepath.Join(f.Dir, id+keep.Ending) }

// remembered is how long a course is kept once it has ended: scripts end many.
const remembered = 90 * 24 * time.Hour

// Create keeps a course that Begin made and returns it as it is kept, with its ID.
// Those that have ended long ago go.
func (f Folder) Create(c Course) (Course, error) {
	if err := f.files().Make(); err != nil {
		return Course{}, err
	}
	err := f.locked(func(root *os.Root) error {
		c.Version, c.Created = Version, keep.Now()
		c.Updated = c.Created
		for c.ID = newID(c.Created); ; c.ID = newID(c.Created) {
			if _, err := root.Lstat(c.ID + keep.Ending); err != nil {
				break
			}
		}
		f.forget(root)
		return f.files().Write(root, c.ID+keep.Ending, c, nil)
	})
	return c, err
}

// forget removes the courses that have ended long ago. What cannot be read, or
// removed, stays.
func (f Folder) forget(root *os.Root) {
	f.files().Each(func(_ *os.Root, base string) error {
		if _, c, err := f.readFile(root, base); err == nil && c.Ended && time.Since(c.Updated) > remembered {
			root.Remove(base)
		}
		return nil
	})
}

// Save keeps a course as it is now and returns it as it is kept; what this version
// does not know in its file stays. Where another program has changed it since it was
// created, loaded or saved, the error is fs.ErrExist and nothing is changed; it is
// fs.ErrNotExist where the file is gone, and its *Broken.
func (f Folder) Save(c Course) (Course, error) {
	err := f.locked(func(root *os.Root) error {
		data, there, err := f.read(root, c.ID)
		if err != nil {
			return err
		}
		if !there.Updated.Equal(c.Updated) {
			return keep.Refuse(fs.ErrExist, say.folder.elsewhere)
		}
		return f.put(root, &c, data)
	})
	if err != nil {
		return Course{}, err
	}
	return c, nil
}

// End gives a course up, however it stands: nothing resumes it, and its takes may be
// pruned.
func (f Folder) End(id string) error {
	return f.locked(func(root *os.Root) error {
		data, c, err := f.read(root, id)
		if err != nil || c.Ended {
			return err
		}
		c.Ended = true
		return f.put(root, &c, data)
	})
}

// put writes a course at a later time than it had, by which changes are told.
func (f Folder) put(root *os.Root, c *Course, was []byte) error {
	before := c.Updated
	if c.Updated = keep.Now(); !c.Updated.After(before) {
		c.Updated = before.Add(time.Microsecond)
	}
	return f.files().Write(root, c.ID+keep.Ending, *c, was)
}

// Load finds a course by its ID. The error is fs.ErrNotExist, or its *Broken.
func (f Folder) Load(id string) (c Course, err error) {
	root, err := os.OpenRoot(f.Dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return c, none(id)
	case err != nil:
		return c, keep.CannotRead(f.Dir, err)
	}
	defer root.Close()
	_, c, err = f.read(root, id)
	return c, err
}

// Last is the course that is resumed: the one that was changed last among those that
// have not ended; nil: none. The broken files are told as List does.
func (f Folder) Last() (*Course, []Broken, error) {
	all, broken, err := f.List()
	if i := slices.IndexFunc(all, func(c Course) bool { return !c.Ended }); i >= 0 {
		return &all[i], broken, err
	}
	return nil, broken, err
}

// List reads the whole folder, the course that was changed last first, and the files
// that are none. A folder that does not exist is an empty one; err is set only where
// the folder itself cannot be read.
func (f Folder) List() (all []Course, broken []Broken, err error) {
	err = f.files().Each(func(root *os.Root, base string) error {
		_, c, err := f.readFile(root, base)
		if b, is := errors.AsType[*Broken](err); is {
			broken = append(broken, *b)
		} else if err == nil { // else it went since the folder was listed
			all = append(all, c)
		}
		return nil
	})
	slices.SortStableFunc(all, func(a, b Course) int {
		return cmp.Or(b.Updated.Compare(a.Updated), cmp.Compare(b.ID, a.ID))
	})
	return all, broken, err
}

// Takes are the ids of the takes that open courses hold, so that they are never
// pruned: also those that a broken file names, or one of a newer version.
func (f Folder) Takes() (map[string]bool, error) {
	return f.files().Takes(func(data []byte) bool {
		c, err := parse(data)
		return err == nil && c.Ended
	})
}

func (f Folder) files() keep.Folder { return keep.Folder{Dir: f.Dir} }

func (f Folder) locked(do func(*os.Root) error) error { return f.files().Locked(say.folder.empty, do) }

func (f Folder) read(root *os.Root, id string) ([]byte, Course, error) {
	if id != filepath.Base(id) {
		return nil, Course{}, none(id)
	}
	data, c, err := f.readFile(root, id+keep.Ending)
	if errors.Is(err, fs.ErrNotExist) {
		err = none(id)
	}
	return data, c, err
}

func (f Folder) readFile(root *os.Root, base string) (data []byte, c Course, err error) {
	data, err = f.files().Read(root, base, func(data []byte) (err error) {
		c, err = parse(data)
		return err
	})
	c.ID = base[:len(base)-len(keep.Ending)] // a copy of a file is another course
	return data, c, err
}

func none(id string) error { return keep.Refuse(fs.ErrNotExist, say.folder.none(keep.Shortened(id))) }

// parse reads a course's file. Every error is a *Broken without a File.
func parse(data []byte) (c Course, err error) {
	if err := keep.Parse(data, Version, &c); err != nil {
		return Course{}, err
	}
	if _, err := tune.Open(c.Session); err != nil {
		return Course{}, keep.Wrong(tts.AsError(err, tts.KindRequest).Error())
	}
	c.Version, c.Text = Version, tts.Plain(c.Text)
	for i := range c.Labels {
		c.Labels[i] = tts.Clean(c.Labels[i])
	}
	return c, nil
}

// Fault gives an error about courses its kind, as the commands end by it: what cannot
// be read or kept is this machine's fault. nil stays nil.
func Fault(err error) error {
	if err == nil {
		return nil
	}
	return tts.Machine(tts.Said{What: tts.SystemSays(err)}, err)
}
