package player

import "time"

// Status is a look at what plays.
type Status struct {
	State State
	// Position is what is heard now; Duration what has been decoded so far.
	Position, Duration time.Duration
	// Complete: no more will be decoded.
	Complete bool
	// Peak (0..1) of the 20 ms that are heard now, before the volume; a
	// comparison's gain may lift it above 1.
	Peak float32
	Report
}

// Report says how a playing came to be heard. Times are counted from Play,
// Replay or Switch; 0 is not yet, or, for FirstChunk, that the source had
// been decoded before.
type Report struct {
	// FirstChunk is when the first bytes came; FirstSound is when the first
	// sample above -60 dB is heard, as far as the device's latency is known.
	// Without a device, and where one was lost at once, it stays 0.
	FirstChunk, FirstSound time.Duration
	// Speed is what the source brought after its first chunk, in seconds of
	// sound per second of waiting for it; 0 while there was no waiting.
	Speed float64
	// Underruns counts the pauses because the source was late.
	Underruns int
}

func (s *session) report() Report {
	r := Report{
		Underruns:  int(s.underruns.Load()),
		FirstSound: time.Duration(s.first.Load()),
		Speed:      s.tl.speed(),
	}
	if s.fed {
		r.FirstChunk = time.Duration(s.tl.took.first.Load())
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
		Complete: s.tl.Complete(),
		Duration: s.tl.Duration(),
		Report:   s.report(),
	}
	st.Position = min(duration(s.at.Load()), st.Duration)
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
		st.Peak = s.tl.level(now.pos) * s.level.load()
	}
	if st.State == Playing && h.dry.Load() {
		st.State = Buffering
	}
	return st
}
