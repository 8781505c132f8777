package panel

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
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
	if got, want := s.Pairs[0], (Pair{A: 0, B: 1, WonA: 1, Much: 1}); got != want {
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

func TestWhatIsNoVoteIsLeftOut(t *testing.T) {
	votes := agreed(4, "a>b", "b>c", "c=a")
	want := Of(3, votes)
	for _, none := range []Vote{
		{A: -1, B: 1, First: 1}, {A: 0, B: 3, First: 0}, {A: 1, B: 1, First: 1, Answer: 1},
		{A: 0, B: 1, First: 2}, {A: 0, B: 1, Answer: 3}, {A: 0, B: 1, Answer: -3},
	} {
		none.Listener = 9
		if got := Of(3, append(slices.Clip(votes), none)); !reflect.DeepEqual(got, want) {
			t.Errorf("%+v counts: %s", none, cmp.Diff(want, got))
		}
	}
	for clips := range 2 {
		if got := Of(clips, votes); len(got.Ranking) != clips || got.Votes != 0 || !got.NotYet {
			t.Errorf("%d clips: %+v", clips, got)
		}
	}
}

// anyVotes are any at all, some of them none.
func anyVotes(clips int) *rapid.Generator[[]Vote] {
	one := rapid.Custom(func(t *rapid.T) Vote {
		a, b := rapid.IntRange(0, clips-1).Draw(t, "a"), rapid.IntRange(0, clips-1).Draw(t, "b")
		return Vote{
			Listener: rapid.IntRange(0, 6).Draw(t, "listener"), A: a, B: b,
			First:  rapid.SampledFrom([]int{a, b}).Draw(t, "first"),
			Answer: rapid.IntRange(-2, 2).Draw(t, "answer"), Ranking: rapid.IntRange(0, 1).Draw(t, "ranking"),
			Chosen: rapid.IntRange(0, 9).Draw(t, "chosen") == 0,
		}
	})
	return rapid.SliceOfN(one, 0, 60)
}

func TestNeitherTheOrderOfVotesNorListenersNumbersNorSidesChangeABit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		clips := rapid.IntRange(2, 6).Draw(t, "clips")
		votes := anyVotes(clips).Draw(t, "votes")
		want := Of(clips, votes)
		sane(t, want, clips)
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "lots"), 0))
		again := slices.Clone(votes)
		r.Shuffle(len(again), func(i, j int) { again[i], again[j] = again[j], again[i] })
		numbers := r.Perm(7)
		for i, v := range again {
			again[i].Listener = numbers[v.Listener] * 1_000_003
			if r.IntN(2) == 0 {
				again[i].A, again[i].B, again[i].Answer = v.B, v.A, -v.Answer
			}
		}
		if got := Of(clips, again); !reflect.DeepEqual(got, want) {
			t.Fatal(cmp.Diff(want, got))
		}
	})
}

func TestOtherNamesOfTheClipsGiveTheSameStanding(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		clips := rapid.IntRange(2, 6).Draw(t, "clips")
		votes := anyVotes(clips).Draw(t, "votes")
		names := rapid.Permutation(identity(clips)).Draw(t, "names")
		other := slices.Clone(votes)
		for i, v := range other {
			other[i].A, other[i].B, other[i].First = names[v.A], names[v.B], names[v.First]
		}
		a, b := Of(clips, votes), Of(clips, other)
		for _, item := range a.Ranking {
			i := slices.IndexFunc(b.Ranking, func(o Item) bool { return o.Clip == names[item.Clip] })
			same := b.Ranking[i]
			if math.Abs(item.Score-same.Score) > 1e-9 || item.Won != same.Won || item.Of != same.Of ||
				item.Low != nil && (math.Abs(*item.Low-*same.Low) > 1e-7 || math.Abs(*item.High-*same.High) > 1e-7) {
				t.Fatalf("%+v is %+v by another name", item, same)
			}
		}
		if a.Order.First != b.Order.First || len(a.Pairs) != len(b.Pairs) {
			t.Fatalf("%+v\n%+v", a, b)
		}
	})
}

func identity(n int) (all []int) {
	for i := range n {
		all = append(all, i)
	}
	return all
}

// sane is what holds for every standing.
func sane(t rapid.TB, s Standing, clips int) {
	t.Helper()
	chance := func(p *float64) bool { return p == nil || *p > 0 && *p <= 1 }
	if len(s.Ranking) != clips || !chance(s.Order.P) || s.More < 0 || s.More > Many+1 || !s.NotYet && s.More != 0 {
		t.Fatalf("%+v", s)
	}
	for i, item := range s.Ranking {
		if !(item.Score > 0 && item.Score < 1) || i > 0 && item.Score > s.Ranking[i-1].Score || item.Won > item.Of {
			t.Fatalf("%+v", item)
		}
		if (item.Low == nil) != (s.Listeners < 2 || clips < 2) || item.Low != nil && !(*item.Low >= 0 && *item.Low < item.Score && item.Score < *item.High && *item.High <= 1) {
			t.Fatalf("%+v from %v to %v", item, item.Low, item.High)
		}
	}
	votes := 0
	for _, p := range s.Pairs {
		votes += p.WonA + p.WonB + p.Ties
		if !chance(p.P) || p.Much > p.WonA+p.WonB {
			t.Fatalf("%+v", p)
		}
	}
	if votes != s.Votes {
		t.Fatalf("%d votes, of pairs %d", s.Votes, votes)
	}
}

// Each four bytes are a vote, well-formed or not.
func FuzzVotesOfAnyKind(f *testing.F) {
	f.Add(uint8(3), []byte{0, 0x10, 0, 3, 1, 0x21, 1, 0xff, 0, 0x11, 0, 0, 2, 0x20, 9, 9})
	f.Add(uint8(20), []byte("all the votes of a panel that somebody typed by hand"))
	f.Add(uint8(0), []byte{1, 2, 3, 4})
	f.Fuzz(func(t *testing.T, n uint8, data []byte) {
		clips := int(n%24) - 2
		var votes []Vote
		for d := range slices.Chunk(data[:len(data)/4*4], 4) {
			votes = append(votes, Vote{
				Listener: int(int8(d[0])), A: int(int8(d[1])) >> 4, B: int(d[1] & 15), First: int(int8(d[2])) >> 1,
				Chosen: d[2]&1 == 1, Answer: int(int8(d[3])) >> 4, Ranking: int(d[3] & 3),
			})
		}
		s := Of(clips, votes)
		sane(t, s, max(clips, 0))
		if again := Of(clips, votes); !reflect.DeepEqual(s, again) {
			t.Fatal("not the same twice")
		}
	})
}
