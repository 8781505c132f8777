// Package panel says what listeners prefer, from their votes on pairs of clips,
// and how sure that is. It knows numbers only.
package panel

import "slices"

// Vote is one answer of one listener about two clips.
type Vote struct {
	Listener int // any number, the same for all votes of one listener
	A, B     int // clips, from 0
	First    int // which of the two was heard first
	// Answer is −2 or −1 where A is (much) better, 1 or 2 where B is, and 0 for no
	// difference. "Much" counts once, and is reported.
	Answer int
	// Ranking is 0 where lots were drawn for this question alone which of the two is
	// heard first. The votes of a listener with the same other number are of one
	// ranking: all its clips were heard in one order, drawn once.
	Ranking int
	// Chosen is true where the two were chosen because of earlier answers: then a
	// test of the pair would find a difference where there is none.
	Chosen bool
}

// Standing is how the clips stand.
type Standing struct {
	Listeners int // who have voted
	Votes     int
	Ranking   []Item // every clip, the best first
	Pairs     []Pair // every two with votes, in the order of the ranking
	Order     Order
	// NotYet is true while the first cannot be told from the second: while their
	// intervals overlap, or there are none. Of two listeners it always is: they agree
	// by chance every other time.
	NotYet bool
	// More is about how many listeners more it would take to tell, at most Many; above
	// Many: more than that; 0: it can be told, or nobody knows.
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
// it would mean nothing: of one listener, or where one of the votes was Chosen.
type Pair struct {
	A, B         int
	WonA, WonB   int
	MuchA, MuchB int // of the won ones, those that were said to be much better
	Ties         int
	P            *float64
}

// Order is how often the clip that was heard first was preferred, and the second.
// P is how often chance does as much; nil where it would mean nothing: of one
// listener, or with a ranking of more than 10 clips.
type Order struct {
	First, Second int
	P             *float64
}

// Of is how so many clips stand after votes. Neither the order of votes nor the
// numbers of listeners change a bit of it. Votes that are none are left out: on a
// clip that is not there or on one alone, where another was heard first, or with an
// answer beyond ±2.
func Of(clips int, votes []Vote) Standing {
	if clips < 1 {
		return Standing{NotYet: true}
	}
	votes = slices.DeleteFunc(slices.Clone(votes), func(v Vote) bool { return !v.counts(clips) })
	by := map[int][]Vote{}
	for _, v := range votes {
		by[v.Listener] = append(by[v.Listener], v)
	}
	m := fit(clips, tally(votes))
	s := Standing{Listeners: len(by), Votes: len(votes), NotYet: true, Ranking: m.ranking(votes)}
	if len(by) > 1 && clips > 1 {
		s.bound(m, by)
	}
	s.Pairs = pairs(s.Ranking, by)
	s.Order = order(by)
	return s
}

// counts reports whether it is a vote on two of so many clips.
func (v Vote) counts(clips int) bool {
	return min(v.A, v.B) >= 0 && max(v.A, v.B) < clips && v.A != v.B &&
		(v.First == v.A || v.First == v.B) && v.Answer >= -2 && v.Answer <= 2
}

// won is the clip that was preferred; false: none was.
func (v Vote) won() (clip int, decided bool) {
	if v.Answer < 0 {
		return v.A, true
	}
	return v.B, v.Answer > 0
}
