package player

import (
	"math"
	"slices"
	"sync/atomic"
	"testing"
	"time"
)

// crossTo is the order that a switch gives.
func crossTo(tl *Timeline, same func(time.Duration) time.Duration) *order {
	return &order{s: newSession(tl, time.Now()), from: here, cross: true, same: same}
}

// steps is the largest jump between two samples.
func steps(x []float32) (most float64) {
	for i := 1; i < len(x); i++ {
		most = max(most, math.Abs(float64(x[i]-x[i-1])))
	}
	return most
}

func TestASwitchIsHeardAtTheNextFrameAndThePlaceIsAskedForThere(t *testing.T) {
	a, b := toneOf(400, 0.3, 2*time.Second), toneOf(800, 0.3, time.Second)
	r := newRig(&order{s: newSession(a, time.Now())})
	r.pull(Rate / 2)
	var asked []time.Duration
	r.h.give(crossTo(b, func(at time.Duration) time.Duration {
		asked = append(asked, at)
		return at / 2
	}))
	r.pull(Rate / 4)
	if want := []time.Duration{500 * time.Millisecond}; !slices.Equal(asked, want) {
		t.Errorf("the place was asked for at %v, want %v", asked, want)
	}
	x, y := stereo(a), stereo(b)
	for i := fadeFrames; i < 3*Rate/4; i++ {
		switch {
		case i < Rate/2 && r.got[i] != x[2*i]:
			t.Fatalf("frame %d is not that of the first", i)
		case i >= Rate/2+crossFrames && r.got[i] != y[2*(i-Rate/4)]:
			t.Fatalf("frame %d is not that of the other", i)
		}
	}
	if crossFrames != Rate*5/1000 || steps(r.got) > steps(y)*1.01 {
		t.Errorf("a step of %.4f in a fade of %d frames; the clips' largest is %.4f", steps(r.got), crossFrames, steps(y))
	}
}

func TestHammeredSwitchesDoNotClickAndKeepThePlace(t *testing.T) {
	var clips []*Timeline
	for i := range 9 { // each says the same a tenth of a second later than the one before
		clips = append(clips, toneOf(float64(300+50*i), 0.3, time.Duration(2000+100*i)*time.Millisecond))
	}
	later := func(d time.Duration) func(time.Duration) time.Duration {
		return func(at time.Duration) time.Duration { return at + d*100*time.Millisecond }
	}
	for _, every := range []int{1, 100, 239, 480, 2000} { // frames between two keys
		r := newRig(&order{s: newSession(clips[0], time.Now())})
		r.pull(Rate / 2)
		now := 0
		for _, next := range []int{1, 2, 3, 4, 5, 6, 7, 8, 3, 0, 8, 2, 6} {
			o := crossTo(clips[next], later(time.Duration(next-now)))
			r.h.give(o)
			if next == 3 { // and another order for the same clip
				r.h.give(&order{s: o.s, from: here, cross: true})
			}
			now = next
			r.pull(every)
		}
		r.pull(4800)
		if got, want := r.h.cur.pos, int64(len(r.got)+6*4800); r.h.cur.s.tl != clips[6] || got-want > 13 || want-got > 13 {
			t.Errorf("every %d frames: it is at %d, want %d", every, got, want)
		}
		if most := steps(r.got); most > 0.3*2*math.Pi*700/Rate*1.1 {
			t.Errorf("every %d frames: a step of %.4f", every, most)
		}
	}
}

// held is a run that notes how much the card holds.
type held struct {
	run
	frames atomic.Int64
}

func (h *held) hold(frames int) { h.frames.Store(int64(frames)) }

func TestTheCardHoldsLittleForAComparisonWhereTheMachineKeepsUp(t *testing.T) {
	virtual(t, func(t *testing.T, p *Player) {
		a, b := toneOf(300, 0.5, 3*time.Second), toneOf(500, 0.5, 3*time.Second)
		p.Replay(a)
		p.mu.Lock()
		card := &held{run: p.runs[0]}
		p.runs[0] = card
		p.mu.Unlock()
		time.Sleep(100 * time.Millisecond)
		if n := card.frames.Load(); n != 0 {
			t.Errorf("it holds %d frames of what is only played", n)
		}
		p.Switch(clip(b), nil)
		if n := card.frames.Load(); n != hastyFrames {
			t.Errorf("it holds %d frames of a comparison", n)
		}
		p.mu.Lock()
		p.head.Load().queued = func() int { return 0 } // served too late
		p.mu.Unlock()
		time.Sleep(100 * time.Millisecond)
		if n := card.frames.Load(); n != chunkFrames {
			t.Errorf("it holds %d frames where it is served too late", n)
		}
	})
}

func TestASwitchWhereOneOfTheTwoEndsDoesNotClick(t *testing.T) {
	whole, short := toneOf(400, 0.3, 500625*time.Microsecond), // at a peak
		toneOf(550, 0.3, 490*time.Millisecond)
	growing := timelineAt(Rate)
	growing.append(make([]float32, Rate/4), 1)
	for name, c := range map[string]struct {
		to   *Timeline
		left int // frames that the first still has
	}{
		"the first ends within the crossfade": {toneOf(550, 0.3, time.Second), 100},
		"the other ends within it":            {short, 600},
		"the other has ended there":           {short, 300},
		"the other has not come so far":       {growing, 5000},
	} {
		r := newRig(&order{s: newSession(whole, time.Now())})
		r.pull(int(whole.frames.Load()) - c.left)
		r.h.give(crossTo(c.to, func(at time.Duration) time.Duration { return at }))
		if more := r.pull(2400); !more {
			r.got = append(r.got, 0)
		}
		if got := steps(r.got); got > 0.3*2*math.Pi*550/Rate*1.1 {
			t.Errorf("%s: a step of %.4f", name, got)
		}
	}
}
