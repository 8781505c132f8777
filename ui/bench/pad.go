package bench

import (
	"math"

	"voicestudio/presets/audition"
	"voicestudio/tts"
)

// Pad is the mixes of three voices as a triangle, or of four as a square, in dots
// a step apart. A corner is a voice alone, an edge a blend of two. On a triangle
// each mix in whole steps has its dot. A square has fewer dimensions than four
// voices: its dots are what two mixes, of the upper two and of the lower two,
// are mixed to at the same place of both.
type Pad struct {
	Voices []string
	Dots   []Dot
	step   int // percent from dot to dot along an edge
}

// Dot is one mix.
type Dot struct {
	// X and Y are 0 to 1, from the left and from above.
	X, Y   float64
	Shares []int // of Pad.Voices, in percent, whole and together 100
}

// The steps of a pad in percent: both divide 100, and so do their products.
const (
	coarse = 20
	fine   = 10
)

// NewPad is a pad of three or four voices: left, right, above of a triangle, and
// of a square above left, above right, below left, below right. For any other
// number it is nil.
func NewPad(voices []string) *Pad {
	if len(voices) != 3 && len(voices) != 4 {
		return nil
	}
	p := &Pad{Voices: voices}
	p.lay(coarse)
	return p
}

func (p *Pad) lay(step int) {
	n := 100 / step
	p.step, p.Dots = step, nil
	for row := range n + 1 {
		across := n + 1
		if p.Triangle() {
			across = row + 1
		}
		for i := range across {
			p.Dots = append(p.Dots, p.dot(row, i, n))
		}
	}
}

func (p *Pad) dot(row, i, n int) Dot {
	step := 100 / n
	if p.Triangle() {
		return Dot{X: 0.5 + (float64(i)-float64(row)/2)/float64(n), Y: float64(row) / float64(n),
			Shares: []int{(row - i) * step, i * step, (n - row) * step}}
	}
	unit := step * step // of 10,000
	return Dot{X: float64(i) / float64(n), Y: float64(row) / float64(n),
		Shares: []int{(n - i) * (n - row) * unit / 100, i * (n - row) * unit / 100, (n - i) * row * unit / 100, i * row * unit / 100}}
}

// Triangle reports a pad of three voices.
func (p *Pad) Triangle() bool { return len(p.Voices) == 3 }

// Step is how many percent lie from dot to dot along an edge.
func (p *Pad) Step() int { return p.step }

// Rows is how many rows of dots there are, and as many in the longest of them.
func (p *Pad) Rows() int { return 100/p.step + 1 }

// Finer sets the dots half as far apart; false where they are.
func (p *Pad) Finer() bool { return p.relay(fine) }

// Coarser sets them apart again; false where they are.
func (p *Pad) Coarser() bool { return p.relay(coarse) }

func (p *Pad) relay(step int) bool {
	if p.step == step {
		return false
	}
	p.lay(step)
	return true
}

// Candidate is what a dot says, speaking as base does.
func (p *Pad) Candidate(dot int, base tts.Request, host tts.HostName) audition.Candidate {
	return mixed(base, host, p.Voices, p.Dots[dot].Shares)
}

// Candidates are all dots.
func (p *Pad) Candidates(base tts.Request, host tts.HostName) []audition.Candidate {
	all := make([]audition.Candidate, len(p.Dots))
	for i := range p.Dots {
		all[i] = p.Candidate(i, base, host)
	}
	return all
}

// Nearest is the dot that is nearest to a blend's shares.
func (p *Pad) Nearest(shares []int) (dot int) {
	for i := range p.Dots {
		if apart(p.Dots[i].Shares, shares) < apart(p.Dots[dot].Shares, shares) {
			dot = i
		}
	}
	return dot
}

// Walk is the dot that an arrow leads to from another: the nearest on that side;
// dx and dy are −1, 0 or 1. Of two that are as near, up leads to the left one and
// down to the right one, so that down goes back where up has come from. At the
// edge it stays.
func (p *Pad) Walk(from, dx, dy int) (dot int) {
	at, best := p.Dots[from], math.Inf(1)
	dot = from
	for i, d := range p.Dots {
		x, y := d.X-at.X, d.Y-at.Y
		along, across := x*float64(dx)+y*float64(dy), x*math.Abs(float64(dy))+y*math.Abs(float64(dx))
		if along < nowhere || dx != 0 && math.Abs(across) > nowhere {
			continue // sideways is along the row
		}
		if way := math.Hypot(x, y) - nowhere*across*float64(dy); way < best-nowhere*nowhere {
			best, dot = way, i
		}
	}
	return dot
}

// nowhere is less than lies between any two dots.
const nowhere = 1e-4
