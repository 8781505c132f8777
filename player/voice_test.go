package player

import (
	"fmt"
	"math"
	"testing"
	"time"
)

// toneOf is a whole timeline of a tone at a level.
func toneOf(hz, level float64, d time.Duration) *Timeline {
	tl := timelineAt(Rate)
	x := make([]float32, frames(d))
	for i := range x {
		x[i] = float32(level * math.Sin(2*math.Pi*hz*float64(i)/Rate))
	}
	tl.append(x, 1)
	tl.finish(nil)
	return tl
}

// rig pulls from a head as a device does, a buffer of 10 ms at a time.
type rig struct {
	h   *head
	got []float32 // left channel
}

func newRig(o *order) *rig {
	if o.stretch != nil {
		o.stretch.reset(o.from)
	}
	return &rig{h: newHead(o, time.Now(), unity)}
}

func (r *rig) pull(n int) (more bool) {
	buf := make([]float32, 2*480)
	for n > 0 {
		m, ended := r.h.fill(buf[:2*min(n, 480)])
		for i := range m {
			r.got = append(r.got, buf[2*i])
		}
		if n -= m; ended {
			return false
		}
		if m == 0 {
			break
		}
	}
	return true
}

// clicks returns where x jumps by more than most.
func clicks(x []float32, most float64) (at []int) {
	for i := 1; i < len(x); i++ {
		if math.Abs(float64(x[i]-x[i-1])) > most {
			at = append(at, i)
		}
	}
	return at
}

func TestALoopIsAsLongAsItsRangeAndDoesNotClick(t *testing.T) {
	for _, tempo := range []float64{1, 1.5} {
		tl := toneOf(300, 0.5, time.Second)
		s := newSession(tl, time.Now())
		s.loop.Store(&span{12040, 24040})
		r := newRig(&order{s: s, from: 12040, stretch: newStretcher(tempo)})
		r.pull(5 * 12000)
		if c := clicks(r.got, 0.025); len(c) > 0 {
			t.Errorf("tempo %v: clicks at %v", tempo, c)
		}
		// Where it is quiet between its fades tells the seams.
		var seams []int
		for i := 400; i < len(r.got)-400; i++ {
			quiet := true
			for _, v := range r.got[i-4 : i+4] {
				quiet = quiet && v < 0.01 && v > -0.01
			}
			if quiet && (len(seams) == 0 || i-seams[len(seams)-1] > 1000) {
				seams = append(seams, i)
			}
		}
		period := int(12000 / tempo)
		if len(seams) != int(5*tempo) && len(seams) != int(5*tempo)-1 {
			t.Fatalf("tempo %v: seams at %v", tempo, seams)
		}
		for i, at := range seams {
			if d := at - (i+1)*period; d < -20 || d > 20 {
				t.Errorf("tempo %v: seam %d at %d, want %d", tempo, i, at, (i+1)*period)
			}
		}
		s.loop.Store(nil)
		for r.pull(480) && len(r.got) < 10*Rate {
		}
		if n := len(r.got); n >= 10*Rate {
			t.Error("after the loop was ended it did not end")
		}
	}
}

func TestALoopOfWhatNeverCameEnds(t *testing.T) {
	for _, n := range []int{0, 100, 5000} {
		tl := timelineAt(Rate)
		tl.append(make([]float32, n), 1)
		tl.finish(nil)
		s := newSession(tl, time.Now())
		s.loop.Store(&span{4900, 20000})
		r := newRig(&order{s: s, from: 0})
		for r.pull(480) && len(r.got) < 20000 {
		}
		if len(r.got) != n {
			t.Errorf("%d frames of %d", len(r.got), n)
		}
	}
}

// pitch is the mean of the frequency by zero crossings.
func pitch(x []float32) float64 {
	n, first, last := 0, 0.0, 0.0
	for i := 1; i < len(x); i++ {
		if x[i-1] < 0 && x[i] >= 0 {
			at := float64(i-1) + float64(-x[i-1]/(x[i]-x[i-1]))
			if n == 0 {
				first = at
			}
			last = at
			n++
		}
	}
	return float64(n-1) / (last - first) * Rate
}

func TestTempoChangesTheLengthAndNotThePitch(t *testing.T) {
	for _, hz := range []float64{90, 200, 1000} {
		for _, tempo := range []float64{0.5, 1.25, 2} {
			t.Run(fmt.Sprintf("%vHz/%vx", hz, tempo), func(t *testing.T) {
				tl := toneOf(hz, 0.5, 2*time.Second)
				r := newRig(&order{s: newSession(tl, time.Now()), stretch: newStretcher(tempo)})
				for r.pull(480) {
				}
				want := int(2 * Rate / tempo)
				if d := len(r.got) - want; d < -stretchHop || d > stretchHop {
					t.Errorf("%d frames, want %d", len(r.got), want)
				}
				x := r.got[2400 : len(r.got)-2400]
				if got := pitch(x); math.Abs(got-hz) > hz*0.005 {
					t.Errorf("%.1f Hz", got)
				}
				// No segment cancels another or jumps.
				if c := clicks(x, 0.5*2*math.Pi*hz/Rate*1.3); len(c) > 0 {
					t.Errorf("clicks at %v", c)
				}
				for i := 0; i+960 < len(x); i += 960 {
					sum := 0.0
					for _, v := range x[i : i+960] {
						sum += float64(v) * float64(v)
					}
					if rms := math.Sqrt(sum / 960); rms < 0.33 || rms > 0.38 {
						t.Fatalf("level %.3f at %d, want 0.354", rms, i)
					}
				}
			})
		}
	}
}

