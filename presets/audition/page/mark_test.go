package page

import (
	"bytes"
	"math"
	"math/rand/v2"
	"testing"
	"time"
)

// spoken is a second that is built like speech: silence with a little
// noise, then syllables of pulses at a pitch, each with its own rise and fall.
func spoken(rate int) []float32 {
	noise := rand.New(rand.NewPCG(3, 4))
	x := make([]float32, rate*11/10)
	for i := range x {
		x[i] = 0.001 * float32(noise.NormFloat64())
	}
	for syllable, from := range []float64{0.31, 0.55, 0.83} {
		length, pitch := 0.12+0.03*float64(syllable%3), 110+15*float64(syllable)
		for i := range int(length * float64(rate)) {
			at := float64(i) / float64(rate)
			pulse := math.Exp(-math.Mod(at*pitch, 1) * 6)
			tone := math.Sin(2 * math.Pi * 700 * at)
			x[int(from*float64(rate))+i] += float32(0.5 * math.Sin(math.Pi*at/length) * pulse * tone)
		}
	}
	return x
}

// lag finds how much later x has what m marks, as the page does.
func lag(m Mark, x []float32, rate int) (found time.Duration) {
	const reach, parts = 100 * time.Millisecond, 4
	padded := append(make([]float32, rate/5), x...) // 200 ms
	best := 0.5
	for part := range parts {
		part := markStep * time.Duration(part) / parts
		powers := powersOf(padded[int(math.Round(part.Seconds()*float64(rate))):], 1, rate)
		for later := -reach; later <= reach; later += markStep {
			first := int((m.At + 200*time.Millisecond + later) / markStep)
			var sa, sb, saa, sbb, sab, n float64
			for i, a := range m.Shape {
				a, b := float64(a), math.Sqrt(math.Sqrt(powers[first+i]))
				sa, sb, saa, sbb, sab, n = sa+a, sb+b, saa+a*a, sbb+b*b, sab+a*b, n+1
			}
			if r := (sab - sa*sb/n) / math.Sqrt((saa-sa*sa/n)*(sbb-sb*sb/n)); r > best {
				best, found = r, later+part
			}
		}
	}
	return found
}

func TestAMarkFindsHowMuchLaterABrowserDecodes(t *testing.T) {
	const rate = 24000
	x := spoken(rate)
	m := MarkOf(x, 1, rate)
	if m.At < 240*time.Millisecond || m.At > 270*time.Millisecond || len(m.Shape) != 600 {
		t.Fatalf("the mark of an onset soon after 310 ms is at %v, %d long", m.At, len(m.Shape))
	}
	stereo := make([]float32, 0, 2*len(x))
	for _, s := range x {
		stereo = append(stereo, s, 0)
	}
	if other := MarkOf(stereo, 2, rate); other.At != m.At || !bytes.Equal(other.Shape, m.Shape) {
		t.Error("the same on one side has another mark")
	}
	for _, later := range []time.Duration{0, 13300 * time.Microsecond, 26122 * time.Microsecond, 99 * time.Millisecond, -34500 * time.Microsecond} {
		for _, browser := range []int{44100, 48000} {
			if found := lag(m, resampled(x, rate, browser, later), browser); (found - later).Abs() > time.Millisecond {
				t.Errorf("%v later at %d Hz: found %v", later, browser, found)
			}
		}
	}
}

// resampled is x at another rate and later, by linear interpolation.
func resampled(x []float32, from, to int, later time.Duration) []float32 {
	y := make([]float32, len(x)*to/from)
	for i := range y {
		at := (float64(i)/float64(to) - later.Seconds()) * float64(from)
		if k := int(math.Floor(at)); k >= 0 && k+1 < len(x) {
			part := float32(at - float64(k))
			y[i] = x[k]*(1-part) + x[k+1]*part
		}
	}
	return y
}

func TestSilenceAndScrapsHaveNoMarkThatMisleads(t *testing.T) {
	for name, x := range map[string][]float32{"nothing": nil, "silence": make([]float32, 9000), "a click": {1}} {
		if m := MarkOf(x, 1, 16000); len(m.Shape) != 0 || m.At != 0 {
			t.Errorf("%s has the mark %+v", name, m)
		}
	}
	if m := MarkOf(spoken(16000)[:16000/3], 1, 16000); len(m.Shape) == 0 {
		t.Error("a short clip has no mark")
	}
}
