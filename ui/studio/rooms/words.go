package rooms

import (
	"time"

	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
)

// words are the texts of this package that people read; tts has how another
// language is added. Keys, the marks A and B, and units that are written alike
// everywhere are no texts of a language.
type words struct {
	Panels  [PanelCount]string
	options map[string]string // of values that are shown otherwise than the API has them

	Screen  screenWords
	Form    formWords
	pickers pickerWords
	hearing hearingWords
	hosts   hostWords
	moves   moveWords
	outside outsideWords
	sound   soundWords
	listen  listenWords
	takes   takeWords
	compare compareWords
	timing  timingWords
	Script  scriptWords
	Request requestWords
	Presets presetWords
	Team    teamWords
	Drafts  draftWords
	Deeds   deedWords
}

// Say is what this package says, in the language that it says it in.
var Say = English

// screenWords are about no panel in particular.
type screenWords struct {
	TooSmall               func(leastW, leastH, w, h int) string
	NoPreset               string
	Characters             func(n int) string // an estimate
	Free, PriceUnknown     string             // of these
	Spent, SpentAtLeast    func(price string) string
	SpentOf                func(spent, cap string) string
	NoSound, Speaker       string
	Muted                  string // in place of the speaker
	TypedStays             string // of a dialog that a click beside it does not close
	EscStops               func(waiting string) string
	Warning, Failure, Fold string // over a sentence that is too long for the line
	ToRead                 func(errors int) string
	Speaking               string                                    // in the window's title
	Lists                  string                                    // what the key beside an error does
	Since                  func(what string, d time.Duration) string // it is waited for
	copiedMessage          string
	preparing              func(host string) string // what is waited for
	listing, writing       string
	reading, opening       func(what string) string
	Help                   string // of f1
	Palette, PaletteHint   string
	Keys, KeysHint         string
	WorksIn                func(scope string) string
	AnswerFirst            string // before it goes elsewhere
	NoText                 string
	Deaf, DeafDialog       func(key string) string
	Stopped, nothingSaid   string
	Crashed                func(report string) tts.Said
	quoted                 func(text string) string
	list                   func(parts []string) string
	more                   func(n int) string
}

// formWords are those of the rooms of settings. Labels have room for 9
// cells, and so has the left end of a slider; the right one has it for 6.
type formWords struct {
	voice, speed, pitch, volume, emotion, intensity, timbre, effect, weight, add string
	deep, bright, strong, soft, full, crisp                                      string
	semitones                                                                    string // after their number
	numbers, latex                                                               string
	format, rate, bitrate, channels, cbr, answer, streamed, whole, sentAs        string
	watermark, subtitles, seamless, timed                                        string
	typing                                                                       string // a value
	addWord, editWord, newWord, wordHint, wordShape                              string // of a pronunciation
	wordThere, wordOut, hears, alone                                             func(word string) string
	keyHears, hearPrice                                                          func(what, host, price string) string
	atOnce, atOnceOn, atOnceOff                                                  string // each change is heard
	atOncePrice                                                                  func(host, price string) string
	noEntry, entryKeys                                                           string
	words                                                                        func(n int) string
	wholeFirst                                                                   func(why string) string
	host                                                                         string             // what leaves a setting to it
	nothing                                                                      [PanelCount]string // of a room is set

	rows func(at, of int) string // while some are out of sight

	sound                     func(heard, voices int) string // of a blend
	onlySounds                func(voice string) string
	locked, keepsShare        func(voice string) string
	unlocked                  func(voice string) string
	othersLocked              string
	weightEnds                func(weight int) string // where the locks let it go no further
	swapped                   func(voice, other string) string
	noFormula                 func(why string) string
	pasted                    string
	room                      func(voices int) string // for more
	none                      string                  // no voice
	aloneNoWeight, aloneHeard string
	oneStays, oneHeard        string
	noVoices, noVoice         string
	fourAtMost                string // a blend
	takenOut, inBlend, copied func(what string) string
	isReset, noNumber         string
	mustBe                    func(label string, whole bool, bounds, typed string) string
	model, language           string
	IsSet                     func(what, value string) string
}

// pickerWords are those of the lists of voices, models, languages and sounds.
type pickerWords struct {
	voice, addVoice        string
	inPlaceOf              func(voice string) string
	yours, used, notListed string              // where a voice comes from
	notKept, putAside      func(string) string // the favourites: why, and where
	model, language, hint  string
	sound, soundHint       string
}

// hearingWords are about how voices are heard in their list.
type hearingWords struct {
	samples, short [sampleKinds]func(language string, chars int) string
	costs          func(chars int, price string) string // hearing one
	free           func(chars int) string
	on, off        string // while moving
	onAt           func(host, price string) string
	never, silent  string // why one is not heard while moving
	firstUse       func(voice string) string
	capped         func(cap string) string
}

