package player

import (
	"math"
	"sync/atomic"
	"time"
)

// voice is a timeline being read: from where, how fast, how loud, and up to
// where.
type voice struct {
	s       *session
	pos     int64 // next frame
	stretch *stretcher
	level   float32 // of the comparison, moving towards the session's
	aim     float32 // where that moves to
	pace    float32 // by how much a frame
}

func (v *voice) jump(to int64) {
	v.pos = to
	if v.stretch != nil {
		v.stretch.reset(to)
	}
}

// speed is in seconds of the timeline per second.
func (v *voice) speed() float64 {
	if v.stretch == nil {
		return 1
	}
	return v.stretch.speed
}

// left is how many frames can be sounded now. final says that these are all up
// to the end or, then loop is where it goes on, up to the end of the loop.
func (v *voice) left() (n int64, final bool, loop *span) {
	tl := v.s.tl
	// complete first: once it is seen, frames is final.
	complete := tl.complete.Load()
	have := tl.frames.Load()
	end := have
	// A sound that ended before there was something to repeat is not repeated.
	if r := v.s.loop.Load(); r != nil && v.pos <= r.to+loopSlack && (complete || have >= r.to) && min(r.to, have)-r.from >= 2*fadeFrames {
		end, loop = min(r.to, have), r
	}
	switch n = end - v.pos; {
	case complete || loop != nil:
		if v.stretch != nil && n > 0 {
			n = max(1, int64(float64(n)/v.stretch.speed))
		}
		return n, true, loop
	case v.stretch != nil:
		if n >= v.stretch.ahead() {
			return int64(stretchHop-v.stretch.used) + stretchHop, false, nil
		}
		return int64(stretchHop - v.stretch.used), false, nil
	}
	return n, false, nil
}

// read sounds frames from pos on at the level wanted.
func (v *voice) read(dst []float32) (n int) {
	if v.stretch == nil {
		n = v.s.tl.read(dst, v.pos)
		v.pos += int64(n)
	} else {
		n = v.stretch.read(dst, v.s.tl)
		v.pos = v.stretch.pos()
	}
	want := v.s.level.load()
	if v.level == 1 && want == 1 {
		return n
	}
	if want != v.aim {
		v.aim, v.pace = want, max(want-v.level, v.level-want, leastChange)/levelFrames
	}
	for i := range n {
		v.level = approach(v.level, want, v.pace)
		dst[2*i] *= v.level
		dst[2*i+1] *= v.level
	}
	return n
}

const (
	// levelFrames: a comparison's level changes within 200 ms, so that one that is
	// still being measured does not jump audibly.
	levelFrames = Rate / 5
	// leastChange takes those 200 ms, a smaller one less: a float32 near 1 has no
	// smaller steps than a ten-millionth.
	leastChange = 0.1
	// volumeStep changes the volume by 1 in 10 ms: fast, and without a click.
	volumeStep = 1.0 / (Rate / 100)
)

func approach(v, want, step float32) float32 {
	return min(max(want, v-step), v+step)
}

// span is a loop's first frame and the one after its last.
type span struct{ from, to int64 }

// loopSlack is how far beyond a loop's end still counts as its end: a stretched
// voice may step over it by a frame or two, and a switch multiplies that.
const loopSlack = 16

// factor is a gain that one side sets while the audio callback reads it.
type factor struct{ bits atomic.Uint32 }

func (f *factor) load() float32   { return math.Float32frombits(f.bits.Load()) }
func (f *factor) store(v float32) { f.bits.Store(math.Float32bits(v)) }

// alike is how much two lengths may differ for a moment in one to be the same
// time in the other.
const alike = 0.03

// counterpart is the frame of b that says what one of a says: by same, or where
// that is nil the same time where their lengths are alike, or not known yet, and
// the same fraction elsewhere. It may lie in what b has not decoded yet.
func counterpart(a, b *Timeline, same func(time.Duration) time.Duration, at int64) int64 {
	if a == b {
		return at
	}
	whole := b.complete.Load() // before the frames: then these are all
	both := whole && a.complete.Load()
	la, lb := a.frames.Load(), b.frames.Load()
	switch {
	case same != nil:
		at = max(0, frames(same(duration(at))+time.Second/(2*Rate)))
	case both && la > 0 && math.Abs(float64(la-lb)) > alike*float64(max(la, lb)):
		at = int64(float64(at) * float64(lb) / float64(la))
	}
	if whole {
		at = min(at, lb)
	}
	return at
}
