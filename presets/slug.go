package presets

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxSlug leaves room, in bytes, for a number and an ending within the 143
// bytes of the tightest common file system (eCryptfs).
const maxSlug = 80

// devices cannot be file names on Windows, whatever their ending.
var devices = func() map[string]bool {
	names := map[string]bool{"con": true, "prn": true, "aux": true, "nul": true}
	for _, digit := range "0123456789" {
		names["com"+string(digit)] = true
		names["lpt"+string(digit)] = true
	}
	return names
}()

// Slug is the file name, without its ending, for a preset's name: its letters
// and digits of any script in lower case, everything else "-". It is 1 to 80
// bytes long, never a Windows device name, and not unique: two names may have
// the same slug.
func Slug(name string) string {
	var s strings.Builder
	letter := false
	// Composed first: a decomposed é must not give another file name.
	for _, r := range norm.NFC.String(strings.ToValidUTF8(name, "-")) {
		// Vowel signs are part of the letters of many scripts; a mark behind
		// anything else belongs to an emoji.
		mark := letter && unicode.In(r, unicode.Mn, unicode.Mc)
		letter = unicode.IsLetter(r) || mark
		if letter || unicode.IsDigit(r) {
			s.WriteRune(unicode.ToLower(r))
		} else if s.Len() > 0 && !strings.HasSuffix(s.String(), "-") {
			s.WriteByte('-')
		}
	}
	slug := s.String()
	if len(slug) > maxSlug {
		cut := maxSlug
		for !utf8.RuneStart(slug[cut]) {
			cut--
		}
		slug = slug[:cut]
	}
	slug = strings.TrimRight(slug, "-")
	switch {
	case slug == "":
		return "preset"
	case devices[slug]:
		return "preset-" + slug
	}
	return slug
}
