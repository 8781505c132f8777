// Package panel says what listeners prefer, from their votes on pairs of clips,
// and how sure that is. It knows numbers only.
package panel

// Vote is one answer of one listener about two clips.
type Vote struct {
	Listener int
	A, B     int // clips, from 0
	First    int // which of the two was heard first
	// Answer is −2 or −1 where A is (much) better, 1 or 2 where B is, and 0 for no
	// difference. "Much" counts once, and is reported.
	Answer int
	// Chosen is true where the two were chosen because of earlier answers: then a
	// test of the pair would find a difference where there is none.
	Chosen bool
}

// Standing is how the clips stand.
type Standing struct {
	Listeners int // who have voted
	Votes     int
	Ranking   []Item // every clip, the best first
	Pairs     []Pair // every two with votes
	Order     Order
	// NotYet is true while the first cannot be told from the second: while their
	// intervals overlap, or there are none.
	NotYet bool
	// More is about how many listeners more it would take to tell; 0: it can be told,
	// or nobody knows.
	More int
}

// Item is a clip. Score is the part of its duels with the others, each as often,
// that it is expected to win, half a win for each tie, whoever is heard first: 0 to
// 1. Low and High bound it at 95 %, nil where they would mean nothing: of one
// listener.
type Item struct {
	Clip      int
	Score     float64
	Low, High *float64
	Won, Of   int // votes as they were counted, ties among Of
}

// Pair are the votes on two clips: A is the better ranked one. P is the exact sign
// test's, over listeners, ties left out, corrected by Holm for all pairs; nil where
// it would mean nothing.
type Pair struct {
	A, B       int
	WonA, WonB int
	Ties       int
	Much       int // of the won ones, those that were said to be much better
	P          *float64
}

// Order is how often the clip that was heard first was preferred, and the second.
// P is how often chance does as much; nil where it would mean nothing.
type Order struct {
	First, Second int
	P             *float64
}

// Of is how so many clips stand after votes. The order of votes changes nothing.
func Of(clips int, votes []Vote) Standing { return Standing{} }
