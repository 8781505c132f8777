package sandbox

import (
	"context"
	"encoding/hex"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"

	"voicestudio/tts"
	"voicestudio/tts/sandbox/speech"
)

// gate is a voice that speaks each text when it is let.
type gate struct {
	let   chan struct{}
	ended chan struct{}
}

func (v gate) Speak(ctx context.Context, r tts.Request, w io.Writer) (speech.Result, error) {
	defer func() { v.ended <- struct{}{} }()
	w.Write([]byte(r.Text))
	select {
	case <-v.let:
		return speech.Result{Samples: 1, SampleRate: 32000, Bitrate: 128000}, nil
	case <-ctx.Done():
		return speech.Result{}, ctx.Err()
	}
}

func (gate) Close() error { return nil }

// longText is "audio" of more than one piece at a gate.
var longText = strings.Repeat("Hello. ", 120)

const pcmStart = plainStart + `,"audio_setting":{"format":"pcm"}`

func TestQueuedTextsAreSpokenInTheirOrderAndTooManyAreNot(t *testing.T) {
	v := gate{make(chan struct{}, mostQueued+1), make(chan struct{}, mostQueued+1)}
	s, _ := start(t, v)
	c := begin(t, s, pcmStart)
	c.says(longText)
	c.hears("task_continued") // it is being spoken, and the queue is empty
	c.says("x")
	c.says("")
	for range mostQueued - 2 {
		c.says("y")
	}
	c.says("too many")
	e, _ := c.hears("task_continued")
	if e.BaseResp != (baseResp{2205, "request limit exceeded"}) {
		t.Fatalf("%+v", e)
	}
	for range mostQueued - 1 {
		v.let <- struct{}{}
	}
	for _, want := range []string{longText[chunkSizes[0]:], "x", "", "y"} {
		if audio, last := c.listens(); string(audio) != want || want == "" && last.BaseResp.StatusCode != 2203 {
			t.Errorf("%q, %+v instead of %q", audio, last.BaseResp, want)
		}
	}
}

// Whichever side goes in the middle of speech, nothing is left behind: the
// package's TestMain looks for goroutines.
func TestASessionThatBreaksOffLeavesNothing(t *testing.T) {
	v := gate{make(chan struct{}), make(chan struct{}, 1)}
	for name, breakOff := range map[string]func(c *caller, s *Server){
		"the client":                func(c *caller, _ *Server) { c.conn.CloseNow() },
		"the client, by the book":   func(c *caller, _ *Server) { c.conn.Close(websocket.StatusGoingAway, "") },
		"the server":                func(_ *caller, s *Server) { s.Close() },
		"a refusal":                 func(c *caller, _ *Server) { c.sends(`{"event":"task_start"}`) },
		"the client after the last": func(c *caller, _ *Server) { c.sends(`{"event":"task_finish"}`); c.conn.CloseNow() },
	} {
		t.Run(name, func(t *testing.T) {
			s, _ := start(t, v)
			c := begin(t, s, plainStart)
			c.says(longText)
			c.hears("task_continued")
			breakOff(c, s)
			select {
			case <-v.ended:
			case <-time.After(10 * time.Second):
				t.Fatal("it speaks on")
			}
			s.Close()
		})
	}
}

func TestAServerWithOpenSessionsCloses(t *testing.T) {
	s, _ := start(t, tone{bytes: 3})
	c := begin(t, s, plainStart)
	c.says("Hello.")
	c.listens()
	s.Close()
	c.closed(-1)
}

func TestFaultsOfASession(t *testing.T) {
	s, _ := start(t, tone{bytes: 5000})
	hear := func(t *testing.T, faults string) (c *caller, audio []byte, last serverEvent, raw string, err error) {
		c = begin(t, s, pcmStart, FaultHeader+": "+faults)
		c.says("Hello.")
		c.sends(`{"event":"task_finish"}`)
		for {
			e, b, err := c.next()
			if err != nil || e.Event != "task_continued" {
				return c, audio, e, string(b), err
			}
			piece, err := hex.DecodeString(e.Data.Audio)
			if err != nil {
				return c, audio, e, e.Data.Audio, err
			}
			audio = append(audio, piece...)
		}
	}
	for _, faults := range []string{"stall=20ms@1000", "trickle", "chunk=1ms,pace=100x", "no_last", "extra_info=every", "latency=1ms", "comments,crlf,one_lf,done,gzip,aggregate=always", "odd_bytes"} {
		if _, audio, last, raw, err := hear(t, faults); err != nil || last.Event != "task_finished" || len(audio) != 5000 {
			t.Errorf("%s: %v, %d bytes, %.200s", faults, err, len(audio), raw)
		}
	}
	if _, audio, last, _, _ := hear(t, "empty"); last.Event != "task_finished" || len(audio) != 0 {
		t.Errorf("empty: %d bytes", len(audio))
	}
	if c, audio, last, raw, err := hear(t, "code=1026@3000"); err != nil || len(audio) != 3000 || last.BaseResp != (baseResp{1026, "input new_sensitive"}) {
		t.Errorf("code: %v, %d bytes, %s", err, len(audio), raw)
	} else {
		c.closed(websocket.StatusNormalClosure)
	}
	// 700 and 1532 bytes of audio are whole; the connection ends inside the third frame.
	if _, audio, _, _, err := hear(t, "cut=3000"); len(audio) != 2232 || !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("cut: %v after %d bytes", err, len(audio))
	}
	for faults, want := range map[string]string{"odd_hex": "odd length", "bad_hex": "invalid byte", "garbage": "invalid character"} {
		if _, _, _, _, err := hear(t, faults); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", faults, err)
		}
	}
}
