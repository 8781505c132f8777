package takes

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"voicestudio/tts"
	"voicestudio/tts/takes/disk"
)

// Delete moves takes, or what is left of broken ones, into the trash, from
// which Restore and undo bring them back until Prune empties it. It takes what
// Load takes, and refuses all where one does not exist or is still being
// written.
func (f Folder) Delete(refs ...string) (undo func() error, err error) {
	unlock, err := f.lock()
	if err != nil {
		return nil, err
	}
	defer unlock()
	found, err := f.all(refs)
	if err != nil {
		return nil, err
	}
	for _, p := range found {
		if p.audio != "" && live(filepath.Join(f.Dir, p.audio)) {
			return nil, errors.New(say.take.recording(Take{ID: p.id}.Short()))
		}
	}
	if err := f.move(found, f.Trash()); err != nil {
		return nil, err
	}
	var ids []string
	for _, p := range found {
		ids = append(ids, p.id)
	}
	return func() error { return f.Restore(ids...) }, nil
}

// Restore brings takes back from the trash.
func (f Folder) Restore(refs ...string) error {
	unlock, err := f.lock()
	if err != nil {
		return err
	}
	defer unlock()
	found, err := f.Trash().all(refs)
	if errors.Is(err, fs.ErrNotExist) {
		return &tts.Refusal{Sentence: say.take.inTrash(tts.Reason(err)), Kind: fs.ErrNotExist}
	}
	if err != nil {
		return err
	}
	return f.Trash().move(found, f)
}

// Trash is the folder of the deleted takes.
func (f Folder) Trash() Folder { return Folder{filepath.Join(f.Dir, "trash")} }

func (f Folder) lock() (func(), error) {
	if err := os.MkdirAll(f.Dir, 0o700); err != nil {
		return nil, err
	}
	return disk.Lock(f.Dir)
}

// all finds every one of the takes, whole ids in one go.
func (f Folder) all(refs []string) ([]pair, error) {
	wanted := map[string]bool{}
	for _, ref := range refs {
		wanted[ref] = true
	}
	found, err := f.scan(func(id string) bool { return wanted[id] })
	if err != nil {
		return nil, err
	}
	for _, p := range found {
		delete(wanted, p.id)
	}
	for ref := range wanted {
		p, err := f.resolve(ref)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(found, p) {
			found = append(found, p)
		}
	}
	return found, nil
}

// move takes both files of each take along, the audio first: a crash between
// the two leaves a take that says that its audio is missing, and moving it
// again repairs that.
func (f Folder) move(found []pair, to Folder) error {
	if err := os.MkdirAll(to.Dir, 0o700); err != nil {
		return err
	}
	var faults error
	for _, p := range found {
		names := []string{p.id + "." + description}
		if !p.described {
			names = nil
		}
		if seal := sealOf(p.id); exists(filepath.Join(f.Dir, seal)) {
			names = append([]string{seal}, names...)
		}
		if p.audio != "" {
			names = append([]string{p.audio}, names...)
		}
		for _, name := range names {
			if target := filepath.Join(to.Dir, name); exists(target) {
				return errors.New(say.take.there(Take{ID: p.id}.Short()))
			} else if err := os.Rename(filepath.Join(f.Dir, name), target); err != nil {
				faults = errors.Join(faults, err)
			}
		}
	}
	return faults
}
