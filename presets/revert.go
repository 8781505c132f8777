package presets

import (
	"errors"
	"io/fs"
	"path/filepath"

	"voicestudio/tts/takes/disk"
)

// Revert takes an import back: what it brought is deleted, and what it replaced
// is as it was, times and clip, too. Where somebody has changed one of the
// presets since, it is fs.ErrExist and nothing is done.
func (p *Plan) Revert() error {
	f := p.folder
	_, err := f.changeWhatIs(func() (Entry, error) {
		all, _, err := f.read()
		if err != nil {
			return Entry{}, err
		}
		now := make([]stored, len(p.Imports))
		for i, one := range p.Imports {
			if one.Outcome == ImportSame {
				continue
			}
			s, found, err := named(all, one.Name)
			if err == nil && (!found || len(Diff(s.Preset, one.preset)) > 0) {
				err = Refuse(fs.ErrExist, say.bundle.changedSince(Quoted(one.Name)))
			}
			if err == nil {
				err = writable(s)
			}
			if err != nil {
				return Entry{}, err
			}
			now[i] = s
		}
		var faults []error
		for i, one := range p.Imports {
			faults = append(faults, f.revert(one, now[i]))
		}
		return Entry{}, errors.Join(faults...)
	})
	return err
}

func (f Folder) revert(one Import, now stored) error {
	if one.Outcome == ImportSame {
		return nil
	}
	root, err := f.open()
	if err != nil {
		return err
	}
	defer root.Close()
	base := filepath.Base(now.File)
	if len(one.clip) > 0 && now.Preview != "" {
		if err := root.Remove(Stem(base) + ClipEnding); err != nil {
			return Cannot(say.cannot.delete, now.Preview, err)
		}
	}
	switch one.Outcome {
	case ImportNew:
		if err := root.Remove(base); err != nil {
			return Cannot(say.cannot.delete, now.File, err)
		}
		disk.SyncFolder(root)
	case ImportCollides:
		if err := f.replace(root, base, one.there.data, one.there.perm); err != nil {
			return err
		}
		if len(one.was) > 0 {
			return f.replace(root, Stem(base)+ClipEnding, one.was, 0)
		}
	case ImportClip, ImportSame:
	}
	return nil
}
