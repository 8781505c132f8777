package panel

import (
	"math"
	"testing"
)

// often makes the prior next to nothing beside what is counted.
func often(counts []count) (all []count) {
	const times = 1e7
	for _, c := range counts {
		all = append(all, count{c.heard, c.won * times, c.lost * times, c.tied * times})
	}
	return all
}

// The games of 1987 in baseball's American League, East, home against away, and what
// was published of them: Agresti, Categorical Data Analysis (2002), tables 10.10 and
// 10.11. Being at home is being heard first.
func TestBaseballComesOutAsItWasPublished(t *testing.T) {
	games := [7][7][2]float64{
		{{}, {4, 3}, {4, 2}, {4, 3}, {6, 1}, {4, 2}, {6, 0}},
		{{3, 3}, {}, {4, 2}, {4, 3}, {6, 0}, {6, 1}, {4, 3}},
		{{2, 5}, {4, 3}, {}, {2, 4}, {4, 3}, {4, 2}, {6, 0}},
		{{3, 3}, {5, 1}, {2, 5}, {}, {4, 3}, {4, 2}, {6, 1}},
		{{5, 1}, {2, 5}, {3, 3}, {4, 2}, {}, {5, 2}, {6, 0}},
		{{2, 5}, {3, 3}, {3, 4}, {4, 3}, {4, 2}, {}, {2, 4}},
		{{2, 5}, {1, 5}, {1, 6}, {2, 4}, {1, 6}, {3, 4}, {}},
	}
	var counts []count
	for home := range games {
		for away, won := range games[home] {
			if home != away {
				counts = append(counts, count{heard: heard{home, away}, won: won[0], lost: won[1]})
			}
		}
	}
	m := fit(7, often(counts))
	if order := m.at[8]; math.Abs(order-.302) > .0005 {
		t.Errorf("being at home comes out as %.4f, published is .302", order)
	}
	sum := 0.
	for _, strength := range m.at[:7] {
		sum += math.Exp(strength)
	}
	for team, published := range []float64{.220, .190, .164, .157, .137, .088, .044} {
		if got := math.Exp(m.at[team]) / sum; math.Abs(got-published) > .0005 {
			t.Errorf("team %d has %.4f, published is %.3f", team, got, published)
		}
	}
}

// The maximum of such a likelihood expects what was observed (Davidson 1970, section 3).
func TestTheModelExpectsTheWinsAndTiesThatThereWere(t *testing.T) {
	counts := []count{
		{heard{0, 1}, 5, 3, 2}, {heard{1, 0}, 4, 4, 0}, {heard{1, 2}, 6, 1, 3}, {heard{2, 0}, 2, 7, 1},
		{heard{2, 3}, 1, 1, 1}, {heard{3, 0}, 3, 2, 2},
	}
	m := fit(4, often(counts))
	var won, expected [4]float64
	var tied, ties, first, firsts float64
	for _, c := range counts {
		p, all := m.chances(c.heard), c.won+c.lost+c.tied
		won[c.first] += c.won + c.tied/2
		won[c.second] += c.lost + c.tied/2
		expected[c.first] += all * (p.first + p.tie/2)
		expected[c.second] += all * (p.second + p.tie/2)
		tied, ties = tied+c.tied, ties+all*p.tie
		first, firsts = first+c.won-c.lost, firsts+all*(p.first-p.second)
	}
	for clip := range won {
		if math.Abs(won[clip]-expected[clip]) > 1e-5 {
			t.Errorf("clip %d won %g, expected are %g", clip, won[clip], expected[clip])
		}
	}
	if math.Abs(tied-ties) > 1e-5 || math.Abs(first-firsts) > 1e-5 {
		t.Errorf("%g ties, expected %g; the first was ahead by %g, expected %g", tied, ties, first, firsts)
	}
}

// Of two clips that were heard in both orders as often, each as often as the other with
// the same result, the score is the part that was won.
func TestOfTwoClipsTheScoreIsThePartThatWasWon(t *testing.T) {
	m := fit(2, often([]count{{heard{0, 1}, 6, 2, 2}, {heard{1, 0}, 2, 6, 2}}))
	if score, _ := m.score(0); math.Abs(score-.7) > 1e-6 {
		t.Errorf("6 of 10 and 2 ties make %g", score)
	}
	if order := m.at[3]; math.Abs(order) > 1e-6 {
		t.Errorf("an order effect of %g where there is none", order)
	}
	// 8:2 one way says lead and order are log 4 together, 5:5 the other that they are equal.
	m = fit(2, often([]count{{heard{0, 1}, 8, 2, 0}, {heard{1, 0}, 5, 5, 0}}))
	if lead, order := m.at[0]-m.at[1], m.at[3]; math.Abs(lead-math.Log(2)) > 1e-5 || math.Abs(order-math.Log(2)) > 1e-5 {
		t.Errorf("a lead of %g and an order of %g, both are log 2", lead, order)
	}
}

// The slopes that intervals are made of are those of the score.
func TestTheScoresSlopeIsItsChange(t *testing.T) {
	m := model{clips: 3, at: []float64{.4, -.9, .5, -.3, .2}}
	for clip := range 3 {
		_, slope := m.score(clip)
		for i := range m.at {
			const step = 1e-6
			up, down := model{clips: 3, at: append([]float64{}, m.at...)}, model{clips: 3, at: append([]float64{}, m.at...)}
			up.at[i] += step
			down.at[i] -= step
			a, _ := up.score(clip)
			b, _ := down.score(clip)
			if got := (a - b) / (2 * step); math.Abs(got-slope[i]) > 1e-8 {
				t.Errorf("clip %d, parameter %d: %g, not %g", clip, i, slope[i], got)
			}
		}
	}
}

func TestTheFitArrivesWhateverTheVotes(t *testing.T) {
	for name, counts := range map[string][]count{
		"none":                  nil,
		"one":                   {{heard{0, 1}, 1, 0, 0}},
		"all ties":              {{heard{0, 1}, 0, 0, 9000}, {heard{1, 2}, 0, 0, 9000}},
		"always one":            {{heard{0, 1}, 1e6, 0, 0}, {heard{2, 0}, 0, 1e6, 0}},
		"always the first":      {{heard{0, 1}, 9000, 0, 0}, {heard{1, 0}, 9000, 0, 0}},
		"two that never met":    {{heard{0, 1}, 50, 1, 3}, {heard{2, 3}, 0, 2000, 0}},
		"each better than next": {{heard{0, 1}, 1e5, 0, 0}, {heard{1, 2}, 1e5, 0, 0}, {heard{2, 3}, 1e5, 0, 0}, {heard{3, 0}, 1, 0, 1}},
	} {
		m := fit(4, counts)
		_, slope := m.look(withPrior(4, counts))
		for i, s := range slope {
			if !(math.Abs(s) < 1e-5) {
				t.Errorf("%s: parameter %d at %g has the slope %g", name, i, m.at[i], s)
			}
		}
	}
}
