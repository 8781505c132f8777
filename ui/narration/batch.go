package narration

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"voicestudio/tts"
	"voicestudio/ui/session"
)

// batch is files of which all appear, or none.
type batch struct{ files []waiting }

// waiting is a file beside the place that it will take.
type waiting struct{ temp, name, path string }

// add has a file written that keep gives its name. The error is as session.WriteFile's.
func (b *batch) add(name string, write func(io.Writer) error) error {
	path := name
	if target, err := filepath.EvalSymlinks(name); err == nil { // the file is replaced, not the link
		path = target
	}
	f, err := session.CreateBeside(path)
	if err != nil {
		return cannotWrite(name, err)
	}
	b.files = append(b.files, waiting{f.Name(), name, path})
	err = write(f)
	if e := f.Close(); err == nil {
		err = e
	}
	if session.IsSystem(err) {
		err = cannotWrite(name, err)
	}
	return err
}

func cannotWrite(name string, err error) error {
	return tts.Machine(say.export.cannotWrite(name, tts.Reason(err)), err).At("names")
}

// keep gives all files their names, and says how many were there just so. Others are
// only overwritten where they may be.
func (b *batch) keep(replace bool) (there int, err error) {
	var fresh []waiting
	for _, f := range b.files {
		info, err := os.Stat(f.path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return 0, cannotWrite(f.name, err)
		case !info.Mode().IsRegular():
			return 0, tts.Machine(say.export.notRegular(f.name), nil).At("names")
		case session.SameBytes(f.temp, f.path):
			there++
			continue
		case !replace:
			return 0, tts.Machine(say.export.isThere(f.name), fs.ErrExist).At("names")
		default:
			os.Chmod(f.temp, info.Mode().Perm())
		}
		fresh = append(fresh, f)
	}
	for _, f := range fresh {
		if err := os.Rename(f.temp, f.path); err != nil {
			return there, cannotWrite(f.name, err)
		}
	}
	return there, nil
}

// discard removes what has got no name.
func (b *batch) discard() {
	for _, f := range b.files {
		os.Remove(f.temp)
	}
}
