package vcard

import (
	"math"
	"slices"
	"testing"
	"time"
)

func TestOnlyWhatTheCardPutInIsTakenOut(t *testing.T) {
	// A chirp, a pause of its own, and the chirp again.
	var want []int16
	for i := range Rate / 5 {
		want = append(want, int16(8000*math.Sin(float64(i)*float64(i)/2e5)))
	}
	want = append(append(slices.Clone(want), make([]int16, 3000)...), want...)
	gap := make([]int16, 960)
	at := func(i int) []int16 { return slices.Concat(want[:i], gap, want[i:]) }
	for name, c := range map[string]struct {
		got   []int16
		same  bool
		taken time.Duration // where it is the same
	}{
		"nothing wrong":             {want, true, 0},
		"a gap in the sound":        {at(5000), true, 20 * time.Millisecond},
		"a gap in the pause":        {at(11000), true, 20 * time.Millisecond},
		"a gap at the pause's end":  {at(12600), true, 20 * time.Millisecond},
		"samples lost":              {slices.Delete(slices.Clone(want), 5000, 5480), false, 0},
		"samples lost in a gap":     {slices.Concat(want[:5000], gap, want[5480:]), false, 0},
		"zeros in place of samples": {slices.Concat(want[:5000], gap, want[5960:]), false, 0},
		"samples repeated":          {slices.Insert(slices.Clone(want), 5000, want[4520:5000]...), false, 0},
		"repeated before a pause":   {slices.Insert(slices.Clone(want), 7000, want[6520:7000]...), false, 0},
		"a second time":             {slices.Concat(want, gap, want), false, 0},
	} {
		got, taken := WithoutGaps(want, c.got)
		if slices.Equal(got, want) != c.same || c.same && taken != c.taken {
			t.Errorf("%s: %v were taken out; the rest is the same: %v", name, taken, !c.same)
		}
	}
}
