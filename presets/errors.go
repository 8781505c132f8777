package presets

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"unicode/utf8"
)

// Broken is a file that is not a preset, and why.
type Broken struct {
	// File is the path as the file system has it, bytes that steer a terminal
	// included; it is empty after Parse.
	File string `json:"file"`
	// Line counts from 1; 0 means that no line is to blame.
	Line int `json:"line"`
	// Reason is one sentence, safe to print.
	Reason string `json:"reason"`
}

// Error is one line, safe to print.
func (b *Broken) Error() string {
	var s strings.Builder
	if b.File != "" {
		s.WriteString(printable(b.File) + ": ")
	}
	if b.Line > 0 {
		fmt.Fprintf(&s, "line %d: ", b.Line)
	}
	return s.String() + b.Reason
}

// refusal is a sentence for people that is also one of fs.ErrNotExist,
// fs.ErrExist, fs.ErrPermission or fs.ErrInvalid for the caller.
type refusal struct {
	sentence string
	kind     error
}

func (r *refusal) Error() string { return r.sentence }
func (r *refusal) Unwrap() error { return r.kind }

func refuse(kind error, format string, args ...any) error {
	return &refusal{withoutPasswords(fmt.Sprintf(format, args...)), kind}
}

// userInfo is what stands before the host in an address, though the password
// in it may hold / or @ against the rules.
var userInfo = regexp.MustCompile(`://(?:[^/\s]*|[^/@\s:]*:\d*[^\d/@\s][^@\s]*)@`)

// withoutPasswords takes names, passwords and tokens out of the addresses in a
// text.
func withoutPasswords(s string) string { return userInfo.ReplaceAllString(s, "://") }

// safe is a text from outside that may be printed.
func safe(s string) string { return withoutPasswords(printable(s)) }

// plain gives an error of the file system as a sentence without the bytes a
// path may hold.
func plain(doing, path string, err error) error {
	cause := err
	if e := (*fs.PathError)(nil); errors.As(err, &e) {
		cause = e.Err
	}
	return refuse(err, "cannot %s %s: %s", doing, printable(path), printable(cause.Error()))
}

// quoted is a text from outside inside a sentence: printable and short.
func quoted(s string) string {
	const longest = 60
	s = printable(s)
	if utf8.RuneCountInString(s) > longest {
		s = string([]rune(s)[:longest]) + "…"
	}
	return `"` + s + `"`
}

// printable takes away what steers a terminal; a tab is a blank.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case unprintable(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}
