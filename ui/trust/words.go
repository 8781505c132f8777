package trust

import "voicestudio/tts"

// words are the texts of this package that people read; tts has how another
// language is added. Presets come quoted, and as words for a shell.
type words struct {
	noSample                              func(preset, shell string) tts.Said
	noFingerprint                         func(preset, host, shell string, others []string) tts.Said
	otherText, otherEngine, otherMeasures func(preset, shell string) tts.Said
	damaged                               func(take, why string) tts.Said
}

var say = english
