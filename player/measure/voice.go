package measure

import (
	"math"
	"slices"
)

const (
	// leastVoiced is too little voice for a pitch: 100 ms. Frames.
	leastVoiced = 10
	// leastVoice is the least part of speech that has a pitch where there is a
	// voice; a whisper has less by chance.
	leastVoice = 0.1
	// leastRange is too little voice to say how far it goes up and down: half a
	// second. Frames.
	leastRange = 50
)

// voice is the pitch of each frame in Hz; 0 is none.
type voice []float64

// near says whether a frame has a pitch, or one beside it. The pitch of a frame
// is that of the 40 ms from its beginning on, a level that of its middle.
func (v voice) near(frame int) bool {
	return slices.Max(append([]float64{0}, v[min(len(v), max(0, frame-2)):min(len(v), frame+1)]...)) > 0
}

func (v voice) tell(m *Measures, s *speech) {
	var heard []float64
	for i, hz := range v {
		if hz > 0 && i < len(s.speaks) && s.speaks[i] {
			heard = append(heard, hz)
		}
	}
	if len(heard) < leastVoiced || float64(len(heard)) < leastVoice*float64(s.frames) {
		return
	}
	slices.Sort(heard)
	m.F0MedianHz = rounded(quantile(heard, 0.5), 1)
	if len(heard) >= leastRange {
		m.F0RangeST = rounded(12*math.Log2(quantile(heard, 0.95)/quantile(heard, 0.05)), 2)
	}
}

// quantile of what is sorted.
func quantile(x []float64, q float64) float64 {
	at := q * float64(len(x)-1)
	i := int(at)
	return x[i] + (x[min(i+1, len(x)-1)]-x[i])*(at-float64(i))
}
