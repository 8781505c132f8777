package tuner

import (
	"fmt"
	"strings"
	"time"

	"voicestudio/tts"
	"voicestudio/tts/tune"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/paint"
)

func many(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, more)
}

var english = words{questionWords: questionWords{
	theStart: "the start",
	theEnd:   "the end",
	askStart: func(n int) string { return fmt.Sprintf("Which of %d is the best to start from?", n) },
	askAxis: func(name, lower, higher string) string {
		return fmt.Sprintf("%s: %s, as it is, or %s?", name, lower, higher)
	},
	endCalled: "What has changed so far",
	endCame:   "No axis can be told apart any more",
	endEmpty:  "Every axis is taken out",
	toGo:      func(n int) string { return fmt.Sprintf("about %d to go", n) },
	toGoShort: func(n int) string { return fmt.Sprintf("%d to go", n) },
	heard:     func(n int) string { return many(n, "take heard", "takes heard") },
	levels: func(matched bool) string {
		if matched {
			return "levels matched"
		}
		return "levels as they are"
	},
	arrow: map[tune.Answer]paint.Phrase{
		tune.Left:   {Full: "←{tune-left} this is better", Short: "←{tune-left} this"},
		tune.Middle: {Full: "↑{tune-middle} this is best", Short: "↑{tune-middle} this"},
		tune.Right:  {Full: "this is better →{tune-right}", Short: "this →{tune-right}"},
	},
	sameKey: "↓{tune-same} no difference",
	axisKeys: func(n int) []paint.Phrase {
		digits := "1 2 3"
		if n == 2 {
			digits = "1 2"
		}
		return []paint.Phrase{{Full: digits + " hear, at the same word; it repeats until you answer", Short: digits + " hear"}}
	},
	startKeys: func(n int) []paint.Phrase {
		return []paint.Phrase{{Full: fmt.Sprintf("enter{tune-enter} starts from %d", n)}, {Full: "digits or ←{tune-left} →{tune-right} hear", Short: "digits hear"}}
	},
	line:         "line  ",
	textKey:      "t{tune-text} says something else",
	textKeyShort: "t{tune-text} other words",
	textTitle:    "Other words to tune by",
	textSet:      "these are the words now; your answers stay",
	textFree:     "enter{accept} takes them; your answers stay",
	textNone:     "with nothing here the words stay as they are",
	textPrice: func(price string) string {
		return "enter{accept} sends nothing yet; a question would cost ≈ " + price
	},
	waits: func(n int, host string) string { return fmt.Sprintf("waiting for %d from %s", n, host) },
	comesYet: func(n int, host string) string {
		return fmt.Sprintf("%d is still to come from %s; e{tune-end} shows what has changed so far", n, host)
	},
	chose: func(what, next string) string {
		if next == "" {
			return what + "; u{tune-back} takes it back"
		}
		return fmt.Sprintf("%s; now %s. u{tune-back} takes it back", what, next)
	},
	reached: "that was the last question; u{tune-back} takes the answer back",
	noSide: func(left bool) string {
		if left {
			return "there is nothing on the left: it is at the end of the axis"
		}
		return "there is nothing on the right: it is at the end of the axis"
	},
	takenBack: func(n int) string {
		if n == 0 {
			return "the first answer is taken back"
		}
		return fmt.Sprintf("taken back; %s left", many(n, "answer is", "answers are"))
	},
	nothingSaid: "nothing is answered yet",
	over:        "every question is answered: enter{tune-enter} uses the settings, u{tune-back} takes an answer back",
	none:        "nothing is tuned yet",
	reading:     "reading…",
	faultCure:   "Change that in the settings, then n{tune-anew} begins anew.",
	next:        "Next",
	nextFree:    "The next takes are made while you listen.",
	nextEarly:   "The next takes are made while you listen; a{tune-early} ends that.",
	nextPaid:    "a{tune-early} makes the next takes while you listen, once you agree to the price.",
	lastOne:     "the last",
	howItWorks: "How it works: each axis is heard a little lower, as it is, a little higher. Your answer moves the setting and narrows the axis. " +
		"An axis that you call “no difference” twice is done. The end is reached when no axis can be told apart: 5 % of speed, 1 semitone, 10 points of anything else.",
}, clipWords: clipWords{
	titled:  func(n int, label string) string { return fmt.Sprintf("%d · %s", n, label) },
	only:    func(n int) string { return fmt.Sprintf("there are %d to hear", n) },
	notMade: func(n int, price string) string { return fmt.Sprintf("%d is not made yet, %s", n, price) },
	tryAgain: func(n int, why string) string {
		return fmt.Sprintf("%d failed: %s; enter{tune-enter} tries again", n, why)
	},
	refused: func(n int, why string, others bool) string {
		if others {
			return fmt.Sprintf("%d cannot be made: %s. Answer by the others, or m{tune-lock} takes the axis out.", n, why)
		}
		return "nothing can be made: " + why
	},
	onDisk:    "on disk",
	heardOne:  "heard",
	comes:     "coming",
	asked:     "asked for",
	failedOne: "failed",
	notYet:    "not made yet",
	failed: func(n int, why, price string, free bool) string {
		if free {
			return fmt.Sprintf("%d: %s · enter{tune-enter} tries again", n, why)
		}
		return fmt.Sprintf("%d: %s · enter{tune-enter} tries again, %s", n, why, price)
	},
}, axisWords: axisWords{
	axis:         "axis",
	open:         "still open",
	nowValue:     "now",
	out:          "out",
	signs:        []paint.Phrase{{Full: "? asked"}, {Full: "✓ done"}, {Full: "× out"}},
	closed:       func(axis, why string) string { return axis + ": closed, " + why },
	lockKey:      "m{axis-lock} takes an axis out, or in again",
	locked:       func(axis string) string { return axis + " stays as it is" },
	unlocked:     func(axis string) string { return axis + " is asked about again" },
	pass:         func(n, of int) string { return fmt.Sprintf("pass %d of about %d", n, max(n, of)) },
	passOf:       func(n int) string { return fmt.Sprintf("pass %d", n) },
	answers:      "Answers",
	soFar:        "So far",
	takeBackKey:  "u{axis-back} goes back one answer",
	asItWas:      "as it was",
	noDifference: "same",
	start:        "start",
	now:          "now",
	clipsHeard:   "takes heard",
	toMake:       "to make",
	aboutClips:   func(n int) string { return fmt.Sprintf("about %d takes", n) },
	costs:        "this tuning",
	untilEnd:     "to the end",
	stopName:     "stop at",
	startFirst:   "the start comes first",
}, moneyWords: moneyWords{
	bill: func(n int, price, toEnd, all, stop string, never bool) string {
		said := fmt.Sprintf("enter{tune-enter} makes %s, %s, and then those of each question: about %s takes to the end, ≈ %s", many(n, "take", "takes"), price, toEnd, all)
		if never {
			return said + "; b{tune-stop} sets where to stop"
		}
		return said + ", stop at " + stop
	},
	notAgreed: "nobody has agreed to the price yet",
	stopped: func(at string) string {
		return "stopped at " + at + ": b{tune-stop} sets another stop, e{tune-end} shows what was reached"
	},
	heldBack:  func(why string) string { return "! " + why },
	clips:     func(n int) string { return many(n, "take", "takes") },
	clipUnits: []string{"takes", "take"},
	noStop:    "–",
	spent: func(price string, unpriced int) string {
		said := "this tuning " + price
		if unpriced > 0 {
			said += fmt.Sprintf(" and %s of unknown price", many(unpriced, "take", "takes"))
		}
		return said
	},
	about:     func(n int, price string) string { return fmt.Sprintf("to the end about %s", price) },
	stopAt:    func(at string) string { return "stop at " + at },
	stopTitle: "Where to stop",
	stopHint:  "takes, or an amount such as 0.10; empty: no stop",
	stopSet: func(at string, never bool) string {
		if never {
			return "it does not stop by itself"
		}
		return "it stops at " + at
	},
	earlyFree: "the next takes are made while you listen: that is free here",
	earlyOn:   "the next takes are made while you listen; a{tune-early} makes them once you have answered",
	earlyOff:  "the next takes are made once you have answered",
	earlyPrice: func(clips, usual int, price, usually string) string {
		return fmt.Sprintf("no waiting: up to %d takes for each question, ≈ %s, in place of %d, ≈ %s; a{tune-early} again switches it on", clips, price, usual, usually)
	},
}, endWords: endWords{
	Meeting: "before and after tuning",
	before:  "before",
	after:   "after",
	differ: func(n int) string {
		if n == 0 {
			return "unchanged"
		}
		return many(n, "setting differs", "settings differ")
	},
	endKeys: func(called, changed bool) []paint.Phrase {
		back := paint.Phrase{Full: "u{tune-back} takes the last answer back", Short: "u{tune-back} back"}
		if called {
			back = paint.Phrase{Full: "esc goes on with the questions", Short: "esc goes on"}
		}
		if !changed {
			return []paint.Phrase{{Full: "enter{tune-enter} ends this tuning", Short: "enter{tune-enter} ends it"}, back}
		}
		return []paint.Phrase{{Full: "enter{tune-enter} uses these settings", Short: "enter{tune-enter} uses them"}, {Full: "c{tune-blind} compares both blind, on the bench", Short: "c{tune-blind} blind"}, {Full: "ctrl+s saves a preset", Short: "ctrl+s saves"}, back}
	},
	nothingYet:     "nothing is answered yet; esc leaves",
	nothingChanged: "unchanged",
	deed:           "tuning by ear",
	done: func(changes []string) string {
		if len(changes) == 0 {
			return "the tuning has ended; nothing has changed"
		}
		return "tuned: " + strings.Join(changes, ", ") + "; u{undo-letter} goes back"
	},
}, courseWords: courseWords{
	settingsOfNow:  "settings of now",
	from:           [origins]string{"it starts from the settings of now", "the settings of now and starters: choose the best to start from", "the settings of now and your presets: choose the best to start from"},
	readingPresets: "reading the presets",
	noPresets:      "there are no presets of yours or a team's that this host speaks",
	begun:          "it has begun: n{tune-anew} begins anew, then s{tune-start} chooses another start",
	resumed: func(at, now time.Time, answers int) string {
		return fmt.Sprintf("this goes on from %s, %s; n{tune-anew} begins anew", session.Lately(at, now), many(answers, "answer", "answers"))
	},
	left: func(answers int) string {
		return fmt.Sprintf("%s kept; g n{go-tune} goes on", many(answers, "answer is", "answers are"))
	},
	wouldLose: func(answers int) string {
		return fmt.Sprintf("%s would be lost; n{tune-anew} again begins anew", many(answers, "answer", "answers"))
	},
	anew:           "it begins anew, with the settings and the words of now",
	endedElsewhere: "another studio has ended that tuning; this one begins anew",
	wentOn: func(answers int) string {
		return fmt.Sprintf("another studio has gone on with this tuning: its %s count, the last of this one do not", many(answers, "answer", "answers"))
	},
	apart: func(what []string) string {
		return "It goes on with its own: " + tts.Listed(what...) + ". n{tune-anew} begins anew with those of now."
	},
	otherHost:     func(host string) string { return "the host " + host },
	otherWords:    "other words than the script's",
	otherSettings: "other settings than you have now",
}}
