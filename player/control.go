package player

import (
	"time"

	"voicestudio/player/loudness"
)

// Limits of the volume in dB: what is below the least is silence, and what is
// turned up beyond full scale is cut off.
const (
	minVolume = -60.0
	maxVolume = 12.0
)

// SetVolume sets the volume in dB, 0 being the sound as it is; it moves within
// 10 ms, so that nothing clicks. It is kept within -60 and +12 dB.
func (p *Player) SetVolume(db float64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if db != db {
		return
	}
	p.db = min(max(db, minVolume), maxVolume)
	p.setVolume()
}

// Mute makes it silent, or as loud as before; it plays on meanwhile.
func (p *Player) Mute(on bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.muted = on
	p.setVolume()
}

// Volume is what SetVolume and Mute have set.
func (p *Player) Volume() (db float64, muted bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.db, p.muted
}

func (p *Player) setVolume() {
	v := float32(loudness.Amplitude(p.db))
	if p.muted {
		v = 0
	}
	p.volume.store(v)
}

// SetTempo plays everything from now on faster or slower, 0.5 to 2, at its own
// pitch; 1 is the sound as it is, to the sample.
func (p *Player) SetTempo(x float64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if x != x || p.tempo == x {
		return
	}
	p.tempo = min(max(x, minSpeed), maxSpeed)
	s, h := p.cur.Load(), p.head.Load()
	if s == nil || h == nil || s.state() != Playing {
		return
	}
	o := p.order(s, here)
	o.cross = true
	h.give(o)
}

// Tempo is what SetTempo has set.
func (p *Player) Tempo() float64 {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.tempo
}

// minLoop is the shortest loop: a tenth of a second.
const minLoop = Rate / 10

// Loop repeats the part of what plays from one time to another, until Unloop,
// Play or Replay. A position outside goes to the start of it. What is shorter
// than 0.1 s is lengthened to that. The end may lie in what has not been
// decoded yet.
func (p *Player) Loop(from, to time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	s := p.cur.Load()
	if s == nil || s.state() == Idle {
		return
	}
	r := &span{from: frames(max(from, 0)), to: frames(max(to, 0))}
	if s.tl.complete.Load() {
		n := s.tl.frames.Load()
		r.from = min(r.from, max(0, n-minLoop))
		r.to = min(r.to, n)
	}
	r.to = max(r.to, r.from+minLoop)
	s.loop.Store(r)
	if at := p.position(s); at < r.from || at >= r.to {
		p.seek(s, min(r.from, s.tl.frames.Load()))
	}
}

// Unloop lets what plays go on to its end.
func (p *Player) Unloop() {
	if s := p.cur.Load(); s != nil {
		s.loop.Store(nil)
	}
}

// position is the frame of s that is heard, or at which it rests.
func (p *Player) position(s *session) int64 {
	if h := p.head.Load(); h != nil {
		switch now := h.heard(); {
		case now.s != s:
		case now.moving:
			return min(now.pos, s.tl.frames.Load())
		default:
			return now.pos // it may wait where nothing is decoded yet
		}
	}
	return s.at.Load()
}
