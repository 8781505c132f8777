package install

import "voicestudio/tts/wording"

// words are the texts of this package that people read.
type words struct {
	page    func(need, address string) string // no manager has it
	unknown func(need string) string          // nobody knows this system's packages
}

var say = english

func init() { wording.Offer(&say, english, chinese) }
