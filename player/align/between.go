package align

import "math"

const (
	// shortest is the number of frames of speech, 0.3 s, below which there is
	// nothing to tell a word by.
	shortest = 30
	// The path is sought from afar first: in frames of nearPool, 30 ms, or of
	// more where there would be more than farFrames of them, which bounds the
	// time and the memory of long takes.
	nearPool  = 3
	farFrames = 4000
	// sizingFrames of the beginning are enough to tell the sizes by.
	sizingFrames = 1500
	// margin is how far on each side of that path the exact one is sought, in
	// frames from afar.
	margin = 6
)

// How unlike two takes of one text may be along the path (see unlikeness);
// beyond it they say something else. Measured by BenchmarkExperiment on espeak-ng,
// takes of 2 s or more: the same text at most 0.34, others from 0.39, one in a
// hundred below 0.41; without echoes 0.27 and 0.31. Voices cut from people's
// (flite) are at most 0.34 from each other and 0.45 from espeak-ng's. The API's
// echoes bring the same text to 0.49, and without them to 0.28. In a word or two,
// under 2 s, there is less to go by: 0.39 and 0.32.
const (
	unlikePlain = 0.41
	unlikeDry   = 0.28
)

// sure is the part of unlikePlain up to which nobody asks whether it is an echo
// that makes two takes unlike.
const sure = 0.75

// Between aligns two takes of the same text; false where they cannot be: one is
// silent, too short, too long, or says something else. Where one ends before the
// other they are aligned as far as both go. Takes with strong echoes are aligned
// without them, and less exactly.
func Between(a, b *Features) (*Map, bool) {
	if m, doubt := Closest(a, b); doubt < 1 {
		return m, true
	}
	return nil, false
}

// Closest is Between for takes that are known to say the same, however unlike they
// sound, and how much it looks as if they did not: from 1 on they do not. The map
// is nil where one of them is silent, too short or too long.
func Closest(a, b *Features) (m *Map, doubt float64) {
	m, unlike := between(&a.plain, &b.plain)
	doubt = unlike / unlikePlain
	if doubt > sure {
		if dry, unlike := between(&a.dry, &b.dry); unlike/unlikeDry < doubt {
			m, doubt = dry, unlike/unlikeDry
		}
	}
	return m, doubt
}

func between(a, b *hearing) (m *Map, unlike float64) {
	lengths := place{len(a.quiet), len(b.quiet)}
	if min(lengths.i, lengths.j) < shortest {
		return nil, 1
	}
	pool := max(nearPool, (max(lengths.i, lengths.j)+farFrames-1)/farFrames)
	sizeA, sizeB, far := fromAfar(a, b, pool)
	la, lb := a.look(sizeA, 1), b.look(sizeB, 1)
	path := warp(la, lb, around(far, pool, lengths.i, lengths.j), nearStep)
	return mapOf(path, a, b), unlikeness(la, lb, path)
}

// relations are the pairs of sizes that are tried.
var relations = [][2]int{{middle, middle}, {0, middle}, {middle, 0}, {0, 2}, {2, 0}}

// fromAfar are the sizes in which two takes are most alike, by their beginnings
// if they are long, and the path between them in these.
func fromAfar(a, b *hearing, pool int) (sizeA, sizeB int, path []place) {
	var as, bs [sizes]look
	for size := range sizes {
		as[size], bs[size] = a.look(size, pool), b.look(size, pool)
	}
	least := math.Inf(1)
	for _, r := range relations {
		la, lb := as[r[0]].head(sizingFrames), bs[r[1]].head(sizingFrames)
		tried := warp(la, lb, everywhere(len(la.frames), len(lb.frames)), farStep)
		if u := unlikeness(la, lb, tried); u < least {
			sizeA, sizeB, path, least = r[0], r[1], tried, u
		}
	}
	if n, m := len(as[0].frames), len(bs[0].frames); max(n, m) > sizingFrames {
		path = warp(as[sizeA], bs[sizeB], everywhere(n, m), farStep)
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
