package panel

import (
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

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
		if !chance(p.P) || p.MuchA > p.WonA || p.MuchB > p.WonB {
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
