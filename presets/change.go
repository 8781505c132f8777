package presets

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"voicestudio/tts"
	"voicestudio/tts/takes/disk"
)

// Rename gives a preset another name and its file, with the clip beside it,
// the name that goes with it. It refuses the name of another preset
// (fs.ErrExist) and the names that Save refuses. A crash on the way leaves
// both names, never none.
func (f Folder) Rename(old, new string) (Entry, error) {
	new = tts.Plain(new)
	if problem := nameProblem(new); problem != "" {
		return Entry{}, Refuse(fs.ErrInvalid, problem)
	}
	return f.changeWhatIs(func() (Entry, error) {
		s, err := f.find(old)
		if err != nil || s.Name == new {
			return s.Entry, err
		}
		if err := f.mustBeFree(new); err != nil {
			return Entry{}, err
		}
		p := s.Preset
		p.Name, p.Updated = new, time.Now()
		return f.put(p, s)
	})
}

// Copy stores e, of whatever folder, or a starter, as a new preset with its
// clip; the name of another one is fs.ErrExist.
func (f Folder) Copy(e Entry, name string) (Entry, error) {
	if e.Notice != "" {
		return Entry{}, Refuse(fs.ErrPermission, e.Notice)
	}
	clip, err := readClip(e.Preview)
	if err != nil {
		return Entry{}, err
	}
	p := e.Preset
	p.Name = name
	made, err := f.Create(p)
	if errors.Is(err, fs.ErrExist) && clip != nil { // a copy that was killed before its clip
		if there, e := f.Load(name); e == nil && there.Preview == "" && len(Diff(there.Preset, p)) == 0 {
			made, err = there, nil
		}
	}
	if err != nil || clip == nil {
		return made, err
	}
	return f.SetPreview(name, clip)
}

// Delete removes a preset and its clip. undo writes the same bytes back to
// the same files; it refuses when the name or the file has been taken
// meanwhile (fs.ErrExist).
func (f Folder) Delete(name string) (undo func() error, err error) {
	s, err := f.delete(name)
	if err != nil {
		return nil, err
	}
	return func() error {
		_, err := f.change(func() (Entry, error) { return f.restore(s) })
		return err
	}, nil
}

// deleted is what Delete took away.
type deleted struct {
	stored
	clip []byte // nil: there was none
}

func (f Folder) delete(name string) (d deleted, err error) {
	_, err = f.changeWhatIs(func() (Entry, error) {
		if d.stored, err = f.find(name); err != nil {
			return Entry{}, err
		}
		if err := writable(d.stored); err != nil {
			return Entry{}, err
		}
		if d.clip, err = readClip(d.Preview); err != nil {
			return Entry{}, err
		}
		root, err := f.open()
		if err != nil {
			return Entry{}, err
		}
		defer root.Close()
		base := filepath.Base(d.File)
		if err := root.Remove(base); err != nil {
			return Entry{}, Cannot(say.cannot.delete, d.File, err)
		}
		if d.Preview != "" {
			if err := root.Remove(filepath.Base(d.Preview)); err != nil {
				return Entry{}, Cannot(say.cannot.delete, d.Preview, err)
			}
		}
		disk.SyncFolder(root)
		return d.Entry, nil
	})
	return d, err
}

func (f Folder) restore(d deleted) (Entry, error) {
	if err := f.mustBeFree(d.Name); err != nil {
		return Entry{}, err
	}
	root, err := f.open()
	if err != nil {
		return Entry{}, err
	}
	defer root.Close()
	base := filepath.Base(d.File)
	if _, err := root.Lstat(base); err == nil {
		return Entry{}, Refuse(fs.ErrExist, say.folder.existsAgain(tts.Clean(d.File)))
	}
	if d.clip != nil {
		if err := f.replace(root, filepath.Base(d.Preview), d.clip, 0); err != nil {
			return Entry{}, err
		}
	}
	return Entry{}, f.replace(root, base, d.data, d.perm)
}

func isRegular(root *os.Root, base string) bool {
	info, err := root.Lstat(base)
	return err == nil && info.Mode().IsRegular()
}
