package presets

import (
	"errors"
	"io/fs"
	"regexp"
	"unicode/utf8"

	"voicestudio/tts"
)

// Broken is a file that is not a preset, and why.
type Broken = tts.Broken

// Refuse is a sentence for people, without passwords in its addresses, that is
// also an error for the caller, commonly one of fs.ErrNotExist, fs.ErrExist,
// fs.ErrPermission and fs.ErrInvalid.
func Refuse(kind error, sentence string) error {
	return &tts.Refusal{Sentence: withoutPasswords(sentence), Kind: kind}
}

// userInfo is what stands before the host in an address, though the password
// in it may hold / or @ against the rules.
var userInfo = regexp.MustCompile(`://(?:[^/\s]*|[^/@\s:]*:\d*[^\d/@\s][^@\s]*)@`)

// withoutPasswords takes names, passwords and tokens out of the addresses in a
// text.
func withoutPasswords(s string) string { return userInfo.ReplaceAllString(s, "://") }

// Safe is a text from outside that may be printed: without what steers a
// terminal, and without passwords in addresses.
func Safe(s string) string { return withoutPasswords(tts.Clean(s)) }

// Cannot gives an error of the file system as a sentence, which cannot makes of
// the path and the reason, without the bytes a path may hold.
func Cannot(cannot func(path, why string) string, path string, err error) error {
	cause := err
	if e := (*fs.PathError)(nil); errors.As(err, &e) {
		cause = e.Err
	}
	return Refuse(err, cannot(tts.Clean(path), tts.Clean(tts.SystemSays(cause))))
}

// Quoted is a text from outside inside a sentence: printable and short.
func Quoted(s string) string {
	const longest = 60
	s = tts.Clean(s)
	if utf8.RuneCountInString(s) > longest {
		s = string([]rune(s)[:longest]) + "…"
	}
	return `"` + s + `"`
}
