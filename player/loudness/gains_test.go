package loudness

import (
	"math"
	"slices"
	"testing"
)

func TestCandidatesAreEquallyLoudAndNonePassesTheCeiling(t *testing.T) {
	silent := Loud{math.Inf(-1), math.Inf(-1)}
	for name, c := range map[string]struct {
		of   []Loud
		want []float64
	}{
		"none":                              {nil, []float64{}},
		"one":                               {[]Loud{{-23, -10}}, []float64{5}},
		"loud and quiet":                    {[]Loud{{-16, -6}, {-26, -12}}, []float64{-2, 8}},
		"a later one moves nothing":         {[]Loud{{-16, -6}, {-26, -12}, {-12, -1}}, []float64{-2, 8, -6}},
		"unless its peak would pass":        {[]Loud{{-16, -6}, {-26, -12}, {-26, -6}}, []float64{-2 - 3, 8 - 3, 8 - 3}},
		"the worst peak counts":             {[]Loud{{-26, -6}, {-30, -6}}, []float64{8 - 7, 12 - 7}},
		"a peak just at the ceiling":        {[]Loud{{-20, -3}}, []float64{2}},
		"a silent one moves nothing":        {[]Loud{silent, {-16, -6}}, []float64{0, -2}},
		"nor does one that is not measured": {[]Loud{{math.Inf(-1), 0}, {-16, -6}, {math.NaN(), math.NaN()}}, []float64{0, -2, 0}},
		"only silence":                      {[]Loud{silent, silent}, []float64{0, 0}},
		"the loudest of all":                {[]Loud{{0, 3}}, []float64{-18}},
	} {
		if got := Gains(c.of); !slices.EqualFunc(got, c.want, func(a, b float64) bool { return math.Abs(a-b) < 1e-9 }) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
