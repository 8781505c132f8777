package lines

import (
	"time"

	"voicestudio/tts/wording"
	"voicestudio/ui/narration"
)

// words are the texts of this package that people read; tts has how another
// language is added.
type words struct {
	listWords
	makingWords
	editWords
	fileWords
	spokenWords
	rightWords
	takeWords
	settingWords
	wholeWords
	exportWords
	queueWords
}

// listWords are about the lines as they stand.
type listWords struct {
	none, noTake, theLines string
	howTo                  []string // where there is none
	lines                  func(lines, due int) string
	lineOf                 func(n int) string
	fromLine               func(n int) string
	atLine                 func(n int, what string) string
	pause                  func(seconds float64) string
	state                  map[narration.State]string
	was                    string
	takes                  func(n int) string
	chosen                 func(n, of int) string
	asked, coming, waits   string
	changed                func(what []string) string
	length                 func(d time.Duration, all bool) string
	current                func(current, of int) string
	due                    func(lines, characters int, price string) string
	stuckLines             func(n int) string
	onlyStuck              func(n int) string
	allMade                string
	nothing                string // can be changed so
}

// makingWords are about lines that are being made.
type makingWords struct {
	makingOf   func(at, of, waiting int) string
	lastOnes   func(at, of int) string
	madeAll    func(made, failed int) string
	waitsStill func(n int) string
	free       string
	unknown    string
	atLeast    func(price string) string
}

// fileWords are about the file of the script.
type fileWords struct {
	notRead, notKept func(why string) string

	fileTitle, fileHint, noPath string
	tooLarge                    func(megabytes int) string
	read                        func(name string, lines int) string
	theScripts, scriptsHint     string
	noScripts, noWords          string
	kept                        func(lines, made int) string
	another                     string
	setAside                    func(why string) string
}

// Say is what this package says, in the language that it says it in.
var Say = english

func init() { wording.Offer(&Say, english, chinese) }

// editWords are about changes of lines.
type editWords struct {
	deeds        deeds
	cannot       deeds // why there is nothing to change so
	rewriteTitle func(n int) string
	notOwn       string
	onlyLine     func(n int) string
}

// deeds are what was done to lines, in words that undo repeats.
type deeds struct{ join, divide, before, sentences, move, remove, paragraph, pause, usual, rewrite, asAll, choose string }
