package loudness

import (
	"iter"
	"math"
)

const (
	// lookAhead is how long before a peak the gain begins to go down, and how
	// long it stays there: 5 ms, the shortest fade that is not heard as a click.
	lookAhead = 0.005 // s
	// release is the time in which the gain comes back by two thirds: longer
	// than a period of the deepest voice, so that it does not follow the wave,
	// and short enough that the next syllable is not lowered with this one.
	release = 0.08 // s
)

// limiter keeps what lies between the samples of a sound, too, under a ceiling.
type limiter struct {
	rate, channels int
	ceiling        float64 // of the sound, as it is
}

type need struct {
	at   int
	gain float64
}

// gains are the frames of a sound with their factors, at most 1. Each is the mean
// of the least that is needed within the look-ahead, which makes a ramp down to a
// peak that is there in time. They depend on frames still to come and on none
// before the one they are for.
func (l limiter) gains(sound iter.Seq[[]float32]) iter.Seq2[[]float32, float32] {
	return func(yield func([]float32, float32) bool) {
		next, stop := iter.Pull(sound)
		defer stop()
		near := ahead{next: next, channels: l.channels}
		window := max(peakTaps, int(lookAhead*float64(l.rate)))
		back := 1 - math.Exp(-1/(release*float64(l.rate)))
		lowest := make([]need, 0, window+1) // rising: the first is the least of a window
		recent, sum := make([]float64, window), 0.0
		var needs [peakRun]float64
		level := 1.0
		for t := 0; ; t++ {
			now := t - (window - 1)
			if t%peakRun == 0 {
				near.reach(now, t+peakRun+peakTaps/2)
				l.needs(&near, t, &needs)
			}
			next := need{t, 1}
			if t < near.end {
				next.gain = needs[t%peakRun]
			}
			for len(lowest) > 0 && lowest[len(lowest)-1].gain >= next.gain {
				lowest = lowest[:len(lowest)-1]
			}
			if lowest = append(lowest, next); lowest[0].at <= t-window {
				lowest = append(lowest[:0], lowest[1:]...)
			}
			const all = 0.9999
			if level += (lowest[0].gain - level) * back; level > lowest[0].gain || level > all {
				level = lowest[0].gain
			}
			sum += level - recent[t%window]
			recent[t%window] = level
			if now >= near.end || now >= 0 && !yield(near.frame(now), float32(min(1, sum/float64(window)))) {
				return
			}
		}
	}
}

// needs are the factors that a run of frames from one on needs for itself.
func (l limiter) needs(near *ahead, from int, needs *[peakRun]float64) {
	for i := range needs {
		needs[i] = 1
	}
	for c := range l.channels {
		var h [peakTaps - 1 + peakRun]float32
		top := float32(0)
		for i := range h {
			// The filter's middle is between two samples.
			if at := from + i - (peakTaps/2 - 1); at >= 0 && at < near.end {
				h[i] = near.held[(at-near.from)*l.channels+c]
				top = max(top, h[i], -h[i])
			}
		}
		if float64(top*overshoot) <= l.ceiling {
			continue
		}
		for i := range needs {
			sample := h[i+peakTaps/2-1]
			peak := max(between(h[i:i+peakTaps]), sample, -sample)
			needs[i] = min(needs[i], l.ceiling/max(float64(peak), l.ceiling))
		}
	}
}

// ahead holds the frames of a sound that are looked at.
type ahead struct {
	next      func() ([]float32, bool)
	channels  int
	held      []float32
	from, end int // the first frame that is held, and the one after the last
}

// reach holds the frames from one to before another, as far as the sound goes.
func (a *ahead) reach(from, to int) {
	for a.end < to {
		x, more := a.next()
		if !more {
			return
		}
		drop := min(max(0, from-a.from), a.end-a.from)
		a.held = append(a.held[:copy(a.held, a.held[drop*a.channels:])], x...)
		a.from, a.end = a.from+drop, a.end+len(x)/a.channels
	}
}

func (a *ahead) frame(at int) []float32 { return a.held[(at-a.from)*a.channels:][:a.channels] }
