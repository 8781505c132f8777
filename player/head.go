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
	// device has enough to wait for the source a little longer. Servers read
	// blocks of up to 10 ms at this latency.
	lowWater = Rate / 100
)

// order tells a head what to sound next.
type order struct {
	s       *session // nil: nothing, and the head ends
	from    int64    // frame to start at; here is where the head stands
	stretch *stretcher
	// cross: in the place of what sounds, without a pause between.
	cross bool
	// same says where s says what the one before says; nil: see counterpart.
	same func(time.Duration) time.Duration
	// after is the order before, until this one is obeyed: where that never was,
	// because this one followed at once, the way to the place leads through it.
	after *order
}

const here = -1

// head reads a timeline for a device, with a fade wherever the sound begins or
// breaks off. The device calls Read; it never blocks, allocates or locks.
// Everybody else talks to it through next and reads what it publishes.
//
// A head ends when its timeline has been read to the end or when it is told
// to, and then stays ended: oto drops a reader that returned io.EOF, and polls
// one that returns no bytes a thousand times a second.
type head struct {
	next atomic.Pointer[order]
	end  order // next points here once the head has ended

	epoch   time.Time
	volume  *factor
	latency int64      // frames between the device and the ear
	queued  func() int // frames read by the device's buffer but not played; nil without a device

	// Of the reading goroutine only.
	took    *order
	cur     voice
	old     voice // which cur takes the place of
	cross   int   // frames of that still to come
	gain    int   // 0..fadeFrames
	falling bool
	back    int64 // cur.pos when the fade-out began: what faded is sounded again
	starved bool
	loud    float32 // the volume, on its way
	scratch []float32
	mix     [2 * crossFrames]float32

	// Published.
	stopped atomic.Bool  // ended
	rest    atomic.Int64 // cur.pos
	dry     atomic.Bool  // starved
	late    atomic.Bool  // the device had nothing left when it was given more
	out     atomic.Int64 // frames handed out
	played  atomic.Int64 // out less what was queued, at touched
	touched atomic.Int64 // last Read, ns since epoch
	ear     atomic.Int64 // the furthest frame of out that was said to be heard
	marks   marks
}

func newHead(o *order, epoch time.Time, volume *factor) *head {
	h := &head{epoch: epoch, volume: volume, loud: volume.load(), scratch: make([]float32, 2*chunkFrames)}
	h.touched.Store(int64(time.Since(epoch)))
	h.set(o, o.from, 0)
	h.next.Store(o)
	return h
}

// set makes o what sounds, n frames after the start of this fill.
func (h *head) set(o *order, from int64, n int) {
	level := o.s.level.load()
	if h.cur.s == o.s {
		level = h.cur.level
	}
	h.took, o.after = o, nil
	h.cur = voice{s: o.s, stretch: o.stretch, level: level}
	h.jump(from, n)
}

// jump goes on elsewhere.
func (h *head) jump(to int64, n int) {
	h.cur.jump(to)
	h.back = to
	h.rest.Store(to)
	h.marks.put(h.out.Load()+int64(n), &h.cur, !h.starved)
}

// give makes o the next thing to sound; false when the head has ended.
func (h *head) give(o *order) bool {
	for {
		cur := h.next.Load()
		if cur == &h.end {
			return false
		}
		o.after = cur
		if h.next.CompareAndSwap(cur, o) {
			return true
		}
	}
}

// ends says that no more than n frames of the timeline will be sounded.
func (h *head) ends(n int64) bool {
	o := h.next.Load()
	return o.s == nil || o.s.tl.complete.Load() && o.s.loop.Load() == nil && o.s.tl.frames.Load()-h.rest.Load() <= n
}

// kill ends the head without a fade, for a device that is gone.
func (h *head) kill() { h.next.Store(&h.end) }

// Read implements io.Reader for the device: float32 little endian, stereo. It
// returns io.EOF when the head has ended, and 0 bytes without an error when
// the source is late but the device still has something to play.
func (h *head) Read(b []byte) (int, error) {
	most := pieceFrames
	if h.out.Load() == 0 { // the card may ask before there is another piece
		most = chunkFrames
	}
	x := h.scratch[:2*min(len(b)/8, most)]
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
	if h.queued != nil && queued == 0 && h.out.Load() > 0 && !h.falling && !h.starved {
		h.late.Store(true)
	}
	for 2*n < len(dst) {
		m, more := h.step(dst[2*n:], n, queued, now)
		n += m
		if !more {
			break
		}
	}
	h.adjust(dst[:2*n])
	h.rest.Store(h.cur.pos)
	h.out.Add(int64(n))
	return n, h.stopped.Load()
}

