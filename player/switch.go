package player

import (
	"context"
	"time"

	"voicestudio/player/loudness"
)

// Clip is a timeline as a comparison sounds it.
type Clip struct {
	*Timeline
	// Gain in dB by which it is changed, for equal loudness: see loudness.Gains.
	Gain float64
	// From is where it begins when nothing sounds that it takes the place of: a
	// comparison does not wait through silence. Timeline.Begins tells it.
	From time.Duration
}

// Switch sounds a clip in the place of what sounds or is paused, within the
// device's buffer, with a crossfade of 5 ms and at the same place: same says
// which moment of the clip says what the one before says at a moment; where it
// is nil it is the same time if their lengths are within 3 %, else the same
// fraction. same is called here and then by the audio callback, at the very frame
// of the switch: it must not wait and must not allocate. A clip that has not come
// so far yet is waited for there. Where nothing sounds the clip begins at From. A
// loop stays.
func (p *Player) Switch(to Clip, same func(time.Duration) time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	s := newSession(to.Timeline, p.epoch)
	s.level.store(float32(loudness.Amplitude(to.Gain)))
	s.from, s.keen = frames(to.From), true
	old := p.cur.Load()
	if old == nil || old.state() == Idle || old.state() == Ended || p.closed {
		p.begin(s)
		p.start(s)
		return
	}
	place := func(at int64) int64 { return counterpart(old.tl, s.tl, same, at) }
	s.at.Store(place(p.position(old)))
	s.fresh = old.fresh
	if r := old.loop.Load(); r != nil {
		from := place(r.from)
		s.loop.Store(&span{from, max(place(r.to), from+minLoop)})
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
		o.cross, o.same = true, same
		if h := p.head.Load(); h != nil && h.give(o) {
			s.on(enough)
			s.fresh = false
			p.hasten()
			return
		}
		p.launch(s, s.at.Load())
	case Idle, Ended: // nothing sounds that the new one could follow
	}
}

// hasten has the card hold little of what a comparison sounds, so that the next
// key is heard soon. On a machine that serves it too late for that, once, it
// holds as much as ever.
func (p *Player) hasten() {
	s, h := p.cur.Load(), p.head.Load()
	for _, r := range p.runs {
		if r.of() != h || s == nil || !s.keen {
			continue
		}
		p.slow = p.slow || h.late.Load()
		if p.slow {
			r.hold(chunkFrames)
		} else {
			r.hold(hastyFrames)
		}
	}
}

// SetGain changes the gain of the clip that sounds, in dB, within a fifth of a
// second. It takes no lock.
func (p *Player) SetGain(db float64) {
	if s := p.cur.Load(); s != nil {
		s.level.store(float32(loudness.Amplitude(db)))
	}
}

// Begins is where the sound of t begins, less the 5 ms of a fade-in; 0 as long as
// nothing above -60 dB has come.
func (t *Timeline) Begins() time.Duration {
	return duration(max(0, t.firstSound()-fadeFrames))
}

// Loud is how loud t is as far as it has been decoded, heard from two speakers.
func (t *Timeline) Loud() loudness.Loud {
	lufs, truePeak := t.Loudness()
	if !t.stereo.Load() {
		lufs += loudness.Twice
	}
	return loudness.Loud{LUFS: lufs, TruePeak: truePeak}
}
