package benches

import "voicestudio/ui/bench"

// words are the texts of this package that people read; tts has how another
// language is added.
type words struct {
	stepWords
	Ladder ladderWords
	Pad    padWords
}

// Say is what this package says, in the language that it says it in.
var Say = english

// stepWords are about the mixes of a ladder and of a pad.
type stepWords struct {
	opening, looking, making string // what is waited for
	cannotPlay               func(why string) string
	comes                    string // it will be heard
	costs                    func(chars int, price string) string
	notYet                   func(digit int, costs string) string
	asking                   string
	gone                     string // a voice is in the blend no more
	isBlend                  func(mix string) string
	taken                    func(shares []string) string
	share                    func(voice string, percent int) string
	deed                     string
	beingMade, allThere      string
	sameVoice                string
	place, matched           string // how they are heard
	free                     string
}

type ladderWords struct {
	needsTwo            func(sound int) string
	locked, nothingLeft string
	onlyRungs           func(n int) string
	noZoom              func(why bench.Obstacle, stars int) string
	wholeWay            string
	hidden, seen        string
	voices              func(sound, steps int) string // in the title
	keeps               func(voices []string) string
	all                 func(n, chars int, price string) string
	zoomIn              func(from, to string) string
	starTwo, zoomOut    string
	hideName, showName  string
	mix                 func(digit int) string // while it is blind
}

type padWords struct {
	needsThree           func(sound int) string
	locked               string
	title                func(voices, step int) string
	here                 string
	onDisk               string
	notYet               func(costs string) string
	walk, finer, coarser string
	square               string
	isFine, isCoarse     string
	mostStars            string
}
