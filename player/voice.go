package player

import (
	"math"
	"sync/atomic"
)

// voice is a timeline being read: from where, how fast, how loud, and up to
// where.
type voice struct {
	s       *session
	pos     int64 // next frame
	stretch *stretcher
	level   float32 // of the comparison, moving towards the session's
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
	// A stretched voice may step over the end by a frame or two. A sound that
	// ended before there was something to repeat is not repeated.
	if r := v.s.loop.Load(); r != nil && v.pos <= r.to+2 && (complete || have >= r.to) && min(r.to, have)-r.from >= 2*fadeFrames {
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
	for i := range n {
		v.level = approach(v.level, want, levelStep)
		dst[2*i] *= v.level
		dst[2*i+1] *= v.level
	}
	return n
}

const (
	// levelStep changes a comparison's level by 1 in 200 ms, so that a level that
	// is still being measured does not jump audibly.
	levelStep = 1.0 / (Rate / 5)
	// volumeStep changes the volume by 1 in 10 ms: fast, and without a click.
	volumeStep = 1.0 / (Rate / 100)
)

func approach(v, want, step float32) float32 {
	return min(max(want, v-step), v+step)
}

// span is a loop's first frame and the one after its last.
type span struct{ from, to int64 }

// factor is a gain that one side sets while the audio callback reads it.
type factor struct{ bits atomic.Uint32 }

func (f *factor) load() float32   { return math.Float32frombits(f.bits.Load()) }
func (f *factor) store(v float32) { f.bits.Store(math.Float32bits(v)) }

// alike is how much two lengths may differ for a moment in one to be the same
// time in the other.
const alike = 0.03

// samePlace is the frame of b that corresponds to one of a: the same time where
// their lengths are alike, or not known yet, and the same fraction elsewhere.
func samePlace(a, b *Timeline, at int64) int64 {
	if a == b {
		return at
	}
	whole := a.complete.Load() && b.complete.Load()
	la, lb := a.frames.Load(), b.frames.Load()
	if whole && la > 0 && math.Abs(float64(la-lb)) > alike*float64(max(la, lb)) {
		at = int64(float64(at) * float64(lb) / float64(la))
	}
	return min(at, lb)
}
