package spectrum

import "math"

// reach is how many zero crossings of the low-pass filter lie on each side of
// its middle: with 8, what lies above two thirds of the new rate is 70 dB lower.
const reach = 8

// Mono is a sound of 1 or 2 interleaved channels as one, at the lowest whole
// part of its rate that is not below least Hz; at is that rate. Its first sample
// is the moment of the sound's first. What is no number becomes silence.
func Mono(x []float32, channels, rate, least int) (y []float32, at int) {
	l := NewLower(channels, rate, least)
	return append(l.Write(x), l.Flush()...), l.Rate
}

// Lower is Mono for a sound that comes piece by piece. It belongs to one
// goroutine.
type Lower struct {
	Rate     int // of what comes out, in Hz
	channels int
	down     int
	filter   []float32 // nil where the rate stays
	waiting  []float32 // one channel, from the first sample that the next one out needs
}

// NewLower is for a sound of so many channels at a rate in Hz.
func NewLower(channels, rate, least int) *Lower {
	l := &Lower{max(1, rate), channels, 1, nil, nil}
	if rate < 1 || least < 1 || rate/least < 2 {
		return l
	}
	l.down = rate / least
	l.Rate = rate / l.down
	l.filter = lowPass(l.down)
	l.waiting = make([]float32, len(l.filter)/2)
	return l
}

// Write returns what so far can be told of the sound, which is the caller's.
func (l *Lower) Write(x []float32) (y []float32) {
	if l.channels < 1 {
		return nil
	}
	at := len(l.waiting)
	l.waiting = append(l.waiting, make([]float32, len(x)/l.channels)...)
	mix(l.waiting[at:], x, l.channels)
	if l.filter == nil {
		y, l.waiting = l.waiting, nil
		return y
	}
	y = make([]float32, 0, len(l.waiting)/l.down+1)
	from := 0
	for ; from+len(l.filter) <= len(l.waiting); from += l.down {
		y = append(y, Dot(l.filter, l.waiting[from:]))
	}
	l.waiting = append(l.waiting[:0], l.waiting[min(from, len(l.waiting)):]...)
	return y
}

// mix fills dst, which is silent, with the means of the channels; what is no number
// stays silent. The race detector leaves it out, as Dot.
//
//go:norace
func mix(dst, x []float32, channels int) {
	for i := range dst {
		sum := float32(0)
		for _, v := range x[i*channels : (i+1)*channels] {
			sum += v
		}
		if v := sum / float32(channels); v-v == 0 {
			dst[i] = v
		}
	}
}

// Flush returns what is left when the sound has ended.
func (l *Lower) Flush() []float32 {
	if l.filter == nil || l.channels < 1 {
		return nil
	}
	return l.Write(make([]float32, len(l.filter)/2*l.channels))
}

// lowPass is a sinc in a Blackman window, as loud as what goes in.
func lowPass(down int) []float32 {
	half := reach * down
	filter, sum := make([]float64, 2*half+1), 0.0
	for i := range filter {
		t := float64(i-half) / float64(down)
		w := 0.42 + 0.5*math.Cos(math.Pi*t/reach) + 0.08*math.Cos(2*math.Pi*t/reach)
		filter[i] = w
		if t != 0 {
			// A little below half the new rate, so that the slope ends near it.
			const cut = 0.9
			filter[i] *= math.Sin(math.Pi*cut*t) / (math.Pi * cut * t)
		}
		sum += filter[i]
	}
	out := make([]float32, len(filter))
	for i, v := range filter {
		out[i] = float32(v / sum)
	}
	return out
}

// Dot is the sum of the products of a and the beginning of b, which is as long
// or longer. It has four sums, so that one addition does not wait for the other.
// The race detector leaves it out: it would take thirty times as long.
//
//go:norace
func Dot(a, b []float32) float32 {
	b = b[:len(a)]
	var s0, s1, s2, s3 float32
	i := 0
	for ; i+4 <= len(a); i += 4 {
		s0 += a[i] * b[i]
		s1 += a[i+1] * b[i+1]
		s2 += a[i+2] * b[i+2]
		s3 += a[i+3] * b[i+3]
	}
	for ; i < len(a); i++ {
		s0 += a[i] * b[i]
	}
	return s0 + s1 + s2 + s3
}
