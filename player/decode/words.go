package decode

// words are the texts of this package that people read; tts has how another
// language is added. Numbers are counts.
type words struct {
	format, noAudio, damaged, madeUp string
	// fault is an error of a codec, where it has one: of which kind it is, and what in particular.
	fault func(codec, kind, what string) string
	and   func(what, more string) string

	needs     func(what, library, how string) string
	mp3Rate   func(hz int) string
	mp3Bits   func(hz, kbit int) string
	intensity string

	codec                      func(name string, playable []string) string
	rate                       func(hz, most int) string
	channels                   func(n int) string
	noByte, noSample, noFrame  string
	undecoded, packets         func(bytes int64, places, of int) string // of: frames, packets
	inFrame, inTag, inPage     string                                   // it ends there
	bytesMissing               func(n int64) string
	partMissing                func(n, of int) string // of a frame's bytes
	partOnly                   func(n, of int) string
	samplesMissing             func(n, of uint64) string
	restLeft                   string
	header                     func(bytes int) string
	headShort                  func(bytes, of int) string
	notBare                    func(like string) string
	noRIFF, otherRIFF, big     string
	unordered, chunks, unknown string
	validBits                  func(n, of int) string
	samplesAre                 func(kind string) string
	samplesOf                  func(kind int) string
	contradicts                func(kind, bits, align, channels int) string
	behind                     func(bytes int64) string

	noFLAC, noInfo              string
	endless, foreign, hollow    string // a frame of FLAC
	manyDamaged                 func(most int) string
	places                      func(bytes int64, places int, why string) string
	inOgg                       func(what string) string
	elseInOgg, noOpus, noPacket string
	pagesMissing                func(places int) string
	version, family             func(n int) string
}

var say = english

// Words are what this package says, in English and in Chinese; what spoken
// points to is said. The player knows nobody who could choose.
func Words() (spoken *words, inEnglish, inChinese words) { return &say, english, chinese }

// sentinel is an error that is told apart by where its words are.
type sentinel struct{ said *string }

func (s sentinel) Error() string { return *s.said }

// fault is a sentence that is also each of some errors.
type fault struct {
	said string
	is   []error
}

func (f *fault) Error() string   { return f.said }
func (f *fault) Unwrap() []error { return f.is }

// faulty is what is wrong with a source: kind, and what of it. also are further
// errors that it is.
func faulty(codec string, kind error, what string, also ...error) error {
	return &fault{say.fault(codec, kind.Error(), what), append([]error{kind}, also...)}
}
