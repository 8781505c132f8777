package main

import (
	"math"
	"math/rand/v2"

	"voicestudio/presets/audition/panel"
)

// Asked is how a panel is asked.
type Asked string

const (
	whole   Asked = "all pairs"
	stopped Asked = "stopped"  // after a part of them, each listener elsewhere
	ranking Asked = "rankings" // no ties, one order of hearing
)

// Profile is what a population prefers on average: the logarithm of a strength for
// each clip.
type Profile string

const (
	equal  Profile = "equal"
	graded Profile = "graded" // evenly from 1 to −1
	winner Profile = "winner" // the first at 2, the others at 0
)

func (p Profile) strengths(clips int) []float64 {
	s := make([]float64, clips)
	switch p {
	case equal: // all at 0
	case graded:
		for i := range s {
			s[i] = 1 - 2*float64(i)/float64(clips-1)
		}
	case winner:
		s[0] = 2
	}
	return s
}

// ties is a tie's weight against two equal clips', of 1 each: one answer in five.
const ties = .5

// World is who listens to what.
type World struct {
	Clips, Listeners int
	Profile          Profile
	Differ           float64 // the standard deviation of a listener's own strengths
	Asked            Asked
	Order            float64 // the odds for the first heard of two equal clips
}

// taste is a listener's strengths.
func (w World) taste(r *rand.Rand) []float64 {
	s := w.Profile.strengths(w.Clips)
	for i := range s {
		s[i] += w.Differ * r.NormFloat64()
	}
	return s
}

// chances are those that the first heard of two wins, and that neither does.
func (w World) chances(ahead float64) (wins, tie float64) {
	if w.Asked == ranking {
		return 1 / (1 + math.Exp(-ahead)), 0
	}
	sum := math.Exp(ahead/2) + math.Exp(-ahead/2) + ties
	return math.Exp(ahead/2) / sum, ties / sum
}

// votes are what a panel drawn from the population says.
func (w World) votes(r *rand.Rand) (votes []panel.Vote) {
	for listener := range w.Listeners {
		taste := w.taste(r)
		if w.Asked == ranking {
			votes = append(votes, w.ranks(r, listener, taste)...)
			continue
		}
		var pairs []panel.Vote
		for a := range w.Clips {
			for b := range a {
				pairs = append(pairs, panel.Vote{Listener: listener, A: a, B: b})
			}
		}
		r.Shuffle(len(pairs), func(i, j int) { pairs[i], pairs[j] = pairs[j], pairs[i] })
		if w.Asked == stopped {
			pairs = pairs[:1+r.IntN(len(pairs))]
		}
		for _, v := range pairs {
			if r.IntN(2) == 0 {
				v.A, v.B = v.B, v.A
			}
			v.First = v.A
			wins, tie := w.chances(taste[v.A] - taste[v.B] + math.Log(w.Order))
			switch x := r.Float64(); {
			case x < wins:
				v.Answer = -1
			case x >= wins+tie:
				v.Answer = 1
			}
			votes = append(votes, v)
		}
	}
	return votes
}

// ranks is a listener's ranking by strengths with Gumbel's noise, which gives each two
// clips the chances of their difference. Who is heard earlier has as much more as
// makes the order's odds on the average of all pairs.
func (w World) ranks(r *rand.Rand, listener int, taste []float64) (votes []panel.Vote) {
	place, liked := r.Perm(w.Clips), make([]float64, w.Clips)
	for clip := range liked {
		later := 3 * float64(place[clip]) / float64(w.Clips+1)
		liked[clip] = taste[clip] - later*math.Log(w.Order) - math.Log(r.ExpFloat64())
	}
	for a := range w.Clips {
		for b := range a {
			v := panel.Vote{Listener: listener, A: a, B: b, First: a, Answer: 1, Ranking: 1}
			if place[b] < place[a] {
				v.First = b
			}
			if liked[a] > liked[b] {
				v.Answer = -1
			}
			votes = append(votes, v)
		}
	}
	return votes
}

// truth is the population's scores: those that a panel of so many would have if nobody
// cared for the order.
func (w World) truth(draws int) []float64 {
	if w.Differ == 0 {
		draws = 1
	}
	r := rand.New(rand.NewPCG(1, uint64(draws)))
	scores := make([]float64, w.Clips)
	for range draws {
		taste := w.taste(r)
		for a := range scores {
			for b := range scores {
				if a != b {
					wins, tie := w.chances(taste[a] - taste[b])
					scores[a] += (wins + tie/2) / float64(draws*(w.Clips-1))
				}
			}
		}
	}
	return scores
}
