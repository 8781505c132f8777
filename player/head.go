package player

import (
	"encoding/binary"
	"io"
	"math"
	"sync/atomic"
	"time"
)

const (
	// fadeFrames: 5 ms, the shortest fade that is not heard as a click.
	fadeFrames = Rate / 200
	// refill is what must be decoded ahead before sound goes on after an
	// underrun: another one at once would be worse than a longer pause.
	refill = Rate * 120 / 1000
	// lowWater is when the sound is faded out for lack of more: above it the
	// device has enough to wait for the source a little longer. Servers take
	// blocks of up to 10 ms at this latency.
	lowWater = Rate / 100
)

// order tells a head what to sound next.
type order struct {
	s    *session // nil: nothing, and the head ends
	from int64    // frame to start at; here is where the head stands
}

const here = -1

// head reads a timeline for a device, with a fade wherever the sound begins or
// breaks off. The device calls Read; it never blocks, allocates or locks.
// Everybody else talks to it through next and reads what it publishes.
//
// A head ends when its timeline has been read to the end or when it is told
// to, and then stays ended: an ended reader costs nothing, an idle one that has
// nothing to give is polled a thousand times a second.
type head struct {
	next atomic.Pointer[order]
	end  order // next points here once the head has ended

	epoch   time.Time
	latency int64      // frames between the device and the ear
	queued  func() int // frames read by the device's buffer but not played

	// Of the reading goroutine only.
	cur     *order
	pos     int64 // next frame of cur's timeline
	gain    int   // 0..fadeFrames
	falling bool
	back    int64 // pos when the fade-out began: nothing faded is lost
	starved bool
	scratch []float32

	// Published.
	stopped atomic.Bool  // ended
	rest    atomic.Int64 // pos
	dry     atomic.Bool  // starved
	out     atomic.Int64 // frames handed out
	played  atomic.Int64 // out less what was queued, at touched
	touched atomic.Int64 // last Read, ns since epoch
	ear     atomic.Int64 // the furthest frame of out that was said to be heard
	marks   marks
}

func newHead(o *order, epoch time.Time) *head {
	h := &head{epoch: epoch, cur: o, pos: o.from, back: o.from, scratch: make([]float32, 2*chunkFrames)}
	h.rest.Store(o.from)
	h.touched.Store(int64(time.Since(epoch)))
	h.marks.put(0, o.s, o.from, true)
	h.next.Store(o)
	return h
}

// give makes o the next thing to sound; false when the head has ended.
func (h *head) give(o *order) bool {
	for {
		cur := h.next.Load()
		if cur == &h.end {
			return false
		}
		if h.next.CompareAndSwap(cur, o) {
			return true
		}
	}
}

// kill ends the head without a fade, for a device that is gone.
func (h *head) kill() { h.next.Store(&h.end) }

// Read implements io.Reader for the device: float32 little endian, stereo. It
// returns io.EOF when the head has ended, and 0 bytes without an error when
// the source is late but the device still has something to play.
func (h *head) Read(b []byte) (int, error) {
	x := h.scratch[:2*min(len(b)/8, chunkFrames)]
	n, ended := h.fill(x)
	for i, v := range x[:2*n] {
		binary.LittleEndian.PutUint32(b[4*i:], math.Float32bits(v))
	}
	if n == 0 && ended {
		return 0, io.EOF
	}
	return 8 * n, nil
}

// fill is Read in frames.
func (h *head) fill(dst []float32) (n int, ended bool) {
	if h.stopped.Load() {
		return 0, true
	}
	queued := 0
	if h.queued != nil {
		queued = h.queued()
	}
	now := int64(time.Since(h.epoch))
	h.played.Store(h.out.Load() - int64(queued))
	h.touched.Store(now)
	for 2*n < len(dst) {
		m, more := h.step(dst[2*n:], n, queued, now)
		n += m
		if !more {
			break
		}
	}
	h.rest.Store(h.pos)
	h.out.Add(int64(n))
	return n, h.stopped.Load()
}

