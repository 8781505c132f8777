package align

import "math"

const (
	// shortest is the number of frames of speech, 0.3 s, below which there is
	// nothing to tell a word by.
	shortest = 30
	// The path is sought from afar first: in frames of nearPool, 40 ms, or of
	// more where there would be more than farFrames of them, which bounds the
	// time and the memory of long takes.
	nearPool  = 4
	farFrames = 4000
	// margin is how far on each side of that path the exact one is sought, in
	// frames from afar.
	margin = 4
)

// How unlike two takes of one text may be along the path, see unlikeness; beyond
// it they say something else. TODO measured
const (
	unlikePlain = 0.36
	unlikeDry   = 0.28
)

// Between aligns two takes of the same text; false where they cannot be: one is
// silent, too short, too long, or says something else. Where one ends before the
// other they are aligned as far as both go. Takes with strong echoes are aligned
// without them, and less exactly.
func Between(a, b *Features) (*Map, bool) {
	if m, unlike := between(&a.plain, &b.plain); unlike < unlikePlain {
		return m, true
	}
	m, unlike := between(&a.dry, &b.dry)
	if unlike < unlikeDry {
		return m, true
	}
	return nil, false
}

func between(a, b *hearing) (m *Map, unlike float64) {
	lengths := place{len(a.quiet), len(b.quiet)}
	if min(lengths.i, lengths.j) < shortest {
		return nil, 1
	}
	pool := max(nearPool, (max(lengths.i, lengths.j)+farFrames-1)/farFrames)
	sizeA, sizeB, far := fromAfar(a, b, pool)
	la, lb := a.look(sizeA, 1), b.look(sizeB, 1)
	path := warp(la, lb, around(far, pool, lengths.i, lengths.j))
	return mapOf(path, a, b), unlikeness(la, lb, path)
}

// fromAfar are the sizes in which two takes are most alike, and the path between
// them in these.
func fromAfar(a, b *hearing, pool int) (sizeA, sizeB int, path []place) {
	var as, bs [sizes]look
	for size := range sizes {
		as[size], bs[size] = a.look(size, pool), b.look(size, pool)
	}
	all := everywhere(len(as[0].frames), len(bs[0].frames))
	path = warp(as[middle], bs[middle], all)
	sizeA, sizeB = middle, middle
	least := unlikeness(as[middle], bs[middle], path)
	for i := range as {
		for j := range bs {
			if u := unlikeness(as[i], bs[j], path); u < least {
				sizeA, sizeB, least = i, j, u
			}
		}
	}
	if sizeA != middle || sizeB != middle {
		path = warp(as[sizeA], bs[sizeB], all)
	}
	return sizeA, sizeB, path
}

// unlikeness of two takes is 1 less the correlation of their frames along a
// path, the pauses left out that only one has.
func unlikeness(a, b look, path []place) float64 {
	var levelA, levelB, count float64
	for _, p := range path {
		if a.quiet[p.i] == b.quiet[p.j] {
			levelA += float64(a.frames[p.i][0])
			levelB += float64(b.frames[p.j][0])
			count++
		}
	}
	levelA, levelB = levelA/count, levelB/count
	var ab, aa, bb float64
	for _, p := range path {
		if a.quiet[p.i] != b.quiet[p.j] {
			continue
		}
		x, y := a.frames[p.i], b.frames[p.j]
		x[0], y[0] = x[0]-float32(levelA), y[0]-float32(levelB)
		var xy, xx, yy float32
		for c := range x {
			xy += x[c] * y[c]
			xx += x[c] * x[c]
			yy += y[c] * y[c]
		}
		ab, aa, bb = ab+float64(xy), aa+float64(xx), bb+float64(yy)
	}
	if !(aa*bb > 0) {
		return 1
	}
	return 1 - ab/math.Sqrt(aa*bb)
}
