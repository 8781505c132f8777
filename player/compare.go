package player

import (
	"context"
	"slices"

	"voicestudio/player/loudness"
)

// Compare sounds one of several timelines, at equal loudness. Called again with
// another index it switches between them within the device's buffer, with a
// short crossfade and at the same place: at the same time where their lengths
// are within 3 %, else at the same fraction. So it does when something plays or
// is paused already; else it begins at the start. A loop stays.
//
// Equal loudness is as loud as the loudest of them, or less where that would
// lift a true peak above -1 dBTP. It settles within a fifth of a second and
// follows the measurement of those that still grow.
func (p *Player) Compare(i int, tls ...*Timeline) {
	p.mu.Lock()
	defer p.mu.Unlock()
	s := newSession(tls[i], p.epoch)
	s.peers = slices.Clone(tls)
	old := p.cur.Load()
	if old == nil || old.state() == Idle || old.state() == Ended || p.closed {
		s.level.store(p.matched(s))
		p.begin(s)
		p.start(s)
		return
	}
	// Before a head takes it over: it must not begin unmatched and ramp.
	s.level.store(p.matched(s))
	s.at.Store(samePlace(old.tl, s.tl, p.position(old)))
	s.fresh = old.fresh
	if r := old.loop.Load(); r != nil {
		s.loop.Store(mapLoop(old.tl, s.tl, r))
	}
	s.fed = old.fed && old.tl == s.tl
	state := old.state()
	old.on(stop)
	old.close(context.Canceled)
	p.cur.Store(s)
	switch state {
	case Paused:
		s.on(pause)
		p.hush()
		p.head.Store(nil)
	case Buffering:
		p.start(s)
	case Playing:
		o := p.order(s, here)
		o.cross = true
		if h := p.head.Load(); h != nil && h.give(o) {
			s.on(enough)
			s.fresh = false
			return
		}
		p.launch(s, s.at.Load())
	case Idle, Ended: // nothing sounds that the new one could follow
	}
}

// MatchLevels says whether comparisons are at equal loudness, as they are from
// the start.
func (p *Player) MatchLevels(on bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.match = on
	if s := p.cur.Load(); s != nil {
		s.level.store(p.matched(s))
	}
}

func mapLoop(a, b *Timeline, r *span) *span {
	m := &span{from: samePlace(a, b, r.from), to: samePlace(a, b, r.to)}
	m.to = max(m.to, m.from+minLoop)
	return m
}

// Matching is by how many dB Compare changes one of several timelines, for
// equal loudness.
func Matching(tl *Timeline, peers ...*Timeline) float64 {
	return loudness.Decibels(matchLevel(tl, peers))
}
