package presets

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"voicestudio/tts"
	"voicestudio/tts/takes/disk"
)

// Create stores a new preset; the name of another one is fs.ErrExist.
func (f Folder) Create(p Preset) (e Entry, err error) {
	p = p.plain()
	return f.change(func() (Entry, error) {
		if err := f.mustBeFree(p.Name); err != nil {
			return Entry{}, err
		}
		return f.save(p)
	})
}

// Save stores the preset under its name, in the file of the preset that has it
// or in a new one, and creates the folder. It sets Updated, and Created when the
// preset is new here. Unknown keys of the file it replaces stay where p
// brings none of its own. The file is replaced whole: a reader, or a crash,
// finds the old one or the new one. It refuses a name that is empty, longer
// than MaxName or holds control characters, and a read-only file.
//
// Save replaces whatever preset has that name; Update is for a preset that was
// opened before.
func (f Folder) Save(p Preset) (Entry, error) {
	p = p.plain()
	return f.change(func() (Entry, error) { return f.save(p) })
}

// Update stores p, which somebody made of opened, in opened's file. Where the
// file holds something else by now, it changes nothing and returns *Changed.
// Another name than opened's renames the preset. What lives elsewhere, or is a
// starter, is refused (fs.ErrPermission).
func (f Folder) Update(opened Entry, p Preset) (Entry, error) {
	p = p.plain()
	return f.change(func() (Entry, error) {
		if problem := nameProblem(p.Name); problem != "" {
			return Entry{}, Refuse(fs.ErrInvalid, problem)
		}
		now, err := f.unchanged(opened, p)
		if err != nil {
			return Entry{}, err
		}
		if p.Name != now.Name {
			if err := f.mustBeFree(p.Name); err != nil {
				return Entry{}, err
			}
		}
		return f.put(f.stamped(p.withFingerprints(opened.Preset, now.Preset), now), now)
	})
}

// unchanged is opened as it is in its file now, where that holds the same voice;
// mine is what somebody made of it meanwhile.
func (f Folder) unchanged(opened Entry, mine Preset) (now stored, _ error) {
	if opened.File == "" || filepath.Dir(opened.File) != filepath.Clean(f.Dir) {
		return now, Refuse(fs.ErrPermission, say.folder.elsewhere(Quoted(opened.Name), tts.Clean(f.Dir)))
	}
	root, err := f.open()
	if err != nil {
		return now, err
	}
	defer root.Close()
	now, err = load(root, filepath.Base(opened.File), opened.File, f.Known)
	changed := &Changed{File: opened.File, Base: opened.Preset, Mine: mine, Theirs: now.Preset}
	if errors.Is(err, fs.ErrNotExist) {
		changed.Gone = true
		return now, changed
	}
	if err == nil && len(changed.TheirChanges()) > 0 {
		err = changed
	}
	return now, err
}

// Changed is a preset that somebody else changed while it was open here. Save
// of Mine keeps one's own, opening Theirs takes the other, Create under
// another name keeps both, and Merge joins them where it can.
type Changed struct {
	File               string
	Base, Mine, Theirs Preset
	// Gone is true where the file was deleted or renamed; Theirs is empty then.
	Gone bool
}

// TheirChanges are those of the file on disk since it was opened here.
func (c *Changed) TheirChanges() []Change { return Diff(c.Base, c.Theirs) }

// Merge joins both sides' changes; see the function Merge.
func (c *Changed) Merge() (Preset, []Conflict) { return Merge(c.Base, c.Mine, c.Theirs) }

// Error is one sentence, safe to print.
func (c *Changed) Error() string {
	if c.Gone {
		return say.folder.gone(Quoted(c.Base.Name))
	}
	return say.folder.changed(Quoted(c.Base.Name), InShort(Sentences(c.TheirChanges())))
}

// change makes a change while no other program makes one.
func (f Folder) change(make func() (Entry, error)) (Entry, error) {
	if err := os.MkdirAll(f.Dir, 0o755); err != nil {
		return Entry{}, Cannot(say.cannot.createFolder, f.Dir, err)
	}
	return f.changeWhatIs(make)
}

// changeWhatIs is change for a folder that need not exist.
func (f Folder) changeWhatIs(make func() (Entry, error)) (Entry, error) {
	unlock, err := disk.Lock(f.Dir)
	if errors.Is(err, fs.ErrNotExist) {
		return make()
	}
	if err != nil {
		return Entry{}, Cannot(say.cannot.lockFolder, f.Dir, err)
	}
	defer unlock()
	f.sweep()
	return make()
}

