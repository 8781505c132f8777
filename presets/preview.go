package presets

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"voicestudio/tts"
)

// ClipEnding is that of the clip beside a preset: the sample text as the preset
// speaks it.
const ClipEnding = ".mp3"

// MaxPreview is the largest clip, in bytes: about 4 minutes.
const MaxPreview = 4 << 20

// SetPreview stores an mp3 clip beside a preset, named like its file; nil
// removes it. A clip moves with its preset, and is removed when a save gives
// the preset another voice, since it has the old one's.
func (f Folder) SetPreview(name string, mp3 []byte) (Entry, error) {
	if len(mp3) > MaxPreview {
		return Entry{}, Refuse(fs.ErrInvalid, say.clip.recorded)
	}
	return f.changeWhatIs(func() (Entry, error) {
		s, err := f.find(name)
		if err != nil {
			return Entry{}, err
		}
		if err := writable(s); err != nil {
			return Entry{}, err
		}
		root, err := f.open()
		if err != nil {
			return Entry{}, err
		}
		defer root.Close()
		base := filepath.Base(s.File)
		switch c := Stem(base) + ClipEnding; {
		case len(mp3) > 0:
			err = f.replace(root, c, mp3, 0)
		case isRegular(root, c):
			err = root.Remove(c)
		}
		if err != nil {
			return Entry{}, Cannot(say.cannot.changeClip, s.File, err)
		}
		return f.entry(root, base)
	})
}

// readClip reads a clip, which must be a regular file; no path has none.
func readClip(path string) ([]byte, error) {
	if path == "" {
		return nil, nil
	}
	root, err := os.OpenRoot(filepath.Dir(path))
	if err != nil {
		return nil, Cannot(say.cannot.open, path, err)
	}
	defer root.Close()
	info, err := root.Lstat(filepath.Base(path))
	if err != nil {
		return nil, Cannot(say.cannot.read, path, err)
	}
	file, _, err := openRegular(root, filepath.Base(path), info)
	if err != nil {
		return nil, Cannot(say.cannot.read, path, err)
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, MaxPreview+1))
	if err != nil {
		return nil, Cannot(say.cannot.read, path, err)
	}
	if len(data) > MaxPreview {
		return nil, Refuse(fs.ErrInvalid, say.clip.tooLarge(tts.Clean(path)))
	}
	return data, nil
}

// moveClip keeps the clip beside its preset, or removes it where it is stale.
func moveClip(root *os.Root, from, to string, sameVoice bool) error {
	from, to = Stem(from)+ClipEnding, Stem(to)+ClipEnding
	switch {
	case !isRegular(root, from):
		return nil
	case !sameVoice:
		return root.Remove(from)
	case from != to:
		return root.Rename(from, to)
	}
	return nil
}
