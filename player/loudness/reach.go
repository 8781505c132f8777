package loudness

import (
	"iter"
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
var ErrUnmeasurable error = sentinel{&say.unmeasurable}

// Quietest is the least loudness, in LUFS, that any sound can be brought to: below it,
// parts that count are no longer louder than -70 LUFS, and BS.1770 leaves them out.
const Quietest = -60

// ErrTooQuiet says that a loudness below Quietest cannot be told of the sound.
var ErrTooQuiet error = sentinel{&say.tooQuiet}

// TooLoudError says that a loudness cannot be reached without audible limiting.
type TooLoudError struct {
	// Most can be reached, in LUFS, below Ceiling, in dBTP.
	Most, Ceiling float64
}

func (e *TooLoudError) Error() string {
	return say.tooLoud(e.Ceiling, e.Most, mostLimiting)
}

// Reached is how a sound becomes as loud as asked for, and how loud that is.
type Reached struct {
	LUFS, TruePeak float64 // LUFS, dBTP
	Gain           float64 // of all of it, in dB
	Limiting       float64 // by how much its highest peak is lowered then, in dB

	rate, channels int
	ceiling        float64 // of the limiter, in dB
}

// Reach finds how a sound becomes as loud as a target in LUFS, by one gain and,
// where peaks would pass a ceiling in dBTP then, a limiter. The sound is pieces of whole
// interleaved frames and is gone through several times; none of it is held. The
// error is ErrUnmeasurable, ErrTooQuiet or a *TooLoudError.
func Reach(sound iter.Seq[[]float32], rate, channels int, target, ceiling float64) (Reached, error) {
	m := NewMeter(rate)
	for x := range sound {
		m.Write(x, channels)
	}
	was := m.Integrated()
	if math.IsInf(was, -1) {
		return Reached{}, ErrUnmeasurable
	}
	most := ceiling - margin + mostLimiting - Decibels(m.TruePeak())
	r := Reached{Gain: target - was, rate: rate, channels: channels, ceiling: ceiling - margin}
	// What the limiter takes from the loudness is given back by more gain, as
	// much more as the last round shows that it takes; a few suffice.
	last, slope := Reached{LUFS: was}, 1.0 // the one before, LU for each dB
	for range 20 {
		r.Gain = min(r.Gain, most)
		r.measure(sound)
		if math.IsInf(r.LUFS, -1) {
			return Reached{}, ErrTooQuiet
		}
		missing := target - r.LUFS
		switch over := r.TruePeak - (ceiling - margin); {
		case over > 0.001:
			// The ramps have moved what is between the samples.
			r.ceiling -= over
			continue
		case math.Abs(missing) <= near:
			return r, nil
		case missing > 0 && r.Gain == most:
			return Reached{}, &TooLoudError{Most: r.LUFS, Ceiling: ceiling}
		}
		if more := r.Gain - last.Gain; math.Abs(more) > near {
			slope = min(max((r.LUFS-last.LUFS)/more, leastSlope), 1)
		}
		last = r
		r.Gain += missing / slope
	}
	if target < Quietest {
		return Reached{}, ErrTooQuiet
	}
	return Reached{}, &TooLoudError{Most: r.LUFS, Ceiling: ceiling}
}

// measure tells how loud a sound becomes.
func (r *Reached) measure(sound iter.Seq[[]float32]) {
	m, least := NewMeter(r.rate), float32(1)
	for x := range r.made(sound, &least) {
		m.Write(x, r.channels)
	}
	r.LUFS, r.TruePeak, r.Limiting = m.Integrated(), Decibels(m.TruePeak()), max(0, -Decibels(float64(least)))
}

// Of is the sound as it has been reached, in pieces of whole frames; each is the
// receiver's until the next. By then the pieces it is made of have been read.
func (r Reached) Of(sound iter.Seq[[]float32]) iter.Seq[[]float32] {
	return r.made(sound, new(float32))
}

// made is Of; least becomes the least factor of the limiter.
func (r Reached) made(sound iter.Seq[[]float32], least *float32) iter.Seq[[]float32] {
	return func(yield func([]float32) bool) {
		k := Amplitude(r.Gain)
		part := make([]float32, 0, 1024*r.channels)
		for frame, g := range (limiter{r.rate, r.channels, Amplitude(r.ceiling) / k}).gains(sound) {
			*least = min(*least, g)
			f := float32(k) * g
			for _, v := range frame {
				part = append(part, v*f)
			}
			if len(part) == cap(part) {
				if !yield(part) {
					return
				}
				part = part[:0]
			}
		}
		if len(part) > 0 {
			yield(part)
		}
	}
}
