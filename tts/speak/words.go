package speak

import (
	"voicestudio/tts"
	"voicestudio/tts/wording"
)

// words are the texts of this package that people read; tts has how another
// language is added.
type words struct{ noSubtitles tts.Said }

var say = english

func init() { wording.Offer(&say, english, chinese) }
