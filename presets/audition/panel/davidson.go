package panel

import (
	"maps"
	"math"
	"slices"
)

// The model is Davidson's (JASA 65, 1970) with an order of hearing (Davidson and
// Beaver, Biometrics 33, 1977). Of two clips with strengths a and b the first heard
// wins with weight √(ao/b), the second with √(b/ao), and neither with a weight t that
// all pairs share; o is the advantage of being heard first. The parameters are the
// logarithms: of the strengths, then of t, then of o. In them the likelihood is
// concave.
type model struct {
	clips int
	at    []float64
	curve [][]float64 // the negated second derivative of the log-likelihood, prior included
}

// prior is how many votes each clip begins with: spread evenly over the others, both
// orders and all three answers. It keeps every estimate finite and joins clips that
// no vote joins. Less than Jeffreys' one for a single proportion: of those that were
// tried in the lab (.5 to 3), it kept the intervals best to their level.
const prior = .7

// chances are those of the three answers.
type chances struct{ first, second, tie float64 }

// chancesOf are those where the first is ahead by so much, its order included.
func chancesOf(ahead, ties float64) chances {
	top := max(math.Abs(ahead)/2, ties) // so that nothing overflows
	first, second, tie := math.Exp(ahead/2-top), math.Exp(-ahead/2-top), math.Exp(ties-top)
	sum := first + second + tie
	return chances{first / sum, second / sum, tie / sum}
}

// lead is half of how much more often the first wins than the second.
func (c chances) lead() float64 { return (c.first - c.second) / 2 }

// curve is how lead changes with ahead, how it changes with ties, and how the chance
// of a tie changes with ties.
func (c chances) curve() (ahead, both, ties float64) {
	lead := c.lead()
	return (c.first+c.second)/4 - lead*lead, -lead * c.tie, c.tie * (1 - c.tie)
}

// heard are two clips in the order in which they were heard.
type heard struct{ first, second int }

// count is how the answers about two clips in one order came out.
type count struct {
	heard
	won, lost, tied float64 // by the first
}

// tally counts votes, in an order that does not depend on theirs.
func tally(votes []Vote) []count {
	counts := map[heard]count{}
	for _, v := range votes {
		h := heard{v.First, v.A + v.B - v.First}
		c := counts[h]
		c.heard = h
		switch won, decided := v.won(); {
		case !decided:
			c.tied++
		case won == h.first:
			c.won++
		default:
			c.lost++
		}
		counts[h] = c
	}
	return sorted(counts)
}

func sorted(counts map[heard]count) []count {
	return slices.SortedFunc(maps.Values(counts), func(a, b count) int {
		return slices.Compare([]int{a.first, a.second}, []int{b.first, b.second})
	})
}

// withPrior adds the votes that everything begins with.
func withPrior(clips int, votes []count) []count {
	counts := map[heard]count{}
	for _, c := range votes {
		counts[c.heard] = c
	}
	each := prior / float64(max(clips-1, 1)) / 6
	for i := range clips {
		for j := range clips {
			if h := (heard{i, j}); i != j {
				c := counts[h]
				counts[h] = count{h, c.won + each, c.lost + each, c.tied + each}
			}
		}
	}
	return sorted(counts)
}

// fit is the model under which votes are likeliest, by Newton's steps, shortened while
// they lead down. Concave, with the prior strictly: they always arrive.
func fit(clips int, votes []count) model {
	const steps, near = 200, 1e-10
	counts := withPrior(clips, votes)
	m := model{clips: clips, at: make([]float64, clips+2)}
	value, slope := m.look(counts)
	for range steps {
		step := solve(m.curve, slope)
		next, higher, rest := m, value, slope
		for scale := 1.; scale > 1e-9; scale /= 2 {
			tried := model{clips: clips, at: make([]float64, len(m.at))}
			for i := range m.at {
				tried.at[i] = m.at[i] + scale*step[i]
			}
			v, s := tried.look(counts)
			// So near the top the digits of the value tell no longer what is higher.
			if v > value || dot(step, slope) < near {
				next, higher, rest = tried, v, s
				break
			}
		}
		done := dot(step, slope) < near || higher <= value
		m, value, slope = next, higher, rest
		if done {
			break
		}
	}
	return m
}

// look is the log-likelihood of counts and its slope; it sets curve.
func (m *model) look(counts []count) (value float64, slope []float64) {
	n := len(m.at)
	slope, m.curve = make([]float64, n), make([][]float64, n)
	for i := range n {
		m.curve[i] = make([]float64, n)
	}
	ties, order := n-2, n-1
	for _, c := range counts {
		p := m.chances(c.heard)
		all := c.won + c.lost + c.tied
		value += c.won*math.Log(p.first) + c.lost*math.Log(p.second) + c.tied*math.Log(p.tie)
		ahead, tied := c.beyond(p)
		slope[ties] += tied
		aa, at, tt := p.curve()
		m.curve[ties][ties] += all * tt
		sides := [...]int{c.first, c.second, order}
		signs := [...]float64{1, -1, 1}
		for a, i := range sides {
			slope[i] += signs[a] * ahead
			m.curve[i][ties] += signs[a] * all * at
			m.curve[ties][i] += signs[a] * all * at
			for b, j := range sides {
				m.curve[i][j] += signs[a] * signs[b] * all * aa
			}
		}
	}
	// Only differences of strengths mean something: their sum is held at nothing.
	sum := 0.
	for _, strength := range m.at[:m.clips] {
		sum += strength
	}
	value -= sum * sum / 2
	for i := range m.clips {
		slope[i] -= sum
		for j := range m.clips {
			m.curve[i][j]++
		}
	}
	return value, slope
}

func (m model) chances(h heard) chances {
	n := len(m.at)
	return chancesOf(m.at[h.first]-m.at[h.second]+m.at[n-1], m.at[n-2])
}

// beyond is by how much the answers went beyond what was expected: half of the first's
// wins less the second's, and ties.
func (c count) beyond(p chances) (ahead, tied float64) {
	all := c.won + c.lost + c.tied
	return (c.won-c.lost)/2 - all*p.lead(), c.tied - all*p.tie
}

// solve is x of ax = b by Cholesky's factors; a is symmetric and positive definite.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	l, x := make([][]float64, n), make([]float64, n)
	for i := range n {
		l[i] = make([]float64, i+1)
		for j := range i + 1 {
			sum := a[i][j] - dot(l[i][:j], l[j][:j])
			if i == j {
				l[i][i] = math.Sqrt(max(sum, 1e-300)) // rounding can take it below
			} else {
				l[i][j] = sum / l[j][j]
			}
		}
		x[i] = (b[i] - dot(l[i][:i], x[:i])) / l[i][i]
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			x[i] -= l[k][i] * x[k]
		}
		x[i] /= l[i][i]
	}
	return x
}

func dot(a, b []float64) float64 {
	sum := 0.
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}
