package tuning

import "voicestudio/tts/wording"

// words are the texts of this package that people read; tts has how another
// language is added.
type words struct {
	folder folderWords
	asItIs string
	// blend is the shares of two voices, share the one of a voice.
	blend   func(a, b int) string
	share   func(voice, percent string) string
	percent func(n int) string
	// label is a candidate by what it is and its value.
	label func(what, value string) string
	start func(n int) string // without a name of its own
}

// folderWords are about courses as files.
type folderWords struct {
	empty, elsewhere string
	none             func(id string) string
}

var say = english

func init() { wording.Offer(&say, english, chinese) }
