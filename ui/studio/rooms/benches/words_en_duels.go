package benches

import (
	"fmt"
)

var englishDuels = duelWords{
	deed:   "the duels",
	answer: "the answer",
	noting: "the result in the notes",
	what: func(final int) string {
		return fmt.Sprintf("Two at a time, names hidden, order drawn by lot: a knockout down to two, then %d duels between these.", final)
	},
	ready: func(n, of int) string { return fmt.Sprintf("%d of %d are ready.", n, of) },
	begun: func(n int) string {
		return fmt.Sprintf("duels between %d; the names are hidden until it is decided", n)
	},
	tooFew:   "a duel takes two that are made and in sight; on the bench m{make-candidates} makes what is missing",
	notThere: "its sound is not there; on the bench m{make-candidates} makes what is missing",
	wouldLose: func(n int) string {
		return fmt.Sprintf("%s would be lost: d{duels-anew} again starts anew", answers(n))
	},
	notBegun:   "d{duels-anew} begins the duels",
	over:       "nothing more is asked: d{duels-anew} starts anew",
	otherLine:  "these were about another line: d{duels-anew} starts anew",
	undecided:  "it is not decided yet",
	winnerLeft: "the winner is on the bench no longer",
	elsewhere:  "another studio has answered that one, or changed the duels",
	twoSides:   "1 and 2 are in this duel",
	finals:     func(n int) string { return fmt.Sprintf("%d duels will decide between the last two", n) },
	fixed: func(n int) string {
		return fmt.Sprintf("%d duels decide: that is fixed from the first answer on, or the figures would tell nothing", n)
	},
	side:      func(n int) string { return fmt.Sprintf("%d of this duel", n) },
	duel:      func(n, of int) string { return fmt.Sprintf("duel %d of %d", n, of) },
	duelAgain: func(n, of int) string { return fmt.Sprintf("duel %d of %d, again", n, of) },
	finalOf:   func(n, of int) string { return fmt.Sprintf("final %d of %d", n, of) },
	decided:   "decided",
	hidden:    "names hidden, order drawn by lot",
	shown:     "names are in sight: not blind",
	this:      "←{duel-left} this one",
	other:     "this one →{duel-right}",
	none:      "↓{duel-same} no difference",
	hear:      "1 2 hear    home{duel-start} from the start",
	hearBoth:  "1 2 hear: both, then answer",
	standing:  "Standing",
	won:       "won",
	of:        "of",
	out:       "out",
	agreed:    func(n int) string { return fmt.Sprintf("Final, %d duels as agreed", n) },
	changes:   "+{more-duels} −{fewer-duels} another number, until then",
	late: func(n int) string {
		if n == 1 {
			return "1 on the bench is not in these"
		}
		return fmt.Sprintf("%d on the bench are not in these", n)
	},
	is:     func(letter string) string { return letter + " is " },
	letter: func(letter string) string { return "candidate " + letter },
	again:  "no difference: asked once more, the other way round",
	lot:    func(letter string) string { return "no difference again: by lot " + letter + " goes on" },
	isWinner: func(letter, name string) string {
		return letter + " is " + name + ", and has a star; enter{take-winner} takes it, esc keeps your settings"
	},
	noWinner: "neither of the two has won",
	copied:   "the result is copied",
	noted:    func(name string) string { return "the result is in the note on the take of " + name },
	beginKeys: []keyWords{
		{"d{duels-anew}", "begins"},
		{"+{more-duels} −{fewer-duels}", "more or fewer in the final"},
	},
	resultKeys: []keyWords{
		{"enter{take-winner}", "take the winner"},
		{"y{copy-duels}", "copy the result"},
		{"n{note-duels}", "write it into its notes"},
		{"d{duels-anew}", "start anew"},
	},
	evenKeys: []keyWords{
		{"y{copy-duels}", "copy the result"},
		{"d{duels-anew}", "start anew"},
	},
}

func answers(n int) string {
	if n == 1 {
		return "an answer"
	}
	return fmt.Sprintf("%d answers", n)
}
