package loudness

import (
	"errors"
	"iter"
	"math"
	"slices"
	"testing"
)

// syllables is a buzz with bursts and pauses, whose peaks are far above its
// loudness, as those of speech are.
func syllables(rate, channels int, level, seconds float64) []float32 {
	var x []float32
	for i := range int(seconds * float64(rate)) {
		s := float64(i) / float64(rate)
		v := 0.0
		for k := 1.0; k < 30; k++ {
			v += math.Cos(2*math.Pi*110*k*s) / 30
		}
		v *= level * math.Max(0, math.Sin(2*math.Pi*3*s)) * (0.6 + 0.4*math.Sin(2*math.Pi*0.3*s))
		for c := range channels {
			x = append(x, float32(v*(1-0.3*float64(c))))
		}
	}
	return x
}

// reach brings a sound to a target, in pieces of no usual size.
func reach(x []float32, rate, channels int, target float64) ([]float32, Reached, error) {
	sound := slices.Chunk(x, 997*channels)
	r, err := Reach(sound, rate, channels, target, Ceiling)
	if err != nil {
		return nil, r, err
	}
	return slices.Concat(collected(r.Of(sound))...), r, nil
}

func collected(sound iter.Seq[[]float32]) (pieces [][]float32) {
	for x := range sound {
		pieces = append(pieces, slices.Clone(x))
	}
	return pieces
}

func TestALoudnessIsReachedAndNoPeakPassesTheCeiling(t *testing.T) {
	for _, rate := range []int{8000, 44100} {
		for _, channels := range []int{1, 2} {
			x := syllables(rate, channels, 0.9, 2.5)
			before := measure(rate, channels, x, 999)
			peak, lufs := Decibels(before.TruePeak()), before.Integrated()
			for _, limiting := range []float64{-6, 0.5, 2} {
				target := lufs + Ceiling - peak + limiting
				y, r, err := reach(x, rate, channels, target)
				if err != nil || len(y) != len(x) {
					t.Fatalf("%d Hz, %d channels, %+.1f dB: %d samples, %v", rate, channels, limiting, len(y), err)
				}
				m := measure(rate, channels, y, 777)
				if l := m.Integrated(); math.Abs(l-target) > 0.1 || math.Abs(l-r.LUFS) > 0.01 {
					t.Errorf("%d Hz, %d channels: %.2f LUFS, said to be %.2f, want %.2f", rate, channels, l, r.LUFS, target)
				}
				if p := Decibels(m.TruePeak()); p > Ceiling-margin+0.01 || math.Abs(p-r.TruePeak) > 0.01 {
					t.Errorf("%d Hz, %d channels: %.2f dBTP, said to be %.2f", rate, channels, p, r.TruePeak)
				}
				if limiting > 0 && (r.Limiting < limiting || r.Limiting > mostLimiting+0.1) || limiting < 0 && r.Limiting != 0 {
					t.Errorf("%d Hz, %d channels: limited by %.1f dB, where %.1f and what they take from the loudness are needed", rate, channels, r.Limiting, limiting)
				}
				smooth(t, x, y, rate, channels, limiting < 0)
			}
		}
	}
}

// smooth judges the factor between x and y: it must not jump, must be of both
// channels, and is the same everywhere where nothing was limited.
func smooth(t *testing.T, x, y []float32, rate, channels int, same bool) {
	t.Helper()
	// A ramp over the look-ahead from 1 to the most that is allowed.
	step := 1.5 / (lookAhead * float64(rate))
	last := 0.0
	var least, most float64 = math.Inf(1), 0
	for i := 0; i < len(x); i += channels {
		if math.Abs(float64(x[i])) < 1e-3 {
			last = 0
			continue
		}
		g := float64(y[i]) / float64(x[i])
		least, most = min(least, g), max(most, g)
		if last > 0 && math.Abs(g/last-1) > step {
			t.Fatalf("the gain jumps from %.3f to %.3f at frame %d", last, g, i/channels)
		}
		last = g
		for c := 1; c < channels; c++ {
			if other := float64(y[i+c]) / float64(x[i+c]); math.Abs(float64(x[i+c])) > 1e-3 && math.Abs(other/g-1) > 1e-3 {
				t.Fatalf("frame %d: one channel by %.3f, the other by %.3f", i/channels, g, other)
			}
		}
	}
	if same && most/least > 1.0001 {
		t.Errorf("the gain moves between %.4f and %.4f, and nothing is to be limited", least, most)
	}
}

func TestWhatIsFarFromAPeakIsOnlyAmplified(t *testing.T) {
	const rate = 16000
	x := sine(rate, 1, 300, 0.05, 4)
	x[2*rate] = 0.9 // one click amid quiet
	y, r, err := reach(x, rate, 1, -24)
	if err != nil || r.Limiting < 1 {
		t.Fatalf("%+v, %v", r, err)
	}
	k := Amplitude(r.Gain)
	for i := range x {
		if d := math.Abs(float64(i-2*rate)) / rate; d > 1 && math.Abs(float64(y[i])-k*float64(x[i])) > 1e-5 {
			t.Fatalf("sample %d, %.1f s from the peak, is %v, want %v", i, d, y[i], k*float64(x[i]))
		}
	}
}

func TestALoudnessOutOfReachIsRefused(t *testing.T) {
	x := syllables(16000, 1, 0.9, 3)
	_, _, err := reach(x, 16000, 1, -3)
	loud, ok := errors.AsType[*TooLoudError](err)
	if !ok {
		t.Fatal(err)
	}
	// What it says can be reached, can.
	if _, r, err := reach(x, 16000, 1, loud.Most); err != nil || r.Limiting < mostLimiting-1 {
		t.Errorf("%.2f LUFS: %+v, %v", loud.Most, r, err)
	}
	for name, x := range map[string][]float32{"silence": make([]float32, 16000), "0.3 s": sine(16000, 1, 300, 0.5, 0.3), "nothing": nil} {
		if _, _, err := reach(x, 16000, 1, -20); err != ErrUnmeasurable {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, _, err := reach(x, 16000, 1, Quietest); err != nil {
		t.Errorf("what is said to be the least: %v", err)
	}
}

func BenchmarkReach(b *testing.B) {
	x := syllables(32000, 1, 0.9, 30)
	for b.Loop() {
		if _, _, err := reach(x, 32000, 1, -24); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(30*float64(b.N)/b.Elapsed().Seconds(), "x-real-time")
}
