package panel

import (
	"math"
	"testing"
)

// The literal values are of textbooks' tables, doubled.
func TestTheBinomialIsExact(t *testing.T) {
	for _, c := range []struct {
		won, of int
		p       float64
	}{
		{9, 10, 22. / 1024}, {1, 10, 22. / 1024}, {12, 16, .076813}, {10, 10, 2. / 1024},
		{5, 10, 1}, {1, 1, 1}, {0, 0, 1}, {3, 2, 1}, {600, 1000, 2.728e-10},
	} {
		if p := TwoSided(c.won, c.of); math.Abs(p-c.p) > 5e-4*c.p {
			t.Errorf("%d of %d: %g, not %g", c.won, c.of, p, c.p)
		}
	}
	for of := 1; of <= 14; of++ { // every series of so many is gone through
		far := make([]int, of+1)
		for series := range 1 << of {
			won := 0
			for i := range of {
				won += series >> i & 1
			}
			for k := range far {
				if abs(2*won-of) >= abs(2*k-of) {
					far[k]++
				}
			}
		}
		for k, n := range far {
			if p, want := TwoSided(k, of), float64(n)/float64(int(1)<<of); math.Abs(p-want) > 1e-12 {
				t.Errorf("%d of %d: %g, but counting says %g", k, of, p, want)
			}
		}
	}
}

func abs(n int) int { return max(n, -n) }
