package benches

import (
	"fmt"
	"strings"

	"voicestudio/ui/bench"
)

var englishMix = mixWords{
	about: func(price string) string { return "≈ " + price },
	costs: func(chars int, price string) string { return fmt.Sprintf("%d chars, %s", chars, price) },
	notYet: func(digit int, costs string) string {
		return fmt.Sprintf("%d is not made yet; enter{rung-enter} makes it: %s", digit, costs)
	},
	asking:  "asking the host",
	failed:  "failed; enter{rung-enter} tries again",
	gone:    "one of these voices is not in the blend any more; esc, then t{ladder} or p{pad} begins anew",
	isBlend: "these are the weights of the blend already",
	taken: func(shares []string) string {
		return "the blend is " + strings.Join(shares, ", ") + "; alt+z takes it back"
	},
	share:     func(voice string, percent int) string { return fmt.Sprintf("%s %d", voice, percent) },
	deed:      "taking over a mix",
	beingMade: "they are being made",
	allThere:  "all of them are made",
	sameVoice: "two rows of the blend have the same voice",
	together: func(matched bool) string {
		if matched {
			return "the same place, levels matched"
		}
		return "the same place, levels as they are"
	},
}

var englishLadder = ladderWords{
	needsTwo: func(sound int) string {
		return fmt.Sprintf("the ladder needs two voices that sound, and %s; +{add-voice} adds one, m{mute} lets one sound", soundCount(sound))
	},
	locked:      "the ladder needs two voices that are not locked; o{lock} unlocks one",
	nothingLeft: "the other voices leave these two nothing to divide; m{mute} leaves one out",
	onlyRungs:   func(n int) string { return fmt.Sprintf("there are %d steps", n) },
	noZoom: func(why bench.Obstacle, stars int) string {
		switch why {
		case bench.NotTwo:
			return fmt.Sprintf("it zooms in between two stars, and there %s; s{star-rung} gives or takes one", starCount(stars))
		case bench.WholeWay:
			return "the two stars are the ends of what is in sight; star two that are nearer to each other"
		case bench.Neighbour:
			return "there is no whole percent between the two stars"
		case bench.Free:
		}
		return ""
	},
	noZoomBlind: "there is nothing to zoom into between these two stars; star others",
	wholeWay:    "the whole way is in sight",
	hidden:      "names hidden, order drawn by lot; b{blind-rungs} or taking one over shows them",
	seen:        "you see again which is which",
	voices:      func(sound, steps int) string { return fmt.Sprintf("%d voices · %d steps", sound, steps) },
	keeps:       func(voices []string) string { return "beside " + strings.Join(voices, ", ") },
	all: func(n int, costs string) string {
		if n == 1 {
			return "one to make: " + costs + "; a{make-rungs} makes it"
		}
		return fmt.Sprintf("all %d to make: %s; a{make-rungs} makes them", n, costs)
	},
	zoomIn: func(from, to string) string {
		return "+{zoom} zooms in between your two ★ (" + from + " … " + to + ")"
	},
	starTwo:  "s{star-rung} stars two, +{zoom} zooms in between them",
	zoomOut:  "-{zoom-out} zooms out",
	hideName: "b{blind-rungs} hides the name", showName: "b{blind-rungs} shows the names",
	mix:  func(digit, of int) string { return fmt.Sprintf("mix %d of %d", digit, of) },
	step: func(digit int, weights string) string { return fmt.Sprintf("step %d, %s", digit, weights) },
}

var englishPad = padWords{
	needsThree: func(sound int) string {
		return fmt.Sprintf("the pad needs three or four voices that sound, and %s; +{add-voice} adds one, m{mute} lets one sound", soundCount(sound))
	},
	locked: "the pad weighs all voices that sound, and one is locked; o{lock} unlocks it",
	title:  func(voices, step int) string { return fmt.Sprintf("%d voices · step %d %%", voices, step) },
	here:   "here",
	onDisk: "on disk",
	notYet: "not yet",
	walk:   "←{dot-left} ↑{dot-up} ↓{dot-down} →{dot-right} walk and sound", finer: "+{finer} finer, 10 %", coarser: "-{coarser} coarser, 20 %",
	square: "four voices make a square",
	isFine: "the dots are 10 % apart, and not nearer", isCoarse: "the dots are 20 % apart, and not further",
	mostStars: "nine stars are there already",
}

func soundCount(n int) string {
	switch n {
	case 0:
		return "none does"
	case 1:
		return "one does"
	}
	return fmt.Sprintf("%d do", n)
}

func starCount(n int) string {
	switch n {
	case 0:
		return "is none"
	case 1:
		return "is one"
	}
	return fmt.Sprintf("are %d", n)
}
