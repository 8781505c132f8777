package cli

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"voicestudio/tts"
	"voicestudio/tts/speak"
	"voicestudio/ui/charset"
	"voicestudio/ui/session"
)

// output receives the bytes that the host sent. A file appears whole, by
// rename; a pipe or device is written directly.
type output struct {
	flag     string // whose file it is
	name     string // as the person knows it
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
		return &output{flag: flag, name: say.files.standardOutput, w: exact(stdout), toStdout: true}, nil
	}
	o := &output{flag: flag, name: name}
	fail := func(err error) (*output, error) { return nil, o.fault(err) }
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		if info.IsDir() {
			return nil, tts.Machine(say.files.folder(name), nil).At(flag)
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
	f, err := session.CreateBeside(name)
	if err != nil {
		return fail(err)
	}
	o.w, o.file, o.path = f, f, name
	return o, nil
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
	return tts.Machine(tts.Said{What: say.files.cannotWrite(o.name, tts.Reason(err))}, err).At(o.flag)
}

// mayTake refuses to overwrite another file than the one that has been made,
// unless that is wanted.
func (o *output) mayTake(replace bool) error {
	if replace || o.path == "" {
		return nil
	}
	if _, err := os.Stat(o.path); err != nil || session.SameBytes(o.file.Name(), o.path) {
		return nil
	}
	return tts.Machine(say.files.isThere(o.path), nil).At(o.flag)
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

// receive writes what is spoken, from its first byte to its last, as it comes.
// The error is of kind machine; why the speech itself ended early is not one.
func (o *output) receive(speech *speak.Speech) error {
	if o.w == io.Discard {
		return nil
	}
	from := speech.Reader()
	defer from.Close()
	to := &remembering{Writer: o.w}
	_, err := io.Copy(to, from)
	if _, spoken := errors.AsType[*tts.Error](err); spoken || to.err != nil {
		return o.fault(to.err)
	}
	return err
}

// remembering keeps the first error of writing; nothing is written after it.
type remembering struct {
	io.Writer
	err error
}

func (r *remembering) Write(p []byte) (int, error) { return r.to(r.Writer, p) }

func (r *remembering) to(w io.Writer, p []byte) (n int, _ error) {
	if r.err != nil {
		return 0, r.err
	}
	n, r.err = w.Write(p)
	return n, r.err
}

// exactly writes bytes as they are: JSON, code, audio, what others read. All else
// that is printed is for a person, whose terminal may not show every sign.
type exactly struct{ *remembering }

func (e exactly) Write(p []byte) (int, error) { return e.to(charset.Unwrap(e.Writer), p) }

func exact(w io.Writer) io.Writer {
	if r, ours := w.(*remembering); ours {
		return exactly{r}
	}
	return w
}

// terminal is standard output itself: a program that is started there wants a
// terminal.
func (o *options) terminal() io.Writer {
	if r, wrapped := o.out.(*remembering); wrapped {
		return charset.Unwrap(r.Writer)
	}
	return o.out
}
