package player

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

var apiRates = []int{8000, 16000, 22050, 24000, 32000, 44100}

func resampled(t interface{ Fatal(...any) }, rate, channels int, in []float32, piece func() int) []float32 {
	k, err := new(kernels).between(rate, Rate)
	if err != nil {
		t.Fatal(err)
	}
	r := newResampler(k, channels)
	var out []float32
	for len(in) > 0 {
		n := min(piece()*channels, len(in))
		out = append(out, r.process(in[:n])...)
		in = in[n:]
	}
	return append(out, r.flush()...)
}

func TestResampledToneIsTheToneItself(t *testing.T) {
	for _, rate := range append(apiRates, 11025, 12000, 48000, 96000) {
		in := make([]float32, rate)
		for i := range in {
			in[i] = float32(0.5 * math.Sin(2*math.Pi*1000*float64(i)/float64(rate)))
		}
		out := resampled(t, rate, 1, in, func() int { return 777 })
		if n := len(out); n < Rate || n > Rate+Rate/rate+1 {
			t.Errorf("%d Hz: %d samples of a second", rate, n)
		}
		// Against the ideal, in phase: a delay or a lost sample would show, too.
		var signal, noise float64
		for i := 1000; i < Rate-1000; i++ {
			want := 0.5 * math.Sin(2*math.Pi*1000*float64(i)/Rate)
			signal += want * want
			noise += (float64(out[i]) - want) * (float64(out[i]) - want)
		}
		if db := 10 * math.Log10(signal/noise); db < 90 {
			t.Errorf("%d Hz: signal to noise %.0f dB", rate, db)
		} else {
			t.Logf("%d Hz: %.0f dB", rate, db)
		}
	}
}

func TestResamplingInPiecesIsResamplingTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rate := rapid.SampledFrom(apiRates).Draw(t, "rate")
		channels := rapid.IntRange(1, 2).Draw(t, "channels")
		in := make([]float32, channels*rapid.IntRange(1, 900).Draw(t, "frames"))
		for i := range in {
			in[i] = float32(math.Sin(float64(i*i) / 500))
		}
		whole := resampled(t, rate, channels, in, func() int { return len(in) })
		pieces := resampled(t, rate, channels, in, func() int { return rapid.IntRange(1, 90).Draw(t, "piece") })
		if len(whole) != len(pieces) {
			t.Fatalf("%d samples, want %d", len(pieces), len(whole))
		}
		for i := range whole {
			if whole[i] != pieces[i] {
				t.Fatalf("sample %d differs", i)
			}
		}
	})
}

func TestOddRatesAreRefused(t *testing.T) {
	for _, rate := range []int{0, -1, 999, 44101} {
		if _, err := new(kernels).between(rate, Rate); err == nil {
			t.Errorf("%d Hz is accepted", rate)
		}
	}
}

func BenchmarkResample(b *testing.B) {
	k, _ := new(kernels).between(32000, Rate)
	r := newResampler(k, 1)
	in := make([]float32, 1152)
	b.ReportAllocs()
	for b.Loop() {
		r.process(in)
	}
	b.ReportMetric(float64(b.N)*1152/32000/b.Elapsed().Seconds(), "x-real-time")
}
