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
	// leastRun is the shortest speech, in frames, that has silence of apart frames on
	// both sides.
	leastRun, apart = 5, 10
	// longestFade is the longest in frames, from fadesFrom to the end of speech, that is
	// no echo.
	longestFade, fadesFrom = 40, -10.0
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

// hush is nil where nobody speaks. What has echoes is heard without them.
func hush(s measure.Sound) *hushed {
	if s.Channels < 1 || s.Rate < leastRate || s.Rate > 1<<20 {
		return nil
	}
	h := divided(powersOf(s))
	if h == nil || !h.echoes() {
		return h
	}
	list := spectraOf(s)
	dry(list)
	powers := make([]float64, len(list))
	for i := range list {
		powers[i] = list[i].power()
	}
	dried := divided(powers)
	if dried == nil {
		return h
	}
	dried.from = min(h.from, dried.from) // no echo comes before what it is of
	return dried
}

// divided finds the speech in the powers of frames.
func divided(powers []float64) *hushed {
	if len(powers) == 0 {
		return nil
	}
	ordered := slices.Sorted(slices.Values(powers))
	loud := ordered[(len(powers)-1)*98/100]
	if !(loud > leastLoud) || math.IsInf(loud, 0) {
		return nil
	}
	level := func(power float64) float64 { return 10 * math.Log10(power/loud+1e-9) }
	h := &hushed{levels: make([]float64, len(powers))}
	for i, p := range powers {
		h.levels[i] = level(p)
	}
	h.ends = min(max(hushDB, level(ordered[len(ordered)/20])+overNoise), noisyDB)
	h.divide()
	if h.to == 0 {
		return nil
	}
	return h
}

// echoes reports that it takes longer for the last word to fade than for any that is
// heard without a room.
func (h *hushed) echoes() bool {
	last := h.to - 1
	for last > h.from && h.levels[last] < fadesFrom {
		last--
	}
	return h.to-last > longestFade
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
	runs = h.withoutClicks(runs)
	for i := range runs {
		r := &runs[i]
		before, after := h.around(runs, i)
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

// around is where the silences before and behind a run begin and end.
func (h *hushed) around(runs []gap, i int) (before, after int) {
	before, after = 0, len(h.levels)
	if i > 0 {
		before = runs[i-1].to
	}
	if i+1 < len(runs) {
		after = runs[i+1].from
	}
	return before, after
}

// withoutClicks are the runs without what is too short for speech, where silence is
// on both sides of it.
func (h *hushed) withoutClicks(runs []gap) (kept []gap) {
	for i, r := range runs {
		before, after := h.around(runs, i)
		if r.to-r.from >= leastRun || r.from-before < apart || after-r.to < apart {
			kept = append(kept, r)
		}
	}
	return kept
}

// edge is the level up to which the speech around a silence is followed into it.
func (h *hushed) edge(from, to int) float64 {
	least := 0.0
	for _, db := range h.levels[from:to] {
		least = min(least, db)
	}
	return max(edgeDB, least+edgeNoise)
}
