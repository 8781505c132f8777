package studio

import (
	"maps"

	"voicestudio/tts/wording"
	"voicestudio/ui/studio/rooms"
)

// names are the words of the table of commands, as people read them; tts has
// how another language is added.
type names struct {
	scopes   map[rooms.Scope]string  // where keys work, in a list and in worksIn
	commands map[string]commandNames // by the command's id
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
