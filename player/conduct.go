package player

import (
	"context"
	"slices"
	"time"

	"github.com/ebitengine/oto/v3"
)

// tick is how often the conductor looks after what plays; when nothing does it
// sleeps. The silent clock moves by it.
const tick = 10 * time.Millisecond

// conduct keeps the silent clock, watches the device and notices the end.
func (p *Player) conduct() {
	defer close(p.done)
	for {
		if !p.idle() {
			return
		}
		ticker := time.NewTicker(tick)
		last := time.Now()
		for p.step(time.Since(last)) {
			last = time.Now()
			select {
			case <-p.quit:
				ticker.Stop()
				return
			case <-ticker.C:
			}
		}
		ticker.Stop()
	}
}

// idle waits until something is to do; false when the player is closed.
func (p *Player) idle() bool {
	tired := time.NewTimer(restAfter)
	defer tired.Stop()
	for {
		select {
		case <-p.quit:
			return false
		case <-p.wake:
			return true
		case <-tired.C:
			p.mu.Lock()
			if s := p.cur.Load(); len(p.runs) == 0 && (s == nil || s.state() != Buffering) {
				p.keepAwake(false)
			} else {
				tired.Reset(restAfter)
			}
			p.mu.Unlock()
		}
	}
}

// keepAwake says whether the card is needed or may rest. It is needed from Play
// on, so that it is awake when the first chunk comes.
func (p *Player) keepAwake(on bool) {
	if p.awake == on || p.silent {
		return
	}
	if ctx, _ := usableCard(0); ctx == nil {
		return
	}
	p.awake = on
	if on {
		useCard(1)
	} else {
		useCard(-1)
	}
}

// stir makes sure that the conductor looks.
func (p *Player) stir() {
	select {
	case p.wake <- struct{}{}:
	default:
	}
}

func (p *Player) step(since time.Duration) (more bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if s := p.cur.Load(); s != nil {
		s.level.store(p.matched(s))
	}
	for i := len(p.runs) - 1; i >= 0; i-- { // finish takes away
		r := p.runs[i]
		done, err := r.step(since)
		switch {
		case err != nil:
			p.lose(err)
			return len(p.runs) > 0
		case done:
			p.finish(r)
		}
	}
	return len(p.runs) > 0
}

// finish takes leave of a run that has been heard.
func (p *Player) finish(r run) {
	p.runs = slices.DeleteFunc(p.runs, func(o run) bool { return o == r })
	h := r.of()
	if h != p.head.Load() {
		return
	}
	p.head.Store(nil)
	s := p.cur.Load()
	switch s.state() {
	case Playing:
		s.at.Store(s.tl.frames.Load())
		s.end()
	case Paused:
		s.at.Store(h.rest.Load())
	}
}

// lose goes on with the silent clock where the device went silent.
func (p *Player) lose(err error) {
	p.silent = true
	why := reason(err)
	p.device.Store(&Device{Name: silentClock.Name, Silent: true, Reason: why})
	s, h := p.cur.Load(), p.head.Load()
	if s != nil && s.state() != Idle && s.state() != Ended {
		s.unheard(why)
	}
	for _, r := range p.runs {
		r.of().kill()
	}
	p.runs = nil
	p.head.Store(nil)
	if h == nil || s == nil {
		return
	}
	if now := h.heard(); now.s == s {
		s.at.Store(min(now.pos, s.tl.frames.Load()))
	}
	if s.state() == Playing {
		p.launch(s, s.at.Load())
	}
}

// begin makes s what is played, instead of what was.
func (p *Player) begin(s *session) {
	p.leave(context.Canceled)
	p.cur.Store(s)
	p.keepAwake(true)
	p.stir()
	if p.closed {
		s.become(Idle)
		s.close(context.Canceled)
	}
}

// leave ends what is played.
func (p *Player) leave(err error) {
	s := p.cur.Load()
	if s == nil {
		return
	}
	s.become(Idle)
	s.at.Store(0)
	s.close(err)
	p.hush()
}

// abandon is leave for a cancelled context.
func (p *Player) abandon(s *session, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.cur.Load() == s && s.state() != Ended {
		p.leave(err)
	}
}

// hush lets what sounds die away.
func (p *Player) hush() {
	if h := p.head.Load(); h != nil {
		h.give(&order{})
	}
}

// grown is called by the decoder after every piece and at the end.
func (p *Player) grown(tl *Timeline) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if s := p.cur.Load(); s != nil && s.tl == tl {
		p.start(s)
	}
}

// start launches s if it waits for enough to be decoded and that is so.
func (p *Player) start(s *session) {
	complete, n := s.tl.complete.Load(), s.tl.frames.Load()
	if s.fresh && s.state() == Buffering {
		s.at.Store(s.tl.begin())
	}
	switch {
	case s.started && s.state() != Buffering || s.state() == Idle:
	case complete && n == 0:
		s.end()
	case s.state() == Buffering && s.tl.mayStart(s.at.Load(), p.tempo):
		p.launch(s, s.at.Load())
	}
}

// launch sounds s from a frame on, now.
func (p *Player) launch(s *session, from int64) {
	s.started, s.fresh = true, false
	s.at.Store(from)
	s.become(Playing)
	defer p.stir()
	o := p.order(s, from)
	if h := p.head.Load(); h != nil && h.give(o) {
		return
	}
	p.keepAwake(true)
	h := newHead(o, p.epoch, &p.volume)
	heard := !p.Device().Silent
	if ctx := p.choose(0); ctx != nil {
		p.runs = append(p.runs, newCardRun(ctx, h))
	} else {
		if heard { // it was lost while nothing played
			s.unheard(p.Device().Reason)
		}
		p.runs = append(p.runs, newSilentRun(h))
	}
	// Only now is the head whole, and may Status read it.
	p.head.Store(h)
}

// order is what a head is told to sound, at the tempo of now.
func (p *Player) order(s *session, from int64) *order {
	return &order{s: s, from: from, stretch: newStretcher(p.tempo)}
}

// choose returns the sound card; nil is the silent clock.
func (p *Player) choose(patience time.Duration) *oto.Context {
	if p.silent {
		return nil
	}
	ctx, why := usableCard(patience)
	if ctx == nil {
		p.device.Store(&Device{Name: silentClock.Name, Silent: true, Reason: why})
		return nil
	}
	p.device.Store(&speaker)
	return ctx
}

// over says that the job's goroutine has ended.
func (j *job) over() bool {
	select {
	case <-j.done:
		return true
	default:
		return false
	}
}
