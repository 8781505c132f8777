package host

import (
	"time"

	"voicestudio/tts"
	"voicestudio/tts/wording"
)

// words are the texts of this package that people read; tts has how another
// language is added.
type words struct {
	config  configWords
	network networkWords
	answer  answerWords
	link    linkWords
	list    listWords
	codes   codeWords
}

var say = english

func init() { wording.Offer(&say, english, chinese) }

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
	nothing    func(after time.Duration) tts.Said // has come from the host
	noAudioFor func(after time.Duration) tts.Said // though something has
}

// networkWords say why a host could not be reached. who is a host or a proxy,
// as one of the first three names it; from is the setting that has its address.
type networkWords struct {
	host        func(name string) string // name may be empty
	hostThrough func(name, proxy string) string
	proxy       func(name string) string
	baseURL     string
	// bothSettings are those of a host and its proxy.
	bothSettings string

	noName               func(name, from string) tts.Said
	noNames              func(name string) tts.Said // no name server answers
	closed, late, hungUp func(who, from string) tts.Said
	noRoute              func(who string) tts.Said
	unreached            func(who, why, from string) tts.Said
	notTLS               func(who, from string) tts.Said

	login, wrongLogin     func(proxy, variable string) tts.Said
	otherLogin            func(proxy string, ways []string) tts.Said
	forbidden, proxyFails func(proxy, host string) tts.Said
	proxyRefuses          func(proxy, host, variable string) tts.Said
	proxyPage             func(proxy string) tts.Said

	unknownAuthority    func(who, issuer string) string // issuer may be empty
	setFile             func(variable string) string
	mendFile, addToFile func(variable, file string) string
	addToSystem         string
	otherName           func(who string, names []string, from string) tts.Said
	expired, notYet     func(who string, bound, now time.Time) tts.Said
	badCertificate      func(who, why string) tts.Said

	page tts.Said // where a frame should be
	// pageOrKey is the cure where the page came with 401 or 403.
	pageOrKey string
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
