package rooms

import (
	"slices"
	"strings"

	"voicestudio/ui/studio/dialog"
)

// sampleKind is what a voice of the list is heard by.
type sampleKind int

const (
	sampleScript sampleKind = iota
	sampleShort             // a short sentence in the voice's language
	sampleFixed             // the test sentence of that
	sampleKinds
)

// sampleNames are how they are kept.
var sampleNames = [sampleKinds]string{"script", "short", "fixed"}

func (k sampleKind) name() string { return sampleNames[k] }

// by chooses the sample of a name, if it is one.
func (h *hearing) by(name string) {
	if i := slices.Index(sampleNames[:], name); i >= 0 {
		h.sample = sampleKind(i)
	}
}

// sampleLine is what a voice is heard by; the script's words are not in it.
type sampleLine struct{ text, language string }

// sample is what a voice is heard by: in its language, else in that of the voice
// that speaks now, else in English.
func (r *Forms) sample(kind sampleKind, v dialog.ListedVoice) sampleLine {
	s := sentences[0]
	for _, language := range []string{r.language(""), v.Language} {
		if i := slices.IndexFunc(sentences, func(s sentence) bool { return s.boost == language }); i >= 0 {
			s = sentences[i]
		}
	}
	line := sampleLine{language: strings.ReplaceAll(s.boost, ",", ", ")}
	switch kind {
	case sampleShort:
		line.text = s.short
	case sampleFixed:
		line.text = s.text
	}
	return line
}
