package studio

import (
	"maps"

	"voicestudio/tts"
	"voicestudio/tts/wording"
	"voicestudio/ui/studio/rooms"
)

// names are the words of the table of commands, as people read them; tts has
// how another language is added.
type names struct {
	scopes   map[rooms.Scope]string  // where keys work, in a list and in worksIn
	commands map[string]commandNames // by the command's id
	own      ownWords
	editor   editorWords
}

// ownWords say what is wrong with the person's own keys. Keys, commands and what
// was written come as a sentence has them.
type ownWords struct {
	empty     func(written string) tts.Said
	noKey     func(written, meant string) tts.Said // meant may be empty
	shiftSign func(written string) tts.Said        // shift with a sign, which is another sign
	swallowed func(key, other string) tts.Said     // terminals send the other
	noCommand func(id, meant string) tts.Said      // meant may be empty
	meant     func(id string) tts.Said             // its keys say what is meant
	needed    func(command string) tts.Said        // one could not leave without it
	typed     func(key, command, where string) tts.Said
	// collision is of two commands, of which the other may be in the file, too, in a
	// line, else 0.
	collision func(key, command, other, where, otherID string, line int) tts.Said
	// keptUsual is what the studio says of one of them at its start.
	keptUsual func(file string, line int, path, said string) string
}

// editorWords are about what the person writes in an editor of their own.
type editorWords struct {
	none                        string // why there is none
	noFile, failed              func(why string) string
	kept                        func(why, file string) string // what was written is there
	unchanged, tooMuch, notUTF8 string
	deed, empty, settled        string
	taken                       func(characters int) string
	long                        func(characters, most int) string
	finding                     func(file string, line int, said string) string
}

// titles is what the table says, in the language that it says it in.
var titles = englishNames

func init() { wording.Offer(&titles, englishNames, chineseNames) }

// joined is the names of all commands.
func joined(parts ...map[string]commandNames) map[string]commandNames {
	all := map[string]commandNames{}
	for _, part := range parts {
		maps.Copy(all, part)
	}
	return all
}

// commandNames name a command. A title that ends with … asks for more; short
// is there for the commands of the help bar only.
type commandNames struct{ title, short string }
