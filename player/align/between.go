package align

import (
	"math"
	"time"
)

const (
	// From afar a frame is four of them, 40 ms, or what keeps their number down.
	nearPool  = 4
	farFrames = 4000
	// margin is how far beside the path found from afar the exact one is sought,
	// in frames of the former.
	margin = 4
	// unlike is how little two takes may have in common along the path, as one
	// less the correlation of their features. Measured: TODO.
	unlike = 0.39
)

// Between aligns two takes of the same text; false where they cannot be: one is
// silent, too long, or says something else.
func Between(a, b *Features) (*Map, bool) {
	m, u := between(a, b)
	if m == nil || !(u < unlike) {
		return nil, false
	}
	return m, true
}

func between(a, b *Features) (*Map, float64) {
	n, m := len(a.quiet), len(b.quiet)
	if min(n, m) < shortest {
		return nil, 1
	}
	pool := max(nearPool, (max(n, m)+farFrames-1)/farFrames)
	var fromAfar [2][sizes]look
	for size := range sizes {
		fromAfar[0][size], fromAfar[1][size] = a.in(size).pooled(pool), b.in(size).pooled(pool)
	}
	sa, sb := middle, middle
	far := warp(fromAfar[0][sa], fromAfar[1][sb], whole((n+pool-1)/pool, (m+pool-1)/pool))
	most := likeness(fromAfar[0][sa], fromAfar[1][sb], far)
	for i := range sizes {
		for j := range sizes {
			if like := likeness(fromAfar[0][i], fromAfar[1][j], far); like > most {
				sa, sb, most = i, j, like
			}
		}
	}
	if sa != middle || sb != middle {
		far = warp(fromAfar[0][sa], fromAfar[1][sb], whole((n+pool-1)/pool, (m+pool-1)/pool))
	}
	path := warp(a.in(sa), b.in(sb), around(far, pool, n, m))
	return knots(a, b, path), 1 - likeness(a.in(sa), b.in(sb), path)
}

// around is the window about a path found from afar.
func around(far []place, pool, n, m int) window {
	w := window{make([]int, n), make([]int, n)}
	for i := range w.from {
		w.from[i] = m
	}
	for _, p := range far {
		from, to := max(0, (p.j-margin)*pool), min(m, (p.j+margin+1)*pool)
		for i := max(0, (p.i-margin)*pool); i < min(n, (p.i+margin+1)*pool); i++ {
			w.from[i], w.to[i] = min(w.from[i], from), max(w.to[i], to)
		}
	}
	// What lies behind the end of the path stands beside nothing.
	for i := range w.from {
		if w.to[i] == 0 {
			w.from[i] = 0
		}
	}
	return w
}

// likeness is the correlation of both takes' features along the path.
func likeness(a, b look, path []place) float64 {
	var ma, mb float64
	for _, p := range path {
		if a.quiet[p.i] != b.quiet[p.j] {
			continue
		}
		ma += float64(a.frames[p.i][0]) / float64(len(path))
		mb += float64(b.frames[p.j][0]) / float64(len(path))
	}
	ab, aa, bb := 0.0, 0.0, 0.0
	for _, p := range path {
		if a.quiet[p.i] != b.quiet[p.j] {
			continue
		}
		for c := range len(a.frames[0]) {
			x, y := float64(a.frames[p.i][c]), float64(b.frames[p.j][c])
			if c == 0 {
				x, y = x-ma, y-mb
			}
			ab += x * y
			aa += x * x
			bb += y * y
		}
	}
	return ab / math.Sqrt(aa*bb+1e-30)
}

func moment(x float64) time.Duration { return time.Duration(x * float64(hop)) }
