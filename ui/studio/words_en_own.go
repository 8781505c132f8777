package studio

import (
	"fmt"
	"strings"

	"voicestudio/tts"
)

var englishOwn = ownWords{
	empty: func(written string) tts.Said {
		return tts.Said{What: written + " is no key", Cure: "write a key as f5, ctrl+r, alt+x or x, or [] for none"}
	},
	noKey: func(written, meant string) tts.Said {
		said := tts.Said{What: "there is no key " + written, Cure: "write it as f5, ctrl+r, alt+x, shift+tab, space, or as the letter that it types"}
		if meant != "" {
			said.Cure = "did you mean " + meant + "?"
		}
		return said
	},
	shiftSign: func(written string) tts.Said {
		return tts.Said{What: written + " is told by no terminal", Cure: "write the sign that shift makes of it, such as ? or *"}
	},
	swallowed: func(key, other string) tts.Said {
		return tts.Said{What: "terminals send " + key + " as " + other, Cure: "choose another key"}
	},
	noCommand: func(id, meant string) tts.Said {
		said := tts.Said{What: "there is no command " + id, Cure: "voicestudio config lists them in the file"}
		if meant != "" {
			said.Cure = "did you mean " + meant + "?"
		}
		return said
	},
	meant: func(id string) tts.Said {
		return tts.Said{What: "the keys of " + id + " stay, since each of them means something else", Cure: "take this line out"}
	},
	needed: func(command string) tts.Said {
		return tts.Said{What: "without a key for " + command + " one could not leave", Cure: "give it a key, or take this line out"}
	},
	typed: func(key, command, where string) tts.Said {
		return tts.Said{What: key + " is text where " + command + " works (" + where + ")", Cure: "take a key with ctrl or alt, or a function key"}
	},
	collision: func(key, command, other, where, otherID string, line int) tts.Said {
		what := fmt.Sprintf("%s is for %s, too, %s", key, other, where)
		if line > 0 {
			what += fmt.Sprintf(", by line %d", line)
		}
		if strings.HasPrefix(otherID, "text-") {
			return tts.Said{What: what, Cure: "give " + command + " another key"}
		}
		return tts.Said{What: what, Cure: fmt.Sprintf("give %s another key, or %s (%s)", command, other, otherID)}
	},
	keptUsual: func(file string, line int, path, said string) string {
		return fmt.Sprintf("line %d of %s: %s has its usual keys: %s", line, file, path, said)
	},
}

var englishEditor = editorWords{
	none:      "no editor is set; set VISUAL or EDITOR in the environment",
	noFile:    func(why string) string { return "the editor's file cannot be used: " + why },
	failed:    func(why string) string { return "the editor ended with a fault (" + why + "); nothing was changed" },
	kept:      func(why, file string) string { return why + "; what was written is in " + file },
	unchanged: "nothing was changed",
	tooMuch:   "that is more than 4 MB, and no script; nothing was changed",
	notUTF8:   "that is not UTF-8, and nothing was changed; save it as UTF-8",
	deed:      "writing in the editor",
	empty:     "the script is empty now; alt+z brings it back",
	settled:   "nothing is wrong; the settings hold from the next start on",
	taken: func(characters int) string {
		return fmt.Sprintf("taken from the editor: %d characters; alt+z takes it back", characters)
	},
	long: func(characters, most int) string {
		return fmt.Sprintf("taken from the editor: %d characters, and hosts take %d at once; g l{go-lines}, outside text, speaks it line by line, alt+z takes it back", characters, most)
	},
	finding: func(file string, line int, said string) string {
		return fmt.Sprintf("line %d of %s: %s", line, file, said)
	},
}
