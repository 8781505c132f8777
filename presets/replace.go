package presets

import (
	"crypto/rand"
	"io/fs"
	"os"
	"path/filepath"
)

// replace writes a file whole or not at all: a temporary file in the same
// folder takes its place only when every byte is on the disk. perm 0 leaves
// the permissions of a new file to the umask.
func replace(root *os.Root, base string, data []byte, perm fs.FileMode) error {
	r := replacement{root: root, base: base, data: data, perm: perm}
	for _, step := range r.steps() {
		if err := step(); err != nil {
			r.abandon()
			return plain("write", filepath.Join(root.Name(), base), err)
		}
	}
	return nil
}

// replacement is a list of steps so that the tests can stop, as a power cut
// would, behind each of them.
type replacement struct {
	root *os.Root
	base string
	data []byte
	perm fs.FileMode

	temp string
	file *os.File
}

func (r *replacement) steps() []func() error {
	return []func() error{
		r.create,
		func() error { _, err := r.file.Write(r.data); return err },
		r.permit,
		func() error { return r.file.Sync() },
		func() error { return r.file.Close() },
		func() error { return r.root.Rename(r.temp, r.base) },
		func() error { syncFolder(r.root); return nil },
	}
}

func (r *replacement) create() (err error) {
	temp := ".preset-" + rand.Text()[:8] + ".tmp" // hidden and not .json: no list shows it
	r.file, err = r.root.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err == nil {
		r.temp = temp
	}
	return err
}

func (r *replacement) permit() error {
	if r.perm == 0 {
		return nil
	}
	return r.file.Chmod(r.perm)
}

func (r *replacement) abandon() {
	if r.temp != "" {
		r.file.Close()
		r.root.Remove(r.temp)
	}
}

// syncFolder makes a rename survive a power cut where the system can do that
// for folders. A failure is no failed save: the file is whole either way.
func syncFolder(root *os.Root) {
	if dir, err := root.Open("."); err == nil {
		dir.Sync()
		dir.Close()
	}
}
