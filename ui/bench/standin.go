package bench

import "math"

// Loud is how loud a sound is: in LUFS from two speakers, -Inf where it is silent,
// and its true peak in dBTP.
type Loud struct{ LUFS, TruePeak float64 }

// gainsOf are the changes in dB by which all are as loud as target, lowered
// together where the peak of one would pass ceiling.
func gainsOf(of []Loud) []float64 {
	const target, ceiling = -18.0, -1.0
	gains, lower := make([]float64, len(of)), 0.0
	measured := func(l Loud) bool { return !math.IsNaN(l.LUFS) && !math.IsInf(l.LUFS, 0) }
	for _, l := range of {
		if measured(l) {
			lower = max(lower, target-l.LUFS+l.TruePeak-ceiling)
		}
	}
	for i, l := range of {
		if measured(l) {
			gains[i] = target - l.LUFS - lower
		}
	}
	return gains
}
