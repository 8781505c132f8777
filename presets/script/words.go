package script

import "voicestudio/tts/wording"

// words are the texts of this package that people read; tts has how another
// language is added.
type words struct {
	elsewhere string
	empty     string
	noLines   string
	none      func(id string) string
	noHost    func(name string) string
	isThere   func(path string) string
}

var say = english

func init() { wording.Offer(&say, english, chinese) }
