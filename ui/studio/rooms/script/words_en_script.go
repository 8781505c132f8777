package script

import (
	"fmt"

	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
)

var englishScript = scriptWords{
	found: func(line int, what string, more int) string {
		said := fmt.Sprintf("line %d: %s", line, what)
		if more > 0 {
			said += fmt.Sprintf(" +%d", more)
		}
		return said
	},
	cured: func(what, cure string) string { return what + "; " + cure },
	brief: map[tts.ProblemCode]string{
		tts.PauseForm:   "not a pause hosts take",
		tts.PauseFirst:  "a pause at the start",
		tts.PauseTwice:  "two pauses together",
		tts.PauseLast:   "a pause at the end",
		tts.TagsReadOut: "the model reads sounds out",
	},
	write: func(written, meant string) string { return written + " → " + meant },
	tooMany: func(n int) paint.Phrase {
		said := fmt.Sprintf("%d characters too many", n)
		return paint.Phrase{Full: said + " at once; g l{go-lines}, outside text, speaks the script line by line", Short: said}
	},
	allRight: "nothing is wrong in the script",

	mends:       func(finding string) string { return finding + "; alt+enter does" },
	notMendable: func(finding string) string { return "cannot be guessed: " + finding },
	mended:      func(written, meant string) string { return written + " is " + meant + " now; alt+z takes it back" },

	noPlace:   "a pause stands between words: put the caret behind some",
	noPause:   "no pause stands at the caret; alt+up puts one there",
	pause:     "How long is the pause?",
	pauseHint: "seconds, from 0.01 to 99.99; enter{accept} sets it. In the script alt+up and alt+down do without asking",
	noLength:  "write seconds from 0.01 to 99.99 with at most two decimals, as in 0.6",

	file:       "Insert a text file",
	fileHint:   "its path, ~ is your home; tab{complete-path} completes it, enter{accept} inserts its words at the caret",
	noPath:     "type the path of a text file",
	blank:      "there are no words in it",
	NoFile:     func(path string) string { return path + " is no file" },
	Missing:    func(path string) string { return "there is no " + path },
	noneBegins: func(path string) string { return "nothing begins with " + path },
	Unreadable: func(path, why string) string { return path + " cannot be read: " + why },
	tooLarge:   func(kb int) string { return fmt.Sprintf("it has more than %d KB; split it first", kb) },
	inserted: func(file string, n int) string {
		return fmt.Sprintf("%s is in the script, %d characters; alt+z takes it back", file, n)
	},
	insertedTooMuch: func(file string, n, most int) string {
		return fmt.Sprintf("with %s the script has %d characters, and hosts take %d at once; g l{go-lines}, outside text, speaks it line by line, alt+z takes it back", file, n, most)
	},

	sentences:     "Insert a test sentence",
	sentencesHint: "enter{accept} inserts it, alt+enter puts it in place of the script",
}
