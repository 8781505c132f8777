package trust

import (
	"voicestudio/tts"
	"voicestudio/tts/wording"
)

// words are the texts of this package that people read; tts has how another
// language is added. Presets come quoted.
type words struct {
	stands  map[Standing]func(preset, host string) string // of those that are in the way
	damaged func(take, why string) tts.Said
}

var say = english

func init() { wording.Offer(&say, english, chinese) }
