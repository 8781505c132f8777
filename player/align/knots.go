package align

import (
	"math"
	"slices"
	"time"
)

// blur is how many steps on each side a path is averaged over: a step is as long
// as a frame, the truth lies between them.
const blur = 4

// A pause is made of at least these frames that only one take has; the other
// waits this many before the frame that the path gives it, because whoever is
// there a moment too late would sit through it.
const (
	pause = 10
	lead  = 3
)

// coarseness is how far a map may be from the path, in frames.
const coarseness = 0.5

// mapOf has the few knots whose lines follow a path, from the start of both
// takes to the end of that which ends first.
func mapOf(path []place, a, b *hearing) *Map {
	path = settle(path, a, b)
	x, y := make([]float64, len(path)), make([]float64, len(path))
	for k := range path {
		from, to := max(0, k-blur), min(len(path), k+blur+1)
		// As many on each side, so that the ends stay where they are.
		side := min(k-from, to-1-k)
		from, to = k-side, k+side+1
		for _, p := range path[from:to] {
			x[k] += float64(p.i+a.first) / float64(to-from)
			y[k] += float64(p.j+b.first) / float64(to-from)
		}
	}
	m := &Map{from: []time.Duration{0}, to: []time.Duration{0}}
	add := func(k int) {
		m.from, m.to = append(m.from, moment(x[k])), append(m.to, moment(y[k]))
	}
	add(0)
	var split func(from, to int)
	split = func(from, to int) {
		dx, dy := x[to]-x[from], y[to]-y[from]
		length := math.Hypot(dx, dy)
		worst, at := coarseness, 0
		for k := from + 1; k < to; k++ {
			if off := math.Abs(dx*(y[k]-y[from])-dy*(x[k]-x[from])) / max(length, 1e-9); off > worst {
				worst, at = off, k
			}
		}
		if at > 0 {
			split(from, at)
			add(at)
			split(at, to)
		}
	}
	split(0, len(path)-1)
	add(len(path) - 1)
	return m
}

// settle moves the moment at which one take waits for the other's pause.
func settle(path []place, a, b *hearing) []place {
	path = slices.Clone(path)
	for from := 0; from < len(path); {
		p, i, j := path[from], from+1, from+1
		for i < len(path) && path[i].j == p.j && a.quiet[path[i].i] {
			i++
		}
		for j < len(path) && path[j].i == p.i && b.quiet[path[j].j] {
			j++
		}
		if i-from > pause {
			for k := i - 1; k >= 0 && path[k].j > p.j-lead; k-- {
				path[k].j = max(0, p.j-lead)
			}
		}
		if j-from > pause {
			for k := j - 1; k >= 0 && path[k].i > p.i-lead; k-- {
				path[k].i = max(0, p.i-lead)
			}
		}
		from = max(i, j)
	}
	return path
}

func moment(frames float64) time.Duration { return time.Duration(frames * float64(hop)) }
