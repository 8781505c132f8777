package panel

import (
	"cmp"
	"slices"
)

// pairs are every two with votes, in the order of the ranking, and how likely chance
// makes as much of a difference between them.
func pairs(ranking []Item, by map[int][]Vote) []Pair {
	rank := make([]int, len(ranking))
	for i, item := range ranking {
		rank[item.Clip] = i
	}
	type test struct {
		Pair
		chosen        bool
		forA, against int // listeners
	}
	tests := map[[2]int]test{}
	for _, votes := range by {
		net := map[[2]int]int{} // of one listener
		for _, v := range votes {
			a, b := v.A, v.B
			if rank[a] > rank[b] {
				a, b = b, a
			}
			at := [2]int{rank[a], rank[b]}
			t := tests[at]
			t.A, t.B, t.chosen = a, b, t.chosen || v.Chosen
			much := 0
			if v.Answer == 2 || v.Answer == -2 {
				much = 1
			}
			switch won, decided := v.won(); {
			case !decided:
				t.Ties++
			case won == a:
				t.WonA++
				t.MuchA += much
				net[at]++
			default:
				t.WonB++
				t.MuchB += much
				net[at]--
			}
			tests[at] = t
		}
		for at, n := range net {
			t := tests[at]
			t.forA += min(1, max(n, 0))
			t.against += min(1, max(-n, 0))
			tests[at] = t
		}
	}
	var all []Pair
	var tested []*float64
	for _, t := range tests {
		if len(by) > 1 && !t.chosen {
			p := TwoSided(t.forA, t.forA+t.against)
			t.P = &p
			tested = append(tested, &p)
		}
		all = append(all, t.Pair)
	}
	holm(tested)
	slices.SortFunc(all, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(rank[a.A], rank[b.A]), cmp.Compare(rank[a.B], rank[b.B]))
	})
	return all
}

// holm corrects the chances of several tests, so that with 95 % none of those below
// 5 % is there by chance (Scandinavian Journal of Statistics 6, 1979).
func holm(p []*float64) {
	slices.SortFunc(p, func(a, b *float64) int { return cmp.Compare(*a, *b) })
	before := 0.
	for i := range p {
		before = max(before, min(1, *p[i]*float64(len(p)-i)))
		*p[i] = before
	}
}
