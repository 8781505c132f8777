package tts

import (
	"regexp"
	"slices"
	"strings"
)

// SoundTags are the interjections that the 2.8 models perform. The last three
// are in Alibaba's and PPIO's lists, not on MiniMax's current one.
var SoundTags = strings.Fields(`laughs chuckle coughs clear-throat groans breath pant inhale exhale gasps
	sniffs sighs snorts burps lip-smacking humming hissing emm sneezes whistles crying applause`)

var soundTag = regexp.MustCompile(`\((` + strings.Join(SoundTags, "|") + `)\)`)

func hasSoundTag(text string) bool { return soundTag.MatchString(text) }

// tagsByStem finds a tag by the form that its word has in common with others:
// laughs by laughing.
var tagsByStem = func() map[string]string {
	by := map[string]string{}
	for _, tag := range SoundTags {
		by[stem(tag)] = tag
	}
	return by
}()

// soundMeant is the tag that a word in parentheses is, or was probably meant to
// be: another form of it, or one with a slip of a letter. Empty: it is a word
// like any other.
func soundMeant(word string) (tag string, exact bool) {
	if slices.Contains(SoundTags, word) {
		return word, true
	}
	word = strings.ToLower(strings.NewReplacer(" ", "-", "_", "-").Replace(word))
	if slices.Contains(SoundTags, word) {
		return word, false
	}
	if tag, found := tagsByStem[stem(word)]; found {
		return tag, false
	}
	for _, tag := range SoundTags {
		// A slip in a short word makes another word: sights of sighs.
		if len(tag) > 5 && len(word) > 5 && slip(word, tag) {
			return tag, false
		}
	}
	return "", false
}

// stem is what the forms of a word have in common, each part by itself.
func stem(word string) string {
	parts := strings.Split(word, "-")
	for i, part := range parts {
		for _, end := range [][2]string{{"ies", "y"}, {"ied", "y"}, {"ing", ""}, {"ter", ""}, {"es", ""}, {"ed", ""}, {"e", ""}, {"s", ""}} {
			if cut, has := strings.CutSuffix(part, end[0]); has && len(cut+end[1]) >= 3 && !strings.HasSuffix(part, "ss") {
				part = cut + end[1]
				break
			}
		}
		if n := len(part); n > 3 && part[n-1] == part[n-2] && part[n-1] == 'm' {
			part = part[:n-1] // humming
		}
		parts[i] = part
	}
	return strings.Join(parts, "-")
}

// slip reports two words that differ in one letter: another one, one more, one
// less, or two that changed places.
func slip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	at := 0
	for at < len(a) && a[at] == b[at] {
		at++
	}
	switch {
	case len(b)-len(a) > 1:
		return false
	case len(a) < len(b):
		return a[at:] == b[at+1:]
	case at == len(a):
		return true
	}
	swapped := at+1 < len(a) && a[at] == b[at+1] && a[at+1] == b[at] && a[at+2:] == b[at+2:]
	return swapped || a[at+1:] == b[at+1:]
}
