package reference

import (
	"voicestudio/tts"
	"voicestudio/tts/wording"
)

// words are the texts of this package that people read; tts has how another
// language is added. file is a name.
type words struct {
	noFile, directory, noRegular func(file string) tts.Said
	cannotRead, undecoded        func(file, why string) tts.Said
	noEnding                     func(file string, endings []string) tts.Said
	noAudio, silent, noSpeech    func(file string) tts.Said
	short                        func(file string, seconds, least float64) tts.Said
	long                         func(file string, minutes int) tts.Said
	perhaps, whispers            func(file string) string
	narrow                       func(file string, hz int) string
	damaged                      func(file, why string) string
	changes                      string
	notHeard                     func(take, why string) tts.Said
}

var say = english

func init() { wording.Offer(&say, english, chinese) }
