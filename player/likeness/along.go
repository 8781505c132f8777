package likeness

import (
	"math"
	"time"

	"voicestudio/player/align"
)

// pairs are frames of two sounds that say the same.
type pairs struct{ a, b []spectra }

// along are the pairs of two sounds of the same words, while both speak; pace is how
// much faster the second is then.
func along(path *align.Map, a, b *bands) (p pairs, pace float64) {
	const frame = time.Second / hop
	var longer, end time.Duration // what the second takes for it
	for end = range path.Knots() {
	}
	for i := range min(len(a.frames), int(end/frame)) {
		from, to := path.At(time.Duration(i)*frame), path.At(time.Duration(i+1)*frame)
		j := int((from + to) / 2 / frame)
		if j >= len(b.frames) || !a.spoken[i] || !b.spoken[j] {
			continue
		}
		p.a, p.b = append(p.a, a.frames[i]), append(p.b, b.frames[j])
		longer += to - from
	}
	if longer > 0 {
		pace = math.Round(1e6*math.Log(float64(len(p.a))*float64(frame)/float64(longer))) / 1e6
	}
	return p, pace
}

// unlike is how far apart the frames are in the first so many bands, whatever the
// levels of the sounds: in the mean of all, band by band, and each for itself.
//
//go:norace
func (p pairs) unlike(top int) (tone [Bands]float64, each float64) {
	n := float64(len(p.a))
	if n == 0 || top == 0 {
		return tone, 0
	}
	level := 0.0
	for k := range top {
		for i := range p.a {
			tone[k] += float64(p.b[i][k]-p.a[i][k]) / n
		}
		level += tone[k] / float64(top)
	}
	for k := range top {
		tone[k] -= level
	}
	for i := range p.a {
		squares := 0.0
		for k := range top {
			off := float64(p.b[i][k]-p.a[i][k]) - level
			squares += off * off
		}
		each += math.Sqrt(squares/float64(top)) / n
	}
	return tone, each
}
