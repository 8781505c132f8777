package plain

import (
	"fmt"

	"voicestudio/presets/audition"
	"voicestudio/tts"
)

var listenersEnglish = listenerWords{
	rank: "rank", next: "Send it; each listener sends back a file of votes, which listeners votes takes in",
	otherLine: "These votes are about another line than that of the bench now", importing: "taking in votes",
	soFar: func(listeners, votes int) string { return count(listeners, "listener") + ", " + count(votes, "vote") },
	ranked: func(place int, label, percent string, won, of int) string {
		return fmt.Sprintf("%d, %s: %s, won %d of %d", place, label, percent, won, of)
	},
	voted: func(name string, votes, of int) string {
		if name == "" {
			name = "one without a name"
		}
		return fmt.Sprintf("%s: %d of %d answers", name, votes, of)
	},
	wrote: func(file, size string) string { return "Wrote " + file + ", " + size },
	holds: func(clips, questions int, kind audition.TestKind) string {
		if kind == audition.Rank {
			return count(clips, "clip") + ", to be put in order"
		}
		return count(clips, "clip") + ", " + count(questions, "question")
	},
	matched: func(levels bool) string {
		if levels {
			return "levels matched"
		}
		return "levels as they are, since volume differs"
	},
	some:      func(n int) string { return fmt.Sprint(n) },
	unaligned: func(n int) string { return count(n, "pair") + " cannot be switched at the same word" },
	leftOut:   func(labels string) string { return "Left out, not made: " + labels },
	twice:     func(labels string) string { return "Left out, the same take as another one: " + labels },
	took: func(name string, answers int, what audition.Imported) string {
		if name == "" {
			name = "a listener without a name"
		}
		said := "Votes of " + name + ", " + count(answers, "answer")
		switch what {
		case audition.Longer, audition.Differs:
			said += ", more than before"
		case audition.Known:
			said += ", nothing new"
		case audition.New:
		}
		return said
	},
	refused:     func(file, why string) tts.Said { return tts.Said{What: file + " is refused: " + why} },
	noPage:      tts.Said{What: "no page was made of this bench yet", Cure: "write listeners page hello.html"},
	nobody:      tts.Said{What: "nobody has voted yet", Cure: "listeners votes and their files takes in what listeners send"},
	form:        tts.Said{What: "listeners knows page, votes and use", Cure: "help listeners tells of them"},
	pageForm:    tts.Said{What: "a page needs a file", Cure: "write listeners page hello.html"},
	votesForm:   tts.Said{What: "the files of the votes are not said", Cure: "write listeners votes ~/Downloads/*-votes*.json"},
	tooFew:      tts.Said{What: "a page needs two candidates that are made", Cure: "bench make makes what is missing"},
	otherEnding: tts.Said{What: "a page ends in .html", Cure: "write listeners page hello.html"},
	notYet:      tts.Said{What: "the votes do not tell the first from the second yet", Cure: "let more people listen"},
	winnerLeft:  tts.Said{What: "the winner is on the bench no longer"},
}

var helpListenersEnglish = map[string]about{
	"listeners":       {"", "says what the votes of listeners tell about the bench, and how sure that is."},
	"listeners page":  {"FILE [rank]", "writes a page on which others listen and vote in their browser, names hidden; rank asks them to put all in order."},
	"listeners votes": {"FILES", "takes in the files that listeners send back; undo takes them out."},
	"listeners use":   {"", "makes the settings of what they like best those of now."},
}
