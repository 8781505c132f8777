package likeness

import (
	"math"
	"time"

	"voicestudio/player/align"
)

// pairs are the frames of two sounds that say the same, while both speak.
type pairs struct {
	a, b   []spectra
	frames int
	longer float64 // frames of the second while the first has so many
}

// along goes through two sounds of the same words.
func along(path *align.Map, a, b *bands) (p pairs) {
	const frame = time.Second / hop
	for i := range a.frames {
		from, to := path.At(time.Duration(i)*frame), path.At(time.Duration(i+1)*frame)
		j := int((from + to) / 2 / frame)
		if j >= len(b.frames) || !a.spoken[i] || !b.spoken[j] {
			continue
		}
		p.a, p.b = append(p.a, a.frames[i]), append(p.b, b.frames[j])
		p.frames++
		p.longer += float64(to-from) / float64(frame)
	}
	return p
}

// pace is how much faster the second is.
func (p pairs) pace() float64 {
	if p.longer <= 0 {
		return 0
	}
	return math.Round(1e6*math.Log(float64(p.frames)/p.longer)) / 1e6
}

// unlike is how far apart the frames are in the first so many bands.
func (p pairs) unlike(top int) float64 {
	if top == 0 {
		return 0
	}
	level, sum := 0.0, 0.0
	for i := range p.a {
		for k := range top {
			level += float64(p.b[i][k] - p.a[i][k])
		}
	}
	level /= float64(p.frames * top)
	for i := range p.a {
		squares := 0.0
		for k := range top {
			off := float64(p.b[i][k]-p.a[i][k]) - level
			squares += off * off
		}
		sum += math.Sqrt(squares / float64(top))
	}
	return sum / float64(p.frames)
}
