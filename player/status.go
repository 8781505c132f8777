package player

import "time"

// Status is a look at what plays.
type Status struct {
	State State
	// Position is what is heard now; Duration what has been decoded so far.
	Position, Duration time.Duration
	// Complete: no more will be decoded.
	Complete bool
	// Peak and RMS (0..1) of the 20 ms that are heard now.
	Peak, RMS float32
	// Underruns counts the pauses because the source was late.
	Underruns int
	// FirstChunk and FirstSound are counted from Play or Replay; 0 is not yet,
	// or, for FirstChunk, a replay. FirstSound is when the first sample above
	// -60 dB is heard, as far as the device's latency is known.
	FirstChunk, FirstSound time.Duration
	// Speed is what the source brought after its first chunk, in seconds of
	// sound per second of waiting for it; 0 while there was no waiting.
	Speed float64
	// Err is the decoding error; what was decoded before it is playable.
	Err error
}

// Status costs no allocation and takes no lock.
func (p *Player) Status() Status {
	s := p.cur.Load()
	if s == nil {
		return Status{}
	}
	st := Status{
		State:      s.state(),
		Position:   duration(s.at.Load()),
		Complete:   s.tl.Complete(),
		Duration:   s.tl.Duration(),
		Underruns:  int(s.underruns.Load()),
		FirstSound: time.Duration(s.first.Load()),
		Speed:      s.tl.speed(),
		Err:        s.tl.Err(),
	}
	if s.fed {
		st.FirstChunk = time.Duration(s.tl.took.first.Load())
	}
	h := p.head.Load()
	if h == nil || st.State == Idle || st.State == Ended {
		return st
	}
	of, pos, moving := h.heard()
	if of != s {
		return st
	}
	st.Position = duration(pos)
	if moving {
		st.Peak, st.RMS = s.tl.level(pos)
	}
	if st.State == Playing && h.dry.Load() {
		st.State = Buffering
	}
	return st
}
