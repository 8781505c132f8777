package likeness

import "math"

// mostFrames of a sound are matched: half a minute of speech has every sound of a
// language many times.
const mostFrames = 3000

// matched are the frames of two sounds that say something else, each with the one of
// the other sound that is most like it: most often the same vowel or consonant.
func matched(a, b *bands, top int) (p pairs) {
	first, second := a.some(), b.some()
	if len(first) == 0 || len(second) == 0 {
		return p
	}
	level := float32(level(first, top) - level(second, top))
	for _, x := range first {
		p.a, p.b = append(p.a, x), append(p.b, nearest(x, second, -level, top))
	}
	for _, x := range second {
		p.a, p.b = append(p.a, nearest(x, first, level, top)), append(p.b, x)
	}
	return p
}

// some are frames that are spoken, at most mostFrames, from all over the sound.
func (b *bands) some() (list []spectra) {
	for i, spoken := range b.spoken {
		if spoken {
			list = append(list, b.frames[i])
		}
	}
	n := len(list)
	if n <= mostFrames {
		return list
	}
	for k := range mostFrames {
		list[k] = list[k*n/mostFrames]
	}
	return list[:mostFrames]
}

// level is the mean of the first so many bands.
//
//go:norace
func level(list []spectra, top int) (sum float64) {
	for i := range list {
		for _, v := range list[i][:top] {
			sum += float64(v)
		}
	}
	return sum / float64(len(list)*top)
}

// nearest is the frame of a list that is most like another one, which is so much
// louder.
//
//go:norace
func nearest(x spectra, list []spectra, louder float32, top int) spectra {
	least, best := float32(math.Inf(1)), 0
	for i := range list {
		y, sum := &list[i], float32(0)
		for k := range top {
			off := x[k] + louder - y[k]
			sum += off * off
		}
		if sum < least {
			least, best = sum, i
		}
	}
	return list[best]
}
