package bench

import "voicestudio/tts"

// words are the texts of this package that people read; tts has how another
// language is added.
type words struct {
	notPlayed func(format string) tts.Said
}

var say = english
