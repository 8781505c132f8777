package benches

import (
	"time"

	"voicestudio/presets/audition"
	"voicestudio/tts/wording"
)

// words are the texts of this package that people read; tts has how another
// language is added.
type words struct {
	mix    mixWords
	ladder ladderWords
	pad    padWords

	PresetKey string // while the list of presets is open
	benchWords
	addWords
	fileWords
	duels     duelWords
	listeners listenerWords
}

// benchWords are about the candidates on the bench.
type benchWords struct {
	columns                                    columnWords
	what                                       map[audition.Kind]string
	otherHost                                  string
	presetIn                                   func(folder string) string
	ready                                      func(ready, of int) string
	sortedBy                                   map[string]string
	only, byLot                                string
	page                                       func(at, of int) string
	addMore, empty, howToPut                   string
	faultCure, noneStarred, noStars            string
	line                                       string
	lineKey                                    func(rows int) string
	between                                    func() string // two sentences on a line; nothing where a full stop is wide
	matched, digits, unmatched, unmatchedShort string
	makes                                      func(rows int, price string) string
	notMadeYet                                 func(price string) string
	makesAll                                   func(rows int, price string) string
	beingMade, again, cut, comes               string // in a row
	againFor                                   func(price string) string
	missing, hiddenName, failed                string
	candidate                                  func(n, of int) string
	titled                                     func(n int, label string) string
	isMade                                     func(n int) string
	notMade                                    func(n int) string
	allMade, makeFirst                         string
	offer                                      func(rows int, price string) string
	enterMakes                                 func(n int, price string) string
	tryAgain                                   func(n int, why string) string
	noRow                                      func(n, of int) string
	takingOver                                 func(label string) string // a deed
	takenOver                                  func(n int, label, host string) string
	starring, noting, takingOut                func(label string) string // deeds
	out                                        func(label string) string
	noteOn                                     func(label string) string
	noteHint                                   string
	lineTitle, lineHint, lineSet               string
	linePrice                                  func(rows int, price string) string
	loops                                      string
	hidden, whileBlind                         string
	hiddenBut, drawnAnew                       string
	decided                                    func(best string) string
}

// columnWords name the columns.
type columnWords struct{ label, what, sound, length, level string }

// addWords are about what can be put on the bench.
type addWords struct {
	addTitle, addHint, pickHint string
	adds                        []addWay
	putting                     func(label string) string // a deed
	put, putAway                func(label string, n int) string
	alreadyBlind                string
	onBlind                     string
	already                     func(label string, n int) string
	takeLabel                   func(take, brief string) string
	otherWords                  func(label string) string
	takeTitle                   string
	modelTitle, hostTitle       func(label string) string
	thisModel, thisHost         string
}

// addWay is a way to put something on the bench.
type addWay struct{ title, detail, command string }

// fileWords are about benches as files.
type fileWords struct {
	benches, benchesTitle, benchesHint string
	newBench, newHint                  string
	renameBench, renameHint            string
	removeBench, removing              func(name string) string
	candidates                         func(n int) string
	thisOne, cannotOpen                string
	benchName                          func(at time.Time, text string) string
	change                             string // of what is hidden
	gone, otherBench                   func(name string) string
	renamed, removed, isBack           func(name string) string
}

// Say is what this package says, in the language that it says it in.
var Say = english

func init() { wording.Offer(&Say, english, chinese) }
