package loudness

// words are the texts of this package that people read; tts has how another
// language is added.
type words struct {
	unmeasurable, tooQuiet string
	// tooLoud has dBTP, LUFS and dB.
	tooLoud func(ceiling, most, limiting float64) string
}

var say = english

// Words are what this package says, in English and in Chinese; what spoken
// points to is said. The player knows nobody who could choose.
func Words() (spoken *words, inEnglish, inChinese words) { return &say, english, chinese }

// sentinel is an error that is told apart by where its words are.
type sentinel struct{ said *string }

func (s sentinel) Error() string { return *s.said }
