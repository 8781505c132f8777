package keep

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"reflect"
	"strconv"
	"syscall"
	"time"
	"unicode/utf8"

	"voicestudio/tts"
)

// MaxFile is the largest file that is read or written, in bytes.
const MaxFile = 16 << 20

// Parse reads a file's JSON object into v, a pointer to a struct. A file of a later
// version than known is not read. Every error is a *tts.Broken without a File.
func Parse(data []byte, known int, v any) error {
	data = tts.TrimBOM(data)
	if err := Legible(data, MaxFile); err != nil {
		return err
	}
	if len(bytes.Trim(data, "\x00 \r\n\t")) == 0 {
		return Wrong(say.empty)
	}
	switch version := VersionOf(data); {
	case version > known:
		return Wrong(say.newer(version, known))
	case version < 0:
		return Wrong(say.noVersion(known))
	}
	if err := json.Unmarshal(data, v); err != nil {
		return Unread(data, err)
	}
	return nil
}

// Legible says why a file is no text of at most so many bytes, in whole megabytes.
func Legible(data []byte, most int) error {
	switch {
	case len(data) > most:
		return Wrong(say.tooLarge(most >> 20))
	case !utf8.Valid(data):
		return Wrong(say.notUTF8)
	}
	return nil
}

// VersionOf is what a file says of its version, before all else: a newer one may
// give what is known here another form. It is 0 where it says nothing.
func VersionOf(data []byte) int {
	var head struct {
		Version int `json:"version"`
	}
	if json.Unmarshal(data, &head) != nil {
		return 0
	}
	return head.Version
}

// Wrong is a file that is none, no line of it being to blame.
func Wrong(reason string) *tts.Broken { return WrongAt(nil, 0, reason) }

// WrongAt is what is wrong after so many bytes; 0: no line is to blame.
func WrongAt(data []byte, at int64, reason string) *tts.Broken {
	line := 0
	if at > 0 {
		line = 1 + bytes.Count(data[:min(at, int64(len(data)))], []byte("\n"))
	}
	return &tts.Broken{Line: line, Reason: tts.Clean(reason)}
}

// Unread is why JSON could not be read.
func Unread(data []byte, err error) *tts.Broken {
	if half, is := errors.AsType[*json.SyntaxError](err); is {
		return WrongAt(data, max(1, half.Offset), say.notJSON)
	}
	if kind, is := errors.AsType[*json.UnmarshalTypeError](err); is && kind.Field != "" {
		return WrongAt(data, max(1, kind.Offset), say.wrongKind(kind.Field, Shortened(kind.Value)))
	} else if is {
		return Wrong(say.notObject)
	}
	if when, is := errors.AsType[*time.ParseError](err); is {
		return Wrong(say.wrongTime(strconv.Quote(when.Value)))
	}
	return Wrong(err.Error())
}

// Encode writes the file of v, with what this version does not know of what it
// was, nil where it is new.
func Encode(v any, was []byte) ([]byte, error) {
	var text bytes.Buffer
	e := json.NewEncoder(&text)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err := json.Indent(&out, merged(tts.TrimBOM(was), text.Bytes(), reflect.TypeOf(v)), "", "  ")
	return append(bytes.TrimRight(out.Bytes(), "\n"), '\n'), err
}

// Same reports whether two would be kept alike.
func Same(a, b any) bool {
	x, err := json.Marshal(a)
	y, e := json.Marshal(b)
	return err == nil && e == nil && bytes.Equal(x, y)
}

// contents reads a regular file and nothing else. Its errors are reasons.
func contents(root *os.Root, base string) ([]byte, error) {
	info, err := root.Lstat(base)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New(say.notRegular)
	}
	// Not blocking: the file may have become a pipe.
	f, err := root.OpenFile(base, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, reason(err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, MaxFile+1))
	return data, reason(err)
}

// Refuse is a sentence for people that is also an error for the caller.
func Refuse(kind error, sentence string) error { return &tts.Refusal{Sentence: sentence, Kind: kind} }

// CannotRead and CannotWrite give an error of the file system as a sentence without
// the bytes that a path may hold.
func CannotRead(path string, err error) error {
	return Refuse(err, say.cannotRead(tts.Clean(path), tts.Clean(tts.SystemSays(reason(err)))))
}

// CannotWrite is said as CannotRead is.
func CannotWrite(path string, err error) error {
	return Refuse(err, say.cannotWrite(tts.Clean(path), tts.Clean(tts.SystemSays(reason(err)))))
}

// reason is an error without the path.
func reason(err error) error {
	if e, found := errors.AsType[*fs.PathError](err); found {
		return e.Err
	}
	if e, found := errors.AsType[*os.LinkError](err); found {
		return e.Err
	}
	return err
}

// Shortened is a text from outside as it can be shown.
func Shortened(text string) string {
	const longest = 60
	text = tts.Clean(text)
	if runes := []rune(text); len(runes) > longest {
		text = string(runes[:longest]) + "…"
	}
	return text
}
