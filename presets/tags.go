package presets

import (
	"slices"
	"strings"
	"unicode"

	"voicestudio/tts"
)

// Tags reads tags as people type them: "narration, en" or "#narration #en".
// Blanks, commas and semicolons stand between them, the Chinese ones, too, so
// that a search for #en finds each; none comes twice.
func Tags(typed ...string) (tags []string) {
	for _, text := range typed {
		for _, tag := range strings.FieldsFunc(tts.Plain(text), func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;#，、；＃", r) }) {
			if !slices.Contains(tags, tag) {
				tags = append(tags, tag)
			}
		}
	}
	return tags
}
