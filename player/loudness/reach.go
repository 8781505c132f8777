package loudness

import (
	"errors"
	"fmt"
	"math"
)

const (
	// Ceiling is the true peak beyond which no gain lifts a sound, in dBTP: EBU
	// R 128's.
	Ceiling = -1.0
	// mostLimiting is how far a limiter may lower the highest peak, in dB.
	// Beyond that, limiting is audible in speech as pumping.
	mostLimiting = 8.0
	// margin is how much higher meters that oversample more often may read than
	// this one, in dB.
	margin = 0.1
	// near is how closely a loudness is reached, in LU: half of the step in
	// which meters show it.
	near = 0.05
	// leastSlope is the least that a dB of gain is taken to bring, in LU, so that
	// no round goes too far.
	leastSlope = 0.3
)

// ErrUnmeasurable is returned for what has no loudness: no 400 ms of it are
// louder than -70 LUFS.
var ErrUnmeasurable = errors.New("it is silent, or shorter than 0.4 s, and has no loudness to change")

// TooLoudError says that a loudness cannot be reached without audible limiting.
type TooLoudError struct {
	// Most can be reached, in LUFS.
	Most float64
}

func (e *TooLoudError) Error() string {
	return fmt.Sprintf("at %g dBTP it can be made no louder than %.1f LUFS without more than %g dB of limiting", Ceiling, e.Most, mostLimiting)
}

// Reached is what Reach has made.
type Reached struct {
	LUFS, TruePeak float64 // LUFS, dBTP
	Gain           float64 // of all of it, in dB
	Limiting       float64 // by how much its highest peak was lowered then, in dB
}

// Reach makes interleaved frames as loud as a target in LUFS, by one gain and,
// where peaks would pass Ceiling then, a limiter. x is unchanged when there is
// an error: ErrUnmeasurable or a *TooLoudError.
func Reach(x []float32, rate, channels int, target float64) (Reached, error) {
	m := NewMeter(rate)
	m.Write(x, channels)
	was := m.Integrated()
	if math.IsInf(was, -1) {
		return Reached{}, ErrUnmeasurable
	}
	most := Ceiling - margin + mostLimiting - Decibels(m.TruePeak())
	inner, gain := Ceiling-margin, target-was
	var r Reached
	// What the limiter takes from the loudness is given back by more gain, as
	// much more as the last round shows that it takes; a few suffice.
	last, slope := Reached{LUFS: was}, 1.0 // the one before, LU for each dB
	for range 20 {
		gain = min(gain, most)
		r = attempt(x, rate, channels, gain, inner, func(part []float32, _ int) {})
		missing := target - r.LUFS
		switch over := r.TruePeak - (Ceiling - margin); {
		case over > 0.001:
			// The ramps have moved what is between the samples.
			inner -= over
			continue
		case math.Abs(missing) <= near:
			attempt(x, rate, channels, gain, inner, func(part []float32, at int) { copy(x[at:], part) })
			return r, nil
		case missing > 0 && gain == most:
			return Reached{}, &TooLoudError{Most: r.LUFS}
		}
		if more := gain - last.Gain; math.Abs(more) > near {
			slope = min(max((r.LUFS-last.LUFS)/more, leastSlope), 1)
		}
		last = r
		gain += missing / slope
	}
	return Reached{}, &TooLoudError{Most: r.LUFS}
}

// attempt gives the sound with a gain and below a ceiling, both in dB, to sink,
// part by part with its place in x, and measures it.
func attempt(x []float32, rate, channels int, gain, ceiling float64, sink func(part []float32, at int)) Reached {
	m := NewMeter(rate)
	k := Amplitude(gain)
	part := make([]float32, 0, 1024*channels)
	at, least := 0, float32(1)
	flush := func() {
		m.Write(part, channels)
		sink(part, at)
		at, part = at+len(part), part[:0]
	}
	for g := range (limiter{x, rate, channels, Amplitude(ceiling) / k}).gains() {
		least = min(least, g)
		f := float32(k) * g
		for range channels {
			part = append(part, x[at+len(part)]*f)
		}
		if len(part) == cap(part) {
			flush()
		}
	}
	flush()
	return Reached{m.Integrated(), Decibels(m.TruePeak()), gain, max(0, -Decibels(float64(least)))}
}
