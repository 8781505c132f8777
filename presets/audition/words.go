package audition

// words are the texts of this package that people read; tts has how another
// language is added.
type words struct {
	duels duelWords
}

var say = english
