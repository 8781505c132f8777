package measure

import (
	"math"
	"time"
)

const (
	// before and behind are what is left of the silence beside speech, for the
	// breath of an h and for a sound that dies away.
	before, behind = 30 * time.Millisecond, 80 * time.Millisecond
	// faint is the amplitude that is heard in a quiet room: -50 dB of full scale.
	faint = 0.00316
)

// Audible is what must stay of a sound where its silent ends are taken away: from
// 30 ms before the first speech to 80 ms behind the last, and no sample above -50
// dB of full scale is outside of it. It is false where there is none.
func Audible(s Sound) (from, to time.Duration, found bool) {
	if s.Rate < lowestRate || s.Rate > highestRate || s.Channels < 1 || s.Channels > 2 {
		return 0, 0, false
	}
	from, to, found = Speech(s)
	first, last := -1, -1
	for i, v := range s.Samples {
		if v > faint || v < -faint {
			if last = i / s.Channels; first < 0 {
				first = last
			}
		}
	}
	at := func(frame int) time.Duration { // rounded up, so that the frame before it is before it
		return time.Duration(math.Ceil(float64(frame) / float64(s.Rate) * float64(time.Second)))
	}
	if first >= 0 {
		a, z := at(first), at(last+1)
		if !found {
			from, to, found = a, z, true
		}
		from, to = min(from, a), max(to, z)
	}
	if !found {
		return 0, 0, false
	}
	return max(0, from-before), min(at(len(s.Samples)/s.Channels), to+behind), true
}
