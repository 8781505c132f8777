package host

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"voicestudio/tts"
)

var began = time.Now()

func drainStream(s *tts.Stream) (int64, error) { return io.Copy(io.Discard, s) }

// drip answers with a status and a head, then with one more piece every pause
// for as long as anybody listens.
type drip struct {
	status int
	head   string
	piece  string
	pause  time.Duration
}

func (d drip) RoundTrip(r *http.Request) (*http.Response, error) {
	read, write := io.Pipe()
	go func() {
		io.WriteString(write, d.head)
		for r.Context().Err() == nil {
			if _, err := io.WriteString(write, d.piece); err != nil {
				return
			}
			select {
			case <-time.After(d.pause):
			case <-r.Context().Done():
			}
		}
		write.CloseWithError(r.Context().Err())
	}()
	return &http.Response{StatusCode: d.status, Body: read, Header: http.Header{}}, nil
}

func (d drip) client(t *testing.T) *Client {
	t.Helper()
	c, err := New(Config{Name: tts.MiniMax, Key: NewKey("k"), Transport: d})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestAHostThatSendsEverythingButAudioIsLeft(t *testing.T) {
	one := "data: " + nativeChunk("one ", 1) + "\n\n"
	for name, piece := range map[string]string{
		"comments":                     ": keep-alive\n\n",
		"blank lines":                  "\n",
		"a comment without end":        ": x",
		"frames without audio":         "data: " + nativeChunk("", 1) + "\n\n",
		"frames that say nothing":      "data: {}\n\n",
		"a frame a digit at a time":    "0",
		"lines that nobody knows":      "x: y\n",
		"a thousand frames of nothing": strings.Repeat("data: {}\n\n", 1000),
	} {
		for when, head := range map[string]string{"before the first audio": "", "after it": one} {
			if name == "a frame a digit at a time" {
				head += `data: {"data":{"audio":"`
			}
			t.Run(name+" "+when, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					start := time.Now()
					c := drip{200, head, piece, 5 * time.Second}.client(t)
					s, err := c.Open(t.Context(), hello(), true)
					if err == nil {
						_, err = drainStream(s)
						s.Close()
					}
					if fault := tts.AsError(err, ""); fault == nil || fault.Kind != tts.KindStream || !strings.Contains(err.Error(), "no audio for 1m0s; check the network") {
						t.Errorf("%v", err)
					}
					if took := time.Since(start); took < longestSilence || took > 2*longestSilence {
						t.Errorf("after %v", took)
					}
				})
			})
		}
	}
}

func TestASlowHostThatSpeaksIsWaitedFor(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := drip{200, "", "data: " + nativeChunk("one ", 1) + "\n\n", 50 * time.Second}.client(t)
		s, err := c.Open(t.Context(), hello(), true)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		if n, err := io.ReadFull(s, make([]byte, 400)); err != nil {
			t.Errorf("%d bytes, %v", n, err)
		}
	})
}

func TestAnErrorWithoutEndIsBounded(t *testing.T) {
	for name, d := range map[string]drip{
		"slow":         {503, "<html>", "x", 5 * time.Second},
		"fast":         {503, "<html>", strings.Repeat("x", 100_000), time.Nanosecond},
		"fast in JSON": {503, `{"message":"`, strings.Repeat("x", 100_000), time.Nanosecond},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				start := time.Now()
				_, err := d.client(t).Open(t.Context(), hello(), false)
				if fault := tts.AsError(err, ""); fault == nil || fault.Code != "HTTP 503" || !fault.Retryable {
					t.Errorf("%v", err)
				}
				if took := time.Since(start); took > 25*time.Second { // two tries
					t.Errorf("after %v", took)
				}
			})
		})
	}
}

func TestDownloadsWithoutEndAreBounded(t *testing.T) {
	for name, ask := range map[string]func(*Client) error{
		"subtitles": func(c *Client) error {
			_, err := c.Subtitles(context.Background(), "https://example.com/x")
			return err
		},
		"voices": func(c *Client) error { _, err := c.Voices(context.Background()); return err },
		"audio behind a link": func(c *Client) error {
			body, err := c.fetch(context.Background(), "https://example.com/x", 8<<20)
			if err != nil {
				return err
			}
			defer body.Close()
			_, err = io.Copy(io.Discard, body)
			return err
		},
	} {
		for speed, d := range map[string]drip{"slow": {200, "", "x", 5 * time.Second}, "fast": {200, "", strings.Repeat("x", 1<<20), time.Nanosecond}} {
			t.Run(name+", "+speed, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					start := time.Now()
					if err := ask(d.client(t)); err == nil {
						t.Error("no error")
					}
					if took := time.Since(start); took > 2*longestSilence {
						t.Errorf("after %v", took)
					}
				})
			})
		}
	}
}

func TestAStreamWithoutEndIsKeptUpToALimit(t *testing.T) {
	chunk := tts.Frame{Audio: make([]byte, 4<<20)}
	s := tts.NewStream(func() (tts.Frame, error) { return chunk, nil }, nil, tts.Timing{Began: began})
	n, err := drainStream(s)
	if fault := tts.AsError(err, ""); fault == nil || fault.Retryable || n != tts.MaxBytes || fault.Received != n || s.Progress().Complete || !strings.Contains(err.Error(), "more than 512 MB") {
		t.Errorf("%d bytes, %v", n, err)
	}
}

// Frames without audio pile up nowhere.
func TestWhatComesBeforeTheFirstAudioCostsNoMemory(t *testing.T) {
	const frames = 50_000
	empty := strings.NewReader(strings.Repeat(fmt.Sprintf(`data: {"trace_id":"t","request_id":"r","data":{"audio":"","status":1,"pad":%q}}`+"\n", strings.Repeat("x", 100)), frames/100))
	rounds := 0
	in := newFrames(readerFunc(func(p []byte) (int, error) {
		n, err := empty.Read(p)
		if err == io.EOF && rounds < 100 {
			rounds++
			empty.Seek(0, io.SeekStart)
			return n, nil
		}
		if err == io.EOF && rounds == 100 {
			rounds++
			return copy(p, "data: "+nativeChunk("one ", 1)+"\n"), nil
		}
		return n, err
	}))
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	first, err := firstAudio(in.next)
	runtime.GC()
	runtime.ReadMemStats(&after)
	if err != nil || string(first.Audio) != "one " || first.RequestID != "r" {
		t.Fatalf("%+v %v", first, err)
	}
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 4<<20 {
		t.Errorf("%d KB for %d frames of nothing", grown>>10, frames)
	}
	runtime.KeepAlive(in)
}

type readerFunc func(p []byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }
