package measure_test

import (
	"math"
	"strings"
	"testing"

	"voicestudio/player/measure"
)

func agreed(hz, lufs, slope float64, ms int64) measure.Measures {
	return measure.Measures{AudioMS: ms + 200, SpeechMS: &ms, F0MedianHz: &hz, LUFS: &lufs, SlopeDBOct: &slope}
}

func TestADriftIsToldWhereItIsAboveTheLimitAndTheHostsOwnSpread(t *testing.T) {
	was := agreed(200, -20, -9, 3000)
	for _, c := range []struct {
		is   measure.Measures
		by   measure.Spread
		want string
	}{
		{was, nil, ""},
		{agreed(205, -19.1, -7.6, 2930), nil, ""},
		{agreed(210.7, -20, -9, 3260), nil, "0.9 st higher, 8 % slower"},
		{agreed(194, -22, -9, 2820), nil, "0.5 st lower, 6 % faster, 2.0 dB softer"},
		{agreed(200, -20, -7.4, 3000), nil, "brighter"},
		{agreed(210.7, -20, -9, 3260), measure.Spread{"f0_median_hz": 0.31, "speech_ms": 2}, "8 % slower"},
		{agreed(200, -22, -6, 3000), measure.Spread{"lufs": 0.8, "slope_db_oct": 1.1}, ""},
		{measure.Measures{SpeechMS: new(int64(3000)), LUFS: new(-20.0)}, nil, "no voice any more, no colour any more"},
	} {
		var said []string
		for _, d := range measure.Drifted(was, c.is, c.by) {
			said = append(said, d.Words)
		}
		if got := strings.Join(said, ", "); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	if d := measure.Drifted(was, agreed(220, -20, -9, 3000), measure.Spread{"f0_median_hz": 0.2})[0]; *d.Was != 200 || *d.Is != 220 || d.Limit != 0.6 || d.Unit != "st" || d.Measure != "f0_median_hz" {
		t.Errorf("%+v", d)
	}
}

func TestRepeatedTakesAreOneInTheMiddleWithTheirSpread(t *testing.T) {
	all := []measure.Measures{agreed(198, -20.5, -9, 2970), agreed(200, -20, -9, 3000), agreed(202, -19.5, -9, 3030)}
	mean, by := measure.Mean(all)
	if *mean.F0MedianHz != 200 || *mean.LUFS != -20 || *mean.SpeechMS != 3000 || mean.AudioMS != 3200 || mean.RateSPS != nil || mean.Version != measure.Version {
		t.Errorf("%+v", mean)
	}
	for name, want := range map[string]float64{"f0_median_hz": 0.173, "speech_ms": 1, "lufs": 0.5, "slope_db_oct": 0} {
		if math.Abs(by[name]-want) > 0.002 {
			t.Errorf("%s: %v, want %v", name, by[name], want)
		}
	}
	if _, by := measure.Mean(all[:1]); len(by) > 0 {
		t.Errorf("one take has a spread: %v", by)
	}
}
