package presets

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"voicestudio/tts/takes/disk"
)

// Save stores the preset under its name, in the file that bears the name or
// in a new one, and creates the folder. It sets Updated, and Created when the
// preset is new here. Unknown keys of the file it replaces stay where p
// brings none of its own. The file is replaced whole: a reader, or a crash,
// finds the old one or the new one. It refuses a name that is empty, longer
// than MaxName or holds control characters, and a read-only file.
func (f Folder) Save(p Preset) (Entry, error) {
	if problem := nameProblem(p.Name); problem != "" {
		return Entry{}, refuse(fs.ErrInvalid, "%s", problem)
	}
	all, _, err := f.read()
	if err != nil {
		return Entry{}, err
	}
	old, found, err := named(all, p.Name)
	if err != nil {
		return Entry{}, err
	}
	now := time.Now()
	switch {
	case !found:
		p.Created = now
	case !old.Created.IsZero():
		p.Created = old.Created
	case p.Created.IsZero():
		p.Created = now
	}
	if found && p.kept == nil {
		p.kept = old.kept
	}
	p.Updated = now
	return f.put(p, old)
}

// Rename gives a preset another name and its file the name that goes with it.
// It refuses the name of another preset (fs.ErrExist) and the names that Save
// refuses. A crash on the way leaves both names, never none.
func (f Folder) Rename(old, new string) (Entry, error) {
	if problem := nameProblem(new); problem != "" {
		return Entry{}, refuse(fs.ErrInvalid, "%s", problem)
	}
	s, err := f.find(old)
	if err != nil || old == new {
		return s.Entry, err
	}
	if err := f.mustBeFree(new); err != nil {
		return Entry{}, err
	}
	p := s.Preset
	p.Name, p.Updated = new, time.Now()
	return f.put(p, s)
}

// Delete removes a preset. undo writes the same bytes back to the same file;
// it refuses when the name or the file has been taken meanwhile (fs.ErrExist).
func (f Folder) Delete(name string) (undo func() error, err error) {
	s, err := f.find(name)
	if err != nil {
		return nil, err
	}
	if err := writable(s); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(f.Dir)
	if err != nil {
		return nil, plain("open the folder", f.Dir, err)
	}
	defer root.Close()
	base := filepath.Base(s.File)
	if err := root.Remove(base); err != nil {
		return nil, plain("delete", s.File, err)
	}
	disk.SyncFolder(root)
	return func() error {
		if err := f.mustBeFree(name); err != nil {
			return err
		}
		root, err := f.open()
		if err != nil {
			return err
		}
		defer root.Close()
		if _, err := root.Lstat(base); err == nil {
			return refuse(fs.ErrExist, "the file %s exists again", printable(s.File))
		}
		return f.replace(root, base, s.data, s.perm)
	}, nil
}

func (f Folder) mustBeFree(name string) error {
	if other, err := f.find(name); err == nil {
		return refuse(fs.ErrExist, "another preset is named %s (%s)", quoted(name), printable(filepath.Base(other.File)))
	} else if b := (*Broken)(nil); !errors.Is(err, fs.ErrNotExist) && !errors.As(err, &b) {
		return err
	}
	return nil
}

func writable(s stored) error {
	if s.ReadOnly {
		return refuse(fs.ErrPermission, "the file %s is read-only: save under another name", printable(s.File))
	}
	return nil
}

// put writes p into the file of old, or into a free one where old bears
// another name; old's file is then removed, after the new one is safe.
func (f Folder) put(p Preset, old stored) (Entry, error) {
	if err := writable(old); err != nil {
		return Entry{}, err
	}
	data, err := p.Encode()
	if err != nil {
		return Entry{}, refuse(fs.ErrInvalid, "the preset cannot be stored: %s", err)
	}
	// Nothing is written that could not be read back, such as notes of 2 MB.
	if _, broken := parse(data); broken != nil {
		return Entry{}, refuse(fs.ErrInvalid, "the preset cannot be stored: %s", broken)
	}
	root, err := f.open()
	if err != nil {
		return Entry{}, err
	}
	defer root.Close()
	var own, base string
	var perm fs.FileMode
	if old.File != "" {
		own, perm = filepath.Base(old.File), old.perm
	}
	if base = own; old.Name != p.Name || own == "" {
		base = free(root, Slug(p.Name), own)
	}
	path := filepath.Join(f.Dir, base)
	if err := f.replace(root, base, data, perm); err != nil {
		return Entry{}, err
	}
	if own != "" && own != base {
		if err := root.Remove(own); err != nil {
			return Entry{}, plain("remove the old file", old.File, err)
		}
		disk.SyncFolder(root)
	}
	s, err := load(root, base, path)
	return s.Entry, err
}

// free is the first of slug.json, slug-2.json, ... that does not exist, or
// own, the file that is to be replaced.
func free(root *os.Root, slug, own string) string {
	base := slug + ending
	for n := 2; base != own; n++ {
		if _, err := root.Lstat(base); err != nil {
			break
		}
		base = fmt.Sprintf("%s-%d%s", slug, n, ending)
	}
	return base
}

func (f Folder) open() (*os.Root, error) {
	if err := os.MkdirAll(f.Dir, 0o755); err != nil {
		return nil, plain("create the folder", f.Dir, err)
	}
	root, err := os.OpenRoot(f.Dir)
	if err != nil {
		return nil, plain("open the folder", f.Dir, err)
	}
	return root, nil
}

func (f Folder) replace(root *os.Root, base string, data []byte, perm fs.FileMode) error {
	if err := disk.Replace(root, base, data, perm); err != nil {
		return plain("write", filepath.Join(f.Dir, base), err)
	}
	return nil
}
