package player

import (
	"cmp"
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"time"
)

// session is one playing of a timeline: from Play or Replay to its end.
type session struct {
	tl    *Timeline
	began time.Time
	epoch time.Time
	fed   bool // by Play: the source's figures are of this session

	loop  atomic.Pointer[span]
	level factor // that a comparison gives it

	phase     atomic.Int32 // a State
	at        atomic.Int64 // frame to start at, and the position while at rest
	underruns atomic.Int64
	first     atomic.Int64 // ns from began to the first audible sample; 0 is not yet

	// Of Player.mu.
	ctx   context.Context // that Play got
	keen  bool            // in a comparison: orders are to be heard soon
	fresh bool            // to be played from where its sound begins
	from  int64           // the least frame for that
	lost  error           // why the device did not play it to the end
	// bereft: the device had gone before this began, which nobody knew then.
	bereft bool

	once    sync.Once
	over    chan struct{} // closed when nothing more will be heard
	err     error         // what Wait returns; set before over is closed
	unwatch func() bool   // of the context that Play got
}

func newSession(tl *Timeline, epoch time.Time) *session {
	s := &session{tl: tl, ctx: context.Background(), began: time.Now(), fresh: true, epoch: epoch, over: make(chan struct{}), unwatch: func() bool { return true }}
	s.phase.Store(int32(Buffering))
	s.level.store(1)
	return s
}

// sounded notes when the first audible sample is heard: m frames from pos on
// start to be heard at now (ns since epoch).
func (s *session) sounded(pos int64, m int, now int64) {
	if s.first.Load() != 0 {
		return
	}
	first := s.tl.firstSound()
	if first < 0 || first >= pos+int64(m) {
		return
	}
	now += int64(duration(max(0, first-pos)))
	s.first.Store(max(1, now-int64(s.began.Sub(s.epoch))))
	if s.fed {
		s.tl.heard.CompareAndSwap(0, max(1, now))
	}
}

// unheard says that the device was lost, so that the rest goes on in silence.
// What it was given last may have met no ear.
func (s *session) unheard(why string) {
	s.lost = &failure{ErrDeviceLost, errors.New(say.source.lost(why))}
	since := int64(time.Since(s.began)) - s.first.Load()
	if since < int64(deadAfter+2*watchEvery+2*cardBuffer) {
		s.first.Store(0)
		if s.fed {
			s.tl.heard.Store(0)
		}
	}
}

// end closes a session that is heard to the end of its timeline, or whose
// timeline turned out to be empty.
func (s *session) end(e event) {
	if _, ok := s.on(e); ok {
		s.close(cmp.Or(s.tl.Err(), s.lost))
	}
}

// close ends the session for those who wait for it.
func (s *session) close(err error) {
	s.once.Do(func() {
		s.err = err
		close(s.over)
		s.unwatch()
	})
}
