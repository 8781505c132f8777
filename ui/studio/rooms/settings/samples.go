package settings

import (
	"slices"

	"voicestudio/presets"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms/listen"
	"voicestudio/ui/studio/rooms/script"
)

// by chooses the sample of a name, if it is one.
func (h *hearing) by(name string) {
	if i := slices.Index(listen.SampleNames[:], name); i >= 0 {
		h.sample = listen.SampleKind(i)
	}
}

// sampleLine is what a voice is heard by; the script's words are not in it.
type sampleLine struct{ text, language string }

// sample is what a voice is heard by: in its language, else in that of the voice
// that speaks now, else in English.
func (r *Forms) sample(kind listen.SampleKind, v dialog.ListedVoice) sampleLine {
	s := script.Sentences[0]
	for _, language := range []string{r.language(""), v.Language} {
		if i := slices.IndexFunc(script.Sentences, func(s script.Sentence) bool { return s.Boost == language }); i >= 0 {
			s = script.Sentences[i]
		}
	}
	line := sampleLine{language: presets.ValueInWords(s.Boost)}
	switch kind {
	case listen.SampleShort:
		line.text = s.Short
	case listen.SampleFixed:
		line.text = s.Text
	case listen.SampleScript, listen.SampleKinds:
	}
	return line
}
