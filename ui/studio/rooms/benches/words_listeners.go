package benches

import (
	"voicestudio/presets/audition"
)

// listenerWords are about those who listen elsewhere: their page and their votes.
type listenerWords struct {
	what                string // before there is a page
	ready               func(n, of int) string
	hidden              string // while the bench is blind
	sendIt              string // while nobody has voted
	noPage, nobody      string // why nothing can be told
	whileBlind          string
	tooFew, busy        string                   // why no page can be made
	notYet, winnerLeft  string                   // why there is no win
	accepting           func(name string) string // a deed
	accepts, accepted   func(name string) string // it is done now, it was
	kindTitle, kindHint string
	kinds               map[audition.TestKind]string
	asks                map[audition.TestKind]func(clips int) string // how much
	tooMany             func(most int) string
	fileTitle, fileHint string
	noFile, otherEnding string
	fileThere, fileCame func(file string) string
	noFolder            func(folder string) string
	making, makingShort string
	failedBlind         string
	wrote               func(file, size string) string
	wroteWith           func(facts []string) string // the first is that it was written
	holds               func(clips, questions int, kind audition.TestKind) string
	matched, unmatched  string
	leftOut, twice      func(labels string) string
	some                func(n int) string // in place of their labels
	encoded, unaligned  func(n int) string
	votesTitle          string
	votesHint, noPath   string
	reading, importing  string // importing is a deed
	taken               func(news, longer, known int) string
	refused             func(file, why string) string
	manyRefused         func(n int) string
	count               func(listeners int) string
	percent             func(score float64) string
	bounds              func(low, high float64) string
	unnamed             string
	heard               func(name string, votes, of int) string
	others              func(n int) string // that have no room
	otherLine           string
	copied              string
	acceptKey, takeKey  keyWords
	pageKey, votesKey   keyWords
	copyKey             keyWords
}
