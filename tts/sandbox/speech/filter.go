package speech

import "math"

// processor changes samples in place and keeps its state between pieces.
type processor interface{ process(x []float32) }

type chain []processor

func (c chain) process(x []float32) {
	for _, p := range c {
		p.process(x)
	}
}

// biquad is a second-order filter after R. Bristow-Johnson's Audio EQ Cookbook.
type biquad struct{ b0, b1, b2, a1, a2, z1, z2 float64 }

func (q *biquad) process(x []float32) {
	for i, s := range x {
		in := float64(s)
		y := q.b0*in + q.z1
		q.z1 = q.b1*in - q.a1*y + q.z2
		q.z2 = q.b2*in - q.a2*y
		x[i] = float32(y)
	}
}

func newBiquad(b0, b1, b2, a0, a1, a2 float64) *biquad {
	return &biquad{b0: b0 / a0, b1: b1 / a0, b2: b2 / a0, a1: a1 / a0, a2: a2 / a0}
}

func angle(hz float64) (cos, sin float64) {
	w := 2 * math.Pi * hz / engineRate
	return math.Cos(w), math.Sin(w)
}

func lowPass(hz, q float64) *biquad {
	c, s := angle(hz)
	a := s / (2 * q)
	return newBiquad((1-c)/2, 1-c, (1-c)/2, 1+a, -2*c, 1-a)
}

func highPass(hz, q float64) *biquad {
	c, s := angle(hz)
	a := s / (2 * q)
	return newBiquad((1+c)/2, -(1 + c), (1+c)/2, 1+a, -2*c, 1-a)
}

// bandPass has 0 dB at its peak.
func bandPass(hz, q float64) *biquad {
	c, s := angle(hz)
	a := s / (2 * q)
	return newBiquad(a, 0, -a, 1+a, -2*c, 1-a)
}

func peak(hz, q, dB float64) *biquad {
	g := math.Pow(10, dB/40)
	c, s := angle(hz)
	a := s / (2 * q)
	return newBiquad(1+a*g, -2*c, 1-a*g, 1+a/g, -2*c, 1-a/g)
}

func lowShelf(hz, dB float64) *biquad {
	g := math.Pow(10, dB/40)
	c, s := angle(hz)
	r := math.Sqrt(2*g) * s // slope 1
	return newBiquad(
		g*((g+1)-(g-1)*c+r), 2*g*((g-1)-(g+1)*c), g*((g+1)-(g-1)*c-r),
		(g+1)+(g-1)*c+r, -2*((g-1)+(g+1)*c), (g+1)+(g-1)*c-r)
}

func highShelf(hz, dB float64) *biquad {
	g := math.Pow(10, dB/40)
	c, s := angle(hz)
	r := math.Sqrt(2*g) * s
	return newBiquad(
		g*((g+1)+(g-1)*c+r), -2*g*((g-1)+(g+1)*c), g*((g+1)+(g-1)*c-r),
		(g+1)-(g-1)*c+r, 2*((g-1)-(g+1)*c), (g+1)-(g-1)*c-r)
}

type gain float32

func (g gain) process(x []float32) {
	for i := range x {
		x[i] *= float32(g)
	}
}

func decibels(dB float64) gain { return gain(math.Pow(10, dB/20)) }

// limiterCeiling leaves room for what resampling and mp3 add to a peak.
const limiterCeiling = 0.97

// limiter follows the peaks: at once upwards, over 80 ms down. Its output
// never exceeds limiterCeiling.
type limiter struct{ envelope float64 }

var limiterRelease = math.Exp(-1 / (0.08 * engineRate))

func (l *limiter) process(x []float32) {
	for i, s := range x {
		a := math.Abs(float64(s))
		if a > l.envelope {
			l.envelope = a
		} else {
			l.envelope = a + (l.envelope-a)*limiterRelease
		}
		if l.envelope > limiterCeiling {
			x[i] = float32(float64(s) * limiterCeiling / l.envelope)
		}
	}
}

// noise is white in -1..1 and always the same: a linear congruential generator
// with the constants of Numerical Recipes.
type noise uint32

func (n *noise) next() float64 {
	*n = *n*1664525 + 1013904223
	return float64(*n>>8)/(1<<23) - 1
}
