package narration

import (
	"voicestudio/tts"
	"voicestudio/tts/wording"
)

// words are the texts of this package that people read; tts has how another
// language is added.
type words struct {
	remarks remarkWords
	names   nameWords
	export  exportWords
	fix     fixWords
}

// remarkWords tell what a listener would notice along a script; what is a
// difference's own words. Numbers are above 0, lines count from 1.
type remarkWords struct {
	unlike   func(what string) string // one line
	fades    func(decibels float64) string
	mostFade func(decibels float64) string // of the whole script
	trend    func(what string, from, to int) string
}

// nameWords are about the names of files of lines.
type nameWords struct {
	empty, folder, open tts.Said
	unknown             func(name string, known []string) tts.Said
	wordless, untitled  string // stand for the words of a line, the title of a script
}

// exportWords tell of what is written of a script. Lines count from 1.
type exportWords struct {
	whole   string // what is exported, in a sentence
	line    func(n int) string
	nothing tts.Said

	missing, stale func(lines []int) string
	lost           func(line int, leftOut bool, why string) string

	noForm              func(codec string, known []string) tts.Said
	asItCame            tts.Said
	cannotWrite         func(name, why string) tts.Said
	notRegular, isThere func(name string) tts.Said
}

// fixWords are about words that are put right.
type fixWords struct{ shape tts.Said }

var say = english

func init() { wording.Offer(&say, english, chinese) }
