package player

import (
	"math"
	"slices"
	"testing"
	"time"
)

// stairs is a signal that tells its position: every frame has its own value.
func stairs(from, frames, channels int) []float32 {
	x := make([]float32, frames*channels)
	for i := range x {
		x[i] = float32((from+i/channels)%30000) / 32768
	}
	return x
}

func TestTimelineIsReadWhileItGrows(t *testing.T) {
	tl := newTimeline()
	const total = 5*blockFrames + 77
	done := make(chan struct{})
	go func() {
		defer close(done)
		for n := 0; n < total; {
			m := min(997, total-n)
			// Mono turns into stereo and back in the middle of blocks.
			ch := 1 + n/(2*blockFrames)%2
			if err := tl.append(stairs(n, m, ch), ch); err != nil {
				t.Error(err)
			}
			n += m
		}
		tl.finish(nil)
	}()
	x := make([]float32, 2*500)
	peaks := make([]float32, 40)
	for at := int64(0); at < total; {
		complete := tl.Complete()
		n := tl.read(x, at)
		for i := range 2 * n {
			if want := float32((int(at)+i/2)%30000) / 32768; x[i] != want {
				t.Fatalf("sample %d of frame %d is %v, want %v", i%2, int(at)+i/2, x[i], want)
			}
		}
		tl.Peaks(peaks, tl.Duration()+time.Second)
		if at += int64(n); n == 0 && complete {
			t.Fatalf("ended at frame %d", at)
		}
	}
	<-done
	if tl.Duration() != duration(total) {
		t.Error(tl.Duration())
	}
}

func TestPeaksAreWhereTheSoundIs(t *testing.T) {
	tl := newTimeline()
	quiet, loud := make([]float32, Rate/2), make([]float32, Rate/4)
	for i := range loud {
		loud[i] = -0.5 // of either sign
	}
	tl.append(quiet, 1)
	tl.append(loud, 1)
	dst := make([]float32, 8)
	tl.Peaks(dst, time.Second)
	if want := []float32{0, 0, 0, 0, 0.5, 0.5, 0, 0}; !close0(dst, want) {
		t.Errorf("a second in eight parts: %v", dst)
	}
	for _, total := range []time.Duration{0, -1, time.Nanosecond, time.Hour} {
		tl.Peaks(dst, total) // does not panic
	}
	wide := make([]float32, 5000) // narrower than a bucket
	tl.Peaks(wide, time.Second)
	if wide[2400] != 0 || math.Abs(float64(wide[2600])-0.5) > 0.01 || wide[3800] != 0 {
		t.Errorf("%v %v %v", wide[2400], wide[2600], wide[3800])
	}
}

func close0(a, b []float32) bool {
	return slices.EqualFunc(a, b, func(x, y float32) bool { return math.Abs(float64(x-y)) < 0.01 })
}

func TestTenMinutesAreSmall(t *testing.T) {
	tl := newTimeline()
	second := make([]float32, Rate)
	for range 600 {
		tl.append(second, 1)
	}
	bytes := 0
	for _, b := range *tl.list.Load() {
		bytes += cap(b.samples)*2 + len(b.peaks)*2
	}
	if bytes > 60e6 {
		t.Errorf("%d bytes", bytes)
	}
}

func TestPrebuffer(t *testing.T) {
	ms := time.Millisecond
	for name, c := range map[string]struct {
		ahead, gained, since time.Duration
		complete, want       bool
	}{
		"a big first chunk":                     {ahead: 400 * ms, want: true},
		"a small first chunk":                   {ahead: 72 * ms},
		"the second at real time":               {ahead: 180 * ms, gained: 108 * ms, since: 100 * ms, want: true},
		"small chunks four times as fast":       {ahead: 100 * ms, gained: 80 * ms, since: 20 * ms, want: true},
		"small chunks at real time":             {ahead: 100 * ms, gained: 80 * ms, since: 80 * ms},
		"one chunk in two pieces":               {ahead: 72 * ms, gained: 36 * ms, since: ms},
		"fast but next to nothing":              {ahead: 40 * ms, gained: 39 * ms, since: 21 * ms},
		"all of a short word":                   {ahead: 50 * ms, complete: true, want: true},
		"slower than real time, enough decoded": {ahead: 120 * ms, gained: 100 * ms, since: 300 * ms, want: true},
	} {
		if got := mayStart(c.ahead, c.gained, c.since, c.complete); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
