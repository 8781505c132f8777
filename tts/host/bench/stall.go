package main

import (
	"sync/atomic"
	"time"
)

// stall is how long this process may stand still during a run; a busy machine
// is no host's distance.
const stall = 4 * time.Millisecond

// repeats is how many times as many runs are made for the sake of calm ones.
const repeats = 3

// watch looks for moments in which this process stood still.
type watch struct {
	worst atomic.Int64 // nanoseconds
	stop  chan struct{}
	done  chan struct{}
}

func newWatch() *watch {
	w := &watch{stop: make(chan struct{}), done: make(chan struct{})}
	go func() {
		defer close(w.done)
		const step = time.Millisecond
		for last := time.Now(); ; {
			select {
			case <-w.stop:
				return
			case <-time.After(step):
			}
			now := time.Now()
			w.worst.Store(max(w.worst.Load(), int64(now.Sub(last)-step)))
			last = now
		}
	}()
	return w
}

// calm ends the watch; it reports whether nothing stood still for long.
func (w *watch) calm() bool {
	close(w.stop)
	<-w.done
	return time.Duration(w.worst.Load()) < stall
}
