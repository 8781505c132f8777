package unattended

import (
	"time"

	"voicestudio/tts"
	"voicestudio/tts/wording"
)

// words are the texts of this package that people read; tts has how another
// language is added.
type words struct {
	notStarted    func(why string) tts.Said
	says          func(line string) string // on standard error
	nonsense      func(line string, candidates int) string
	nonsenseAgain tts.Said
	early         string // a line that nobody asked for
	floods        tts.Said
	late          func(patience time.Duration) tts.Said
	ended         func(code int) tts.Said
	closed        tts.Said // its files
}

var say = english

func init() { wording.Offer(&say, english, chinese) }
