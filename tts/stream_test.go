package tts

import (
	"slices"
	"testing"
	"time"
)

func TestWhenAudioCameIsKeptInBounds(t *testing.T) {
	var p Progress
	var early []time.Duration
	at := time.Duration(0)
	for n := 1; n <= 5000; n++ {
		at += 10 * time.Millisecond
		if n == 2000 {
			at += time.Second
		}
		p.Chunks = n
		p.arrive(at)
		if n == 400 {
			early = slices.Clip(p.Arrivals)
		}
	}
	if n := len(p.Arrivals); n > mostArrivals || n < mostArrivals/2-1 || p.Arrivals[0] != 10*time.Millisecond || p.Arrivals[n-1] < at-200*time.Millisecond || !slices.IsSorted(p.Arrivals) {
		t.Errorf("%d, from %v to %v of %v", n, p.Arrivals[0], p.Arrivals[n-1], at)
	}
	if p.Gap != 1010*time.Millisecond || p.GapAt != 19990*time.Millisecond {
		t.Errorf("a gap of %v from %v", p.Gap, p.GapAt)
	}
	for i, was := range early { // handed out before
		if was != time.Duration(i+1)*10*time.Millisecond {
			t.Fatalf("what was handed out has changed: %v at %d", was, i)
		}
	}
}
