package presets

import (
	"slices"
	"strings"

	"voicestudio/tts"
)

// VoiceHas reports whether a voice is found by words: as the API has them, or as
// the person's language calls the voice's language and gender.
func VoiceHas(v tts.Voice, words ...string) bool {
	calls := []string{strings.ToLower(ValueInWords(v.Language)), strings.ToLower(ValueInWords(v.Gender))}
	return v.Matches(slices.DeleteFunc(slices.Clone(words), func(word string) bool {
		return slices.ContainsFunc(calls, func(called string) bool {
			return called != "" && strings.HasPrefix(called, strings.ToLower(word))
		})
	})...)
}
