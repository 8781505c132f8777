package speech

import (
	"context"
	"io"
	"sync"
	"sync/atomic"
)

// What is made and not yet read. Each utterance has a little room of its own,
// so that a fast reader never waits for a slow one; the rest is shared by all
// utterances of an engine.
const (
	ownRoom    = 64 << 10 // bytes
	sharedRoom = 64 << 20
	atOnce     = 32 << 10 // written at once
)

// spool stands between the programs that make audio and the one who reads it:
// they are done as fast as they can and leave their place to others, however
// slow the reader is. Only one who is far behind makes them wait.
type spool struct {
	ctx    context.Context
	failed func(error)   // told why w took no more
	shared *atomic.Int64 // bytes that wait in all spools

	mu    sync.Mutex
	held  []byte
	size  int // bytes that wait, those in the writer's hands included
	ended bool
	err   error

	came, went chan struct{} // hold one signal each
	done       chan struct{}
}

func newSpool(ctx context.Context, w io.Writer, shared *atomic.Int64, failed func(error)) *spool {
	s := &spool{ctx: ctx, failed: failed, shared: shared, came: make(chan struct{}, 1), went: make(chan struct{}, 1), done: make(chan struct{})}
	go s.drain(w)
	return s
}

func signal(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}

// Write takes p as soon as there is room.
func (s *spool) Write(p []byte) (int, error) {
	for {
		if err := s.ctx.Err(); err != nil {
			return 0, context.Cause(s.ctx)
		}
		s.mu.Lock()
		err, full := s.err, s.size >= ownRoom && s.shared.Load() >= sharedRoom
		if err == nil && !full {
			s.held = append(s.held, p...)
			s.count(len(p))
		}
		s.mu.Unlock()
		switch {
		case err != nil:
			return 0, err
		case !full:
			signal(s.came)
			return len(p), nil
		}
		select {
		case <-s.went:
		case <-s.ctx.Done():
		}
	}
}

func (s *spool) count(n int) {
	s.size += n
	s.shared.Add(int64(n))
}

// drain writes what has come until all has, the writer fails or ctx is done.
func (s *spool) drain(w io.Writer) {
	defer close(s.done)
	defer func() {
		s.mu.Lock()
		s.count(-s.size)
		s.held = nil
		s.mu.Unlock()
	}()
	for s.ctx.Err() == nil {
		s.mu.Lock()
		held, ended := s.held, s.ended
		s.held = nil
		s.mu.Unlock()
		if len(held) == 0 {
			if ended {
				return
			}
			select {
			case <-s.came:
			case <-s.ctx.Done():
			}
		}
		for len(held) > 0 && s.ctx.Err() == nil {
			n, err := w.Write(held[:min(atOnce, len(held))])
			held = held[n:]
			s.mu.Lock()
			s.count(-n)
			s.err = err
			s.mu.Unlock()
			signal(s.went)
			if err != nil {
				s.failed(err)
				return
			}
		}
	}
}

// finish waits until all is written, and says why it was not.
func (s *spool) finish() error {
	s.mu.Lock()
	s.ended = true
	s.mu.Unlock()
	signal(s.came)
	<-s.done
	return s.err
}
