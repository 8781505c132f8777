package paint

import "voicestudio/tts/wording"

// words are the texts of this package that people read; tts has how another
// language is added.
type words struct {
	more func(n int) string      // instead of lines for which there is no room
	of   func(n, all int) string // a row of a list
}

var say = english

func init() { wording.Offer(&say, english, chinese) }
