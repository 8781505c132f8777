package measure

import (
	"math"

	"voicestudio/player/spectrum"
)

// The pitch is looked for as in YIN (de Cheveigné and Kawahara 2002, doi
// 10.1121/1.1458024), and of what a frame may be, a path chooses, as in Praat
// (Boersma 1993), whose costs these are: what differs by one from the normalised
// difference is the correlation.
const (
	floorHz, ceilingHz = 75.0, 500.0
	// unvoicedCost is how much of a period's difference is no voice any more.
	unvoicedCost = 0.55
	// octaveCost for each octave down: of equals the higher is the voice.
	octaveCost = 0.02
	// jumpCost for each octave from one frame to the next, and that of a voice
	// that begins or ends.
	jumpCost, turnCost = 0.35, 0.14
	// quiet is how far below the loudest moments there is no voice, in dB;
	// before that it costs more, step by step.
	quiet = 35.0
	// most candidates of a frame.
	most = 5
)

// candidate is one period that a frame may have.
type candidate struct {
	hz   float32 // 0 is none: no voice
	cost float32
}

// pitches are what the frames of a sound may have for a pitch.
type pitches struct {
	rate              float64
	window            int // samples that are compared with those of a period later
	shortest, longest int // period, in samples
	all               [][most]candidate
	d                 []float64 // normalised difference by period
}

func newPitches(rate int) pitches {
	p := pitches{rate: float64(rate)}
	p.shortest = int(p.rate / ceilingHz * 0.98)
	p.longest = int(math.Ceil(p.rate / floorHz * 1.02))
	// With the period, three of the lowest voice are seen, as Praat does.
	p.window = int(2 * p.rate / floorHz)
	p.d = make([]float64, p.longest+2)
	return p
}

// add finds the candidates of a frame.
func (p *pitches) add(x []float32) {
	var found [most]candidate
	defer func() { p.all = append(p.all, found) }()
	w := p.window
	first := float64(spectrum.Dot(x[:w], x))
	if first/float64(w) < 1e-9 { // -90 dB
		return
	}
	second, sum := first, 0.0
	p.d[0] = 1
	for t := 1; t < len(p.d); t++ {
		second += float64(x[w+t-1]*x[w+t-1]) - float64(x[t-1]*x[t-1])
		difference := max(0, first+second-2*float64(spectrum.Dot(x[:w], x[t:])))
		sum += difference
		p.d[t] = 1
		if sum > 0 {
			p.d[t] = difference * float64(t) / sum
		}
	}
	n := 0
	for t := p.shortest; t <= p.longest; t++ {
		before, here, after := p.d[t-1], p.d[t], p.d[t+1]
		if here > before || here >= after {
			continue
		}
		// The bottom of the parabola through the three.
		shift, bend := 0.0, before-2*here+after
		if bend > 0 {
			shift = (before - after) / (2 * bend)
		}
		hz := p.rate / (float64(t) + shift)
		cost := here - (before-after)*shift/4 + octaveCost*math.Log2(ceilingHz/hz)
		if cost >= unvoicedCost+turnCost {
			continue
		}
		next := candidate{float32(hz), float32(cost)}
		if n < most {
			found[n] = next
			n++
			continue
		}
		worst := 0
		for i, c := range found {
			if c.cost > found[worst].cost {
				worst = i
			}
		}
		if next.cost < found[worst].cost {
			found[worst] = next
		}
	}
}

// path is the cheapest way through the candidates of all frames.
func (p *pitches) path(of *speech) voice {
	loudest := of.threshold + belowLoud
	type step struct {
		hz, cost float64
		from     int
	}
	steps := make([][most + 1]step, len(p.all)) // the last is no voice
	for i := range p.all {
		faint := max(0, loudest-of.loud[min(i, len(of.loud)-1)]-quiet/2) / (quiet / 2)
		for k := range steps[i] {
			s := &steps[i][k]
			s.cost = unvoicedCost
			if k < most {
				c := p.all[i][k]
				s.hz, s.cost = float64(c.hz), float64(c.cost)+faint*unvoicedCost
				if c.hz == 0 {
					s.cost = math.Inf(1)
					continue
				}
			}
			if i == 0 {
				continue
			}
			best := math.Inf(1)
			for from, b := range steps[i-1] {
				cost := b.cost
				switch {
				case math.IsInf(cost, 1):
					continue
				case b.hz > 0 && s.hz > 0:
					cost += jumpCost * math.Abs(math.Log2(b.hz/s.hz))
				case b.hz > 0 || s.hz > 0:
					cost += turnCost
				}
				if cost < best {
					best, s.from = cost, from
				}
			}
			s.cost += best
		}
	}
	hz := make(voice, len(steps))
	at := most
	if len(steps) > 0 {
		for k, s := range steps[len(steps)-1] {
			if s.cost < steps[len(steps)-1][at].cost {
				at = k
			}
		}
	}
	for i := len(steps) - 1; i >= 0; i-- {
		hz[i] = steps[i][at].hz
		at = steps[i][at].from
	}
	return hz
}
