package cli

import (
	"voicestudio/tts"
	"voicestudio/ui/narration"
)

// scriptWords are about scripts of lines.
type scriptWords struct {
	noPlace       func(why string) tts.Said
	none, isOne   func(name string) tts.Said
	ending        func(name string) tts.Said
	noFormat      func(said string, all []string) tts.Said
	sayFormat     func(all []string) tts.Said
	tooLarge      func(name string, megabytes int) tts.Said
	imported      func(id, file string, asFile bool, lines int) string
	columns       []string
	lineColumns   []string
	made          func(made, lines int) string
	titled        func(name, begins string) string // name may be empty
	noneKept      string
	states        map[narration.State]string
	noLine        tts.Said
	divides       func(most int) string // a cure
	noLines       func(said string) tts.Said
	outOfRange    func(said string, lines int) tts.Said
	waits         string
	linesOf       func(at []int, all int) string // stands before what is said of them
	lines         func(lines int) string
	there, free   func(lines int) string
	halted        func(lines int) string
	stopping      func(spoken, left int) string
	onDisk        string // a cure
	ended         func(t narratedTotal) string
	noSound       func(name string) tts.Said
	othersMissing func(lines []int) tts.Said
	noWhole       func(missing []int) string
	files         func(files int) string
}

// scriptFlagWords say what the flags are for that only scripts have.
type scriptFlagWords struct {
	scriptFile, linesPreset   string
	textFormat                func(all []string) string
	sentences, replaceScript  string
	wholeFile, wholeSubtitles string
	each, wholeLoudness       string
	partial, onlyLines        string
}
