package dialog

import (
	"time"

	"voicestudio/presets"
	"voicestudio/tts/wording"
	"voicestudio/ui/trust"
)

// words are the texts of this package that people read; tts has how another
// language is added. Names come cleaned, as they are drawn.
type words struct {
	escCloses string
	tabMore   func(folders int) string // that can be chosen, beside the one in sight
	found     func(n, all int) string  // of a list that is filtered
	groups    map[presets.Group]string

	picker  pickerWords
	voices  voicesWords
	notes   notesWords
	browser browserWords
	detail  detailWords
	sounded soundedWords
	saver   saverWords
	clash   clashWords
	parts   partsWords
	known   knownWords
	report  reportWords
	timing  timingWords
	overCap overCapWords
	hearing hearingWords

	messages messagesWords

	exporter exporterWords

	everywhere everywhereWords
}

var say = english

func init() { wording.Offer(&say, english, chinese) }

type pickerWords struct {
	filter, noneFits, noneFound string
}

// voicesWords are those of the list of voices.
type voicesWords struct {
	search                 string
	all, favourites        string // the parts of the list
	recent, yours          string
	noFavourites, noRecent string
	noneYours              string
	anyLanguage, anyGender string
	genders                map[string]string
	asTyped                string // where a voice comes from
	heard                  func(takes int, last string) string
	neverHeard             string
	usedIn, andMore        func(n int) string // presets
}

type exporterWords struct {
	rows                            [exportRows]string
	formats                         func(format, ending string) string
	all, asItIs, other, unit        string
	noPart                          string // where no part is marked
	noTitles                        string // no subtitles
	write, hint, noFile, noLoudness string
	taken                           string
	otherEnding                     func(ending string) string
}

// messagesWords are about what went wrong.
type messagesWords struct {
	title              string
	field, cure, trace string // the parts of one
	hint               string
}

// overCapWords are about what would pass the session's cap.
type overCapWords struct {
	title, perhaps      string // it is known to be so, or not
	spent, price        func(amount, of string) string
	unknown             func(host string) string
	once, unpriced, not string
	raise               func(to string) string
}

// hearingWords are about how voices are heard in their list.
type hearingWords struct {
	sample, moving, on, off string
	rest                    string // how long the cursor has to
	sampleKey, movingKey    string
}

type timingWords struct {
	ms func(int64) string
}

// everywhereWords are about a word that is put right in all lines.
type everywhereWords struct {
	title            func(word string) string
	write, say       string // the two ways
	written, entered string // what each of them changes
	nothing          string // where nothing stands instead
	hint             string
}

type notesWords struct {
	hint, placeholder string
}

// browserWords are those of the list of presets, by the presets.Order of which
// orders has one each.
type browserWords struct {
	title, search string
	orders        []string
	all           string // of the folders
	reading       string // beside how many were found so far
	marked        func(n int) string

	folders, noneFits, none                            string // instead of the list
	broken, playing, open, readOnly, notStored, differ string // what is particular, in 13 cells
	won                                                func(duels, of int) string
}

// detailWords tell of the preset under the cursor.
type detailWords struct {
	title          string
	notes, spoken  string // labels of at most 8 cells
	changed, heard string
	file, check    string
	duels          string
	won            func(duels, of int, when string, finals int) string
	nothingWrong   string
	sample         func(text string) string
	same           string
	changes        func(n int) string // over the sentences
	changesAll     func(n int, sentences []string) string
	starter        string
	commit         func(author, when, subject string) string
	changedSince   func(commit string) string
	notCommitted   string
	saved          func(when string) string
	place          func(folder, file string) string
	readOnly       string
	heardOn        func(hosts []string) string
	line           func(n int, reason string) string
	correctOrLeave string // of a file that is no preset
}

// soundedWords are about what presets sounded like when that was kept.
type soundedWords struct {
	label           string // of at most 8 cells
	driftedSign     string // of one cell, with a word of at most 11
	drifted         string
	oldSign, old    string                         // of a fingerprint that is of something else
	since           func(at, now time.Time) string // the day that something is compared with
	so              func(at, now time.Time, host string, takes int) string
	same            func(at, now time.Time) string
	apart           func(at, since, now time.Time, words []string) string
	stands          map[trust.Standing]string
	anew, unchecked string
	untaken         func(host string) string
	offer           func(host, price string) string // while saving
	offerAnew       func(at, now time.Time, host, price string) string
	chosen          func(takes int, host, price string) string
	nothingToSpeak  string
}

type saverWords struct {
	title, hint, hintOfFolders string
	in                         string // before the folders
	noOtherFolder              string
	closed                     func(folder, dir string) string
	taken                      string

	noName, itself, itselfSame, over, overSame, taking, takingSame string // what saving does
	fresh, freshSame                                               string
	freshUnlike                                                    func(opened string) string
	heardOn                                                        func(host, model string) string
}

// clashWords are about a preset that somebody else changed. With a file that is
// gone, three of the answers have other titles.
type clashWords struct {
	changed, removed               func(preset string) string
	gone, notNow                   string
	theyChanged, youChanged, twice string
	noSuchChoice                   string
	mergeKey, keepKey              string
	takeKey, renameKey             string

	merge                         string
	noMerge                       func(why string) string
	nothingLeft, sameSetting      string // why not
	keep, keepGone                string
	take, takeGone                string
	takeAndBack, takeGoneAndStay  string // where the settings on the screen are at stake
	rename                        string
	mergeHere, keepHere, keepOpen string // where nothing was to be written
}

// reportWords are those of what was found or done.
type reportWords struct {
	onlyTells string
	more      func(n int) string // details
}

type partsWords struct {
	title          func(preset string) string
	changesNothing string
	nothingOf      func(part string) string
	hint           string
}

// knownWords are about the words that presets know how to speak.
type knownWords struct {
	title, filter, hint string
	inScript, here      string // at the end of a word's line
	in                  func(spoken string, presets int) string
	usedBy              func(n int, presets string) string
	replaces            func(spoken string) string
	isThere, oneWay     func(word string) string
	reading, none       string
}
