package charset

import (
	"io"
	"unicode/utf8"
)

// Writer maps what is written to w.
func (c Charset) Writer(w io.Writer) io.Writer {
	if c == Unicode {
		return w
	}
	return &writer{w: w, c: c}
}

type writer struct {
	w    io.Writer
	c    Charset
	rest []byte // the beginning of a letter whose end has not come
}

// Write implements io.Writer.
func (w *writer) Write(p []byte) (int, error) {
	text := append(w.rest, p...)
	whole := len(text)
	for i := len(text) - 1; i >= max(0, len(text)-utf8.UTFMax); i-- {
		if utf8.RuneStart(text[i]) {
			if !utf8.FullRune(text[i:]) {
				whole = i
			}
			break
		}
	}
	_, err := io.WriteString(w.w, w.c.Map(string(text[:whole])))
	w.rest = append([]byte(nil), text[whole:]...)
	if err != nil {
		return 0, err
	}
	return len(p), nil
}

// Unwrap is the file or pipe below what Writer made, else w itself.
func Unwrap(w io.Writer) io.Writer {
	if is, mapped := w.(*writer); mapped {
		return is.w
	}
	return w
}
