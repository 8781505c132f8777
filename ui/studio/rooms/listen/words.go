package listen

import (
	"time"

	"voicestudio/tts"
	"voicestudio/tts/wording"
	"voicestudio/ui/studio/paint"
)

// hearingWords are about how voices are heard in their list.
type hearingWords struct {
	Samples, Short [SampleKinds]func(language string, chars int) string
	Costs          func(chars int, price string) string // hearing one
	Free           func(chars int) string
	On, Off        string // while moving
	OnAt           func(host, price string) string
	Never, Silent  string // why one is not heard while moving
	FirstUse       func(voice string) string
	capped         func(cap string) string
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
	empty, begins, blind                  string // instead of a waveform
	unplayed                              func(format string) string
	firstSound                            func(time.Duration) paint.Phrase
	underruns                             func(n int) string
	speed                                 func(times float64) string
	cached                                paint.Phrase
	unbilled                              func(cost string) paint.Phrase
	charactersFree                        func(n int) paint.Phrase
	charactersFor                         func(n int, cost string) paint.Phrase
	take                                  func(number int) paint.Phrase // from disk
	matched, unmatched                    string                        // the levels of what is heard beside each other
	sameWord, byLength                    string                        // how the place of A or B was found
	arriving                              string
	noTake                                string
	again, asked, paused, arrives, spoken string // why it is not spoken once more
	notKept                               func(why string) string
	audible                               string // there is a device again
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
	Take                    func(number int) string // its name
	sideA, sideB            func(take string) string
	same                    string // as the take before it
	notListed, cannotPlay   func(why string) string
	notWhole                func(take string) string
	unplayable              func(take, format, file string) string
	none, notKept, gone     string
	deleted, back, restored func(take string) string
	held                    func(auditions []string) string // behind deleted; there may be none
	starred, starless       func(take string) string
	note, tag               func(take string) string
	noteHint, tagHint       string
	filters                 [foundTakes]string
	all                     func(n int) string // the title's, where no filter is set
	of                      func(filter string, n, all int) string
	some                    func(filter string, n int) string // where there is no room for all
	hidden                  string                            // while nobody shall know which is which
	noneFits                string                            // the filter
	find, findHint          string
	came, news              func(takes int) string // that others have made
	noNews                  string
	export                  func(take string) string
	notAFile, noFolder      func(path string) tts.Said
	writing                 func(file string) string
	withTitles              func(file, titles string) string
	another                 tts.Said                 // is being spoken once more
	spokenAgain             func(cost string) string // beside the choice of subtitles
	speaking                string                   // once more, for them
	wrote                   func(file, what string) string
	day                     func(ago int, day time.Time) string // ago is 1 for yesterday
	copied                  func(take, path string) string
}

// compareWords are about the takes A and B.
type compareWords struct {
	title, switches        string
	switchKey, takeKey     string
	voteKey                string
	takes                  func(side string) string // what its key does
	host, words, levels    string
	unset                  string // in a column
	marked, markedFirst    func(take, side string) string
	markBoth, markA, markB string
	voted, votedBefore     func(take string) string
	hearFirst              string                   // before a vote
	votes                  func(side string) string // what its key does
	same, rest             string
	sideB                  string // before how it sounds
	alike                  string // how it sounds
}

// words are the texts of this package that people read; tts has how another
// language is added.
type words struct {
	sound   soundWords
	listen  listenWords
	Takes   takeWords
	compare compareWords
	card    cardWords
	timing  timingWords
	Hearing hearingWords
}

// SayListen is what this package says, in the language that it says it in.
var Say = englishRoom

func init() { wording.Offer(&Say, englishRoom, chineseRoom) }
