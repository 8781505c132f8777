package host

import (
	"bufio"
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"voicestudio/tts"
)

// takeSize is the audio of the longest take: 45 minutes at 128 kbit/s.
const takeSize = 40 << 20

// longTake is a take of takeSize bytes in chunks, as SSE.
func longTake(chunk int) []byte {
	event := dash(1, dashChunk(strings.Repeat("x", chunk), 1))
	return []byte(strings.Repeat(event, takeSize/chunk) + dash(2, dashChunk("", 2)))
}

// chunkSizes are a chunk as hosts stream it, and a whole take in one.
var chunkSizes = map[string]int{"chunks of 6 KB": 6 << 10, "chunks of 400 KB": 400 << 10, "one chunk": takeSize}

// BenchmarkFrames and BenchmarkPlain read the same take, this package and a
// loop as one would write it at first.
func BenchmarkFrames(b *testing.B) {
	benchmarkReader(b, func(body io.Reader) (int64, error) {
		return io.Copy(io.Discard, tts.NewStream(newFrames(body).next, nil, tts.Timing{Began: time.Now()}))
	})
}

func BenchmarkPlain(b *testing.B) {
	benchmarkReader(b, func(body io.Reader) (n int64, _ error) {
		lines := bufio.NewScanner(body)
		lines.Buffer(nil, maxLine)
		for lines.Scan() {
			data, found := bytes.CutPrefix(lines.Bytes(), []byte("data:"))
			if !found {
				continue
			}
			var doc struct {
				Output struct {
					Data struct {
						Audio string `json:"audio"`
					} `json:"data"`
				} `json:"output"`
			}
			if err := json.Unmarshal(data, &doc); err != nil {
				return n, err
			}
			audio, err := hex.DecodeString(doc.Output.Data.Audio)
			if err != nil {
				return n, err
			}
			n += int64(len(audio))
		}
		return n, lines.Err()
	})
}

func benchmarkReader(b *testing.B, read func(io.Reader) (int64, error)) {
	for name, size := range chunkSizes {
		b.Run(name, func(b *testing.B) {
			body := longTake(size)
			b.SetBytes(takeSize)
			b.ReportAllocs()
			for b.Loop() {
				if n, err := read(bytes.NewReader(body)); err != nil || n != takeSize/int64(size)*int64(size) {
					b.Fatal(n, err)
				}
			}
			b.ReportMetric(float64(testing.AllocsPerRun(1, func() { read(bytes.NewReader(body)) }))/(takeSize>>20), "allocs/MB")
		})
	}
}

// BenchmarkFrameInClient measures how long a frame is in the client: from
// before the host writes it until its audio has been read, over loopback.
func BenchmarkFrameInClient(b *testing.B) {
	sent := make(chan time.Time, 1)
	goOn := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.Copy(io.Discard, r.Body)
		event := dash(1, dashChunk(strings.Repeat("x", 1600), 1))
		for {
			sent <- time.Now()
			io.WriteString(w, event)
			http.NewResponseController(w).Flush()
			if _, more := <-goOn; !more {
				return
			}
		}
	}))
	defer server.Close()
	c, err := New(Config{Name: tts.DashScope, BaseURL: server.URL, Key: NewKey("k")})
	if err != nil {
		b.Fatal(err)
	}
	s, err := c.Open(b.Context(), hello(), true)
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	var times []time.Duration
	piece := make([]byte, 1600)
	for b.Loop() {
		if _, err := io.ReadFull(s, piece); err != nil {
			b.Fatal(err)
		}
		times = append(times, time.Since(<-sent))
		goOn <- struct{}{}
	}
	<-sent
	close(goOn)
	slices.Sort(times)
	b.ReportMetric(0, "ns/op")
	for _, p := range []int{50, 99} {
		b.ReportMetric(float64(times[(len(times)-1)*p/100].Microseconds()), fmt.Sprintf("µs-p%d", p))
	}
}
