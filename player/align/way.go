package align

import "math"

// How a text is laid over a sound: each cost is half the square of how many
// standard deviations something is off, or as much as that.
const (
	// spread of a syllable's length, as a logarithm, around what its weight says,
	// and what is left of it in long words.
	spread, leastSpread = 0.7, 0.12
	soundSpread         = 1.0
	// restSpread is that of a silence around the one that was expected.
	restSpread, mostRest = 0.7, 3.0
	// noRest is what a silence costs between words where none is expected.
	noRest = 2.0
	// inside is what a silence costs in a word, for each second above closure, the
	// longest of a stop; missing what no silence does where one is expected, for
	// each second of it.
	inside, closure      = 15.0, 0.09
	missing, mostMissing = 8.0, 12.0
	// A word takes at least and at most so many times what it is expected to.
	shortestWord, longestWord = 0.25, 4
	// dipWorth is what a boundary gains where the level dips by dipFull dB.
	dipWorth, dipFull = 0.8, 12.0
	// tooMany frames from one stop to the next are so many that a dip is no place for
	// one: there are hundreds in a word, which nobody says.
	tooMany = 16
	// beam is how much worse than the best a way may be that is followed.
	beam = 14.0
)

// way is the search for where each part is.
type way struct {
	*hushed
	parts    []part
	rate     float64   // frames for each weight
	silent   []int     // how many frames of the sound's gaps are before a frame
	penalty  []float64 // what the gaps before a frame cost in words
	logs     []float64 // of whole numbers
	stops    []int     // frames at which a part may end or begin
	stopGain []float64
	silence  []float64 // that begins at a stop, up to the next, in seconds
}

func newWay(h *hushed, parts []part) *way {
	w := &way{hushed: h, parts: parts}
	w.silent, w.penalty = make([]int, len(h.levels)+1), make([]float64, len(h.levels)+1)
	g := 0
	for i := range h.levels {
		w.silent[i+1], w.penalty[i+1] = w.silent[i], w.penalty[i]
		for g < len(h.gaps) && i >= h.gaps[g].to {
			g++
		}
		if g < len(h.gaps) && i >= h.gaps[g].from {
			w.silent[i+1]++
			if float64(i+1-h.gaps[g].from) > closure*100 {
				w.penalty[i+1] += inside / 100
			}
		}
	}
	w.logs = make([]float64, len(h.levels)+1)
	for i := range w.logs {
		w.logs[i] = math.Log(float64(i))
	}
	weight := 0.0
	for _, p := range parts {
		weight += p.weight
	}
	// What is silent for long is no word.
	said := float64(h.to - h.from)
	for _, g := range h.gaps {
		if n := g.to - g.from; n > 12 {
			said -= float64(n)
		}
	}
	w.rate = said / weight
	w.mark(max(1, int(said/float64(len(parts))/8)))
	return w
}

// mark chooses the stops, one for each so many frames and all that are likely.
func (w *way) mark(every int) {
	stop := func(i int, gain, silence float64) {
		w.stops, w.stopGain, w.silence = append(w.stops, i), append(w.stopGain, gain), append(w.silence, silence)
	}
	from := w.from
	stretch := func(to int) {
		for i := from + 1; i < to; i++ {
			gain := dipWorth * min(1, w.dip(i)/dipFull)
			if gain > dipWorth/3 && every < tooMany || (i-w.from)%every == 0 {
				stop(i, gain, 0)
			}
		}
	}
	stop(w.from, 0, 0)
	for _, g := range w.gaps {
		stretch(g.from)
		stop(g.from, dipWorth, float64(g.to-g.from)/100)
		stop(g.to, dipWorth, 0)
		from = g.to
	}
	stretch(w.to)
	stop(w.to, 0, 0)
}

// dip is by how much it is quieter just before a frame than around it.
func (w *way) dip(i int) float64 {
	if i < 1 || i >= len(w.levels) {
		return 0
	}
	low := w.levels[i-1]
	if w.levels[i] < low || i > 1 && w.levels[i-2] < low {
		return 0 // the lowest is elsewhere
	}
	before, after := low, low
	for k := 1; k <= 8; k++ {
		before = max(before, w.levels[max(0, i-1-k)])
		after = max(after, w.levels[min(len(w.levels)-1, i-1+k)])
	}
	return min(before, after) - low
}

