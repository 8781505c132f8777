package align

import (
	"math"
	"slices"
)

// Costs of the path, in distances between frames.
const (
	// farStep and nearStep are what a step costs that goes on in one take only,
	// beside the distance: two voices keep about the same pace.
	farStep, nearStep = 2, 1
	// restCost is the most that such a step costs in silence: a pause may be
	// longer in one take than in the other, or only in one.
	restCost = 0.5
	// overCost is what each frame behind the end of the path costs, as a part of
	// the distance between frames that have nothing to do with each other: what
	// only one take says at its end is left out.
	overCost = 0.6
)

// frame is a shape and how it changes around it.
type frame [2 * statics]float32

// look is a take in one size, in frames of one length.
type look struct {
	frames []frame
	quiet  []bool
}

// look is the take in a size, with every so many frames as one.
func (h *hearing) look(size, pool int) look {
	shapes := h.shapes[size]
	n := (len(shapes) + pool - 1) / pool
	l := look{make([]frame, n), make([]bool, n)}
	for i := range n {
		group := shapes[i*pool : min((i+1)*pool, len(shapes))]
		silent := 0
		for k := range group {
			for c, v := range group[k] {
				l.frames[i][c] += v / float32(len(group))
			}
			if h.quiet[i*pool+k] {
				silent++
			}
		}
		l.quiet[i] = 2*silent > len(group)
	}
	changes(l.frames)
	return l
}

// head is the beginning, of at most n frames.
func (l look) head(n int) look {
	n = min(n, len(l.frames))
	return look{l.frames[:n], l.quiet[:n]}
}

// changes fills in how the shapes change: the slope of a line through those
// around, over the reach to one side.
func changes(frames []frame) {
	const reach = 3
	const norm = 2 * (1*1 + 2*2 + 3*3)
	last := len(frames) - 1
	for i := range frames {
		for c := range statics {
			sum := float32(0)
			for k := 1; k <= reach; k++ {
				sum += float32(k) * (frames[min(i+k, last)][c] - frames[max(i-k, 0)][c])
			}
			frames[i][statics+c] = sum * reach / norm
		}
	}
}

// place is a frame of the first take beside one of the second.
type place struct{ i, j int }

// How the path comes to a place.
const (
	both = byte(iota)
	onlyFirst
	onlySecond
)

// warp is the cheapest path from the first frames of both takes to the last one
// of either, within a window. It writes only what is its own; the race detector
// leaves it out, which would take ten times as long.
//
//go:norace
func warp(a, b look, w window, stepCost float32) []place {
	n, m := len(a.frames), len(b.frames)
	over := overCost * strangers(a, b)
	inf := float32(math.Inf(1))
	steps, starts := make([]byte, w.cells()), make([]int, n)
	// One longer, so that what is left of the first frame has a place.
	before, row := slices.Repeat([]float32{inf}, m+1), slices.Repeat([]float32{inf}, m+1)
	best, end := inf, place{}
	at := 0
	for i := range n {
		from, to := w.from[i], w.to[i]
		starts[i] = at - from
		for j := from; j < to; j++ {
			d := distance(&a.frames[i], &b.frames[j])
			cost, step := before[j]+2*d, both
			if i == 0 && j == 0 {
				cost = 2 * d
			}
			if c := before[j+1] + alone(d+stepCost, a.quiet[i]); c < cost {
				cost, step = c, onlyFirst
			}
			if c := row[j] + alone(d+stepCost, b.quiet[j]); c < cost {
				cost, step = c, onlySecond
			}
			row[j+1], steps[at] = cost, step
			at++
			if i == n-1 || j == m-1 {
				if c := cost + over*float32(n-1-i+m-1-j); c < best {
					best, end = c, place{i, j}
				}
			}
		}
		// Of the row that the next but one looks at, only its window may be left.
		if i > 0 {
			for j := w.from[i-1]; j < w.to[i-1]; j++ {
				before[j+1] = inf
			}
		}
		before, row = row, before
	}
	path := []place{end}
	for p := end; p != (place{}); {
		switch steps[starts[p.i]+p.j] {
		case both:
			p.i, p.j = p.i-1, p.j-1
		case onlyFirst:
			p.i--
		default:
			p.j--
		}
		path = append(path, p)
	}
	slices.Reverse(path)
	return path
}

func alone(cost float32, quiet bool) float32 {
	if quiet {
		return min(cost, restCost)
	}
	return cost
}

// distance is Euclid's.
//
//go:norace
func distance(a, b *frame) float32 {
	var s0, s1, s2, s3 float32
	for i := 0; i < len(a); i += 4 {
		d0, d1, d2, d3 := a[i]-b[i], a[i+1]-b[i+1], a[i+2]-b[i+2], a[i+3]-b[i+3]
		s0 += d0 * d0
		s1 += d1 * d1
		s2 += d2 * d2
		s3 += d3 * d3
	}
	return float32(math.Sqrt(float64(s0 + s1 + s2 + s3)))
}

// strangers is the mean distance of frames that have nothing to do with each
// other: of pairs by steps that have no common measure.
func strangers(a, b look) float32 {
	const pairs = 2000
	sum := float32(0)
	for k := range pairs {
		sum += distance(&a.frames[k*7919%len(a.frames)], &b.frames[k*k%len(b.frames)])
	}
	return sum / pairs
}

// window are the second take's frames, from and to before, that may stand
// beside each of the first's.
type window struct{ from, to []int }

// everywhere lets every frame stand beside every other.
func everywhere(n, m int) window {
	return window{make([]int, n), slices.Repeat([]int{m}, n)}
}

// around is the band about a path that was found in frames of so many.
func around(far []place, pool, n, m int) window {
	w := window{slices.Repeat([]int{m}, n), make([]int, n)}
	for _, p := range far {
		from, to := max(0, (p.j-margin)*pool), min(m, (p.j+margin+1)*pool)
		for i := max(0, (p.i-margin)*pool); i < min(n, (p.i+margin+1)*pool); i++ {
			w.from[i], w.to[i] = min(w.from[i], from), max(w.to[i], to)
		}
	}
	for i, to := range w.to {
		if to == 0 { // behind the path
			w.from[i] = 0
		}
	}
	return w
}

func (w window) cells() (n int) {
	for i := range w.from {
		n += w.to[i] - w.from[i]
	}
	return n
}