type hostWords struct {
	title, hint        string
	noKey              func(variable string) string
	needsKey           func(host, variable string) string
	now                string
	free, priceUnknown string
	price10k           func(price string) string
	speaks             func(host, price string) string
	asLastTime         func(host, price string) string
	lastLacks          func(host, why, speaks string) string
	for10k             func(price, readOn string) string
	sandbox            string
	sandboxOnly        func(variable string) string
	noOwn              func(why string) string
}

// timingWords tell where the time of a take went; the names of its stretches
// have room for 24 cells.
type timingWords struct {
	title                                                func(take string) string
	lookup, connect, tls, firstByte, firstAudio, audible string
	made, reused, resumed                                string // the connection
	foot                                                 func(host, http, how string) string
	none                                                 string
}

// soundWords are those of Sound, and of what is made to be heard.
type soundWords struct {
	empty, begins                         string // instead of a waveform
	unplayed                              func(format string) string
	firstSound                            func(time.Duration) paint.Phrase
	underruns                             func(n int) string
	speed                                 func(times float64) string
	cached                                paint.Phrase
	unbilled                              func(cost string) paint.Phrase
	charactersFree                        func(n int) paint.Phrase
	charactersFor                         func(n int, cost string) paint.Phrase
	take                                  func(number int) paint.Phrase // from disk
	matched, unmatched                    string                        // the levels of A and B
	arriving                              string
	noTake                                string
	again, asked, paused, arrives, spoken string // why it is not spoken once more
	notKept                               func(why string) string
	notHeard                              func(file string) string
	notHeardSince                         func(why, file string) string
	unplayable                            func(why string) string // what came
	speakAgain                            string
	askingAgain                           func(seconds float64) string
	waitingFor                            func(time.Duration) string
}

// listenWords are about how what sounds is listened to.
type listenWords struct {
	volume               func(db string) string
	tempo                func(times float64) string
	on, off, muted       string
	loopBegins, loopEnds string
	loops                func(from, to string) string
}

type takeWords struct {
	empty, kept             string                  // instead of takes
	take                    func(number int) string // its name
	sideA, sideB            func(take string) string
	same                    string // as the take before it
	notListed, cannotPlay   func(why string) string
	unplayable              func(take, format, file string) string
	none, notKept, gone     string
	deleted, back, restored func(take string) string
	starred, starless       func(take string) string
	note, tag               func(take string) string
	noteHint, tagHint       string
	filters                 [foundTakes]string
	all                     func(n int) string // the title's, where no filter is set
	of                      func(filter string, n, all int) string
	some                    func(filter string, n int) string // where there is no room for all
	noneFits                string                            // the filter
	find, findHint          string
	came, news              func(takes int) string // that others have made
	noNews                  string
	export                  func(take string) string
	notAFile, noFolder      func(path string) tts.Said
	writing                 func(file string) string
	wrote                   func(file, what string) string
	day                     func(ago int, day time.Time) string // ago is 1 for yesterday
	copied                  func(take, path string) string
}

// compareWords are about the takes A and B.
type compareWords struct {
	title, switches        string
	takes                  func(side string) string // what r does
	host, words, levels    string
	alone                  string // instead of a weight
	added                  func(voice, weight string) string
	removed                func(voice string) string
	marked, markedFirst    func(take, side string) string
	markBoth, markA, markB string
	same, rest             string
}

type presetWords struct {
	OneMoment, nothingWritten, openAlready string
	openFirst, none                        string
	ChooseFor                              func(key, what string) string
	starter                                string
	readOnly                               func(preset string) string
	opened, saved, same                    func(preset string) string
	partsOf                                func(parts, preset string) string
	applied                                func(parts string) string
	speaks                                 func(preset, what string) string
	script, sample                         string // what it speaks
	noFolder                               func(preset string) string
	deleted, back, renamed                 func(preset string) string
	rename, renameHint                     string
	tags                                   func(preset string) string
	tagsHint                               string
	tagsHintUsed                           func(tags string) string
	notes                                  func(preset string) string
	copy                                   string
	copyHint                               func(dir string) string
	copied                                 func(preset, dir string) string
	saveHint                               string
	savedIn                                func(preset, file string) string
}

type draftWords struct {
	noOther, noWords, title, hint, shown string
	cannotRead                           func(file, why string) string
	another                              func(file string) string // took the file
	NotKept                              func(why string) string
	Others                               func(n int) string
	Unreadable, Undrawable, FailedTwice  string // why one is put aside
	UndrawableSettings                   string
	moved, notMoved                      func(why, what string) string
}

// deedWords name what can be undone, beside the labels of the forms.
type deedWords struct {
	typing, newScript, pause, voice, mute, solo, reset, openingDraft string
	lock, equalising, swapping, pasting                              string
	inserting, mending                                               func(marker string) string
	takingOut                                                        func(voice string) string
	importing                                                        string
	word, dropWord                                                   func(word string) string
	favourite                                                        func(voice string) string
	restoring, star, note                                            func(take string) string
	tag                                                              func(take string) string
	deleting, renaming, Tags, Notes                                  func(name string) string
	Undone, Again                                                    func(deed string) string
	NothingToUndo, NothingToRedo                                     string
}
