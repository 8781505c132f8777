package takes

import "voicestudio/tts/wording"

// words are the texts of this package that people read; tts has how another
// language is added.
type words struct {
	file  fileWords
	audio audioWords
	take  takeWords
}

var say = english

func init() { wording.Offer(&say, english, chinese) }

// fileWords say why a description is none.
type fileWords struct {
	half, empty string // as a power cut leaves it
	notRegular  string
	notObject   string
	tooLarge    func(megabytes int) string
}

// audioWords say what is wrong with a take's audio.
type audioWords struct {
	arriving, faulty, cut      string // its state, in one word
	missing, notRegular, empty string
	undescribed                func(ending string) string
	size                       func(is, should int64) string
}

// takeWords are about takes by their ids.
type takeWords struct {
	none      func(id string) string
	several   func(n int, begin string, ids []string) string
	noName    func(hash, ending string) string // what a take cannot be named
	recording func(id string) string           // so it cannot be deleted
	there     func(id string) string           // so it cannot be brought back
	inTrash   func(why string) string
}
