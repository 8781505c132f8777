package align

import "math"

// Costs of a step of the path, in distances between frames.
const (
	// stepCost is what a step costs that goes on in one take only, beside the
	// distance: two voices keep about the same pace.
	stepCost = 1
	// restCost is the most that such a step costs in silence: pauses are longer
	// in one take than in the other, or only in one.
	restCost = 0.5
	// restOver is what a frame costs behind the end of the path, as a part of
	// the distance of frames that have nothing to do with each other: what only
	// one take says at its end is left out.
	restOver = 0.6
)

// place is one of the first take's frames beside one of the second's.
type place struct{ i, j int }

// A step of the path, from the place before.
const (
	both = byte(iota)
	onlyFirst
	onlySecond
)

// window are the second take's frames, from and to before, that may stand
// beside each of the first's.
type window struct{ from, to []int }

// whole lets every frame stand beside every other.
func whole(n, m int) window {
	w := window{make([]int, n), make([]int, n)}
	for i := range w.to {
		w.to[i] = m
	}
	return w
}

func (w window) cells() (n int) {
	for i := range w.from {
		n += w.to[i] - w.from[i]
	}
	return n
}

// warp is the cheapest path from the first frames of both takes to the last ones
// of one of them, within a window.
func warp(a, b look, w window) []place {
	strange := strangers(a, b)
	n, m := len(a.frames), len(b.frames)
	inf := float32(math.Inf(1))
	steps := make([]byte, w.cells())
	starts := make([]int, n)
	before, row := make([]float32, m+1), make([]float32, m+1) // [j+1]: no test at the edge
	fill(before, inf)
	fill(row, inf)
	best, end := inf, place{}
	at := 0
	for i := range n {
		starts[i] = at - w.from[i]
		from, to := w.from[i], w.to[i]
		restA := a.quiet[i]
		row[from] = inf
		for j := from; j < to; j++ {
			d := distance(&a.frames[i], &b.frames[j])
			up, left := d+stepCost, d+stepCost
			if restA {
				up = min(up, restCost)
			}
			if b.quiet[j] {
				left = min(left, restCost)
			}
			cost, step := before[j]+2*d, both
			if i == 0 && j == 0 {
				cost = 2 * d
			}
			if c := before[j+1] + up; c < cost {
				cost, step = c, onlyFirst
			}
			if c := row[j] + left; c < cost {
				cost, step = c, onlySecond
			}
			row[j+1] = cost
			steps[at] = step
			at++
			if j == m-1 || i == n-1 {
				if c := cost + strange*restOver*float32(n-1-i+m-1-j); c < best {
					best, end = c, place{i, j}
				}
			}
		}
		// The next row may look left and right of this one.
		if i+1 < n {
			for j := to; j < w.to[i+1]; j++ {
				row[j+1] = inf
			}
			for j := min(from, w.from[i+1]); j < from; j++ {
				row[j+1] = inf
			}
			row[min(from, w.from[i+1])] = inf
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
	for i, j := 0, len(path)-1; i < j; i, j = i+1, j-1 {
		path[i], path[j] = path[j], path[i]
	}
	return path
}

func fill(x []float32, v float32) {
	for i := range x {
		x[i] = v
	}
}

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
// other.
func strangers(a, b look) float32 {
	const pairs = 2000
	sum := float32(0)
	for k := range pairs {
		sum += distance(&a.frames[k*7919%len(a.frames)], &b.frames[(k*10473+k*k)%len(b.frames)])
	}
	return sum / pairs
}
