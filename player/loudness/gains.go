package loudness

import "math"

// Target is how loud candidates of a comparison are heard, in LUFS from two
// speakers: speech reaches it without passing the Ceiling, nearly always.
const Target = -18.0

// Twice is by how much one channel that is heard from two speakers is louder
// than Integrated says, in LU.
const Twice = 3.0103

// Loud is how loud a sound is.
type Loud struct {
	LUFS     float64 // from two speakers: Twice more than Integrated for one channel; -Inf where that is
	TruePeak float64 // dBTP
}

// Gains are the changes in dB that make candidates equally loud: each is as loud
// as Target, and all are lower together by as much as the peak of one would pass
// Ceiling. So one that arrives later moves none of the others, unless its peak
// is that one. What is silent or not measured yet gets 0 and moves nothing.
func Gains(of []Loud) []float64 {
	gains, lower := make([]float64, len(of)), 0.0
	for _, l := range of {
		if l.measured() {
			lower = max(lower, Target-l.LUFS+l.TruePeak-Ceiling)
		}
	}
	for i, l := range of {
		if l.measured() {
			gains[i] = Target - l.LUFS - lower
		}
	}
	return gains
}

func (l Loud) measured() bool { return !math.IsNaN(l.LUFS) && !math.IsInf(l.LUFS, 0) }
