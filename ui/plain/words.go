package plain

import (
	"time"

	"voicestudio/tts"
	"voicestudio/tts/wording"
)

// words are what is said here, and what commands are called in a language beside
// their own names. Lists of what a person may type are written with blanks
// between.
type words struct {
	greeting, leave, prompt, noPrompt, aPrompt, noErrors string
	fullStop, comma, semicolon, semitones                string
	// spoken is a sentence with its signs in words.
	spoken func(s string) string
	// names are what a command or setting is called beside its own names.
	names     func(id string) []string
	help      helpWords
	usage     usageWords
	ask       askWords
	lists     listWords
	text      textWords
	draft     draftWords
	settings  settingWords
	voices    voiceWords
	blend     blendWords
	marks     markWords
	script    scriptWords
	listeners listenerWords
	mixes     mixWords
	ladder    ladderWords
	pad       padWords
	host      hostWords
	sound     soundWords
	takes     takeWords
	compare   compareWords
	bench     benchWords
	duels     duelWords
	tune      tuneWords
	presets   presetWords
	trust     trustWords
	team      teamWords
	deeds     deedWords
}

type helpWords struct {
	begin, more, colon string
	group              func(title string, names []string) string
	groups             [groups]string
	also               func(names []string) string
	commands           map[string]about
}

// about is a command in help: what stands behind its name, and what it does.
type about struct{ takes, does string }

type usageWords struct {
	atLine           func(n int, said string) string
	noCommand        func(word, near string) tts.Said
	several          func(word string, names []string) tts.Said
	notANumber       func(word string) tts.Said
	notUTF8, tooLong tts.Said
}

type markWords struct {
	after, pause  string // may be typed
	fine          string
	put, at       func(mark, behind string) string
	seconds       func(n string) string
	sounds        func(tags []string) string
	form, noPause tts.Said
	requestForm   func(languages []string) tts.Said
}

type askWords struct {
	yes, no, always, once, raise, unpriced, mine, theirs, both string
	notDone, notSent                                           string
	unanswered, nothing                                        tts.Said
	price                                                      func(host, price string, characters int, capped bool) string
	rows                                                       func(n int, price string) string
	cap                                                        func(to string) string
	replace                                                    func(file string) string
}

type listWords struct {
	point, chooses, notMadeYet string
	more                       func(left int) string
	none                       func(n int) tts.Said
	out                        func(n, of int) tts.Said
	noMore, notMade, noneHeard tts.Said
}

type textWords struct {
	deed, none, typing, notTaken, areWords, with string
	counted                                      func(n int, price string) string
	draft, empty, fine                           func(text string) string
	replaced                                     func(n int) string
	nothing                                      func(command string) tts.Said
	notThere, cannotEdit, notAFile               func(what string) tts.Said
	cannotRead                                   func(file, why string) tts.Said
	replaceForm, noEditor                        tts.Said
}

type draftWords struct {
	opening                 string
	noOthers                tts.Said
	others                  func(n int) string
	aside, notKept, another func(what string) string
	unreadable              func(file, why string) string
}

type settingWords struct {
	on, off, unsetting, to, is, as, everything                                 string // may be typed
	all, allUnset, answer, explained, noWords, nothingSet, switchable, wholeOn string
	about                                                                      map[string]string // by path
	unset                                                                      func(byDefault string) string
	onOff, whole                                                               func(on bool) string
	isUnset                                                                    func(name string) string
	already                                                                    func(name, value string) string
	notSet, oneOf                                                              func(names []string) string
	inSteps                                                                    func(of, step string) string
	notHere                                                                    func(value, host, why string) string
	which, wordForm                                                            tts.Said
	none                                                                       func(word, near string) tts.Said
	notANumber                                                                 func(name, word, allowed string) tts.Said
	notASwitch                                                                 func(name, word string) tts.Said
	noSteps                                                                    func(name string) tts.Said
	notAValue                                                                  func(name, word, near string, values []string) tts.Said
}

type voiceWords struct {
	favourites, mine, preset  string // may be typed
	deed, hint                string
	genders                   map[string]string
	count, own                func(n int) string
	several                   func(word string, n int) string
	unlisted, noOwn           func(what string) string
	favoured                  func(name string, on bool) string
	none                      func(words string) tts.Said
	noNumber                  func(n int) tts.Said
	unknown                   func(word, near string) tts.Said
	which, chooseOne, notKept tts.Said
}

