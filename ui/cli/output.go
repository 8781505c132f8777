package cli

import (
	"crypto/rand"
	"io"
	"os"
	"path/filepath"
	"sync"

	"voicestudio/tts"
)

// output receives the bytes that the host sent. A file appears whole, by
// rename; a pipe or device is written directly.
type output struct {
	flag     string // whose file it is
	toStdout bool
	w        io.Writer
	file     *os.File // a temporary file beside path
	path     string
}

// openOutput opens FILE, "-" or nothing. The error is of kind machine.
func openOutput(flag, name string, stdout io.Writer) (*output, error) {
	switch name {
	case "":
		return &output{flag: flag, w: io.Discard}, nil
	case "-":
		return &output{flag: flag, w: stdout, toStdout: true}, nil
	}
	o := &output{flag: flag}
	fail := func(err error) (*output, error) { return nil, o.fault(err) }
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		if info.IsDir() {
			return nil, &tts.Error{Kind: tts.KindMachine, Field: flag, Message: name + " is a folder", Cure: "name a file in it"}
		}
		f, err := os.OpenFile(name, os.O_WRONLY, 0)
		if err != nil {
			return fail(err)
		}
		o.w, o.file = f, f
		return o, nil
	}
	// A link is followed, so that the rename replaces the file and not the link.
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target
	}
	f, err := createBeside(name)
	if err != nil {
		return fail(err)
	}
	o.w, o.file, o.path = f, f, name
	return o, nil
}

// createBeside makes a file that will take name's place, with the permissions
// that the person's umask leaves.
func createBeside(name string) (*os.File, error) {
	return os.OpenFile(filepath.Join(filepath.Dir(name), ".voicestudio-"+rand.Text()), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
}

// samePlace reports whether two names are of one file.
func samePlace(a, b string) bool {
	if a == "" || b == "" || b == "-" {
		return false
	}
	place := func(name string) string {
		if target, err := filepath.EvalSymlinks(name); err == nil {
			name = target
		}
		name, _ = filepath.Abs(name)
		return name
	}
	return place(a) == place(b)
}

// fault is an error of writing as one of this machine; nil stays nil.
func (o *output) fault(err error) error {
	if err == nil {
		return nil
	}
	return &tts.Error{Kind: tts.KindMachine, Field: o.flag, Message: "the file cannot be written: " + err.Error(), Cause: err}
}

// keep makes the file appear under its name.
func (o *output) keep() error {
	if o.file == nil {
		return nil
	}
	f := o.file
	o.file = nil
	err := f.Close()
	if o.path != "" && err == nil {
		if before, known := os.Stat(o.path); known == nil {
			os.Chmod(f.Name(), before.Mode().Perm())
		}
		if err = os.Rename(f.Name(), o.path); err != nil {
			os.Remove(f.Name())
		}
	}
	return o.fault(err)
}

// discard takes back what was not kept.
func (o *output) discard() {
	if o.file == nil {
		return
	}
	o.file.Close()
	if o.path != "" {
		os.Remove(o.file.Name())
	}
}

// tee copies what is read to a second place and remembers how reading ended.
// A full disk ends it as a fault of this machine, not of the host.
type tee struct {
	from io.ReadCloser
	to   *output

	mu  sync.Mutex
	err error
}

func (t *tee) Read(p []byte) (int, error) {
	n, err := t.from.Read(p)
	if n > 0 {
		if _, fault := t.to.w.Write(p[:n]); fault != nil {
			err = t.to.fault(fault)
		}
	}
	if err != nil {
		t.mu.Lock()
		t.err = err
		t.mu.Unlock()
	}
	return n, err
}

func (t *tee) Close() error { return t.from.Close() }

// ended is how reading ended; nil while it goes on.
func (t *tee) ended() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.err
}
