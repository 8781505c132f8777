package align

import (
	"testing"
	"time"
)

// mapOfPair aligns takes that can be.
func mapOfPair(t *testing.T, p pair) *Map {
	t.Helper()
	m, ok := Between(p.a.features, p.b.features)
	if !ok {
		t.Fatal("not aligned")
	}
	return m
}

func TestAMapRisesAndLeadsBack(t *testing.T) {
	for _, how := range differences {
		for _, p := range pairsOf(t, lines[1], how) {
			m := mapOfPair(t, p)
			mirrored := mapOfPair(t, pair{p.b, p.a})
			back := m.Back()
			last := time.Duration(0)
			for at := -time.Second; at <= p.a.length()+time.Second; at += 7 * time.Millisecond {
				there := m.At(at)
				if there < last || there > p.b.length() {
					t.Fatalf("%s: %v is said at %v, what came before at %v, of %v", how, at, there, last, p.b.length())
				}
				last = there
			}
			for i, w := range p.a.words {
				// In the middle of a word, since around a pause one moment is many.
				at := seconds((w.from + w.to) / 2)
				near := func(a, b, most time.Duration) bool { return (a - b).Abs() <= most }
				if there := m.At(at); !near(back.At(there), at, 25*time.Millisecond) {
					t.Errorf("%s, word %d: %v leads to %v and back to %v", how, i, at, there, back.At(there))
				}
				if there := back.At(seconds(p.b.words[i].from)); !near(there, mirrored.At(seconds(p.b.words[i].from)), 50*time.Millisecond) {
					t.Errorf("%s, word %d: back it is at %v, aligned the other way round at %v", how, i, there, mirrored.At(seconds(p.b.words[i].from)))
				}
			}
		}
	}
}

func TestATakeIsAlignedWithItself(t *testing.T) {
	take := say(t, "en+lady", 1, lines[0].pausing(5))
	m := mapOfPair(t, pair{take, take})
	for at := time.Duration(0); at < take.length(); at += 13 * time.Millisecond {
		if there := m.At(at); (there-at).Abs() > 10*time.Millisecond && at < seconds(take.words[len(take.words)-1].to) {
			t.Errorf("%v is said at %v", at, there)
		}
	}
}

func TestInAPauseOfItsOwnTheOtherStandsBeforeTheNextWord(t *testing.T) {
	const after = 6
	p := pair{say(t, "en+man", 1, lines[0].pausing(after)), say(t, "en+f2", 1.1, lines[0].text)}
	m := mapOfPair(t, p)
	next := p.b.words[after].from
	for at := p.a.words[after-1].to + 0.1; at < p.a.words[after].from-0.05; at += 0.05 {
		if there := m.At(seconds(at)).Seconds(); there > next+0.02 || there < next-0.1 {
			t.Errorf("%.2f s, in the pause, is %.2f s in the other, whose next word begins at %.2f", at, there, next)
		}
	}
	// Who comes from the other at that word does not sit through the pause.
	if there, want := m.Back().At(seconds(next)).Seconds(), p.a.words[after].from; there < want-0.1 {
		t.Errorf("the word behind the pause begins at %.2f s, found at %.2f", want, there)
	}
}

func TestATakeThatWasCutIsAlignedUpToTheCut(t *testing.T) {
	whole, other := say(t, "en+lady", 1.1, lines[1].text), say(t, "en+m7", 0.9, lines[1].text)
	for _, words := range []int{4, 8, 12} {
		cut := other
		cut.words = other.words[:words]
		cut.Samples = other.Samples[:int((other.words[words].from+0.05)*espeakRate)]
		cut.features = Of(cut.Sound)
		m := mapOfPair(t, pair{whole, cut})
		for i, w := range cut.words {
			if there := m.At(seconds(whole.words[i].from)).Seconds(); there < w.from-0.1 || there > w.from+0.1 {
				t.Errorf("cut behind %d words: word %d is at %.2f s, found at %.2f", words, i, w.from, there)
			}
		}
		if there := m.At(seconds(whole.words[words+1].from)); (there - cut.length()).Abs() > 100*time.Millisecond {
			t.Errorf("cut behind %d words: what is no more said is found at %v of %v", words, there, cut.length())
		}
	}
}

func TestAskingAMapCostsNothing(t *testing.T) {
	m := mapOfPair(t, pairsOf(t, lines[0], "other speeds")[0])
	if n := testing.AllocsPerRun(100, func() { m.At(time.Second) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