type blendWords struct {
	and                                                   string // may be typed
	deed, empty, how, hint, same                          string
	one                                                   func(name string) string
	row                                                   func(n int, name string, weight, share int, muted, solo, locked bool) string
	share                                                 func(name string, weight, share int, muted, solo, locked bool) string
	weight, full                                          func(n int) tts.Said
	twice                                                 func(name string) tts.Said
	out                                                   func(n, of int) tts.Said
	form, last, which, weighForm, alone, locked, swapForm tts.Said
}

type hostWords struct {
	speaks, noCap                   string
	now, keyThere, gains, loses, at func(a, b string) string
	price10k, about, needsKey, cap  func(what string) string
	andMore                         func(n int) string
	wouldCost                       func(host, price string, characters int) string
	spent                           func(sum string, known bool) string
	notBack                         func(host, instead, why string) string
	capForm                         tts.Said
}

type soundWords struct {
	stopped, nothing, already, fromDisk, unbilled, noLoop string
	noDevice, notKept                                     func(why string) string
	wholeFirst, unplayable, noTime                        func(what string) tts.Said
	heardAfter, seconds, paused                           func(d time.Duration) string
	gaps, characters                                      func(n int) string
	notHeard                                              func(why, file string) string
	retries                                               func(why string, pause time.Duration) string
	waiting                                               func(host string, since time.Duration) string
	place                                                 func(name string, at, of time.Duration, paused bool) string
	volume, tempo                                         func(x float64) string
	none, loopForm, tempoForm                             tts.Said
}

type takeWords struct {
	name, starred                        string // may be typed
	from, to, loudness, subtitles        string
	star, hint, sameSettings             string
	take, restoring, restored, deleting  func(n int) string
	starring, noting                     func(n int, on bool) string
	tagging                              func(n int, tags []string) string
	deleted                              func(n, benches int) string
	wrote                                func(file, what string) string
	notListed, notFound, exportAs, which func(what string) tts.Said
	noNumber                             func(n int) tts.Said
	empty, exportForm                    tts.Said
	noSubtitles, loudnessForm            tts.Said
}

type compareWords struct {
	sides                   [2]string
	setSame, soundsSame     string
	marked                  func(n int, side string, both bool) string
	sounds                  func(side string, n int, matched, told bool) string
	secondIs                func(words string) string
	onlyFirst, hosts, words func(a, b string) string
	mark, gone              func(side string) tts.Said
}

type benchWords struct {
	settings, take, preset, voice                                                                              string // may be typed
	hidden, hint, hintBlind, blind, blindAlready, notBlind, whileBlind, cannot, oneFailed, allMade, otherWords string
	line, begun, putting, removing, removed, using, used                                                       func(what string) string
	candidate, stars, making                                                                                   func(n int) string
	named                                                                                                      func(n int, label string) string
	missing                                                                                                    func(n int, price string) string
	put, inList                                                                                                func(label string, n int) string
	starring                                                                                                   func(called string, stars int) string
	noting                                                                                                     func(called string) string
	sounds                                                                                                     func(label string, matched bool) string
	made                                                                                                       func(n, of int) string
	called                                                                                                     func(at time.Time, text string) string
	gone                                                                                                       func(name string) tts.Said
	empty, already, which, noStars                                                                             tts.Said
	otherLine                                                                                                  string
}

type duelWords struct {
	sides                     [2]string
	deed, answer, again, left string
	begun                     func(n int) string
	asks                      func(n, of int, final bool) string
	lot, letter               func(letter string) string
	score                     func(name string, won, of int, out bool) string
	tooFew, none, noWinner    tts.Said
}

type teamWords struct {
	somebody, pushed, nothing string
	committed, pulled         func(names string) string
	did                       func(by, name, deed string) string
	both                      func(name, what string) string
	which                     func(verb string, folders []string) tts.Said
	differ                    tts.Said
}

type deedWords struct {
	nothing, nothingAgain, something string
	undone, again                    func(what string) string
}

var say = english

func init() { wording.Offer(&say, english, chinese) }
