package align

import (
	"math"
	"slices"

	"voicestudio/player/measure"
	"voicestudio/player/spectrum"
)

const (
	// hushRate holds most of an s, which begins and ends many words.
	hushRate = 16000
	// hushDB is where speech ends, below its loud frames; edgeDB is how far an onset
	// that is heard is followed back, and a fall on. Both lie higher over noise, by so
	// much above it; speech ends no higher than noisyDB.
	hushDB, edgeDB, noisyDB = -32.0, -42.0, -16.0
	overNoise, edgeNoise    = 8.0, 4.0
	// edgeFrames is how far that is at most.
	edgeFrames = 6
	// leastHush is the shortest silence that can be between two words, in frames.
	leastHush = 4
	// leastLoud of a frame, 80 dB below full scale, below which a sound is silent.
	leastLoud = 1e-8
)

// gap is a silence, in frames; it ends before to.
type gap struct{ from, to int }

// hushed is where in a sound nobody speaks.
type hushed struct {
	levels   []float64 // of each frame, in dB against the loud ones
	ends     float64   // the level at which speech ends
	from, to int       // the speech
	gaps     []gap     // inside it
}

// hush is nil where nobody speaks.
func hush(s measure.Sound) *hushed {
	if s.Channels < 1 || s.Rate < leastRate || s.Rate > 1<<20 {
		return nil
	}
	powers := powersOf(s)
	if len(powers) == 0 {
		return nil
	}
	loud := slices.Sorted(slices.Values(powers))[(len(powers)-1)*98/100]
	if !(loud > leastLoud) || math.IsInf(loud, 0) {
		return nil
	}
	h := &hushed{levels: make([]float64, len(powers))}
	for i, p := range powers {
		h.levels[i] = 10 * math.Log10(p/loud+1e-9)
	}
	floor := slices.Sorted(slices.Values(h.levels))[len(h.levels)/20]
	h.ends = min(max(hushDB, floor+overNoise), noisyDB)
	h.divide()
	if h.to == 0 {
		return nil
	}
	return h
}

// powersOf are the powers of frames of a hop, higher frequencies raised as the ear
// does, over 30 ms.
func powersOf(s measure.Sound) []float64 {
	x, rate := spectrum.Mono(s.Samples[:len(s.Samples)-len(s.Samples)%s.Channels], s.Channels, s.Rate, hushRate)
	const keep, most = 0.95, 1e3
	last := float32(0)
	sum := 0.0
	for i, v := range x {
		if !(v > -most && v < most) {
			x[i] = 0
		}
		sum += float64(x[i])
	}
	still := float32(sum / float64(max(1, len(x)))) // what is constant is no sound
	for i, v := range x {
		v -= still
		x[i], last = v-keep*last, v
	}
	raw := make([]float64, int64(len(x))*100/int64(rate))
	for i := range raw {
		frame := x[int64(i)*int64(rate)/100 : int64(i+1)*int64(rate)/100]
		raw[i] = float64(spectrum.Dot(frame, frame)) / float64(max(1, len(frame)))
	}
	smooth := make([]float64, len(raw))
	for i, p := range raw {
		smooth[i] = (raw[max(0, i-1)] + 2*p + raw[min(len(raw)-1, i+1)]) / 4
	}
	return smooth
}

// divide finds the speech and the silences inside it.
func (h *hushed) divide() {
	var runs []gap // of speech
	for i := 0; i < len(h.levels); i++ {
		if h.levels[i] < h.ends {
			continue
		}
		from := i
		for i < len(h.levels) && h.levels[i] >= h.ends {
			i++
		}
		runs = append(runs, gap{from, i})
	}
	// A click is no speech, where silence is on both sides of it.
	runs = slices.DeleteFunc(runs, func(r gap) bool { return r.to-r.from < 2 })
	for i := range runs {
		r := &runs[i]
		before, after := 0, len(h.levels)
		if i > 0 {
			before = runs[i-1].to
		}
		if i+1 < len(runs) {
			after = runs[i+1].from
		}
		for n, edge := 0, h.edge(before, r.from); n < edgeFrames && r.from > before && h.levels[r.from-1] > edge; n++ {
			r.from--
		}
		for n, edge := 0, h.edge(r.to, after); n < edgeFrames && r.to < after && h.levels[r.to] > edge; n++ {
			r.to++
		}
	}
	if len(runs) == 0 {
		return
	}
	h.from, h.to = runs[0].from, runs[len(runs)-1].to
	for i, r := range runs[1:] {
		if g := (gap{runs[i].to, r.from}); g.to-g.from >= leastHush {
			h.gaps = append(h.gaps, g)
		}
	}
}

// edge is the level up to which the speech around a silence is followed into it.
func (h *hushed) edge(from, to int) float64 {
	least := 0.0
	for _, db := range h.levels[from:to] {
		least = min(least, db)
	}
	return max(edgeDB, least+edgeNoise)
}
