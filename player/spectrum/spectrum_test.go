package spectrum

import (
	"math"
	"math/cmplx"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestThePowerOfNoiseIsThatOfTheTransformAsItIsDefined(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for n := 4; n <= 128; n *= 2 {
		window := Hann(n - n/4)
		x := make([]float32, n)
		for i := range x {
			x[i] = rnd.Float32() - 0.5
		}
		dst := make([]float64, n/2+1)
		fft := NewFFT(n, window)
		for range 2 { // the second must not see the first
			fft.Power(dst, x)
		}
		for k, got := range dst {
			var sum complex128
			for i, w := range window {
				sum += complex(float64(w*x[i]), 0) * cmplx.Rect(1, -2*math.Pi*float64(k*i)/float64(n))
			}
			if want := math.Pow(cmplx.Abs(sum), 2); math.Abs(got-want) > 1e-9*(1+want) {
				t.Errorf("%d samples: %v at %d, want %v", n, got, k, want)
			}
		}
	}
}

func TestALowerRateKeepsTonesInTheirPlaceAndMirrorsNone(t *testing.T) {
	level := func(x []float32) float64 {
		sum := 0.0
		for _, v := range x[len(x)/4 : len(x)*3/4] {
			sum += float64(v * v)
		}
		return 10 * math.Log10(1e-20+2*sum/float64(len(x)/2))
	}
	tone := func(hz float64, rate int) []float32 {
		x := make([]float32, rate)
		for i := range x {
			x[i] = float32(math.Sin(2 * math.Pi * hz * float64(i/2) / float64(rate)))
		}
		return x
	}
	for _, c := range []struct{ rate, least, want int }{{48000, 8000, 8000}, {44100, 8000, 8820}, {22050, 16000, 22050}, {32000, 16000, 16000}, {8000, 16000, 8000}} {
		low, at := Mono(tone(200, c.rate), 2, c.rate, c.least)
		if at != c.want || len(low) != at/2 {
			t.Errorf("%d Hz for at least %d: %d samples at %d Hz, want %d", c.rate, c.least, len(low), at, c.want)
		}
		for i, v := range low[at/8 : at/4] {
			if want := math.Sin(2 * math.Pi * 200 * float64(i+at/8) / float64(at)); math.Abs(float64(v)-want) > 0.01 {
				t.Fatalf("%d Hz: sample %d is %.3f, want %.3f", c.rate, i, v, want)
			}
		}
		if at == c.rate {
			continue
		}
		l, pieces := NewLower(2, c.rate, c.least), []float32(nil)
		for x := tone(200, c.rate); len(x) > 0; x = x[min(len(x), 2*317):] {
			pieces = append(pieces, l.Write(x[:min(len(x), 2*317)])...)
		}
		if pieces = append(pieces, l.Flush()...); !slices.Equal(pieces, low) {
			t.Errorf("%d Hz: it is another sound when it comes in pieces", c.rate)
		}
		if high, _ := Mono(tone(float64(at)*0.65, c.rate), 2, c.rate, c.least); level(high) > -60 {
			t.Errorf("%d Hz: a tone that is too high for %d Hz is still at %.0f dB", c.rate, at, level(high))
		}
	}
}

func TestWhatIsNoSoundHarmsNothing(t *testing.T) {
	nan := float32(math.NaN())
	for name, x := range map[string][]float32{"nothing": {}, "one sample": {1}, "no numbers": {nan, 1, float32(math.Inf(1)), 0, 1, 1, nan}} {
		for _, channels := range []int{-1, 0, 1, 2} {
			for _, rate := range []int{-1, 0, 1, 8000, 96000} {
				y, at := Mono(x, channels, rate, 8000)
				for _, v := range y {
					if v-v != 0 {
						t.Errorf("%s: %v", name, v)
					}
				}
				if at < 1 {
					t.Errorf("%s: a rate of %d", name, at)
				}
			}
		}
	}
}

func BenchmarkPower(b *testing.B) {
	fft, x, dst := NewFFT(512, Hann(400)), make([]float32, 400), make([]float64, 257)
	for b.Loop() {
		fft.Power(dst, x)
	}
}

func BenchmarkMono(b *testing.B) {
	x := make([]float32, 320000)
	for b.Loop() {
		Mono(x, 1, 32000, 16000)
	}
}
