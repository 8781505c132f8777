package audition

import (
	"fmt"

	"voicestudio/presets/audition/panel"
)

var englishListened = listenedWords{
	nobody: "Nobody has voted yet.",
	one: func(a string, won, of int) string {
		return fmt.Sprintf("One person's view: %s is liked best, preferred %s in %d; others may hear otherwise.", a, times(won), of)
	},
	oneLevel: func(a, b string, votes int) string {
		return fmt.Sprintf("One person's view: %s and %s are level after %s; others may hear otherwise.", a, b, counted(votes, "vote"))
	},
	level: func(a, b string, listeners, more int) string {
		if more > panel.Many {
			more = 0 // they may be level for ever
		}
		return fmt.Sprintf("Not yet: %s and %s are level after %s%s.", a, b, counted(listeners, "listener"), moreTell(more))
	},
	notYet: func(a, b string, listeners, won, of, more int) string {
		return fmt.Sprintf("Not yet: %s preferred %s %s in %d, but it cannot be told from %s%s.", counted(listeners, "listener"), a, times(won), of, b, moreTell(more))
	},
	best: func(a string, listeners, won, of int) string {
		return fmt.Sprintf("%s is liked best: %s preferred it %s in %d.", a, counted(listeners, "listener"), times(won), of)
	},
	first:  "first",
	second: "second",
	order: func(which string, most, of int) string {
		return fmt.Sprintf("Whoever was heard %s was preferred %s in %d.", which, times(most), of)
	},
	noOrder: func(which string, most, of int) string {
		return fmt.Sprintf("Whoever was heard %s was preferred %s in %d: no sign that the order mattered.", which, times(most), of)
	},
	orderMattered: func(which string, most, of int, chance string) string {
		return fmt.Sprintf("Whoever was heard %s was preferred %s in %d; by chance that happens %s: the order mattered, and the scores allow for it.", which, times(most), of, chance)
	},
	twice: func(name string, n int) string {
		if n == 2 {
			return name + " is there twice: counted as two listeners."
		}
		return fmt.Sprintf("%s is there %d times: counted as %d listeners.", name, n, n)
	},
	apart: func(sessions int) string {
		if sessions == 1 {
			return "One file of votes is about clips of an earlier page only, and does not count here."
		}
		return fmt.Sprintf("%d files of votes are about clips of an earlier page only, and do not count here.", sessions)
	},
	pair: func(a, b string, won, of, much int, chance string, pairs int) string {
		said, ever := fmt.Sprintf("%s beat %s %s in %d", a, b, times(won), of), "they were equal, chance would do as much "
		if much > 0 {
			said += fmt.Sprintf(", %d of them much better", much)
		}
		if pairs > 1 {
			ever = "all were equal, chance would do as much in one of the pairs "
		}
		return said + "; if " + ever + chance + "."
	},
	untold: func(n, told int) string {
		other, one := "", "tells"
		if told > 0 {
			other = "other "
		}
		if n > 1 {
			one = "tell"
		}
		return fmt.Sprintf("%s %s no difference by %s own votes alone.", counted(n, other+"pair"), one, pick(n, "its", "their"))
	},
	chosen: func(n int) string {
		return fmt.Sprintf("%s asked because of earlier votes: in the scores, but not tested by %s.", counted(n, "pair")+pick(n, " was", " were"), pick(n, "itself", "themselves"))
	},
	much: func(n int) string {
		return fmt.Sprintf("“Much better” was said %s; each counts as one vote.", times(n))
	},
	line: func(name, score string, won, of int) string {
		return fmt.Sprintf("%s: %s, preferred %s in %d", name, score, times(won), of)
	},
	score:     func(percent int) string { return fmt.Sprintf("%d %%", percent) },
	interval:  func(percent, low, high int) string { return fmt.Sprintf("%d %% (%d to %d)", percent, low, high) },
	listeners: func(all string) string { return "Listeners: " + all + "." },
	listener: func(name string, votes, of int) string {
		if name == "" {
			name = "somebody"
		}
		return fmt.Sprintf("%s %d of %d", name, votes, of)
	},
}

// moreTell is what it takes to tell, behind what cannot be told.
func moreTell(listeners int) string {
	switch {
	case listeners == 0:
		return ""
	case listeners > panel.Many:
		return fmt.Sprintf("; it would take more than %d more listeners", panel.Many)
	}
	return fmt.Sprintf("; about %d more listeners would tell", listeners)
}

func counted(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}

func pick(n int, one, more string) string {
	if n == 1 {
		return one
	}
	return more
}
