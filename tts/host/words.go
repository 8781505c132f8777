package host

import (
	"time"

	"voicestudio/tts"
)

// words are the texts of this package that people read; tts has how another
// language is added.
type words struct {
	config configWords
	answer answerWords
	link   linkWords
	list   listWords
	codes  codeWords
}

var say = english

// configWords say why a host cannot be asked, and why one is not asked yet.
type configWords struct {
	noHost     func(name string, hosts []string) tts.Said
	noAddress  func(address string) tts.Said
	moreThan   tts.Said // a host and a path
	noKey      func(host, variable string) tts.Said
	badKey     func(host, variable string) tts.Said
	inClear    tts.Said
	sentOn     func(to string) tts.Said
	redirects  string
	paced      func(host string, requests int) string
	unreached  func(why string) tts.Said
	nothing    func(after time.Duration) tts.Said // has come from the host
	noAudioFor func(after time.Duration) tts.Said // though something has
}

// answerWords say what is wrong with what a host sent.
type answerWords struct {
	noHost, noAudio, notAFrame, badHex, cutShort, tooLong, noLine, brokeOff tts.Said
}

// linkWords are of what a host's answer points at, which stays there a day.
type linkWords struct {
	audio                            func(why, link string) tts.Said
	subtitles                        func(why, link string) tts.Said
	noSubtitles                      tts.Said
	noAddress, thisMachine, notHTTPS string
	tooBig                           func(megabytes int64) string
}

type listWords struct {
	none   func(host string) tts.Said
	noList tts.Said
}

// codeWords say what a host's own error means.
type codeWords struct {
	// topics without What are told in the host's own words.
	topics  map[topic]tts.Said
	says    func(words string) string
	silent  string                       // the host gave no words
	trouble func(status string) tts.Said // status may be empty
	refused func(status string) tts.Said
}
