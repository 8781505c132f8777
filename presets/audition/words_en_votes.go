package audition

import (
	"fmt"
)

var englishVotes = voteWords{
	noKind: func(kind string) string { return kind + " is no kind of page; write pairs or rank" },
	howMany: func(n, fewest, most int) string {
		return fmt.Sprintf("such a page takes %d to %d candidates with takes, and there are %d", fewest, most, n)
	},
	noCandidate: func(id string) string { return "no candidate has the id " + id },
	noTake:      func(label string) string { return label + " has no take yet" },
	sameTake:    func(a, b string) string { return a + " and " + b + " are the same take: nobody can tell them apart" },
	empty:       "there is nothing in it",
	page:        "the page itself; at its end a listener saves votes, in a file that ends in -votes.json",
	newer: func(version, known int) string {
		return fmt.Sprintf("votes on the page of a newer voicestudio (version %d, this program knows %d); import them with that one", version, known)
	},
	noVersion: func(known int) string { return fmt.Sprintf("no file of votes: version has to be %d", known) },
	missing:   func(field string) string { return field + " is missing" },
	noID: func(field string, least, most int) string {
		return fmt.Sprintf("%s has to be %d to %d of 0-9, A-Z, a-z, _ and -", field, least, most)
	},
	keyTwice:  func(key string) string { return key + " is there twice in one object" },
	steers:    "the listener's name has characters in it that cannot be shown",
	noAnswers: "nobody has answered anything in it",
	longName:  func(most int) string { return fmt.Sprintf("the listener's name is longer than %d characters", most) },
	inAnswer:  func(n int, why string) string { return fmt.Sprintf("answer %d: %s", n, why) },
	noAnswer:  "answer has to be a whole number from -2 to 2",
	sameClip:  "a and b are the same clip",
	notFirst:  "first has to be a or b",
	pairTwice: "the same two clips were answered before",
	outside:   func(field string, most int64) string { return fmt.Sprintf("%s has to be 0 to %d", field, most) },
	otherPage: func(audition string) string {
		return fmt.Sprintf("votes on another page: none that was exported of %q asks this", audition)
	},
	noClip: func(clip string) string { return "the page that these votes are on has no clip " + clip },
	tooMany: func(answers, questions int) string {
		return fmt.Sprintf("%d answers, and the page asks %d questions", answers, questions)
	},
}
