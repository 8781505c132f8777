package player

import (
	"time"

	"voicestudio/player/loudness"
)

// Status is a look at what plays.
type Status struct {
	State State
	// Position is what is heard now; Duration what has been decoded so far.
	Position, Duration time.Duration
	// Complete: no more will be decoded.
	Complete bool
	// Peak and RMS (0..1) of the 20 ms that are heard now, before the volume.
	// Hold is the largest peak of the last 1.5 s.
	Peak, RMS, Hold float32
	// Gain is what a comparison adds to the level, in dB; 0 elsewhere.
	Gain float64
	Report
	// Err is the decoding error; what was decoded before it is playable.
	Err error
}

// Report says how a playing came to be heard. Times are counted from Play,
// Replay or Compare; 0 is not yet, or, for FirstChunk and FirstFrame, that the
// source had been decoded before.
type Report struct {
	// FirstChunk and FirstFrame are when the first bytes came and when the
	// first of their sound was decoded; FirstSound is when the first sample
	// above -60 dB is heard, as far as the device's latency is known. Without a
	// device, and where one was lost at once, it stays 0.
	FirstChunk, FirstFrame, FirstSound time.Duration
	// Speed is what the source brought after its first chunk, in seconds of
	// sound per second of waiting for it; 0 while there was no waiting.
	Speed float64
	// Underruns counts the pauses because the source was late, LongestWait is
	// the longest time it took to bring a chunk after the first.
	Underruns   int
	LongestWait time.Duration
}

func (s *session) report() Report {
	r := Report{
		Underruns:  int(s.underruns.Load()),
		FirstSound: time.Duration(s.first.Load()),
		Speed:      s.tl.speed(),
	}
	if s.fed {
		r.FirstChunk = time.Duration(s.tl.took.first.Load())
		r.FirstFrame = time.Duration(s.tl.took.frame.Load())
		r.LongestWait = time.Duration(s.tl.took.worst.Load())
	}
	return r
}

// Status costs no allocation and takes no lock.
func (p *Player) Status() Status {
	s := p.cur.Load()
	if s == nil {
		return Status{}
	}
	st := Status{
		State:    s.state(),
		Position: duration(s.at.Load()),
		Complete: s.tl.Complete(),
		Duration: s.tl.Duration(),
		Report:   s.report(),
		Err:      s.tl.Err(),
	}
	level := s.level.load()
	if level != 1 {
		st.Gain = loudness.Decibels(float64(level))
	}
	h := p.head.Load()
	if h == nil || st.State == Idle || st.State == Ended {
		return st
	}
	now := h.heard()
	if now.s != s {
		return st
	}
	st.Position = min(duration(now.pos), st.Duration)
	if now.moving {
		peak, rms := s.tl.level(now.pos)
		held := s.tl.hold(max(now.since, now.pos-holdFor), now.pos)
		st.Peak, st.RMS, st.Hold = peak*level, rms*level, max(peak, held)*level
	}
	if st.State == Playing && h.dry.Load() {
		st.State = Buffering
	}
	return st
}
