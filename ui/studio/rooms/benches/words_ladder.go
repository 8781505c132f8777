package benches

import (
	"voicestudio/ui/bench"
)

// mixWords are about the mixes of a ladder and of a pad.
type mixWords struct {
	about     func(price string) string
	costs     func(chars int, price string) string
	notYet    func(digit int, costs string) string
	asking    string
	failed    string // while nobody shall know which
	gone      string // a voice is in the blend no more
	isBlend   string
	taken     func(shares []string) string
	share     func(voice string, percent int) string
	deed      string
	beingMade string
	allThere  string
	sameVoice string
	together  func(matched bool) string // how they are heard
}

type ladderWords struct {
	needsTwo            func(sound int) string
	locked, nothingLeft string
	onlyRungs           func(n int) string
	noZoom              func(why bench.Obstacle, stars int) string
	noZoomBlind         string
	wholeWay            string
	hidden, seen        string
	voices              func(sound, steps int) string // in the title
	keeps               func(voices []string) string
	all                 func(n int, costs string) string
	zoomIn              func(from, to string) string
	starTwo, zoomOut    string
	hideName, showName  string
	mix                 func(digit, of int) string // while it is blind
	step                func(digit int, weights string) string
}

type padWords struct {
	needsThree           func(sound int) string
	locked               string
	title                func(voices, step int) string
	here                 string
	onDisk               string
	notYet               string
	walk, finer, coarser string
	square               string
	isFine, isCoarse     string
	mostStars            string
}
