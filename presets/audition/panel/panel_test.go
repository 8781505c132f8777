package panel

import (
	"fmt"
	"math"
	"testing"
)

// say is what a listener says of pairs: "a>b" a is better, "a>>b" much, "a=b" no
// difference. The one named first is heard first.
func say(listener int, answers ...string) (votes []Vote) {
	for _, s := range answers {
		v := Vote{Listener: listener, A: int(s[0] - 'a'), B: int(s[len(s)-1] - 'a'), First: int(s[0] - 'a')}
		switch s[1 : len(s)-1] {
		case ">":
			v.Answer = -1
		case ">>":
			v.Answer = -2
		case "<":
			v.Answer = 1
		}
		votes = append(votes, v)
	}
	return votes
}

// agreed is what so many listeners say who all say the same, each in another order of hearing.
func agreed(listeners int, answers ...string) (votes []Vote) {
	for l := range listeners {
		for i, v := range say(l, answers...) {
			if (l+i)%2 == 1 {
				v.First = v.B
			}
			votes = append(votes, v)
		}
	}
	return votes
}

func TestOneListenerIsOnePersonsView(t *testing.T) {
	s := Of(3, say(7, "a>>b", "b>c", "c=a"))
	for _, item := range s.Ranking {
		if item.Low != nil || item.High != nil {
			t.Error("one listener's votes bound what a population says")
		}
	}
	for _, p := range s.Pairs {
		if p.P != nil {
			t.Error("one listener's votes test a pair")
		}
	}
	if s.Order.P != nil || s.Order.First != 2 || !s.NotYet || s.More != 0 || s.Listeners != 1 || s.Votes != 3 {
		t.Errorf("%+v", s)
	}
	if got := s.Ranking[0]; got.Clip != 0 || got.Won != 1 || got.Of != 2 {
		t.Errorf("the best is %+v", got)
	}
	if got, want := s.Pairs[0], (Pair{A: 0, B: 1, WonA: 1, MuchA: 1}); got != want {
		t.Errorf("the first pair is %+v", got)
	}
}

func TestListenersWhoAgreeTellOnceTheyAreMany(t *testing.T) {
	for _, answers := range [][]string{{"a>b"}, {"a>b", "a>c", "b>c"}, {"a>b", "a>c", "b=c"}} {
		before := 2.
		for listeners := 2; listeners <= 20; listeners++ {
			s := Of(2+len(answers)/3, agreed(listeners, answers...))
			first := s.Ranking[0]
			wide := *first.High - *first.Low
			if first.Clip != 0 || wide <= 0 || wide >= before {
				t.Errorf("%v of %d listeners: %d leads, by an interval %.3f wide, before it was %.3f", answers, listeners, first.Clip, wide, before)
			}
			if before = wide; listeners == 2 && !s.NotYet {
				t.Errorf("%v: two tell", answers)
			}
			if last := s.Ranking[len(s.Ranking)-1]; *first.High != 1 || *first.Low <= 0 || len(answers) == 1 && *last.Low != 0 {
				t.Errorf("%v of %d listeners: from %g to %g, the last from %g; who won all may win always", answers, listeners, *first.Low, *first.High, *last.Low)
			}
			if listeners == 20 && (s.NotYet || s.More != 0) {
				t.Errorf("%v: twenty who agree do not tell", answers)
			}
			if len(answers) == 1 && listeners <= 5 && !s.NotYet {
				t.Errorf("%d listeners' one vote each is decided, and chance agrees as much once in %d", listeners, 1<<(listeners-1))
			}
		}
	}
}

// Of ten listeners six always say one thing and four the other: by hand, the mean is .6,
// its standard error √(.24/9), and t of nine degrees is 2.262.
func TestTheVotesOfAListenerBelongTogether(t *testing.T) {
	var loyal, mixed []Vote
	for l := range 10 {
		for i := range 1000 {
			v := Vote{Listener: l, B: 1, First: i / 10 % 2, Answer: -1}
			if l >= 6 {
				v.Answer = 1
			}
			loyal = append(loyal, v)
			v.Listener = i % 10
			mixed = append(mixed, v)
		}
	}
	item := Of(2, loyal).Ranking[0]
	half := 2.262 * math.Sqrt(.24/9) / .24
	if math.Abs(*item.Low-odds(logit(.6)-half)) > .003 || math.Abs(*item.High-odds(logit(.6)+half)) > .003 {
		t.Errorf("from %.4f to %.4f", *item.Low, *item.High)
	}
	if each := Of(2, mixed); each.NotYet || each.Ranking[0].Score-item.Score > 1e-12 {
		t.Errorf("the same votes of listeners who each say both do not tell: %+v", each)
	}
}

