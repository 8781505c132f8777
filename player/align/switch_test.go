package align

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

// pair are two takes of one text.
type pair struct{ a, b take }

// differences are how takes on a bench differ.
var differences = []string{"other voices", "the sandbox's voices", "other speeds", "an added pause"}

// pairsOf are takes of a line that differ so.
func pairsOf(t testing.TB, l line, how string) []pair {
	said := func(voice string, speed float64, text string) take {
		return say(t, l.language+"+"+voice, speed, text)
	}
	return map[string]func() []pair{
		"other voices": func() []pair {
			return []pair{{said("m3", 1, l.text), said("f2", 1, l.text)}, {said("f5", 1, l.text), said("croak", 1, l.text)}}
		},
		"the sandbox's voices": func() []pair {
			return []pair{{said("girl", 1, l.text), said("man", 1, l.text)}, {said("half", 1, l.text), said("lady", 1, l.text)}}
		},
		"other speeds": func() []pair {
			return []pair{{said("m3", 1, l.text), said("m3", 0.8, l.text)}, {said("f2", 1.25, l.text), said("m7", 0.8, l.text)}}
		},
		"an added pause": func() []pair {
			return []pair{{said("m3", 1, l.text), said("f2", 1, l.pausing(4))}, {said("half", 0.8, l.pausing(9)), said("man", 1.25, l.pausing(12))}}
		},
	}[how]()
}

func seconds(s float64) time.Duration { return time.Duration(s * float64(time.Second)) }

func (t take) length() time.Duration {
	return seconds(float64(len(t.Samples)/t.Channels) / float64(t.Rate))
}

// wordAt is the word that is said at a moment, or was the last to be.
func (t take) wordAt(at time.Duration) (n int) {
	for n < len(t.words)-1 && seconds(t.words[n+1].from) <= at {
		n++
	}
	return n
}

// moments are places in the words of a take, by lot.
func (t take) moments(rnd *rand.Rand, n int) (list []time.Duration) {
	total := 0.0
	for _, w := range t.words {
		total += w.to - w.from
	}
	for range n {
		at := rnd.Float64() * total
		for _, w := range t.words {
			if at < w.to-w.from {
				list = append(list, seconds(w.from+at))
				break
			}
			at -= w.to - w.from
		}
	}
	return list
}

// score is how well the moments of one take were found in another.
type score struct {
	places, same int
	starts       []float64 // ms that each word's start is off
}

// of looks at so many places of a pair, and at where its words begin.
func (s *score) of(p pair, at func(time.Duration) time.Duration, rnd *rand.Rand, places int) {
	for _, m := range p.a.moments(rnd, places) {
		s.places++
		if p.a.wordAt(m) == p.b.wordAt(at(m)) {
			s.same++
		}
	}
	for i, w := range p.a.words {
		s.starts = append(s.starts, math.Abs(at(seconds(w.from)).Seconds()-p.b.words[i].from)*1000)
	}
	slices.Sort(s.starts)
}

func (s score) share() float64         { return float64(s.same) / float64(s.places) }
func (s score) start(part int) float64 { return s.starts[len(s.starts)*part/100] }
func (s score) String() string {
	return fmt.Sprintf("the same word at %.1f %% of %d places; a word's start is off by %.0f ms (median), %.0f (p95), %.0f (most)", 100*s.share(), s.places, s.start(50), s.start(95), s.starts[len(s.starts)-1])
}

func fraction(p pair) func(time.Duration) time.Duration {
	return func(t time.Duration) time.Duration {
		return time.Duration(float64(t) / float64(p.a.length()) * float64(p.b.length()))
	}
}

func TestASwitchLandsInTheSameWord(t *testing.T) {
	rnd := rand.New(rand.NewPCG(13, 1))
	for _, how := range differences {
		var aligned, divided score
		for _, l := range lines {
			pairs := pairsOf(t, l, how)
			for i, p := range pairs {
				m, ok := Between(p.a.features, p.b.features)
				if !ok || len(p.a.words) != len(p.b.words) {
					t.Fatalf("%s, pair %d of %q: not aligned (%d and %d words)", how, i, l.text[:20], len(p.a.words), len(p.b.words))
				}
				places := 1 + 1000/len(pairs)/len(lines)
				aligned.of(p, m.At, rnd, places)
				divided.of(p, fraction(p), rnd, places)
			}
		}
		t.Logf("%s: %v\n  by the fraction: %v", how, aligned, divided)
		if aligned.share() < 0.95 || aligned.start(50) > 40 || aligned.start(95) > 120 {
			t.Errorf("%s: %v; want 95 %%, 40 and 120 ms", how, aligned)
		}
	}
}
