package panel

import (
	"maps"
	"slices"
)

// mostRanked is how many clips a ranking may have for its order to be tested.
const mostRanked = 10

// order is how often the clip that was heard first was preferred. Lots decide the
// order, whatever a listener prefers, so without a bias each decided vote is for the
// first heard as for the toss of a coin: the test is exact however alike the votes of
// a listener are. The votes of a ranking share one lot, and are more spread than
// tosses: of these every order of hearing is gone through.
func order(by map[int][]Vote) Order {
	var o Order
	alone := 0
	var each [][]float64
	for _, votes := range by {
		rankings := map[int][]Vote{}
		for _, v := range votes {
			won, decided := v.won()
			if !decided {
				continue
			}
			if won == v.First {
				o.First++
			} else {
				o.Second++
			}
			if v.Ranking == 0 {
				alone++
			} else {
				rankings[v.Ranking] = append(rankings[v.Ranking], v)
			}
		}
		for _, ranking := range rankings {
			each = append(each, ordersOf(ranking))
		}
	}
	if len(by) < 2 || o.First+o.Second == 0 || slices.ContainsFunc(each, func(d []float64) bool { return d == nil }) {
		return o
	}
	if len(each) == 0 {
		p := TwoSided(o.First, alone)
		o.P = &p
		return o
	}
	slices.SortFunc(each, slices.Compare) // sums depend on their order
	all := tosses(alone)
	for _, one := range each {
		all = together(all, one)
	}
	tail := 0.
	for k := max(o.First, o.Second); k < len(all); k++ {
		tail += all[k] // the other tail is as likely: an order is as likely as its reverse
	}
	p := min(1, 2*tail)
	o.P = &p
	return o
}

// tosses is how likely each number of heads is in n tosses of a coin.
func tosses(n int) []float64 {
	all := make([]float64, n+1)
	for k := range all {
		all[k] = likely(k, n)
	}
	return all
}

// together is how likely each sum of two numbers is.
func together(a, b []float64) []float64 {
	all := make([]float64, len(a)+len(b)-1)
	for i := range a {
		for j := range b {
			all[i+j] += a[i] * b[j]
		}
	}
	return all
}

// ordersOf is how likely each number of wins by the first heard is, over all orders of
// hearing the clips of a ranking; nil: they are too many, or votes of which no order
// makes as many as there are. By sets of clips that were heard already.
func ordersOf(votes []Vote) []float64 {
	places := map[int]int{}
	for _, v := range votes {
		places[v.A], places[v.B] = 0, 0
	}
	clips := slices.Sorted(maps.Keys(places))
	if len(clips) > mostRanked {
		return nil
	}
	for i, clip := range clips {
		places[clip] = i
	}
	beaten, firsts := make([][]int, len(clips)), 0 // by each, once a vote
	for _, v := range votes {
		won, _ := v.won()
		if won == v.First {
			firsts++
		}
		beaten[places[won]] = append(beaten[places[won]], places[v.A+v.B-won])
	}
	sets := make([][]float64, 1<<len(clips))
	sets[0] = make([]float64, len(votes)+1)
	sets[0][0] = 1
	for set := range sets {
		heard := 0
		for clip := range clips {
			heard += set >> clip & 1
		}
		for next := range clips {
			if set>>next&1 == 1 {
				continue
			}
			wins := 0 // by next's being heard before those that it beat
			for _, other := range beaten[next] {
				wins += 1 - set>>other&1
			}
			with := set | 1<<next
			if sets[with] == nil {
				sets[with] = make([]float64, len(votes)+1)
			}
			for k, p := range sets[set][:len(votes)+1-wins] {
				sets[with][k+wins] += p / float64(len(clips)-heard)
			}
		}
	}
	all := sets[len(sets)-1]
	if all[firsts] == 0 {
		return nil
	}
	return all
}