func TestAClipThatLostNothingMayStillBeTheBest(t *testing.T) {
	s := Of(3, append(agreed(20, "a>c"), say(20, "b>c")...))
	if s.Ranking[0].Clip != 0 || s.Ranking[1].Clip != 1 || *s.Ranking[1].High != 1 || !s.NotYet || s.More < 1 {
		t.Errorf("b won its only vote: %+v", s)
	}
}

func TestHowManyMoreItWouldTake(t *testing.T) {
	votes := append(agreed(6, "a>b"), say(6, "a<b")...)
	s := Of(2, append(votes, say(7, "b>a")...))
	if !s.NotYet || s.More < 2 || s.More > 30 {
		t.Errorf("6 of 8 take %d more", s.More)
	}
	even := Of(2, append(agreed(4, "a>b"), shift(agreed(4, "b>a"), 4)...))
	if !even.NotYet || even.More <= Many {
		t.Errorf("4 of 8 take %d more: nothing ends that", even.More)
	}
	// Of listeners who agree it is known.
	told := fewest
	for ; Of(2, agreed(told, "a>b")).NotYet; told++ {
	}
	for n := fewest; n < told; n++ {
		if more := Of(2, agreed(n, "a>b")).More; max(more, told-n)-min(more, told-n) > 1 {
			t.Errorf("%d of %d take %d more, and it is told of %d", n, n, more, told)
		}
	}
	if none := Of(3, nil); !none.NotYet || none.More != 0 || len(none.Ranking) != 3 {
		t.Errorf("no votes: %+v", none)
	}
}

func shift(votes []Vote, listeners int) []Vote {
	for i := range votes {
		votes[i].Listener += listeners
	}
	return votes
}

// A listener counts once in a test, by what most of its votes on the pair say.
func TestAPairsChanceIsTheSignTestsOverListeners(t *testing.T) {
	votes := agreed(7, "a>b")
	votes = append(votes, say(7, "a<b", "a<b", "a<b", "a>b")...) // against, once
	votes = append(votes, say(8, "a>b", "a<b", "a=b")...)        // neither
	votes = append(votes, say(0, "a>b", "a>b")...)               // for, as before
	p := Of(2, votes).Pairs[0]
	if p.WonA != 11 || p.WonB != 4 || p.Ties != 1 || math.Abs(*p.P-18./256) > 1e-12 {
		t.Errorf("7 of 8 listeners: %+v, p %g", p, *p.P)
	}
	votes[3].Chosen = true
	if p := Of(2, votes).Pairs[0]; p.P != nil {
		t.Errorf("a pair that was chosen by its votes has p %g", *p.P)
	}
}

// By hand: a over b by 10 of 10 is 2/1024, a over c by 9 of 10 22/1024, b and c 5 of 10
// is 1: times 3, 2 and 1.
func TestChancesAreCorrectedForAllPairs(t *testing.T) {
	votes := agreed(10, "a>b", "a>c", "b>c")
	for i := range votes {
		switch v := &votes[i]; {
		case v.B == 2 && v.A == 0 && v.Listener == 0, v.A == 1 && v.Listener < 5:
			v.Answer = 1
		}
	}
	want := map[[2]int]float64{{0, 1}: 6. / 1024, {0, 2}: 44. / 1024, {1, 2}: 1}
	for _, p := range Of(3, votes).Pairs {
		if got := want[[2]int{min(p.A, p.B), max(p.A, p.B)}]; math.Abs(*p.P-got) > 1e-12 {
			t.Errorf("%d and %d: %g, not %g", p.A, p.B, *p.P, got)
		}
	}
	a, b, c, d := .01, .04, .03, .005 // Holm's: .02 .03 .06 .06, in order of size
	holm([]*float64{&a, &b, &c, &d})
	if got := fmt.Sprintf("%.2f %.2f %.2f %.2f", a, b, c, d); got != "0.03 0.06 0.06 0.02" {
		t.Error(got)
	}
}
