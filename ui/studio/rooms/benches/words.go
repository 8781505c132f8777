package benches

// words are the texts of this package that people read; tts has how another
// language is added.
type words struct {
	mix    mixWords
	ladder ladderWords
	pad    padWords

	how        func(aligned bool) string // the place of a switch was found
	making     func(rows int) string     // is waited for
	makingOf   func(at, of int) string
	stopped    func(done, of int) string
	someFailed func(failed, of int) string
}

// Say is what this package says, in the language that it says it in.
var Say = english
