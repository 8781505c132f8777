package player

import (
	"slices"
	"time"
)

// missed is what plays without being heard, as there is no device: from a frame
// on, since a moment.
type missed struct {
	s     *session
	from  int64
	since time.Time
	lost  error // what the session had lost before
}

// catchUp is how long ago a device may have gone for the sound to go on where it
// broke off. Who has watched the playhead for longer than that goes on with it.
const catchUp = 10 * time.Second

// follow goes on with the sound card where there is one again, and looks for one
// where there is none. It returns when to do so again; 0 is that there is no need.
func (p *Player) follow(now time.Time) time.Duration {
	if p.silent || p.closed || !p.Device().Silent || p.regain(now) {
		return 0
	}
	if wait := seekEvery - now.Sub(p.sought); wait > 0 {
		return wait
	}
	p.sought = now
	seekCard(p.stir)
	return seekEvery
}

// lose goes on with the silent clock where the device went silent.
func (p *Player) lose(err error) {
	for _, r := range p.runs {
		r.leave(err)
	}
	why := reasonOf(err)
	p.setDevice(silence(why.sentence()))
	p.sought = time.Time{}
	s := p.cur.Load()
	if s == nil {
		p.drop()
		return
	}
	lost := s.lost
	if s.state() != Idle && s.state() != Ended {
		s.unheard(why.what)
	}
	if p.drop() && s.state() == Playing {
		p.launch(s, s.at.Load())
		p.missed.lost = lost
	}
}

// regain goes on with the sound card if there is one now.
func (p *Player) regain(now time.Time) bool {
	if c, _ := p.choose(0); c == nil {
		return false
	}
	s, m := p.cur.Load(), p.missed
	if !p.drop() || s.state() != Playing {
		return true
	}
	if m.s == s && now.Sub(m.since) < catchUp {
		s.lost = m.lost
		s.at.Store(m.from)
	}
	p.launch(s, s.at.Load())
	return true
}

// drop ends what is on its way to the ear, and has what plays rest where it was
// heard last. It says whether there was something to go on with.
func (p *Player) drop() bool {
	s, h := p.cur.Load(), p.head.Load()
	for _, r := range p.runs {
		r.of().kill()
	}
	p.runs = nil
	p.head.Store(nil)
	if h == nil || s == nil {
		return false
	}
	if now := h.heard(); now.s == s {
		s.at.Store(min(now.pos, s.tl.frames.Load()))
	}
	return true
}

// setDevice tells those who wait for a change.
func (p *Player) setDevice(d Device) {
	if *p.device.Load() == d {
		return
	}
	p.device.Store(&d)
	close(*p.changed.Swap(new(make(chan struct{}))))
}

// Changed is closed when Device says something else than now.
func (p *Player) Changed() <-chan struct{} { return *p.changed.Load() }

// unheardFrom notes that s plays without a device from a frame on.
func (p *Player) unheardFrom(s *session, from int64) {
	p.missed = missed{}
	if slices.ContainsFunc(p.runs, func(r run) bool { _, silent := r.(*silentRun); return silent }) {
		p.missed = missed{s, from, time.Now(), s.lost}
	}
}
