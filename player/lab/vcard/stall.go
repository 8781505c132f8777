package vcard

import "time"

// Stall is how long a machine may stand still: longer, and a card that waits for
// its program or its server makes gaps.
const Stall = 8 * time.Millisecond

// WatchClock finds out for how long nothing ran on this machine, until worst is
// called.
func WatchClock() (worst func() time.Duration) {
	quit, done := make(chan struct{}), make(chan time.Duration)
	go func() {
		const nap = 2 * time.Millisecond
		late := time.Duration(0)
		for {
			began := time.Now()
			select {
			case <-quit:
				done <- late
				return
			case <-time.After(nap):
				late = max(late, time.Since(began)-nap)
			}
		}
	}()
	return func() time.Duration {
		close(quit)
		return <-done
	}
}
