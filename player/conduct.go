package player

import (
	"cmp"
	"context"
	"slices"
	"time"
)

// conduct keeps the silent clock, watches the device and notices the end, as
// often as what plays needs it. Where nothing plays no timer runs.
func (p *Player) conduct() {
	defer close(p.done)
	timer := time.NewTimer(restAfter)
	defer timer.Stop()
	for {
		select {
		case <-p.quit:
			return
		case <-p.wake:
		case <-timer.C:
		}
		if next := p.step(time.Now()); next > 0 {
			timer.Reset(next)
		}
	}
}

// keepAwake says whether the card must run or may rest. It runs from Play on, so
// that it does when the first chunk comes.
func (p *Player) keepAwake(on bool) {
	if p.awake == on || p.silent {
		return
	}
	p.awake = on
	if on {
		useCard(1)
	} else {
		useCard(-1)
	}
}

// stir wakes conduct.
func (p *Player) stir() {
	select {
	case p.wake <- struct{}{}:
	default:
	}
}

// step looks after what plays and returns when to do so again; 0 is when
// something is played.
func (p *Player) step(now time.Time) (next time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for i := len(p.runs) - 1; i >= 0; i-- { // finish takes away
		r := p.runs[i]
		again, err := r.step(now)
		if err != nil {
			p.lose(err)
			break
		}
		if again == 0 {
			p.finish(r)
		}
		next = sooner(next, again)
	}
	p.hasten()
	return sooner(p.follow(now), p.rest(now, next))
}

// rest lets the card rest where nothing has played for a while. next is when the
// runs want to be looked after again.
func (p *Player) rest(now time.Time, next time.Duration) time.Duration {
	s := p.cur.Load()
	switch quiet := now.Sub(p.busy); {
	case len(p.runs) > 0:
		p.busy = now
		return cmp.Or(next, watchEvery)
	case s != nil && s.state() == Buffering:
		p.busy = now
		return restAfter
	case quiet < restAfter:
		return restAfter - quiet
	}
	p.keepAwake(false)
	return 0
}

// sooner is the lesser of two times until something is to be done, 0 being never.
func sooner(a, b time.Duration) time.Duration {
	if a == 0 || b == 0 {
		return max(a, b)
	}
	return min(a, b)
}

// finish removes a run that has been heard.
func (p *Player) finish(r run) {
	p.runs = slices.DeleteFunc(p.runs, func(o run) bool { return o == r })
	h := r.of()
	if h != p.head.Load() {
		return
	}
	p.head.Store(nil)
	s := p.cur.Load()
	if s.state() == Playing {
		s.at.Store(s.tl.frames.Load())
		s.end(heard)
	} else {
		s.at.Store(h.rest.Load())
	}
}

// begin makes s what is played, instead of what was.
func (p *Player) begin(s *session) {
	p.leave(stop, context.Canceled)
	p.cur.Store(s)
	p.keepAwake(true)
	if p.Device().Heard() { // it may have gone while nothing played
		c, _ := p.choose(0)
		s.bereft = c == nil
	}
	p.stir()
	if p.closed {
		p.leave(stop, context.Canceled)
	}
}

// leave ends what is played.
func (p *Player) leave(e event, err error) {
	s := p.cur.Load()
	if s == nil {
		return
	}
	if _, ok := s.on(e); ok {
		s.at.Store(0)
		s.close(err)
		p.hush()
	}
}

// abandon is leave for the context that Play got.
func (p *Player) abandon(s *session, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.cur.Load() == s {
		p.leave(cancel, err)
	}
}

// hush fades what sounds out.
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
	if s.ctx.Err() != nil {
		return // what the decoder says of that is no end of the source
	}
	if s.tl.complete.Load() && s.tl.frames.Load() == 0 {
		s.end(empty)
		return
	}
	if s.state() != Buffering {
		return
	}
	if s.fresh {
		s.at.Store(max(s.tl.begin(), s.from))
	}
	if s.tl.mayStart(s.at.Load(), p.tempo) {
		p.launch(s, s.at.Load())
	}
}

// launch sounds s from a frame on, now.
func (p *Player) launch(s *session, from int64) {
	s.on(enough)
	s.fresh = false
	s.at.Store(from)
	defer p.stir()
	o := p.order(s, from)
	if h := p.head.Load(); h != nil && h.give(o) {
		p.unheardFrom(s, from)
		return
	}
	p.keepAwake(true)
	h := newHead(o, p.epoch, &p.volume)
	heard, lost := !p.Device().Silent || s.bereft, s.lost
	if c, why := p.choose(0); c != nil {
		p.runs = append(p.runs, newCardRun(c, h))
	} else {
		if heard { // it was lost while nothing played
			s.unheard(why.what)
		}
		p.runs = append(p.runs, newSilentRun(h))
	}
	p.unheardFrom(s, from)
	p.missed.lost = lost
	// Only now is the head whole, and may Status read it.
	p.head.Store(h)
	p.hasten()
}

// order is what a head is told to sound, at the tempo of now.
func (p *Player) order(s *session, from int64) *order {
	return &order{s: s, from: from, stretch: newStretcher(p.tempo)}
}

// choose returns the sound card; nil is the silent clock, and why.
func (p *Player) choose(patience time.Duration) (c *card, why reason) {
	if p.silent {
		return nil, why
	}
	c, err := usableCard(patience)
	if err != nil {
		why = reasonOf(err)
		p.setDevice(silence(why.sentence()))
		return nil, why
	}
	p.setDevice(speaker)
	return c, why
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
