package player

import (
	"math"
	"sync/atomic"
	"time"
)

// marks remembers where in which timeline the frames that a head handed out
// came from, as far back as a device may be behind. Written by the reading
// goroutine, read by any.
type marks struct {
	n    atomic.Int64 // marks written so far
	ring [16]mark
}

// mark says that from frame out on, the sound is s's from pos on, at a speed,
// or silence.
type mark struct {
	out, pos atomic.Int64
	s        atomic.Pointer[session]
	moving   atomic.Bool
	speed    atomic.Uint64 // bits of a float64
}

func (m *marks) put(out int64, v *voice, moving bool) {
	n := m.n.Load()
	k := &m.ring[n%int64(len(m.ring))]
	k.out.Store(out)
	k.pos.Store(v.pos)
	k.s.Store(v.s)
	k.moving.Store(moving)
	k.speed.Store(math.Float64bits(v.speed()))
	m.n.Store(n + 1)
}

// place is what is heard at an instant.
type place struct {
	s      *session // nil is unknown
	pos    int64
	moving bool
}

// at returns what frame out is; the place is empty when that is forgotten or
// unknown. Marks are at least a fade apart, so the ring spans 80 ms or more.
func (m *marks) at(out int64) (p place) {
	n := m.n.Load()
	for i := n - 1; i >= max(0, n-int64(len(m.ring))); i-- {
		k := &m.ring[i%int64(len(m.ring))]
		if from := k.out.Load(); from <= out {
			p = place{s: k.s.Load(), pos: k.pos.Load(), moving: k.moving.Load()}
			if p.moving {
				p.pos += int64(float64(out-from) * math.Float64frombits(k.speed.Load()))
			}
			return p
		}
	}
	return place{}
}

// heard returns what is heard now. Between two Reads it goes on with the time.
func (h *head) heard() place {
	since := time.Duration(int64(time.Since(h.epoch)) - h.touched.Load())
	out := min(h.played.Load()+frames(since)-h.latency, h.out.Load())
	// The three are not read at one instant: never go back.
	for {
		seen := h.ear.Load()
		if out <= seen {
			return h.marks.at(seen)
		}
		if h.ear.CompareAndSwap(seen, out) {
			return h.marks.at(out)
		}
	}
}
