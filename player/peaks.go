package player

import (
	"math"
	"time"
)

// Peaks fills dst with the largest absolute sample, 0..1, in each of len(dst)
// equal parts of the span [0, total), to 10 ms. Parts that are not decoded yet
// are 0. It costs one comparison per 10 ms, whatever the width.
func (t *Timeline) Peaks(dst []float32, total time.Duration) {
	clear(dst)
	span := frames(total)
	if span <= 0 {
		return
	}
	have := t.frames.Load()
	list := *t.list.Load()
	parts := int64(len(dst))
	for i := range dst {
		from := span / parts * int64(i)
		from += span % parts * int64(i) / parts
		to := span/parts*int64(i+1) + span%parts*int64(i+1)/parts
		if from >= have {
			return
		}
		var peak uint16
		for b := from / bucket; b*bucket < min(max(to, from+1), have); b++ {
			peak = max(peak, bucketPeak(list, b, have))
		}
		dst[i] = min(float32(peak)/32767, 1)
	}
}

// bucketPeak is the peak of bucket b; of one that is still being filled it
// looks at the samples, for the stored peak belongs to the writer.
func bucketPeak(list []*block, b, have int64) uint16 {
	blk := list[b/blockPeaks]
	if (b+1)*bucket <= have {
		return blk.peaks[b%blockPeaks]
	}
	from, to := b*bucket%blockFrames, b*bucket%blockFrames+have-b*bucket
	var peak uint16
	for _, s := range blk.samples[from*int64(blk.channels) : to*int64(blk.channels)] {
		peak = max(peak, magnitude(s))
	}
	return peak
}

// levelWindow is what a meter shows at an instant: 20 ms, a little more than
// the period of the lowest voice.
const levelWindow = 2 * bucket

// level returns the peak and the RMS (0..1) of the window that ends at frame at.
func (t *Timeline) level(at int64) (peak, rms float32) {
	at = min(at, t.frames.Load())
	list := *t.list.Load()
	var top uint16
	var sum float64
	n := 0
	for f := max(0, at-levelWindow); f < at; f++ {
		b := list[f/blockFrames]
		i := int(f%blockFrames) * b.channels
		for _, s := range b.samples[i : i+b.channels] {
			top = max(top, magnitude(s))
			sum += float64(s) * float64(s)
			n++
		}
	}
	if n == 0 {
		return 0, 0
	}
	return min(float32(top)/32767, 1), min(float32(math.Sqrt(sum/float64(n))/32767), 1)
}
