package measure_test

import (
	"math"
	"testing"

	"voicestudio/player/measure"
)

// Ten seconds of something like speech, at the rates that hosts send.
func BenchmarkOf(b *testing.B) {
	for name, of := range map[string]struct{ rate, channels int }{"32kHz": {32000, 1}, "44kHz-stereo": {44100, 2}, "8kHz": {8000, 1}} {
		s := measure.Sound{Rate: of.rate, Channels: of.channels}
		for i := range 10 * of.rate {
			t := float64(i) / float64(of.rate)
			v := 0.0
			for k := 1.0; k < 15; k++ {
				v += math.Sin(2*math.Pi*130*k*t+k*k) / k
			}
			v *= 0.2 * max(0.05, math.Sin(2*math.Pi*4*t))
			for range of.channels {
				s.Samples = append(s.Samples, float32(v))
			}
		}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				measure.Of(s)
			}
			b.ReportMetric(b.Elapsed().Seconds()*1000/float64(b.N), "ms-per-take")
		})
	}
}
