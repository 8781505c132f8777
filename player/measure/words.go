package measure

// words are the texts of this package that people read; tts has how another
// language is added. Numbers are above 0.
type words struct {
	pitch      func(semitones float64, higher bool) string
	rate       func(percent float64, faster bool) string
	brightness func(brighter bool) string
	loudness   func(decibels float64, louder bool) string
	liveliness func(livelier bool) string
	pauses     func(more bool) string
	fade       func(less bool) string
	// gone is what of a measure can no more be taken, or could not before.
	gone func(measure string, gone bool) string
}

var say = english

// Words are what this package says, in English and in Chinese; what spoken
// points to is said. The player knows nobody who could choose.
func Words() (spoken *words, inEnglish, inChinese words) { return &say, english, chinese }