// step sounds the next stretch, n frames after the start of this fill. more is
// false when there is nothing else to give now.
func (h *head) step(dst []float32, n, queued int, now int64) (m int, more bool) {
	o := h.next.Load()
	switch {
	case o != h.took && h.gain == 0:
		return 0, h.take(o, n)
	case o != h.took && o.cross && !h.falling:
		if h.cross == 0 {
			if !h.replace(o, n) {
				return h.fall(dst), true
			}
			return 0, true
		}
		// One crossfade after the other.
	case o != h.took:
		return h.fall(dst), true
	case h.falling && h.gain > 0:
		return h.fall(dst), true
	case h.falling:
		h.starve(n)
		return 0, true
	case h.starved:
		return h.wait(dst, n)
	}

	left, final, loop := h.cur.left()
	switch {
	case final && left <= 0 && loop != nil:
		h.gain = 0
		h.jump(loop.from, n)
		return 0, true
	case final && left <= 0:
		if h.next.CompareAndSwap(h.took, &h.end) {
			h.stopped.Store(true)
			return 0, false
		}
		// An order came at the very end: it begins with a fade-in.
		h.gain = 0
		return 0, true
	case final:
	case left > fadeFrames:
		left -= fadeFrames // kept for a fade-out, should no more come
	case n > 0 || queued > lowWater:
		return 0, false
	default:
		h.cur.s.underruns.Add(1)
		h.falling, h.back = true, h.cur.pos
		return 0, true
	}
	m = int(min(left, int64(len(dst)/2)))
	if h.cross > 0 {
		m = min(m, h.cross)
	}
	from := h.cur.pos
	m = h.cur.read(dst[:2*m])
	if h.queued != nil { // on the silent clock there is no first sound
		h.cur.s.sounded(from, int(h.cur.pos-from), now+int64(duration(int64(queued+n)+h.latency)))
	}
	h.blend(dst[:2*m])
	for i := range m {
		h.gain = min(h.gain+1, fadeFrames)
		if final {
			h.gain = min(h.gain, int(left)-i)
		}
		if h.gain < fadeFrames {
			h.scale(dst[2*i:2*i+2], h.gain)
		}
	}
	return m, true
}

// fall sounds a stretch of a fade-out.
func (h *head) fall(dst []float32) int {
	if !h.falling {
		h.falling, h.back = true, h.cur.pos
	}
	m := h.cur.read(dst[:2*min(h.gain, len(dst)/2)])
	if m == 0 {
		h.gain = 0
	}
	h.blend(dst[:2*m])
	for i := range m {
		h.gain--
		h.scale(dst[2*i:2*i+2], h.gain)
	}
	return m
}

// starve begins the silence of an underrun.
func (h *head) starve(n int) {
	h.falling, h.cross = false, 0
	h.setStarved(true)
	h.jump(h.back, n)
}

// wait sounds silence until enough has been decoded. Silence and not nothing:
// the device asks for it at its own pace, where it would poll for nothing.
func (h *head) wait(dst []float32, n int) (m int, more bool) {
	tl := h.cur.s.tl
	if tl.complete.Load() || tl.frames.Load()-h.cur.pos >= refill {
		h.setStarved(false)
		h.jump(h.cur.pos, n)
		return 0, true
	}
	clear(dst)
	return len(dst) / 2, true
}

// adjust applies the volume. What is turned up beyond full scale is cut off.
func (h *head) adjust(dst []float32) {
	want := h.volume.load()
	if h.loud == 1 && want == 1 {
		return
	}
	for i := 0; i < len(dst); i += 2 {
		h.loud = approach(h.loud, want, volumeStep)
		dst[i] = min(max(dst[i]*h.loud, -1), 1)
		dst[i+1] = min(max(dst[i+1]*h.loud, -1), 1)
	}
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
