package measure_test

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"voicestudio/player/measure"
)

// many are lines of one voice, each a little otherwise, as by chance.
func many(n int, change func(i int, hz, rate, lufs, slope *float64)) (at []float64, all []measure.Measures) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for i := range n {
		hz, rate, lufs, slope := 200*math.Pow(2, rnd.NormFloat64()*0.25/12), 5*(1+rnd.NormFloat64()*0.03), -20+rnd.NormFloat64()*0.5, -9+rnd.NormFloat64()*0.4
		change(i, &hz, &rate, &lufs, &slope)
		at = append(at, float64(i))
		all = append(all, measure.Measures{SpeechMS: new(int64(3000)), F0MedianHz: &hz, RateSPS: &rate, LUFS: &lufs, SlopeDBOct: &slope})
	}
	return at, all
}

func TestALineThatIsAnExceptionAmongTheOthersIsTold(t *testing.T) {
	_, all := many(40, func(i int, hz, rate, lufs, slope *float64) {
		switch i {
		case 6:
			*hz *= math.Pow(2, 2.0/12)
		case 13:
			*rate, *lufs = *rate*1.4, *lufs-4
		case 20:
			*slope += 4
		}
	})
	for i, m := range all {
		others := append(append([]measure.Measures{}, all[:i]...), all[i+1:]...)
		got := inWords(measure.Unlike(m, others))
		want := map[int]string{6: "2.2 st higher", 13: "39 % faster, 4.1 dB softer", 20: "brighter"}[i]
		if got != want {
			t.Errorf("line %d: %q, want %q", i, got, want)
		}
	}
	if got := measure.Unlike(all[6], all[:5]); got == nil || len(got) != 0 {
		t.Errorf("among five: %v", got)
	}
}

func TestAWayUpOrDownIsToldOnlyWhereItIsClear(t *testing.T) {
	at, all := many(40, func(i int, hz, _, lufs, _ *float64) {
		*hz *= math.Pow(2, -0.9*float64(i)/39/12)
		*lufs -= 0.5 * float64(i) / 39 // nobody notices
	})
	got := measure.Trend(at, all)
	if len(got) != 1 || got[0].Measure != "f0_median_hz" || got[0].Delta > -0.7 || got[0].Delta < -1.2 || !strings.HasSuffix(got[0].Words, "st lower") {
		t.Errorf("%+v", got)
	}
	at, all = many(40, func(int, *float64, *float64, *float64, *float64) {})
	if got := measure.Trend(at, all); got == nil || len(got) != 0 {
		t.Errorf("of chance: %+v", got)
	}
	at, all = many(40, func(i int, hz, _, _, _ *float64) { // one that is far off is no way
		if i > 36 {
			*hz *= 1.5
		}
	})
	if got := measure.Trend(at, all); len(got) != 0 {
		t.Errorf("of the last three: %+v", got)
	}
	if got := measure.Trend(at[:5], all[:5]); len(got) != 0 {
		t.Errorf("of five: %+v", got)
	}
}
