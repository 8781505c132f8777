package render

import (
	"voicestudio/tts"
	"voicestudio/tts/wording"
	"voicestudio/ui/sheet"
)

// words are the texts of this package that people read; tts has how another
// language is added.
type words struct {
	title, fileHint, noPath string
	reportTitle             func(file string) string
	// hint says what enter does, and at which price.
	hint                func(c sheet.Cost, dir, host, price string) string
	wrongHint           func(rows int) string
	allThere            func(files int, dir string) string
	marks               marks
	spoken              func(preset, text string) string
	noPreset            func(name string) tts.Said
	fillCell, moveAway  string // cures
	rendering, stopping func(at, of int) string
	ended               func(made, there, rows, failed int, dir string) string
	notKept             func(why string) string
}

// marks are words at the left edge: what a line would become.
type marks struct{ there, free, toMake, wrong, note string }

// Say is what this package says, in the language that it says it in.
var Say = english

func init() { wording.Offer(&Say, english, chinese) }