// sweep removes the temporary files of programs that were killed while they
// wrote. It is called with the lock; another machine may write without it.
func (f Folder) sweep() {
	const abandoned = time.Hour
	root, err := f.open()
	if err != nil {
		return
	}
	defer root.Close()
	files, _ := fs.ReadDir(root.FS(), ".")
	for _, file := range files {
		if !disk.IsTemp(file.Name()) {
			continue
		}
		if info, err := file.Info(); err == nil && info.Mode().IsRegular() && time.Since(info.ModTime()) > abandoned {
			root.Remove(file.Name())
		}
	}
}

func (f Folder) save(p Preset) (Entry, error) {
	if problem := nameProblem(p.Name); problem != "" {
		return Entry{}, Refuse(fs.ErrInvalid, problem)
	}
	all, _, err := f.read()
	if err != nil {
		return Entry{}, err
	}
	old, _, err := named(all, p.Name)
	if err != nil {
		return Entry{}, err
	}
	return f.put(f.stamped(p.withFingerprints(Preset{}, old.Preset), old), old)
}

// stamped sets the times, and the unknown keys of the file that is replaced.
func (f Folder) stamped(p Preset, old stored) Preset {
	now, found := time.Now(), old.File != ""
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
	return p
}

func (f Folder) mustBeFree(name string) error {
	if other, err := f.find(name); err == nil {
		return Refuse(fs.ErrExist, say.folder.another(Quoted(name), tts.Clean(filepath.Base(other.File))))
	} else if b := (*Broken)(nil); !errors.Is(err, fs.ErrNotExist) && !errors.As(err, &b) {
		return err
	}
	return nil
}

func writable(s stored) error {
	switch {
	case s.Notice != "":
		return Refuse(fs.ErrPermission, s.Notice)
	case s.ReadOnly:
		return Refuse(fs.ErrPermission, say.folder.readOnly(tts.Clean(s.File)))
	}
	return nil
}

// put writes p into the file of old, or into a free one where old has
// another name; old's file is then removed, after the new one is safe. The
// clip beside it goes along, unless the voice is another one now.
func (f Folder) put(p Preset, old stored) (Entry, error) {
	if err := writable(old); err != nil {
		return Entry{}, err
	}
	p.Request.Text = ""
	data, err := EncodeForDisk(p)
	if err != nil {
		return Entry{}, err
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
	if err := f.replace(root, base, data, perm); err != nil {
		return Entry{}, err
	}
	if own != "" {
		if err := moveClip(root, own, base, len(DiffRequests(p.Request, old.Request)) == 0); err != nil {
			return Entry{}, Cannot(say.cannot.moveClip, old.File, err)
		}
	}
	if own != "" && own != base {
		if err := root.Remove(own); err != nil {
			return Entry{}, Cannot(say.cannot.removeOld, old.File, err)
		}
		disk.SyncFolder(root)
	}
	return f.entry(root, base)
}

// EncodeForDisk is Encode that refuses what could not be read back, such as
// notes of 2 MB.
func EncodeForDisk(p Preset) ([]byte, error) {
	data, err := p.Encode()
	if err != nil {
		return nil, Refuse(fs.ErrInvalid, say.file.notStorable(tts.Reason(err)))
	}
	if _, broken := parse(data); broken != nil {
		return nil, Refuse(fs.ErrInvalid, say.file.notStorable(broken.Error()))
	}
	return data, nil
}

// free is the first of slug.json, slug-2.json, ... that does not exist, or
// own, the file that is to be replaced.
func free(root *os.Root, slug, own string) string {
	base := slug + Ending
	for n := 2; base != own; n++ {
		if _, err := root.Lstat(base); err != nil {
			break
		}
		base = fmt.Sprintf("%s-%d%s", slug, n, Ending)
	}
	return base
}

func (f Folder) open() (*os.Root, error) {
	root, err := os.OpenRoot(f.Dir)
	if err != nil {
		return nil, Cannot(say.cannot.openFolder, f.Dir, err)
	}
	return root, nil
}

// entry reads back what was written.
func (f Folder) entry(root *os.Root, base string) (Entry, error) {
	s, err := load(root, base, filepath.Join(f.Dir, base), f.Known)
	if c := Stem(base) + ClipEnding; err == nil && isRegular(root, c) {
		s.Preview = filepath.Join(f.Dir, c)
	}
	return s.Entry, err
}

func (f Folder) replace(root *os.Root, base string, data []byte, perm fs.FileMode) error {
	if err := disk.Replace(root, base, data, perm); err != nil {
		return Cannot(say.cannot.write, filepath.Join(f.Dir, base), err)
	}
	return nil
}
