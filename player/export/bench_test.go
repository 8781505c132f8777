package export

import (
	"bytes"
	"io"
	"testing"
	"time"

	"voicestudio/player/decode"
)

func BenchmarkFLAC(b *testing.B) {
	pcm := tone(32000, 1, 0.5, 10*time.Second)
	for b.Loop() {
		if _, err := Write(b.Context(), io.Discard, bytes.NewReader(pcm), decode.Format{Codec: "pcm", SampleRate: 32000, Channels: 1}, Options{Codec: "flac"}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(10*float64(b.N)/b.Elapsed().Seconds(), "x-real-time")
}
