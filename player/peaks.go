package player

import "time"

// Peaks fills dst with the largest absolute sample, 0..1, in each of len(dst)
// equal parts of the span [0, total), to 128 samples. Parts that are not
// decoded yet are 0. A part that spans blocks is looked up block by block, so
// that ten minutes cost little more than ten seconds.
func (t *Timeline) Peaks(dst []float32, total time.Duration) {
	clear(dst)
	have := t.have.Load()
	if total <= 0 || have == 0 {
		return
	}
	span := max(1, t.source(frames(total)))
	list := *t.list.Load()
	parts := int64(len(dst))
	for i := range dst {
		from := span / parts * int64(i)
		from += span % parts * int64(i) / parts
		to := span/parts*int64(i+1) + span%parts*int64(i+1)/parts
		if from >= have {
			return
		}
		dst[i] = fraction(peakOf(list, from, max(to, from+1), have))
	}
}

func fraction(peak uint16) float32 { return min(float32(peak)/32767, 1) }

// peakOf is the peak of the buckets that the source frames [from, to) touch.
func peakOf(list []*block, from, to, have int64) (peak uint16) {
	to = min(to, have)
	for at := from / bucket * bucket; at < to; {
		b := list[at/blockFrames]
		if at%blockFrames == 0 && at+blockFrames <= to {
			peak = max(peak, uint16(b.peak.Load()))
			at += blockFrames
			continue
		}
		peak = max(peak, bucketPeak(b, at, have))
		at += bucket
	}
	return peak
}

// bucketPeak is the peak of the bucket at a source frame; of one that is still
// being filled it looks at the samples, for the stored peak belongs to the
// writer.
func bucketPeak(b *block, at, have int64) (peak uint16) {
	from := at % blockFrames
	if at+bucket <= have {
		return b.peaks[from/bucket]
	}
	to := from + have - at
	for _, s := range b.samples[from*int64(b.channels) : to*int64(b.channels)] {
		peak = max(peak, magnitude(s))
	}
	return peak
}

// level returns the peak (0..1) of the 20 ms before frame at: a little more than
// the period of the lowest voice.
func (t *Timeline) level(at int64) float32 {
	have := t.have.Load()
	if have == 0 {
		return 0
	}
	end := min(t.source(at), have)
	list := *t.list.Load()
	var top uint16
	for f := max(0, end-int64(t.rate/50)); f < end; f++ {
		b := list[f/blockFrames]
		i := int(f%blockFrames) * b.channels
		for _, s := range b.samples[i : i+b.channels] {
			top = max(top, magnitude(s))
		}
	}
	return fraction(top)
}
