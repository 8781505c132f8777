package page

import (
	"math"
	"time"
)

// Mark is a place of a clip by its shape, from which the page finds how much later
// a browser decodes it: decoders differ in how much of an encoder's delay they
// leave in. The zero value is no mark: of silence.
type Mark struct {
	At time.Duration
	// Shape is how loud each half millisecond from At on is: the square root of its
	// RMS, 255 the loudest. sound.js computes the same.
	Shape []byte
}

const (
	markStep   = 500 * time.Microsecond
	markLength = 300 * time.Millisecond
	markBefore = 60 * time.Millisecond // of it is before the onset, so that the rise is in it
	// onset is the part of the loudest moment's power at which speech has begun:
	// -20 dB, well above breath and noise.
	onset = 0.01
)

// MarkOf is the mark of decoded audio, interleaved: where it first gets loud.
func MarkOf(samples []float32, channels, rate int) Mark {
	if channels < 1 || rate < 1 {
		return Mark{}
	}
	powers := powersOf(samples, channels, rate)
	at := max(0, onsetOf(powers)-int(markBefore/markStep))
	powers = powers[at:min(len(powers), at+int(markLength/markStep))]
	var most float64
	for _, p := range powers {
		most = max(most, p)
	}
	if most == 0 {
		return Mark{}
	}
	m := Mark{At: time.Duration(at) * markStep, Shape: make([]byte, len(powers))}
	for i, p := range powers {
		m.Shape[i] = byte(math.Round(255 * math.Pow(p/most, 0.25)))
	}
	return m
}

// powersOf are the mean squares of each step, of all channels as one.
func powersOf(samples []float32, channels, rate int) (powers []float64) {
	frames := len(samples) / channels
	edge := func(step int) int {
		return int(math.Round(float64(step) * markStep.Seconds() * float64(rate)))
	}
	for step := 0; edge(step+1) <= frames; step++ {
		from, to := edge(step), edge(step+1)
		var sum float64
		for f := from; f < to; f++ {
			var x float64
			for _, s := range samples[f*channels : (f+1)*channels] {
				x += float64(s)
			}
			sum += x * x
		}
		powers = append(powers, sum/float64(max(1, to-from)))
	}
	return powers
}

// onsetOf is the first step of the first 10 ms that are loud.
func onsetOf(powers []float64) int {
	const window = int(10 * time.Millisecond / markStep)
	smooth := make([]float64, max(0, len(powers)-window+1))
	var sum, most float64
	for i, p := range powers {
		if sum += p; i >= window {
			sum -= powers[i-window]
		}
		if i >= window-1 {
			smooth[i-window+1] = sum
			most = max(most, sum)
		}
	}
	for i, p := range smooth {
		if p >= onset*most && most > 0 {
			return i
		}
	}
	return 0
}