// step sounds the next stretch, n frames after the start of this fill. more is
// false when there is nothing else to give now.
func (h *head) step(dst []float32, n, queued int, now int64) (m int, more bool) {
	o := h.next.Load()
	switch {
	case o != h.cur && h.gain == 0:
		return 0, h.take(o, n)
	case o != h.cur:
		return h.fall(dst), true
	case h.falling && h.gain > 0:
		return h.fall(dst), true
	case h.falling:
		h.starve(n)
		return 0, true
	case h.starved:
		return h.wait(dst, n)
	}

	// complete first: once it is seen, frames is final.
	complete := h.cur.s.tl.complete.Load()
	ready := h.cur.s.tl.frames.Load() - h.pos
	switch {
	case complete && ready <= 0:
		if h.next.CompareAndSwap(h.cur, &h.end) {
			h.stopped.Store(true)
			return 0, false
		}
		return 0, true
	case complete:
	case ready > fadeFrames:
		ready -= fadeFrames // kept for a fade-out, should no more come
	case n > 0 || queued > lowWater:
		return 0, false
	default:
		h.cur.s.underruns.Add(1)
		h.falling, h.back = true, h.pos
		return 0, true
	}
	m = h.cur.s.tl.read(dst[:2*min(ready, int64(len(dst)/2))], h.pos)
	h.cur.s.sounded(h.pos, m, now+int64(duration(int64(queued+n)+h.latency)))
	for i := 0; i < m && h.gain < fadeFrames; i++ {
		h.gain++
		h.scale(dst[2*i:2*i+2], h.gain)
	}
	h.pos += int64(m)
	return m, true
}

// take starts what o asks for; false when the head has ended.
func (h *head) take(o *order, n int) bool {
	if h.falling {
		h.pos, h.falling = h.back, false
	}
	if o.s == nil {
		// Whoever sees that the head has ended goes on from here.
		h.rest.Store(h.pos)
		if o != &h.end && !h.next.CompareAndSwap(o, &h.end) {
			return true
		}
		h.stopped.Store(true)
		return false
	}
	h.cur = o
	if o.from != here {
		h.pos = o.from
	}
	h.setStarved(false)
	h.marks.put(h.out.Load()+int64(n), o.s, h.pos, true)
	return true
}

// fall sounds a stretch of a fade-out.
func (h *head) fall(dst []float32) int {
	if !h.falling {
		h.falling, h.back = true, h.pos
	}
	m := h.cur.s.tl.read(dst[:2*min(h.gain, len(dst)/2)], h.pos)
	if m == 0 {
		h.gain = 0
	}
	for i := range m {
		h.gain--
		h.scale(dst[2*i:2*i+2], h.gain)
	}
	h.pos += int64(m)
	return m
}

// starve begins the silence of an underrun.
func (h *head) starve(n int) {
	h.falling, h.pos = false, h.back
	h.setStarved(true)
	h.marks.put(h.out.Load()+int64(n), h.cur.s, h.pos, false)
}

// wait sounds silence until enough has been decoded. Silence and not nothing:
// the device asks for it at its own pace, where it would poll for nothing.
func (h *head) wait(dst []float32, n int) (m int, more bool) {
	tl := h.cur.s.tl
	if tl.complete.Load() || tl.frames.Load()-h.pos >= refill {
		h.setStarved(false)
		h.marks.put(h.out.Load()+int64(n), h.cur.s, h.pos, true)
		return 0, true
	}
	clear(dst)
	return len(dst) / 2, true
}

func (h *head) setStarved(on bool) {
	h.starved = on
	h.dry.Store(on)
}

func (h *head) scale(frame []float32, gain int) {
	g := float32(gain) / fadeFrames
	frame[0] *= g
	frame[1] *= g
}
