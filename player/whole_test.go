package player

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"testing"
	"testing/iotest"
	"time"
)

func TestAWholeHasEveryPartAtItsPlace(t *testing.T) {
	p := NewSilent()
	defer p.Close()
	load := func(rate, channels int, d time.Duration) *Timeline {
		return p.Load(t.Context(), bytes.NewReader(sine(rate, channels, 440, d)), Format{Codec: "pcm", SampleRate: rate, Channels: channels})
	}
	parts := []Part{
		{load(32000, 1, 300*time.Millisecond), 250 * time.Millisecond},
		{load(48000, 2, 200*time.Millisecond), 0},
		{load(24000, 1, 100*time.Millisecond), time.Second},
	}
	for _, channels := range []int{1, 2} {
		w := NewWhole(t.Context(), channels, parts...)
		b, err := io.ReadAll(iotest.HalfReader(w))
		if err != nil {
			t.Fatal(err)
		}
		frame := func(at time.Duration) int { return int(frames(at)) * 2 * channels }
		if want := frame(850 * time.Millisecond); len(b) != want {
			t.Errorf("%d channels: %d bytes, not %d", channels, len(b), want)
		}
		for i, want := range []time.Duration{0, 550 * time.Millisecond, 750 * time.Millisecond} {
			if got := w.Starts()[i]; got != want {
				t.Errorf("part %d begins at %v, not %v", i+1, got, want)
			}
		}
		loudest := func(from, to time.Duration) (most int16) {
			for i := frame(from); i < frame(to); i += 2 {
				most = max(most, int16(binary.LittleEndian.Uint16(b[i:])))
			}
			return most
		}
		if pause := loudest(300*time.Millisecond, 550*time.Millisecond); pause != 0 {
			t.Errorf("the pause is as loud as %d", pause)
		}
		for i, at := range []time.Duration{100, 600, 800} {
			if level := loudest(at*time.Millisecond, (at+20)*time.Millisecond); level < 16000 || level > 16800 {
				t.Errorf("part %d is as loud as %d", i+1, level)
			}
		}
		steepest, before := 0, 0
		for i := 0; i < len(b); i += 2 * channels {
			x := int(int16(binary.LittleEndian.Uint16(b[i:])))
			steepest, before = max(steepest, x-before, before-x), x
		}
		if steepest > 1100 { // of the sine alone 944
			t.Errorf("a step of %d clicks", steepest)
		}
	}
}

func TestAWholeWaitsForWhatComesAndEnds(t *testing.T) {
	p := NewSilent()
	defer p.Close()
	r, feed := io.Pipe()
	defer feed.Close()
	late := p.Load(t.Context(), r, mono32k)
	ctx, cancel := context.WithCancel(t.Context())
	w := NewWhole(ctx, 1, Part{late, 0})
	go cancel()
	if _, err := io.ReadAll(w); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	broken := p.Load(t.Context(), bytes.NewReader(nil), Format{Codec: "flac"})
	if _, err := io.ReadAll(NewWhole(t.Context(), 1, Part{broken, 0})); err == nil {
		t.Error("a part without sound is no part")
	}
}
