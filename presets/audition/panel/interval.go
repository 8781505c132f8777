package panel

import (
	"cmp"
	"math"
	"slices"
	"sort"
)

// Many is the largest number of listeners more that is told.
const Many = 200

// floor is how many of the model's own standard errors an interval reaches at least to
// each side: the variance of listeners who agree is next to nothing, and they could
// have agreed by chance. Where each has one vote on a clip, of two, it is the normal
// interval's; it is less where each has more, since their variance says more then.
// Both figures are those that keep the lab's intervals nearest to their level.
func floor(clips int) float64 {
	return max(1.3, 1.96/math.Sqrt(float64(clips-1)))
}

// score is a clip's, and how it changes with each parameter.
func (m model) score(clip int) (score float64, slope []float64) {
	slope = make([]float64, len(m.at))
	if m.clips < 2 {
		return .5, slope
	}
	part := 1 / float64(m.clips-1)
	for other := range m.clips {
		if other == clip {
			continue
		}
		c := chancesOf(m.at[clip]-m.at[other], m.at[m.clips])
		score += part * (.5 + c.lead())
		ahead, ties, _ := c.curve()
		slope[clip] += part * ahead
		slope[other] -= part * ahead
		slope[m.clips] += part * ties
	}
	return score, slope
}

// ranking is every clip with its score and its votes, the best first.
func (m model) ranking(votes []Vote) []Item {
	items := make([]Item, m.clips)
	for clip := range items {
		items[clip].Clip = clip
		items[clip].Score, _ = m.score(clip)
	}
	for _, v := range votes {
		items[v.A].Of++
		items[v.B].Of++
		if won, decided := v.won(); decided {
			items[won].Won++
		}
	}
	slices.SortStableFunc(items, func(a, b Item) int { return cmp.Compare(b.Score, a.Score) })
	return items
}

// pull is how a listener's answers would move each parameter: the slope of their
// likelihood.
func (m model) pull(counts []count) []float64 {
	slope := make([]float64, len(m.at))
	for _, c := range counts {
		ahead, tied := c.beyond(m.chances(c.heard))
		slope[c.first] += ahead
		slope[c.second] -= ahead
		slope[m.clips] += tied
		slope[m.clips+1] += ahead
	}
	return slope
}

// half is half the width of a clip's 95 % interval, on the scale of the score's
// logarithmic odds: the larger of what listeners' differences make it, and of the
// least that it is.
type half struct{ differ, least float64 }

func (h half) now() float64 { return max(h.differ, h.least) }

// with is what it would be of so many listeners in place of those that there are, if
// they were like them.
func (h half) with(listeners, now int) float64 {
	fewer := math.Sqrt(float64(now) / float64(listeners))
	return fewer * max(h.differ*student(listeners-1)/student(now-1), h.least)
}

// halfOf is that of a clip, from the pulls of all listeners and Student's t. Listeners
// are drawn at random, the votes of each belong together: the variance is that of
// their influences on the score (the sandwich by clusters), with one degree of freedom
// less than there are listeners.
func (m model) halfOf(clip int, pulls [][]float64, t float64) half {
	score, slope := m.score(clip)
	reach := solve(m.curve, slope)
	n := float64(len(pulls))
	influences := make([]float64, len(pulls))
	for i, pull := range pulls {
		influences[i] = dot(pull, reach)
	}
	slices.Sort(influences) // sums depend on their order
	mean, between := 0., 0.
	for _, v := range influences {
		mean += v / n
	}
	for _, v := range influences {
		between += (v - mean) * (v - mean) * n / (n - 1)
	}
	scale := score * (1 - score)
	return half{t * math.Sqrt(between) / scale, floor(m.clips) * math.Sqrt(dot(slope, reach)) / scale}
}

// fewest is how many listeners can tell anything: two agree by chance every other time.
const fewest = 3

// bound sets the intervals of two listeners or more, and what follows from them.
func (s *Standing) bound(m model, by map[int][]Vote) {
	var pulls [][]float64
	lost := make([]int, m.clips)
	for _, votes := range by {
		pulls = append(pulls, m.pull(tally(votes)))
		for _, v := range votes {
			if won, decided := v.won(); decided {
				lost[v.A+v.B-won]++
			}
		}
	}
	halves, t := make([]half, m.clips), student(s.Listeners-1)
	for i := range s.Ranking {
		item := &s.Ranking[i]
		halves[i] = m.halfOf(item.Clip, pulls, t)
		low, high := odds(logit(item.Score)-halves[i].now()), odds(logit(item.Score)+halves[i].now())
		// Of a clip that won all its votes, or lost all, only the prior says that it
		// would not always.
		if item.Of > 0 && item.Won == item.Of {
			high = 1
		}
		if item.Of > 0 && lost[item.Clip] == item.Of {
			low = 0
		}
		item.Low, item.High = &low, &high
	}
	first, second := s.Ranking[0], s.Ranking[1]
	s.NotYet = *first.Low <= *second.High || s.Listeners < fewest
	if s.NotYet {
		apart := logit(first.Score) - logit(second.Score)
		s.More = 1 + sort.Search(Many, func(i int) bool {
			n := s.Listeners + i + 1
			return n >= fewest && halves[0].with(n, s.Listeners)+halves[1].with(n, s.Listeners) < apart
		})
	}
}

func logit(p float64) float64 { return math.Log(p / (1 - p)) }

// odds is the inverse of logit.
func odds(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
