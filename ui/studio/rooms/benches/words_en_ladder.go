package benches

import (
	"fmt"
	"strings"

	"voicestudio/ui/bench"
)

var english = words{stepWords: englishSteps, Ladder: englishLadder, Pad: englishPad}

var englishSteps = stepWords{
	opening: "opening the takes", looking: "looking at the takes", making: "making the mixes",
	cannotPlay: func(why string) string { return "cannot play it: " + why },
	comes:      "it is being made, and will be heard once it is there",
	costs:      func(chars int, price string) string { return fmt.Sprintf("%d chars, %s", chars, price) },
	notYet: func(digit int, costs string) string {
		return fmt.Sprintf("%d is not made yet; enter makes it: %s", digit, costs)
	},
	asking:  "asking the host",
	gone:    "one of these voices is not in the blend any more; esc, then t or p begins anew",
	isBlend: func(mix string) string { return "the blend is " + mix + " already" },
	taken: func(shares []string) string {
		return "the blend is " + strings.Join(shares, ", ") + "; alt+z takes it back"
	},
	share:     func(voice string, percent int) string { return fmt.Sprintf("%s %d", voice, percent) },
	deed:      "taking over a mix",
	beingMade: "they are being made", allThere: "all of them are made",
	sameVoice: "two rows of the blend have the same voice",
	place:     "the same word", matched: "levels matched",
	free: "free",
}

var englishLadder = ladderWords{
	needsTwo: func(sound int) string {
		return fmt.Sprintf("the ladder needs two voices that sound, and %s; + adds one, m lets one sound", does(sound))
	},
	locked:      "the ladder needs two voices that are not locked; o unlocks one",
	nothingLeft: "the other voices leave these two nothing to divide; m leaves one out",
	onlyRungs:   func(n int) string { return fmt.Sprintf("there are %d steps", n) },
	noZoom: func(why bench.Obstacle, stars int) string {
		switch why {
		case bench.NotTwo:
			return fmt.Sprintf("it zooms in between two stars, and there %s; s gives or takes one", are(stars))
		case bench.WholeWay:
			return "the two stars are the ends of what is in sight; star two that are nearer to each other"
		case bench.Neighbour:
			return "there is no whole percent between the two stars"
		}
		return ""
	},
	wholeWay: "the whole way is in sight",
	hidden:   "hidden which is which, the order drawn by lot; b or taking one over shows it",
	seen:     "you see again which is which",
	voices:   func(sound, steps int) string { return fmt.Sprintf("%d voices · %d steps", sound, steps) },
	keeps:    func(voices []string) string { return "beside " + strings.Join(voices, ", ") },
	all: func(n, chars int, price string) string {
		if n == 1 {
			return fmt.Sprintf("one to make: %d chars, %s; a makes it", chars, price)
		}
		return fmt.Sprintf("%d to make: %d chars, %s; a makes them", n, chars, price)
	},
	zoomIn:   func(from, to string) string { return "+ zooms in between your two ★ (" + from + " … " + to + ")" },
	starTwo:  "s stars two, + zooms in between them",
	zoomOut:  "- zooms out",
	hideName: "b hides the name", showName: "b shows the names",
	mix: func(digit int) string { return fmt.Sprintf("mix %d", digit) },
}

var englishPad = padWords{
	needsThree: func(sound int) string {
		return fmt.Sprintf("the pad needs three or four voices that sound, and %s; + adds one, m lets one sound", does(sound))
	},
	locked: "the pad weighs all voices that sound, and one is locked; o unlocks it",
	title:  func(voices, step int) string { return fmt.Sprintf("%d voices · step %d %%", voices, step) },
	here:   "here",
	onDisk: "on disk",
	notYet: func(costs string) string { return "not yet, " + costs },
	walk:   "arrows walk and sound", finer: "+ finer, 10 %", coarser: "- coarser, 20 %",
	square: "four voices make a square",
	isFine: "the dots are 10 % apart, and not nearer", isCoarse: "the dots are 20 % apart, and not further",
	mostStars: "nine stars are there already",
}

func does(n int) string {
	switch n {
	case 0:
		return "none does"
	case 1:
		return "one does"
	}
	return fmt.Sprintf("%d do", n)
}

func are(n int) string {
	switch n {
	case 0:
		return "is none"
	case 1:
		return "is one"
	}
	return fmt.Sprintf("are %d", n)
}
