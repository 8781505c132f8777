package cli

import "voicestudio/tts"

// tuneWords are about the guided search.
type tuneWords struct {
	noPlace                      func(why string) tts.Said
	noJudge, noPatience, noClips tts.Said
	twoJudges, noRecording       tts.Said
	fewClips                     func(least int) tts.Said
	resumed                      func(flag string) tts.Said // the tuning says it
	noneOpen                     tts.Said
	goesOn                       func(id, text string) string // text comes quoted
	noText, noSample             tts.Said
	manyStarts                   func(n, most int) tts.Said
	closed                       func(axis, why string) string
	noAxis                       tts.Said
	orFewer                      string // behind a cure
	presetThere                  func(name string) tts.Said
	questions                    func(about int, bill string) string // bill is what they need at most
	pass                         func(n int) string
	start, same                  string
	changed                      func(changes string) string
	nothingAsked, nothingChanged string
	// distance and step are about a recording; beside says what the clip is there.
	distance       func(before, after float64, beside string) string
	step           func(n int, distance float64, beside string) string
	beside         func(differences string, distance float64) string // differences may be empty
	words          func(same bool) string                            // what the recording seems to say
	atMost         func(bill string) string
	cost           func(clips, made, characters int, cost []tts.Money, unpriced int, stopped string) string
	presetAsBefore string
	goOn           func(id string, recording bool) string
}
