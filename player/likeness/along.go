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
	var longer time.Duration // what the second takes for it
	for i := range a.frames {
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
// levels of the sounds: in the mean of all, and each for itself.
func (p pairs) unlike(top int) (mean, each float64) {
	n := float64(len(p.a))
	if n == 0 || top == 0 {
		return 0, 0
	}
	var off [all]float64
	level := 0.0
	for k := range top {
		for i := range p.a {
			off[k] += float64(p.b[i][k]-p.a[i][k]) / n
		}
		level += off[k] / float64(top)
	}
	for i := range p.a {
		squares := 0.0
		for k := range top {
			v := float64(p.b[i][k]-p.a[i][k]) - level
			squares += v * v
		}
		each += math.Sqrt(squares/float64(top)) / n
	}
	for k := range top {
		mean += (off[k] - level) * (off[k] - level) / float64(top)
	}
	return math.Sqrt(mean), each
}
