package lineup

import "voicestudio/tts/wording"

// words are the texts of this package that people read; tts has how another
// language is added.
type words struct {
	sameWord, byLength, byTime string                // how the place of a switch was found
	making                     func(rows int) string // is waited for
	makingOf                   func(at, of int) string
	stopped                    func(done, of int) string
	someFailed                 func(failed, of int) string
	Free                       string
	about                      func(price, host string) string
	atLeast                    func(price, host string) string
	unknownPrice               func(host string) string
}

// Say is what this package says, in the language that it says it in.
var Say = english

func init() { wording.Offer(&Say, english, chinese) }
