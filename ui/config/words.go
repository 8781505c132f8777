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
	file     fileWords
}

var say = english

func init() { wording.Offer(&say, english, chinese) }

type placeWords struct {
	none  func(why string) tts.Said // for the draft and the log
	noLog func(why string) string
	// noConfig is of the config file, where it cannot be made.
	noConfig func(why string) tts.Said
}

// settingsWords say what is wrong in the config file, whose name stands before
// it, and the line. A path is that of a setting: hosts.ppio.rpm.
type settingsWords struct {
	unreadable  func(why string) tts.Said
	notJSON     func(why string) tts.Said
	openComment tts.Said
	noGroup     tts.Said // the whole file is something else
	bom         tts.Said
	noHost      func(name string, hosts []string) tts.Said
	noRate      func(path string, requests int) tts.Said
	noCap       tts.Said
	notOneOf    func(path, value string, values []string) tts.Said
	twice       func(path string, line int) tts.Said // of which the later one counts
	unknown     func(path, meant string) tts.Said    // meant may be empty
	apiKey      func(path string, variables []string) tts.Said
	line        func(n int, what string) string
	// notOfKind tells of the kind that a value should have, by how JSON begins it:
	// " is text, 0 a number, 1 a whole one, t true or false, { a group, [ a list.
	notOfKind func(path string, kind byte) tts.Said

	dashScopeEnds, onlyOrigin     func(address string) tts.Said
	relative, noFolder, notFolder func(dir string) tts.Said
}

// fileWords explain the settings in the config file as it is at first.
type fileWords struct {
	head []string // the first lines
	// settings explain each by its path; what is in a group comes after it.
	settings map[string][]string
	values   func(values []string, usual string) string // usual may be empty
	commands []string                                   // before the list of them
	command  func(title, where string) string
}
