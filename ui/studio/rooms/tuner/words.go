package tuner

import (
	"time"

	"voicestudio/tts/tune"
	"voicestudio/tts/wording"
	"voicestudio/ui/studio/paint"
)

// words are the texts of this package that people read; tts has how another
// language is added.
type words struct {
	questionWords
	clipWords
	axisWords
	moneyWords
	endWords
	courseWords
}

// questionWords are about what is asked.
type questionWords struct {
	theStart, theEnd                    string // what is asked about, in a title
	askStart                            func(n int) string
	askAxis                             func(name, lower, higher string) string
	endCalled, endCame, endEmpty        string
	toGo, toGoShort                     func(questions int) string
	heard                               func(clips int) string
	levels                              func(matched bool) string
	arrow                               map[tune.Answer]paint.Phrase
	sameKey                             string
	axisKeys                            func(clips int) []paint.Phrase
	startKeys                           func(n int) []paint.Phrase
	line, textKey, textKeyShort         string
	textTitle, textSet                  string
	textFree, textNone                  string
	textPrice                           func(price string) string
	waits, comesYet                     func(n int, host string) string
	chose                               func(what, next string) string
	reached                             string
	noSide                              func(left bool) string
	takenBack                           func(left int) string
	nothingSaid, over, none             string
	reading, faultCure                  string
	next, nextFree, nextEarly, nextPaid string
	lastOne, howItWorks                 string
}

// clipWords are about a clip.
type clipWords struct {
	titled                                            func(n int, label string) string
	only                                              func(n int) string
	notMade                                           func(n int, price string) string
	tryAgain                                          func(n int, why string) string
	refused                                           func(n int, why string, others bool) string
	failed                                            func(n int, why, price string, free bool) string
	onDisk, heardOne, comes, asked, failedOne, notYet string
}

// axisWords are about the axes and the answers.
type axisWords struct {
	axis, open, nowValue  string // columns
	out                   string
	signs                 []paint.Phrase
	closed                func(axis, why string) string
	lockKey               string
	locked, unlocked      func(axis string) string
	pass                  func(n, of int) string
	passOf                func(n int) string
	answers, soFar        string // titles
	takeBackKey           string
	asItWas, noDifference string
	start, now            string
	clipsHeard, toMake    string
	aboutClips            func(n int) string
	costs, untilEnd       string
	stopName              string
	startFirst            string
}

// moneyWords are about what a course costs, and where it stops.
type moneyWords struct {
	bill                         func(clips int, price, toEnd, all, stop string, never bool) string
	notAgreed                    string
	stopped                      func(at string) string
	heldBack                     func(why string) string
	clips                        func(n int) string
	clipUnits                    []string // one may be typed after a number; the longer one is before what it ends in
	noStop                       string
	spent                        func(price string, unpriced int) string
	about                        func(clips int, price string) string
	stopAt                       func(at string) string
	stopTitle, stopHint          string
	stopSet                      func(at string, never bool) string
	earlyFree, earlyOn, earlyOff string
	earlyPrice                   func(clips, usual int, price, usually string) string
}

// endWords are about the end.
type endWords struct {
	Meeting                    string // what a bench is called that compares them
	before, after              string
	differ                     func(settings int) string
	endKeys                    func(called, changed bool) []paint.Phrase
	nothingYet, nothingChanged string
	deed                       string
	done                       func(changes []string) string
}

// courseWords are about a course as it is kept, and what it starts from.
type courseWords struct {
	settingsOfNow                    string
	from                             [origins]string
	readingPresets, noPresets, begun string
	resumed                          func(at, now time.Time, answers int) string
	left                             func(answers int) string
	wouldLose                        func(answers int) string
	anew                             string
	endedElsewhere                   string
	wentOn                           func(answers int) string
	apart                            func(what []string) string
	otherHost                        func(host string) string
	otherWords, otherSettings        string
}

// Say is what this package says, in the language that it says it in.
var Say = english

func init() { wording.Offer(&Say, english, chinese) }
