package benches

import (
	"fmt"
	"strings"

	"voicestudio/presets/audition"
)

var englishListeners = listenerWords{
	what: "One file for those who listen elsewhere: a blind test that needs nothing but a browser. Send it by mail or chat; each listener sends a small file of votes back.",
	ready: func(n, of int) string {
		if n == of {
			return fmt.Sprintf("All %d are made.", n)
		}
		return fmt.Sprintf("%d of %d are made.", n, of)
	},
	hidden:     "The names are hidden, and how the votes stand would tell: b{bench-blind} shows both.",
	sendIt:     "Send the page; i{import-votes} takes in the files of votes that come back.",
	noPage:     "no page was made of this bench yet: e{make-page} makes one",
	nobody:     "nobody has voted yet: i{import-votes} takes in the files that listeners send",
	whileBlind: "the names are hidden: b{bench-blind} on the bench shows them, and how the votes stand",
	tooFew:     "a page takes two that are made and in sight; on the bench m{make-candidates} makes what is missing",
	busy:       "a page is being made; esc stops it",
	notYet:     "not yet: the votes do not tell the first from the second",
	winnerLeft: "the winner is on the bench no longer",
	accepting:  func(name string) string { return "the win of " + name },
	accepts:    func(name string) string { return name + " has won, and has a star; u{undo-letter} takes that back" },
	accepted:   func(name string) string { return name + " has its star" },
	kindTitle:  "Page for listeners",
	kindHint:   "enter{accept} goes on to its file",
	kinds:      map[audition.TestKind]string{audition.Pairs: "two at a time", audition.Rank: "all in order"},
	asks: map[audition.TestKind]func(int) string{
		audition.Pairs: func(n int) string { return fmt.Sprintf("which one is better, %s", questions(n*(n-1)/2)) },
		audition.Rank:  func(n int) string { return fmt.Sprintf("one ranking of %d", n) },
	},
	tooMany:     func(most int) string { return fmt.Sprintf("nobody puts more than %d in order", most) },
	fileTitle:   "File of the page",
	fileHint:    "enter{accept} makes it; tab{complete-path} completes the path",
	noFile:      "type a path",
	otherEnding: "a page ends in .html",
	fileThere:   func(file string) string { return file + " is there already: enter{accept} again replaces it" },
	fileCame: func(file string) string {
		return file + " has come while the page was made, and stays; choose another name"
	},
	noFolder:    func(folder string) string { return "there is no folder " + folder + "; name another one" },
	making:      "making the page",
	makingShort: "making the page…",
	failedBlind: "one of them cannot be on a page; once b{bench-blind} shows the names, e{make-page} says which",
	wrote:       func(file, size string) string { return fmt.Sprintf("wrote %s, %s", file, size) },
	wroteWith:   func(facts []string) string { return strings.Join(facts, "; ") },
	holds: func(clips, n int, kind audition.TestKind) string {
		if kind == audition.Rank {
			return fmt.Sprintf("%d clips, one ranking", clips)
		}
		return fmt.Sprintf("%d clips, %s", clips, questions(n))
	},
	matched:   "levels matched",
	unmatched: "levels as they are, since volume is what differs",
	leftOut:   func(labels string) string { return labels + " left out, not made" },
	twice:     func(labels string) string { return labels + " left out, the same take as another" },
	some:      func(n int) string { return fmt.Sprint(n) },
	encoded:   func(n int) string { return fmt.Sprintf("%d encoded as mp3", n) },
	unaligned: func(n int) string {
		if n == 1 {
			return "1 pair switches by length"
		}
		return fmt.Sprintf("%d pairs switch by length", n)
	},
	votesTitle: "Votes of listeners",
	votesHint:  "enter{accept} takes them in; several paths, and * for what differs; tab{complete-path} completes one",
	noPath:     "type a path, or drop files here",
	reading:    "reading the votes",
	importing:  "taking in votes",
	taken: func(news, longer, known int) string {
		var parts []string
		if news > 0 {
			parts = append(parts, "votes of "+people(news)+" came in")
		}
		if longer > 0 {
			parts = append(parts, people(longer)+" had more to say")
		}
		if known > 0 {
			parts = append(parts, people(known)+" brought nothing new")
		}
		return strings.Join(parts, ", ")
	},
	refused:     func(file, why string) string { return file + " is refused: " + why },
	manyRefused: func(n int) string { return fmt.Sprintf("%d files are refused; f12 lists why", n) },
	count:       people,
	percent:     func(score float64) string { return fmt.Sprintf("%.0f %%", score*100) },
	bounds:      func(low, high float64) string { return fmt.Sprintf("%.0f–%.0f", low*100, high*100) },
	unnamed:     "no name",
	heard: func(name string, votes, of int) string {
		if votes == 0 {
			return name + " not yet"
		}
		return fmt.Sprintf("%s %d of %d", name, votes, of)
	},
	others:    func(n int) string { return fmt.Sprintf("%d more", n) },
	otherLine: "These votes are about another line: e{make-page} makes a page of this one.",
	copied:    "the result is copied",
	acceptKey: keyWords{"enter{accept-win}", "accept the win"},
	takeKey:   keyWords{"r{take-listened}", "take its settings"},
	pageKey:   keyWords{"e{make-page}", "make a page"},
	votesKey:  keyWords{"i{import-votes}", "take in votes"},
	copyKey:   keyWords{"y{copy-votes}", "copy the result"},
}

func questions(n int) string {
	if n == 1 {
		return "1 question"
	}
	return fmt.Sprintf("%d questions", n)
}

func people(n int) string {
	if n == 1 {
		return "1 listener"
	}
	return fmt.Sprintf("%d listeners", n)
}
