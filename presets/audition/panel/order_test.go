package panel

import (
	"math"
	"testing"
)

func TestABiasByOrderIsTold(t *testing.T) {
	var votes []Vote
	for l := range 10 {
		votes = append(votes, say(l, "a>b", "c>b", "c=a")...)
	}
	o := Of(3, votes).Order
	if o.First != 20 || o.Second != 0 || math.Abs(*o.P-2/math.Exp2(20)) > 1e-15 {
		t.Errorf("20 of 20 by the first: %+v", o)
	}
}

// A ranking's order of hearing is drawn once: three clips in the order of hearing are 1
// of 6 orders, in the reverse another, and all pairs by the toss of a coin were 1 of 8.
func TestTheOrderOfARankingIsOneLot(t *testing.T) {
	var votes []Vote
	for l := range 2 {
		for _, v := range say(l, "a>b", "a>c", "b>c") {
			v.Ranking = 1
			votes = append(votes, v)
		}
	}
	o := Of(3, votes).Order
	if o.First != 6 || math.Abs(*o.P-2./36) > 1e-12 {
		t.Errorf("two rankings in the order of hearing: %+v, p %g, not 2/36", o, *o.P)
	}
	o = Of(3, append(votes, say(2, "a>b")...)).Order
	if math.Abs(*o.P-2./72) > 1e-12 {
		t.Errorf("and a coin's toss: %g, not 2/72", *o.P)
	}
	again := say(3, "a<b", "b<a") // no order makes both
	again[0].Ranking, again[1].Ranking = 5, 5
	if o := Of(3, append(votes, again...)).Order; o.P != nil {
		t.Errorf("what is no ranking is tested as one: %g", *o.P)
	}
	var long []Vote // inversions of five: Mahonian numbers 1 4 9 15 20 22 ...
	for a := range 5 {
		for b := range a {
			long = append(long, Vote{A: a, B: b, First: b, Answer: 1, Ranking: 1})
		}
	}
	for k, n := range []float64{1, 4, 9, 15, 20, 22, 20, 15, 9, 4, 1} {
		if got := ordersOf(long)[k]; math.Abs(got-n/120) > 1e-12 {
			t.Errorf("%d of 10 in %g of 120 orders, not %g", k, got*120, n)
		}
	}
}
