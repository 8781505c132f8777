package player

import (
	"math"
	"time"
)

// RMS fills dst with the root mean square, 0..1, of each of len(dst) equal
// parts of the span [0, total), to 256 samples and over all channels, and says
// how many of them have begun to be decoded; the others are 0. Each part is two
// look-ups, however long it is, so that ten minutes cost no more than ten
// seconds and a drawing can follow what grows.
func (t *Timeline) RMS(dst []float32, total time.Duration) (begun int) {
	clear(dst)
	have := t.have.Load()
	if total <= 0 || have == 0 {
		return 0
	}
	span := max(1, t.source(frames(total)))
	list := *t.list.Load()
	parts := int64(len(dst))
	for i := range dst {
		from := span/parts*int64(i) + span%parts*int64(i)/parts
		to := span/parts*int64(i+1) + span%parts*int64(i+1)/parts
		if from >= have {
			return i
		}
		from = from / bucket * bucket
		if to < span {
			to = to / bucket * bucket
		}
		// A part that is narrower than a bucket is as loud as that.
		to = min(max(to, from+bucket), have)
		square := float64(energyTo(list, to)-energyTo(list, from)) / float64(2*(to-from))
		dst[i] = float32(min(math.Sqrt(square)/32768, 1))
	}
	return len(dst)
}

// energyTo is the energy of all source frames before one that is there. Within a
// bucket it looks at the samples: the stored energy of one that is still being
// filled belongs to the writer.
func energyTo(list []*block, frame int64) (energy uint64) {
	whole := frame / bucket
	if whole > 0 {
		energy = list[(whole-1)/blockBuckets].energy[(whole-1)%blockBuckets]
	}
	if rest := frame % bucket; rest > 0 {
		b := list[frame/blockFrames]
		for at := (frame - rest) % blockFrames; rest > 0; rest-- {
			energy += b.energyAt(at)
			at++
		}
	}
	return energy
}

// energyAt is the energy of a frame: the squares of both ears.
func (b *block) energyAt(frame int64) uint64 {
	left := int64(b.samples[frame*int64(b.channels)])
	right := int64(b.samples[frame*int64(b.channels)+int64(b.channels)-1])
	return uint64(left*left + right*right)
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
	return min(float32(top)/32767, 1)
}
