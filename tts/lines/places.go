package lines

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Places are the bytes at which a word stands in a text as a word, and not as a part
// of a longer one. What is written without blanks stands anywhere.
func Places(text, word string) (at []int) {
	if word == "" {
		return nil
	}
	for from := 0; ; {
		n := strings.Index(text[from:], word)
		if n < 0 {
			return at
		}
		n += from
		if apart(text[:n], word, false) && apart(text[n+len(word):], word, true) {
			at = append(at, n)
		}
		from = n + len(word)
	}
}

// apart reports that what stands beside a word does not make it a part of a longer
// one.
func apart(beside, word string, behind bool) bool {
	near, _ := utf8.DecodeLastRuneInString(beside)
	edge, _ := utf8.DecodeRuneInString(word)
	if behind {
		near, _ = utf8.DecodeRuneInString(beside)
		edge, _ = utf8.DecodeLastRuneInString(word)
	}
	letter := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }
	return beside == "" || !letter(near) || !letter(edge) || together(near) || together(edge)
}