func TestATempoMayChangeWhileItPlays(t *testing.T) {
	tl := toneOf(200, 0.5, 4*time.Second)
	s := newSession(tl, time.Now())
	r := newRig(&order{s: s})
	r.pull(Rate / 2)
	for _, tempo := range []float64{1.5, 0.7, 1} {
		before := r.h.cur.pos
		r.h.give(&order{s: s, from: here, cross: true, stretch: newStretcher(tempo)})
		r.pull(Rate / 2)
		if d := float64(r.h.cur.pos-before) - tempo*Rate/2; math.Abs(d) > 500 {
			t.Errorf("at %v it went on by %d frames in half a second", tempo, r.h.cur.pos-before)
		}
	}
	if c := clicks(r.got, 0.018); len(c) > 0 {
		t.Errorf("clicks at %v", c)
	}
	if got := pitch(r.got[480 : len(r.got)-480]); math.Abs(got-200) > 4 {
		t.Errorf("%.1f Hz", got)
	}
}

func TestVolumeAndMuteDoNotClick(t *testing.T) {
	s := newSession(toneOf(200, 0.5, time.Second), time.Now())
	volume := new(factor)
	volume.store(1)
	r := &rig{h: newHead(&order{s: s}, time.Now(), volume)}
	for _, v := range []float32{1, 0, 0.5, 2} {
		volume.store(v)
		r.pull(Rate / 5)
		last := r.got[len(r.got)-2400:]
		peak := float32(0)
		for _, x := range last {
			peak = max(peak, x)
		}
		if want := min(1, v*0.5); math.Abs(float64(peak-want)) > 0.01 {
			t.Errorf("volume %v: peak %v", v, peak)
		}
	}
	if c := clicks(r.got, 0.05); len(c) > 0 {
		t.Errorf("clicks at %v", c)
	}
}

func TestNothingAllocatesInTheAudioPath(t *testing.T) {
	a, b := timelineAt(32000), timelineAt(44100)
	for range 10 {
		a.append(make([]float32, 32000), 1)
		b.append(make([]float32, 2*44100), 2)
	}
	volume := new(factor)
	volume.store(0.5)
	s := newSession(a, time.Now())
	s.level.store(0.7)
	other := newSession(b, time.Now())
	h := newHead(&order{s: s}, time.Now(), volume)
	orders := []*order{
		{s: s, from: here, cross: true, stretch: newStretcher(1.5)},
		{s: other, from: here, cross: true, stretch: newStretcher(0.6)},
		{s: other, from: 1000},
		{s: s, from: here, cross: true, same: half},
	}
	buf := make([]byte, 8*480)
	n := 0
	if allocs := testing.AllocsPerRun(240, func() {
		if n%60 == 0 {
			h.give(orders[n/60%len(orders)])
		}
		n++
		h.Read(buf)
	}); allocs != 0 {
		t.Errorf("%v allocations per Read", allocs)
	}
}

func BenchmarkRead(b *testing.B) {
	for name, c := range map[string]struct {
		rate, channels int
		tempo          float64
	}{
		"32k-mono": {32000, 1, 1}, "44k-stereo": {44100, 2, 1}, "48k-mono": {48000, 1, 1}, "32k-mono-1.5x": {32000, 1, 1.5},
	} {
		b.Run(name, func(b *testing.B) {
			tl := timelineAt(c.rate)
			x := make([]float32, c.rate*c.channels*60)
			for i := range x {
				x[i] = float32(0.1 * math.Sin(float64(i)/30))
			}
			tl.append(x, c.channels)
			tl.finish(nil)
			s := newSession(tl, time.Now())
			s.loop.Store(&span{0, 50 * Rate})
			h := newHead(&order{s: s, stretch: newStretcher(c.tempo)}, time.Now(), unity)
			buf := make([]byte, 8*480)
			b.ReportAllocs()
			for b.Loop() {
				h.Read(buf)
			}
			b.ReportMetric(b.Elapsed().Seconds()/(float64(b.N)*0.01)*100, "%-of-a-core")
		})
	}
}

// BenchmarkLook is what a screen asks for at every frame.
func BenchmarkLook(b *testing.B) {
	p := NewSilent()
	defer p.Close()
	p.Replay(toneOf(300, 0.5, time.Minute))
	time.Sleep(50 * time.Millisecond)
	b.ReportAllocs()
	for b.Loop() {
		p.Status()
	}
}
