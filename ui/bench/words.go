package bench

import (
	"voicestudio/tts"
	"voicestudio/tts/wording"
)

// words are the texts of this package that people read; tts has how another
// language is added.
type words struct {
	page pageWords
}

// pageWords say why there is no page for listeners. label is a candidate's.
type pageWords struct {
	tooFew     func(ready int, twice bool) tts.Said
	notWhole   func(label, state string) tts.Said
	notDecoded func(label, format string) tts.Said
	unheard    func(label, why string) tts.Said
	changed    tts.Said
}

var say = english

func init() { wording.Offer(&say, english, chinese) }
