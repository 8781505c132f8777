package speech

import (
	"strings"
	"unicode"
)

// Spelled is Mandarin text as it is typed in pinyin, without tones: whole, and by
// the first letter of each syllable ("daochu", "dc"). Latin letters and digits
// stay as they are, in small letters; everything else is left out.
func Spelled(text string) (whole, initials string) {
	var all, first strings.Builder
	for _, s := range syllables(strings.ToLower(text)) {
		sound := strings.TrimRight(s.sound, "12345")
		if s.punct {
			sound = strings.Map(func(r rune) rune {
				if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
					return -1
				}
				return r
			}, s.sound)
		}
		if sound == "" {
			continue
		}
		all.WriteString(sound)
		first.WriteString(sound[:1])
	}
	return all.String(), first.String()
}
