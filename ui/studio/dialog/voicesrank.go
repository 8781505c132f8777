package dialog

import (
	"regexp"
	"strings"

	"voicestudio/tts/wording"
)

// far is how far a language is from what somebody looks for: 0 is that of the voice
// that speaks now, 1 the person's own, 2 any other.
func (d *Voices) far(language string) int {
	switch {
	case language != "" && language == d.language:
		return 0
	case wording.Spoken() == wording.Chinese && language == "Chinese", wording.Spoken() == wording.English && language == "English":
		return 1
	}
	return 2
}

// place is how well a title has a word: as a word of its own, at the start of
// one, or not. A word for the language or gender is no part of the title.
func (v *ListedVoice) place(word string) int {
	if strings.HasPrefix(strings.ToLower(v.Language), word) || strings.HasPrefix(v.Gender, word) {
		return 0
	}
	place := 2
	for _, of := range strings.Fields(strings.ToLower(joined.ReplaceAllString(v.Title(), "$1 $2"))) {
		switch {
		case of == word:
			return 0
		case strings.HasPrefix(of, word):
			place = 1
		}
	}
	return place
}

var (
	joined = regexp.MustCompile(`(\p{Ll})(\p{Lu})`) // words, as in WiseScholar
	number = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-`)
)

// nameless reports a voice of the catalogue whose only name is a number.
func (v *ListedVoice) nameless() bool { return v.Name == "" && number.MatchString(v.ID) }
