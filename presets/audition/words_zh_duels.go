package audition

import (
	"fmt"
)

var chineseDuels = duelWords{
	notAsked: "another two are asked about now",
	hearBoth: "hear both before you say which is better",
	few:      "A duel takes two that are ready.",
	notYet:   "Not yet: first a knockout down to two.",
	notYetOf: func(done, of int) string { return fmt.Sprintf("Not yet: %d of %d.", done, of) },
	alone: func(left string) string {
		if left == "" {
			return "All of them were taken off the bench."
		}
		return "The others were taken off the bench: only " + left + " is left."
	},
	unfinished: func(left string, done, of int) string {
		if left == "" {
			return fmt.Sprintf("Both were taken off the bench after %d of %d: that tells nothing.", done, of)
		}
		return fmt.Sprintf("The other one was taken off the bench after %d of %d: %s is left, and that tells nothing.", done, of, left)
	},
	allTies: func(a, b string, of int) string {
		return fmt.Sprintf("No difference between %s and %s in any of %d.", a, b, of)
	},
	even: func(a, b string, each int) string {
		return fmt.Sprintf("%s and %s won %s each: no difference is to be told.", a, b, times(each))
	},
	tooFew: func(a, b string, won, of int) string {
		return fmt.Sprintf("%s beat %s %s in %d: too few to tell it from chance.", a, b, times(won), of)
	},
	beat: func(a, b string, won, of int, chance string) string {
		return fmt.Sprintf("%s beat %s %s in %d; if they were equal, chance would do as much %s.", a, b, times(won), of, chance)
	},
	ties:   func(n int) string { return fmt.Sprintf(" %d without a difference left out.", n) },
	always: "every time",
	inTen:  func(n int) string { return fmt.Sprintf("%d times in 10", n) },
	once:   func(n int) string { return fmt.Sprintf("once in %d times", n) },
	rarely: "less than once in 10,000 times",
	line: func(name string, won, of int, state string) string {
		if state != "" {
			state = ", " + state
		}
		return fmt.Sprintf("%s: won %d of %d%s", name, won, of, state)
	},
	out:  "out",
	gone: "taken off the bench",
}
