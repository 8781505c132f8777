package export

import "time"

// words are the texts of this package that people read; tts has how another
// language is added.
type words struct {
	tooLong, empty, noLame, tooLarge string
	longer                           func(minutes float64) string
	ended                            func(before time.Duration) string
	changes                          string
	tagSize                          func(bytes int) string
	inTag, inMeta                    string // the take ends there
	noFLAC, noWAV, noInfo, metaSize  string
}

var say = english

// Words are what this package says, in English and in Chinese; what spoken
// points to is said. The player knows nobody who could choose.
func Words() (spoken *words, inEnglish, inChinese words) { return &say, english, chinese }

// sentinel is an error that is told apart by where its words are.
type sentinel struct{ said *string }

func (s sentinel) Error() string { return *s.said }

// fault is a sentence that is also another error.
type fault struct {
	said string
	is   error
}

func (f *fault) Error() string { return f.said }
func (f *fault) Unwrap() error { return f.is }