// trace is how a part came to begin where it does.
type trace struct {
	stop int32 // where it begins
	ends int32 // where the part before ends
	from int32 // the trace of that one
}

// step is a trace, and what all up to it costs.
type step struct {
	trace
	cost float64
}

// find is where each part begins and ends, in frames.
func (w *way) find() [][2]int {
	traces := make([][]trace, len(w.parts)+1)
	steps := []step{{}}
	traces[0] = []trace{{}}
	best := make([]step, len(w.stops))
	for i := range w.parts {
		reached := w.advance(i, steps, best)
		least := math.Inf(1)
		for _, s := range reached {
			least = min(least, s.cost)
		}
		steps = steps[:0]
		for _, s := range reached {
			if s.cost <= least+beam && !math.IsInf(s.cost, 1) {
				steps = append(steps, s)
			}
		}
		if len(steps) == 0 {
			return w.evenly()
		}
		traces[i+1] = make([]trace, len(steps))
		for k, s := range steps {
			traces[i+1][k] = s.trace
		}
	}
	at := make([][2]int, len(w.parts))
	k := int32(0)
	for i := len(w.parts); i > 0; i-- {
		t := traces[i][k]
		k = t.from
		at[i-1] = [2]int{w.stops[traces[i-1][k].stop], w.stops[t.ends]}
	}
	return at
}

// advance finds, for each stop at which what follows a part may begin, the best
// way there; the last part ends with the speech.
func (w *way) advance(i int, steps, best []step) []step {
	p := w.parts[i]
	expected := p.weight * w.rate
	expectedLog := math.Log(expected)
	sigma := math.Hypot(spread/math.Sqrt(max(p.weight, 0.3)), leastSpread)
	if p.unit < 0 {
		sigma = soundSpread
	}
	unrested := min(missing*p.rest, mostMissing)
	last := len(w.stops) - 1
	lo, hi := int(steps[0].stop)+1, int(steps[0].stop)+1 // of best, what was reached
	reach := func(s step) {
		for ; hi <= int(s.stop); hi++ {
			best[hi].cost = math.Inf(1)
		}
		if s.cost < best[s.stop].cost {
			best[s.stop] = s
		}
	}
	for from, begun := range steps {
		begin := w.stops[begun.stop]
		k := int(begun.stop) + 1
		if i == len(w.parts)-1 {
			k = last
		}
		for ; k <= last; k++ {
			end := w.stops[k]
			frames := float64(end - begin)
			if frames <= 0 || frames < expected*shortestWord && k < last {
				continue
			}
			if frames-float64(w.silent[end]-w.silent[begin]) > expected*longestWord && k > int(begun.stop)+1 && k < last {
				break
			}
			off := (w.logs[end-begin] - expectedLog) / sigma
			s := step{trace: trace{int32(k), int32(k), int32(from)}}
			s.cost = begun.cost + off*off/2 + w.penalty[end] - w.penalty[begin] - w.stopGain[k]
			if silence := w.silence[k]; silence > 0 {
				s.stop++ // where the silence ends
				s.cost += restCosts(p.rest, silence)
			} else if k < last {
				s.cost += unrested
			}
			reach(s)
		}
	}
	return best[min(lo, hi):hi]
}

func restCosts(expected, seconds float64) float64 {
	if expected == 0 {
		return noRest * min(1, seconds/0.1)
	}
	off := math.Log(seconds/expected) / restSpread
	return min(mostRest, off*off/2)
}

// evenly is by the weights alone, where no way was found: there is too much text, or
// too little.
func (w *way) evenly() [][2]int {
	total, sum := 0.0, 0.0
	for _, p := range w.parts {
		total += p.weight
	}
	at := make([][2]int, len(w.parts))
	for i, p := range w.parts {
		at[i][0] = w.from + int(sum/total*float64(w.to-w.from))
		sum += p.weight
		at[i][1] = w.from + int(min(1, sum/total)*float64(w.to-w.from))
	}
	return at
}
