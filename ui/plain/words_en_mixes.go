package plain

import (
	"fmt"

	"voicestudio/tts"
	benching "voicestudio/ui/bench"
)

var mixesEnglish = mixWords{
	deed: "taking over a mix", whileBlind: "not while the steps of the ladder are hidden; ladder reveal tells them",
	share:     func(voice string, percent int) string { return fmt.Sprintf("%s %d", voice, percent) },
	taken:     func(shares string) string { return "The blend is " + shares },
	gone:      tts.Said{What: "one of these voices is not in the blend any more", Cure: "ladder or pad begins anew"},
	sameVoice: tts.Said{What: "two rows of the blend have the same voice", Cure: "take one out with blend remove"},
}

var ladderEnglish = ladderWords{
	hint:         "A number lets a step be heard; ladder use takes the one that sounds; help ladder tells the rest",
	hintBlind:    "The steps are hidden; a number lets one be heard, ladder use takes the one that sounds, ladder reveal tells",
	blind:        "The steps are hidden, and their order is drawn by lot; a number lets one be heard",
	blindAlready: "The steps are hidden already; ladder reveal tells",
	canZoom:      "Ladder zoom makes steps of what lies between your two stars",
	step:         func(n int, shares string) string { return fmt.Sprintf("step %d, %s", n, shares) },
	mix:          func(n, of int) string { return fmt.Sprintf("mix %d of %d", n, of) },
	missing: func(n int, price string) string {
		return fmt.Sprintf("%d not made yet, %s; ladder make makes them", n, price)
	},
	noZoom: func(why benching.Obstacle, stars int) tts.Said {
		switch why {
		case benching.WholeWay:
			return tts.Said{What: "the two stars are the ends of the ladder", Cure: "star two that are nearer to each other"}
		case benching.Neighbour:
			return tts.Said{What: "there is no whole percent between the two stars", Cure: "star others"}
		case benching.NotTwo, benching.Free:
		}
		return tts.Said{What: "the ladder zooms in between two stars, and there are " + fmt.Sprint(stars), Cure: "ladder star and a number gives or takes one"}
	},
	needsTwo:    tts.Said{What: "the ladder needs two voices that sound", Cure: "write blend NAME 50 NAME 50, then ladder"},
	locked:      tts.Said{What: "the ladder needs two voices that are not locked", Cure: "lock and a number lets one go"},
	nothingLeft: tts.Said{What: "the other voices leave these two nothing to divide", Cure: "mute and a number leaves one out"},
	none:        tts.Said{What: "no ladder is open", Cure: "ladder opens one between the voices of the blend"},
	which:       tts.Said{What: "which step is not said", Cure: "write its number; ladder lists them"},
	noZoomBlind: tts.Said{What: "there is nothing to zoom into between these two stars", Cure: "star others"},
	wholeWay:    tts.Said{What: "the whole way is in the list already"},
}

var padEnglish = padWords{
	hint: "A number goes a step nearer to that voice; pad use takes over where you are; help pad tells the rest",
	goes: "A number goes there", isFine: "The steps are 10 percent, and not smaller", isCoarse: "The steps are 20 percent, and not larger",
	here: func(shares string, step int, starred bool) string {
		said := fmt.Sprintf("You are at %s; a step is %d percent", shares, step)
		if starred {
			said += "; it has a star"
		}
		return said
	},
	nearer:     func(voice, shares string) string { return "nearer to " + voice + ": " + shares },
	nearest:    func(voice string) string { return voice + ": not nearer from here" },
	noNearer:   func(voice string) tts.Said { return tts.Said{What: "it goes no nearer to " + voice + " from here"} },
	needsThree: tts.Said{What: "the pad needs three or four voices that sound", Cure: "blend add and a name puts one there"},
	locked:     tts.Said{What: "the pad moves all voices that sound, and one is locked", Cure: "lock and its number lets it go"},
	noBack:     tts.Said{What: "there is no place before this one"},
	mostStars:  tts.Said{What: "nine stars are there already", Cure: "pad star at one of them takes it"},
	noStars:    tts.Said{What: "no mix has a star", Cure: "pad star gives one"},
}

var helpMixesEnglish = map[string]about{
	"ladder":        {"[NUMBER]", "lists steps between two voices of the blend, or from one to the next; a number lets one be heard, at the same word and equally loud."},
	"ladder make":   {"", "makes the steps that are not made yet; says the price first."},
	"ladder use":    {"[NUMBER]", "makes a step the blend, or the one that sounds."},
	"ladder star":   {"[NUMBER]", "gives a step a star, or takes it."},
	"ladder zoom":   {"", "makes steps of what lies between two that have stars."},
	"ladder out":    {"", "goes back to the steps before."},
	"ladder blind":  {"", "hides which step is which, and draws the order by lot."},
	"ladder reveal": {"", "tells which is which."},
	"pad":           {"[NUMBER]", "says where you are between three or four voices; a number goes a step nearer to that voice, and lets it be heard."},
	"pad hear":      {"", "lets the mix be heard where you are."},
	"pad back":      {"", "goes back to the mix before."},
	"pad use":       {"", "makes the mix where you are the blend."},
	"pad finer":     {"", "makes the steps smaller."},
	"pad coarser":   {"", "makes them larger."},
	"pad star":      {"", "gives the mix where you are a star, or takes it."},
	"pad list":      {"", "lists the mixes that have stars; a number goes there."},
}
