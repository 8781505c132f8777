package disk

import (
	"crypto/rand"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Replace writes a file whole or not at all: a temporary file in the same
// folder takes its place only when every byte is on the disk. perm 0 leaves
// the permissions of a new file to the umask.
func Replace(root *os.Root, base string, data []byte, perm fs.FileMode) error {
	return run(&replacement{root: root, base: base, data: data, perm: perm, durable: true})
}

// Publish is Replace without waiting for the disk: other programs never see
// half a file, but a power cut may leave an empty one.
func Publish(root *os.Root, base string, data []byte, perm fs.FileMode) error {
	return run(&replacement{root: root, base: base, data: data, perm: perm})
}

func run(r *replacement) error {
	for _, step := range r.steps() {
		if err := step(); err != nil {
			r.abandon()
			return err
		}
	}
	return nil
}

const tempPrefix, tempSuffix = ".voicestudio-", ".tmp"

// TempPattern matches the temporary files of Replace, as filepath.Glob does.
const TempPattern = tempPrefix + "*" + tempSuffix

// IsTemp reports a temporary file of Replace, which a killed program leaves.
func IsTemp(base string) bool {
	return strings.HasPrefix(base, tempPrefix) && strings.HasSuffix(base, tempSuffix)
}

// TempName is a new name for a temporary file: hidden, so that no list shows
// it, and known to IsTemp.
func TempName() string { return tempPrefix + rand.Text()[:8] + tempSuffix }

// leftover is the age at which a temporary file is abandoned: a day without a
// byte written to it.
const leftover = 24 * time.Hour

// RemoveLeftovers removes the temporary files that killed programs have left
// in a folder.
func RemoveLeftovers(dir string) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if !IsTemp(e.Name()) || !e.Type().IsRegular() {
			continue
		}
		if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > leftover {
			os.Remove(filepath.Join(dir, e.Name()))
		}
	}
}

// replacement is a list of steps so that the tests can stop, as a power cut
// would, behind each of them.
type replacement struct {
	root    *os.Root
	base    string
	data    []byte
	perm    fs.FileMode
	durable bool

	temp string
	file *os.File
}

func (r *replacement) steps() []func() error {
	steps := []func() error{
		r.create,
		func() error { _, err := r.file.Write(r.data); return err },
		r.permit,
		r.sync,
		func() error { return r.file.Close() },
		func() error { return r.root.Rename(r.temp, r.base) },
	}
	if r.durable {
		steps = append(steps, func() error { SyncFolder(r.root); return nil })
	}
	return steps
}

func (r *replacement) create() (err error) {
	temp := TempName()
	perm := fs.FileMode(0o644)
	if r.perm != 0 {
		perm = 0o600 // until permit
	}
	r.file, err = r.root.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, perm)
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

func (r *replacement) sync() error {
	if !r.durable {
		return nil
	}
	return r.file.Sync()
}

func (r *replacement) abandon() {
	if r.temp != "" {
		r.file.Close()
		r.root.Remove(r.temp)
	}
}

// SyncFolder makes a rename survive a power cut where the system can do that
// for folders. A failure is no failed save: the file is whole either way.
func SyncFolder(root *os.Root) {
	if dir, err := root.Open("."); err == nil {
		dir.Sync()
		dir.Close()
	}
}
