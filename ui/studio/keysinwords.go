package studio

import (
	"regexp"
	"slices"
	"strings"

	"voicestudio/tts/wording"
	"voicestudio/ui/studio/rooms"
)

// Texts name a key with the command that it is for: "u{undo-letter} brings it
// back". What is read is the key that the command has: "u brings it back".
//
// A key with a modifier, and one such as f8, may stand alone, where only one
// command of the package that says it can be meant.

// keyOfCommand is a key in a text and the command that it is for. After g{go} a
// room's letter follows, which with it is one key: "g l{go-lines}".
var keyOfCommand = regexp.MustCompile(`(g [a-z]|[A-Za-z0-9+]+|[!-/:-@\[-_←→↑↓−])\{([a-z0-9-]+)\}`)

// keyInWords is a key that a text names alone.
var keyInWords = regexp.MustCompile(`\b(?:(?:ctrl|alt|shift)\+)+[a-z0-9]+|\bf\d{1,2}\b`)

// keyOwners are the scopes whose commands the texts of a package mean by a key
// that stands alone, before those that work anywhere.
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

// markedBy is the command that a text names by a key that it comes with; nil where
// what looks so is the person's, such as the name of a file.
func markedBy(key, id string) *command {
	i := slices.IndexFunc(commands, func(c command) bool { return c.id == id })
	if i < 0 {
		return nil
	}
	c := &commands[i]
	if letter, after := strings.CutPrefix(key, "g "); after && c.scope == rooms.InJump {
		key = letter
	}
	if !slices.Contains(c.usual, unsigned(key)) {
		return nil
	}
	return c
}

// signsOfKeys are how texts write keys that have a sign on them.
var signsOfKeys = map[string]string{"left": "←", "right": "→", "up": "↑", "down": "↓", "-": "−"}

// unsigned is the key that a text writes by its sign.
func unsigned(key string) string {
	for name, sign := range signsOfKeys {
		if key == sign {
			return name
		}
	}
	return key
}

// ownKeysInWords has texts name the keys that the commands have now.
func ownKeysInWords() { wording.Adapt(keysIn) }

// keysIn is what writes the keys of now into a package's texts in a language; nil
// where it is not the studio's.
func keysIn(from string, l wording.Language) func(text string) string {
	if !strings.HasPrefix(from, "voicestudio/ui/studio") {
		return nil
	}
	usual := !slices.ContainsFunc(commands, func(c command) bool { return !slices.Equal(c.keys, c.usual) })
	return func(text string) string {
		if strings.Contains(text, "{") {
			text = keyOfCommand.ReplaceAllStringFunc(text, func(marked string) string {
				found := keyOfCommand.FindStringSubmatch(marked)
				if c := markedBy(found[1], found[2]); c != nil {
					return c.inWords(found[1], l)
				}
				return marked
			})
		}
		if usual {
			return text
		}
		return keyInWords.ReplaceAllStringFunc(text, func(key string) string {
			if c := namedByKey(from, key); c != nil && !slices.Contains(c.keys, key) {
				return c.inWords(key, l)
			}
			return key
		})
	}
}

// inWords is how a text in a language names a command that it names by one of the
// usual keys. What has no key is named as it is found among the commands.
func (c *command) inWords(usual string, l wording.Language) string {
	if c.scope == rooms.InJump {
		if first := named("go"); first.key() != "" && c.key() != "" {
			return first.key() + " " + c.key()
		}
		return c.amongCommands(l)
	}
	switch {
	case slices.Equal(c.keys, c.usual):
		return usual
	case c.key() == "" && c.twin() != nil:
		c = c.twin()
	case c.key() == "":
		return c.amongCommands(l)
	}
	if sign := signsOfKeys[c.key()]; sign != "" {
		return sign
	}
	return c.key()
}

// twin is a command with a key that does the same and works anywhere; nil where
// there is none.
func (c *command) twin() *command {
	for i := range commands {
		if t := &commands[i]; t != c && t.scope == rooms.Anywhere && t.key() != "" && strings.TrimSuffix(c.id, "-letter") == t.id {
			return t
		}
	}
	return nil
}

// amongCommands is the way to a command through the list of all: what its name
// begins with is enough to find it.
func (c *command) amongCommands(l wording.Language) string {
	in := englishNames
	if l == wording.Chinese {
		in = chineseNames
	}
	title := in.commands[c.id].title
	if end := strings.IndexAny(title, ";:…；：{"); end > 0 {
		title = title[:end]
	}
	return named("palette").key() + " “" + strings.TrimSpace(title) + "”"
}

// pressedIn is a sentence about the key that was pressed, and not about whatever
// has it.
func pressedIn(say func(key string) string, key string) string {
	const itself = "\x00"
	return strings.Replace(say(itself), itself, key, 1)
}
