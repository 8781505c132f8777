package sheet

import (
	"voicestudio/tts"
	"voicestudio/tts/wording"
)

// words are what the screen and the command line say of the same file in the
// same words; tts has how another language is added.
type words struct {
	file fileWords
	rows rowWords
}

// fileWords say why a CSV file, or a line of it, cannot be read.
type fileWords struct {
	nameOne                 string // a cure
	tooLarge                func(file, most string) tts.Said
	line                    func(n int, what string) string
	lines                   func(some []int, more int) string
	notUTF8, empty, noRow   string
	twice, unknown, missing func(column string) string
	cells, closing, quotes  string
}

// rowWords are about the rows of such a file.
type rowWords struct {
	noPreset               string
	noFile                 tts.Said
	outside, notRegular    func(out string) tts.Said
	sameFile, alike        func(out string, line int) tts.Said
	isThere                func(path string) string
	otherFormat            func(out, format string) string
	diskFull, allWouldFail string
}

// say is what this package says, in the language that it says it in.
var say = english

func init() { wording.Offer(&say, english, chinese) }
