package session

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"voicestudio/tts"
	"voicestudio/tts/takes/disk"
)

// CreateBeside makes a file that will take name's place, with the permissions
// that the person's umask leaves. What killed runs have left there goes.
func CreateBeside(name string) (*os.File, error) {
	dir := filepath.Dir(name)
	if _, swept := tidied.LoadOrStore(dir, true); !swept {
		disk.RemoveLeftovers(dir)
	}
	return os.OpenFile(filepath.Join(dir, disk.TempName()), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
}

// tidied are the folders that this run has looked through for leftovers.
var tidied sync.Map

// WriteFile has a file written that appears whole under its name, or not at
// all. One that is there is replaced. The error is a *tts.Error of kind machine,
// or what write returned where that was not the system's.
func WriteFile(name string, write func(io.Writer) error) error {
	path := name
	if target, err := filepath.EvalSymlinks(name); err == nil { // the file is replaced, not the link
		path = target
	}
	fault := func(err error) error {
		return tts.Machine(tts.Said{What: say.files.cannotWrite(name, Reason(err))}, err)
	}
	f, err := CreateBeside(path)
	if err != nil {
		return fault(err)
	}
	err = write(f)
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		if before, known := os.Stat(path); known == nil {
			os.Chmod(f.Name(), before.Mode().Perm())
		}
		err = os.Rename(f.Name(), path)
	}
	if err == nil {
		return nil
	}
	os.Remove(f.Name())
	if IsSystem(err) {
		return fault(err)
	}
	return err
}

// Reason is an error as people read it: without the system's call and the path,
// which may be of a temporary file.
func Reason(err error) string {
	text := err.Error()
	for _, call := range systemCalls(err) {
		text = strings.ReplaceAll(text, call.Error(), tts.SystemSays(errors.Unwrap(call)))
	}
	return text
}

// systemCalls are the errors of the system in a chain, the outermost first.
func systemCalls(err error) (calls []error) {
	if e, found := errors.AsType[*fs.PathError](err); found {
		calls = append(calls, e)
	}
	if e, found := errors.AsType[*os.LinkError](err); found {
		calls = append(calls, e)
	}
	if e, found := errors.AsType[*os.SyscallError](err); found {
		calls = append(calls, e)
	}
	return calls
}

// SameBytes compares two files; one that cannot be read is no other's equal.
func SameBytes(a, b string) bool {
	x, err := os.Open(a)
	if err != nil {
		return false
	}
	defer x.Close()
	y, err := os.Open(b)
	if err != nil {
		return false
	}
	defer y.Close()
	p, q := make([]byte, 64<<10), make([]byte, 64<<10)
	for {
		n, err := io.ReadFull(x, p)
		m, other := io.ReadFull(y, q)
		if !bytes.Equal(p[:n], q[:m]) {
			return false
		}
		if err != nil || other != nil {
			return ended(err) && ended(other)
		}
	}
}

func ended(err error) bool { return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) }
