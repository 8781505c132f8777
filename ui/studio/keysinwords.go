package studio

import (
	"regexp"
	"slices"
	"strings"

	"voicestudio/tts/wording"
	"voicestudio/ui/studio/rooms"
)

// keyInWords is a key as texts name it.
var keyInWords = regexp.MustCompile(`\b(?:(?:ctrl|alt|shift)\+)+[a-z0-9]+|\bf\d{1,2}\b`)

// keyOwners are the scopes whose commands the texts of a package mean by a key,
// before those that work anywhere.
var keyOwners = map[string][]rooms.Scope{
	"dialog":        {rooms.InVoices, rooms.InNotes, rooms.InSaving, rooms.InPresets},
	"rooms/benches": {rooms.InPresets},
	"rooms/lines":   {rooms.OnLines},
	"rooms/library": {rooms.InPresets, rooms.InReport},
	"rooms/form":    {rooms.OutsideText},
	"rooms/script":  {rooms.InScript, rooms.InSentences},
	"rooms/tuner":   {rooms.InTune},
}

// namedByKey is the command that a package's texts mean by one of the usual keys;
// nil where they mean none.
func namedByKey(from, key string) *command {
	scopes := append(slices.Clone(keyOwners[strings.TrimPrefix(from, "voicestudio/ui/studio/")]), rooms.Anywhere)
	for _, s := range scopes {
		for i := range commands {
			if c := &commands[i]; c.scope == s && slices.Contains(c.usual, key) {
				return c
			}
		}
	}
	return nil
}

// ownKeysInWords has texts name the keys that the commands have now. What has no
// key is named as it is found among the commands.
func ownKeysInWords() {
	if !slices.ContainsFunc(commands, func(c command) bool { return !slices.Equal(c.keys, c.usual) }) {
		wording.Adapt(nil)
		return
	}
	name := func(c *command) string {
		if key := c.key(); key != "" {
			return key
		}
		return named("palette").key() + " “" + strings.TrimSuffix(c.title(), "…") + "”"
	}
	wording.Adapt(func(from, text string) string {
		if !strings.HasPrefix(from, "voicestudio/ui/studio") {
			return text
		}
		return keyInWords.ReplaceAllStringFunc(text, func(key string) string {
			if c := namedByKey(from, key); c != nil && !slices.Contains(c.keys, key) {
				return name(c)
			}
			return key
		})
	})
}

// pressedIn is a sentence about the key that was pressed, and not about whatever
// has it.
func pressedIn(say func(key string) string, key string) string {
	const itself = "\x00"
	return strings.Replace(say(itself), itself, key, 1)
}
