package subtitles

import "voicestudio/tts/wording"

// words are the texts of this package that people read; tts has how another
// language is added.
type words struct {
	empty   string
	notList string
	tooBig  func(megabytes int) string
}

var say = english

func init() { wording.Offer(&say, english, chinese) }
