package library

import "voicestudio/tts/wording"

type presetWords struct {
	OneMoment, nothingWritten, openAlready string
	openFirst, none                        string
	ChooseFor                              func(key, what string) string
	starter                                string
	readOnly                               func(preset string) string
	opened, saved, same                    func(preset string) string
	partsOf                                func(parts, preset string) string
	applied                                func(parts string) string
	speaks                                 func(preset, what string) string
	script, sample                         string // what it speaks
	noFolder                               func(preset string) string
	deleted, back, renamed                 func(preset string) string
	rename, renameHint                     string
	tags                                   func(preset string) string
	tagsHint                               string
	tagsHintUsed                           func(tags string) string
	notes, notedBefore                     func(preset string) string
	copy                                   string
	copyHint                               func(dir string) string
	copied                                 func(preset, dir string) string
	saveHint                               string
	savedIn                                func(preset, file string) string
	savedOfAll                             func(preset string, line int) string
}

// words are the texts of this package that people read; tts has how another
// language is added.
type words struct {
	Presets presetWords
	team    teamWords
	outside outsideWords
	trust   trustWords
	// NothingBeside is said where there is nothing to hear before and after.
	NothingBeside string
}

// SayLibrary is what this package says, in the language that it says it in.
var Say = englishLibrary

func init() { wording.Offer(&Say, englishLibrary, chineseLibrary) }
