package presets

import (
	"voicestudio/tts"
	"voicestudio/tts/wording"
)

// words are the texts of this package that people read; tts has how another
// language is added. Names and values come quoted or cleaned, as they are
// printed. The schema's title and the names of folders are no texts of a language:
// others read them.
type words struct {
	cannot   cannotWords
	name     nameWords
	file     fileWords
	folder   folderWords
	library  libraryWords
	clip     clipWords
	bundle   bundleWords
	merge    mergeWords
	snippet  snippetWords
	lint     lintWords
	sentence sentenceWords
	formula  formulaWords
}

var say = english

func init() { wording.Offer(&say, english, chinese) }

// cannotWords say what the file system refused, at which path and why.
type cannotWords struct {
	open, read, write, delete                        func(path, why string) string
	readFolder, openFolder, lockFolder, createFolder func(path, why string) string
	changeClip, moveClip                             func(preset, why string) string
	removeOld                                        func(path, why string) string
}

// nameWords say why a preset cannot be named so.
type nameWords struct{ empty, notUTF8, tooLong, control string }

// fileWords say why a file is no preset. Where they tell of a path it is that
// of a field.
type fileWords struct {
	tooLarge, notUTF8, notObject, noRequest string
	notJSON                                 func(why string) string
	tooDeep                                 func(levels int) string
	twice                                   func(key string) string
	version                                 func(want int) string
	newer                                   func(version, reads int) string
	newerAnd                                func(newer, why string) string
	opensOnly                               func(newer string) string // a notice, not a fault
	noName                                  func(why string) string   // neither in it nor by its file name

	mustBe                                                  func(path, what string) string
	time, text, truth, number, smaller, whole, list, object string // what it must be
	textUTF8, years, finite                                 string
	notNull                                                 func(path string) string
	folder, pipe, socket, device, notRegular, linkOutside   string // instead of a regular file
	cannotRead, notStorable                                 func(why string) string
}

// folderWords say why a folder does not do what was asked.
type folderWords struct {
	noHome                string
	none                  func(name, dir string) string
	several               func(name string, files []string) string
	another               func(name, file string) string
	readOnly, existsAgain func(file string) string
	elsewhere             func(name, dir string) string
	gone                  func(name string) string
	changed               func(name, changes string) string
}

type libraryWords struct {
	folders  map[string]string
	teamName func(name string, taken ...string) string
	place    func(folder, name, file string) string // one choice of several
	several  func(name string, places []string) string
	none     func(name string) string
}

type clipWords struct {
	recorded string                   // one that is too large
	tooLarge func(path string) string // one that lies in a file
}

type bundleWords struct {
	twice              func(name string) string
	cannotExport       func(name, why string) string
	cannotImport       func(number int, why string) string
	noName, clip       string // why one cannot be imported
	alsoNamed          func(name string) string
	tooLarge           string
	notOne             func(why string) string
	notExported, after string // why it is none
	newer              func(version, reads int) string
	changedMeanwhile   string
	changedSince       func(name string) string
	collisions         func(names string) string
}

// mergeWords say what both sides changed.
type mergeWords struct {
	sides func(field, mine, theirs string) string
}

type snippetWords struct {
	noBody, notPython, noAddress, header func(what string) string
	unknown                              func(language string, all []string) string
	method                               func(method, variable string) string
	neverKey                             string
}

type lintWords struct {
	sameName       func(name, file string) tts.Said
	correctFile    string // cures of a file that is none
	correctLine    func(line int) string
	otherVersion   string // the cure of a file that is newer
	noVoice        tts.Said
	noHost         func(why []string) string
	of             func(what, message string) string // what: a host or a model
	notYoursEither func(message string) string
	script         tts.Said
	unknownKey     func(key, meant string) tts.Said
	noMark         func(key string) tts.Said
	twoMarks       func(host string) tts.Said
}

// sentenceWords say in what presets differ.
type sentenceWords struct {
	// labels are how fields are spoken of; another is called by its own name.
	labels map[string]label
	// values are the few values of settings that have another name for people.
	values                     map[string]string
	on, off, unset             string
	none                       string // in place of a value, where both are told
	set                        func(label, value string) string
	changed                    func(label, became string) string
	became                     func(from, to string) string
	changedFurtherOn, restyled func(label, value string) string
	alone                      string // in place of a voice's weight
	added                      func(voice, weight string) string
	removed                    func(voice string) string
	spokenAs                   func(word string) string
	more                       func(n int) string // behind the first few
}

// label is how a field is spoken of, with the unit behind its value. Where a number
// goes from one end to the other, less and more name the ends. places is how many
// digits its values have at least behind the point. The values of an evident one
// say by themselves what they are of: "calm", but not "1.5×", which may be the
// speed, as it is, or the volume.
type label struct {
	name, unit, less, more string
	places                 int
	evident                bool
}

// formulaWords say where and why a text is no formula of a blend.
type formulaWords struct {
	at                                           func(character int, why string) string
	voice, quoted, plus, weight, number, bracket string
	tooMany                                      func(most int) string
}
