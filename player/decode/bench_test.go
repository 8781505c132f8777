package decode

import (
	"errors"
	"io"
	"testing"
)

// BenchmarkDecode decodes a minute as it comes from a host, in pieces of 4 KB.
func BenchmarkDecode(b *testing.B) {
	s := tonesAt(32000, 1)
	frames := 60 * s.rate
	for name, data := range map[string][]byte{"mp3": s.mp3(b, frames, 128), "pcm": s.pcm(frames)} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				d, err := New(Format{Codec: name, SampleRate: s.rate, Channels: s.channels})
				if err != nil {
					b.Fatal(err)
				}
				if x, err := all(d, data, whole(4096)); len(x) < frames || !errors.Is(err, io.EOF) {
					b.Fatal(len(x), err)
				}
			}
			b.ReportMetric(60*float64(b.N)/b.Elapsed().Seconds(), "x-real-time")
		})
	}
}
