package script

import (
	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
)

// scriptWords are those of Script. What is wrong stands in the panel's border,
// where the brief form has about thirty cells.
type scriptWords struct {
	found    func(line int, what string, more int) string // in the border
	cured    func(what, cure string) string
	brief    map[tts.ProblemCode]string         // where the whole sentence has no room
	write    func(written, meant string) string // the brief form of what is known
	tooMany  func(characters int) paint.Phrase  // of the characters beyond what hosts take
	allRight string

	mends       func(finding string) string // adds the key
	notMendable func(finding string) string
	mended      func(written, meant string) string

	noPlace, noPause, pause, pauseHint, noLength string

	file, fileHint, noPath, blank string
	NoFile, Missing, noneBegins   func(path string) string
	Unreadable                    func(path, why string) string
	tooLarge                      func(kilobytes int) string
	inserted                      func(file string, characters int) string
	insertedTooMuch               func(file string, characters, most int) string

	sentences, sentencesHint string
}
