package presets

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"voicestudio/tts"
)

// stored is an entry with the bytes it was read from.
type stored struct {
	Entry
	data []byte
	perm fs.FileMode
}

// LoadFile reads the preset at path, which must be a regular file or a link
// to one inside the same folder or one of those known. The error is a
// *Broken, or fs.ErrNotExist where there is no such file.
func LoadFile(path string, known ...string) (Entry, error) {
	dir, base := filepath.Split(filepath.Clean(path))
	if dir == "" {
		dir = "."
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return Entry{}, Cannot(say.cannot.open, path, err)
	}
	defer root.Close()
	s, err := load(root, base, path, known)
	return s.Entry, err
}

// load reads the file called base in root; path is its name for people and
// in Entry.File.
func load(root *os.Root, base, path string, known []string) (stored, error) {
	data, info, err := readLinked(root, base, known)
	if errors.Is(err, fs.ErrNotExist) {
		return stored{}, Cannot(say.cannot.open, path, err)
	}
	if err != nil {
		return stored{}, &Broken{File: path, Reason: err.Error()}
	}
	p, broken := parse(data)
	if broken == nil && p.Name == "" {
		p.Name = tts.Plain(Stem(base))
		if problem := nameProblem(p.Name); problem != "" {
			broken = &Broken{Reason: say.file.noName(problem)}
		}
	}
	if broken != nil {
		broken.File = path
		return stored{}, broken
	}
	perm := info.Mode().Perm()
	e := Entry{Preset: p, File: path, ReadOnly: perm&0o200 == 0, ModTime: info.ModTime()}
	if p.Version > Version {
		e.ReadOnly, e.Notice = true, say.file.opensOnly(say.file.newer(p.Version, Version))
	}
	return stored{Entry: e, data: data, perm: perm}, nil
}

// Stem is the name of a preset's file without its ending.
func Stem(base string) string { return strings.TrimSuffix(base, Ending) }

// readLinked also follows a link that leads into a known folder.
func readLinked(root *os.Root, base string, known []string) ([]byte, fs.FileInfo, error) {
	info, err := root.Lstat(base)
	if err != nil {
		return nil, nil, reason(err)
	}
	if info.Mode()&fs.ModeSymlink == 0 {
		return ReadRegular(root, base, info)
	}
	refused := errors.New(say.file.linkOutside)
	real, err := Resolved(filepath.Join(root.Name(), base))
	if err != nil {
		return nil, nil, refused
	}
	for _, dir := range append([]string{root.Name()}, known...) {
		dir, err := Resolved(dir)
		if err != nil {
			continue
		}
		inside, err := filepath.Rel(dir, real)
		if err != nil || !filepath.IsLocal(inside) {
			continue
		}
		target, err := os.OpenRoot(dir)
		if err != nil {
			continue
		}
		defer target.Close()
		if info, err = target.Lstat(inside); err != nil {
			return nil, nil, refused
		}
		data, info, err := ReadRegular(target, inside, info)
		if err != nil {
			return nil, nil, refused
		}
		return data, info, nil
	}
	return nil, nil, refused
}

// Resolved is an absolute path without links.
func Resolved(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(path)
}

// ReadRegular reads a regular file. It never leaves root, never waits for a pipe,
// never reads a device and never takes in more than MaxFile. info is Lstat's and
// comes back as the open file's. Its errors are reasons, without the path.
func ReadRegular(root *os.Root, base string, info fs.FileInfo) ([]byte, fs.FileInfo, error) {
	f, info, err := openRegular(root, base, info)
	if err != nil {
		return nil, nil, reason(err)
	}
	defer f.Close()
	// One read takes it all, since ten thousand files are read at a start.
	data := bytes.NewBuffer(make([]byte, 0, min(info.Size(), MaxFile)+bytes.MinRead))
	if _, err := data.ReadFrom(io.LimitReader(f, MaxFile+1)); err != nil {
		return nil, nil, reason(err)
	}
	if data.Len() > MaxFile {
		return nil, nil, errors.New(say.file.tooLarge)
	}
	return data.Bytes(), info, nil
}

// openRegular opens nothing but a regular file and returns what it opened.
func openRegular(root *os.Root, base string, info fs.FileInfo) (*os.File, fs.FileInfo, error) {
	if err := regular(info); err != nil {
		return nil, nil, err
	}
	// Not blocking, and looked at again: the file may have become a pipe.
	f, err := root.OpenFile(base, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, nil, err
	}
	if info, err = f.Stat(); err == nil {
		err = regular(info)
	}
	if err != nil {
		f.Close()
		return nil, nil, err
	}
	return f, info, nil
}

func regular(info fs.FileInfo) error {
	switch mode := info.Mode(); {
	case mode.IsRegular():
		return nil
	case mode&fs.ModeDir != 0:
		return errors.New(say.file.folder)
	case mode&fs.ModeNamedPipe != 0:
		return errors.New(say.file.pipe)
	case mode&fs.ModeSocket != 0:
		return errors.New(say.file.socket)
	case mode&fs.ModeDevice != 0:
		return errors.New(say.file.device)
	}
	return errors.New(say.file.notRegular)
}

// reason leaves the path, which may hold anything, out of the sentence.
func reason(err error) error {
	if e := (*fs.PathError)(nil); errors.As(err, &e) {
		return Refuse(err, say.file.cannotRead(tts.Clean(tts.SystemSays(e.Err))))
	}
	return err
}
