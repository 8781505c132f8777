package tune

import (
	"math"

	"voicestudio/tts"
)

// What cannot be told apart: a tempo 5 % faster is just noticed (Quené 2007), a
// change of pitch matters in speech from a semitone or two ('t Hart 1981); the
// others are the studio's own smallest step that somebody may hear.
const (
	apartSpeed  = 1.05 // a ratio
	apartPitch  = 1    // semitones
	apartPoints = 10   // of voice_modify, and percent of a blend
)

// scale is how the values of an axis lie between its ends.
type scale struct {
	low, high float64 // its ends, legal values
	grid      float64 // values are multiples of it
	ratio     bool    // equal steps are equal ratios
	apart     float64 // the smallest step that can be told, in places
}

func scaleOf(a Axis, r tts.Request) scale {
	if a.Group() == Weights {
		s := scale{low: 1, high: 100 - float64(max(1, len(r.TimbreWeights)-1)), grid: 1}
		s.apart = apartPoints / (s.high - s.low)
		return s
	}
	s := scale{low: fields[a].Min, high: fields[a].Max, grid: fields[a].Step}
	switch a {
	case Speed:
		// The form's step of .05 is coarser than 5 % of a slow voice.
		s.grid, s.ratio = .01, true
		s.apart = math.Log(apartSpeed) / math.Log(s.high/s.low)
	case Pitch:
		s.apart = apartPitch / (s.high - s.low)
	default:
		s.apart = apartPoints / (s.high - s.low)
	}
	return s
}

// place is where a value lies, 0 to 1. A value outside, as a share of less than
// half a percent, lies at the end.
func (s scale) place(value float64) float64 {
	value = min(max(value, s.low), s.high)
	if s.ratio {
		return math.Log(value/s.low) / math.Log(s.high/s.low)
	}
	return (value - s.low) / (s.high - s.low)
}

// value is the legal value nearest to a place.
func (s scale) value(place float64) float64 {
	v := s.low + place*(s.high-s.low)
	if s.ratio {
		v = s.low * math.Pow(s.high/s.low, place)
	}
	return s.legal(v)
}

// legal is the legal value nearest to another one.
func (s scale) legal(v float64) float64 {
	return min(max(math.Round(v/s.grid)/math.Round(1/s.grid), s.low), s.high)
}

// aside is the value that a step leads to from another one: one further where
// rounding would bring it so near that they could not be told apart. False: the
// axis ends before.
func (s scale) aside(from, step float64) (value float64, told bool) {
	value = s.value(s.place(from) + step)
	if !s.told(from, value) {
		value = s.legal(value + math.Copysign(s.grid, step))
	}
	return value, s.told(from, value)
}

// rounding is less than lies between two values, in places.
const rounding = 1e-9

// told reports whether two values can be told apart.
func (s scale) told(a, b float64) bool {
	return math.Abs(s.place(a)-s.place(b)) >= s.apart-rounding
}
