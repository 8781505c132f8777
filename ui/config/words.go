package config

import (
	"voicestudio/tts"
	"voicestudio/tts/wording"
)

// words are the texts of this package that people read; tts has how another
// language is added.
type words struct {
	places   placeWords
	settings settingsWords
}

var say = english

func init() { wording.Offer(&say, english, chinese) }

type placeWords struct {
	none  func(why string) tts.Said // for the draft and the log
	noLog func(why string) string
}

// settingsWords say what is wrong in the config file, whose name stands before
// it, at a key or in a line.
type settingsWords struct {
	unreadable func(why string) tts.Said
	notJSON    func(where string) tts.Said
	noHost     func(name string, hosts []string) tts.Said
	noRate     func(key string, requests int) tts.Said
	noCap      tts.Said
	notOneOf   func(key, value string, values []string) tts.Said
	unknown    func(key string) string // a warning
	apiKey     func(key string) string // a warning
	line       func(n int, what string) string
	// notOfKind tells of the JSON kind that a key's value should have: string,
	// int, map or struct.
	notOfKind func(key, kind string) string
}
