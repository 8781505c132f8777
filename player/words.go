package player

// words are the texts of this package that people read; tts has how another
// language is added.
type words struct {
	off     string // nobody wanted sound
	advised func(what, cure string) string
	what    whatWords
	cure    cureWords
	source  sourceWords
}

var say = english

// Words are what this package says, in English and in Chinese; what spoken
// points to is said. The player knows nobody who could choose.
func Words() (spoken *words, inEnglish, inChinese words) { return &say, english, chinese }

// whatWords say why nothing is heard.
type whatWords struct {
	nothing, noLibrary, noDevice           string
	overSSH, inWSL, inContainer, underSudo string // where no server and no card is found there
	unanswered                             func(server string) string
	denied, hangs, noOutput                string
	serverGone, deviceGone, notYet         string
	unknown                                func(text string) string
}

// cureWords follow on them.
type cureWords struct {
	start, install, connect, restart, waits string
	ssh, wsl, mount, noSudo, cookie         string
	set, unset                              func(variable string) string
}

// sourceWords say what became of a sound.
type sourceWords struct {
	brokeOff, undecodable, tooLong, notHeard string
	longer                                   func(minutes float64) string
	rate                                     func(hz int) string
	lost                                     func(why string) string // so that it was not heard
}

// sentinel is an error that is told apart by where its words are.
type sentinel struct{ said *string }

func (s sentinel) Error() string { return *s.said }
