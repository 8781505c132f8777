package document

import "voicestudio/tts/wording"

// words are the texts of this package that people read; tts has how another
// language is added.
type words struct {
	opening func(preset string) string // a deed
}

var say = english

func init() { wording.Offer(&say, english, chinese) }
