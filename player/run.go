package player

import (
	"errors"
	"time"

	"github.com/ebitengine/oto/v3"
)

const (
	// chunkFrames is the most a device asks for at once, and what its player's
	// buffer holds: 40 ms.
	chunkFrames = Rate * 40 / 1000
	// pieceFrames is what a head gives a card at once: oto asks for a buffer more
	// whenever there is less than one, and what is in it is heard before an order.
	pieceFrames = Rate * 2 / 1000
	// hastyFrames is what the buffer holds while clips are switched: the 10 ms
	// that servers ask for at this latency, and little more.
	hastyFrames = Rate * 11 / 1000
)

// run is a head on its way to the ear.
type run interface {
	of() *head
	// step returns when it wants to be called again. 0 says that all of the head
	// has been heard; an error that the device is gone.
	step(now time.Time) (again time.Duration, err error)
	// hold has the device hold so many frames that it was given.
	hold(frames int)
	// leave gives the device up.
	leave(why error)
}

const (
	// tick is how far the silent clock moves at a time, and how often a card is
	// looked after while its end is near, as somebody may wait for that.
	tick = 10 * time.Millisecond
	// watchEvery is how often a card is looked after that has enough to play. A
	// look wakes the processor, which costs more than the look itself.
	watchEvery = 50 * time.Millisecond
)

// silentRun reads a head as fast as a sound card would.
type silentRun struct {
	h     *head
	began time.Time
	given int64 // frames
	buf   []float32
}

func newSilentRun(h *head) *silentRun {
	return &silentRun{h: h, began: time.Now(), buf: make([]float32, 2*chunkFrames)}
}

func (r *silentRun) of() *head   { return r.h }
func (r *silentRun) hold(int)    {}
func (r *silentRun) leave(error) {}

func (r *silentRun) step(now time.Time) (again time.Duration, err error) {
	for n := frames(now.Sub(r.began)) - r.given; n > 0; {
		m, ended := r.h.fill(r.buf[:2*min(n, chunkFrames)])
		r.given += int64(m)
		if n -= int64(m); ended {
			return 0, nil
		}
		if m == 0 {
			break
		}
	}
	return tick, nil
}

// cardRun is read by the sound card, through oto's player.
type cardRun struct {
	h       *head
	card    *card
	op      *oto.Player
	looked  time.Time     // at the last step
	still   time.Duration // since the card took something
	seen    [2]int64      // what it had taken then
	drained time.Duration // since the last frame left the process
}

func newCardRun(c *card, h *head) *cardRun {
	r := &cardRun{h: h, card: c, op: c.ctx.NewPlayer(h), looked: time.Now()}
	r.hold(chunkFrames)
	h.queued = r.queued
	h.latency = frames(cardLatency)
	r.op.Play()
	return r
}

func (r *cardRun) of() *head       { return r.h }
func (r *cardRun) queued() int     { return r.op.BufferedSize() / 8 }
func (r *cardRun) hold(frames int) { r.op.SetBufferSize(8 * frames) }
func (r *cardRun) leave(why error) { r.card.leave(why) }

const (
	// askAfter is how long a card may take nothing before the driver is asked
	// what is wrong. Asking all the time would be no use and a data race:
	// jfreymuth/pulse v0.1.3 sets its error without a lock when the connection
	// breaks.
	askAfter = 100 * time.Millisecond
	// deadAfter is how long it may take nothing before it counts as gone: a sink
	// that vanishes under a living sound server is not reported otherwise.
	deadAfter = time.Second
)

var errStalled = errors.New("it takes no more sound")

func (r *cardRun) step(now time.Time) (again time.Duration, err error) {
	since := now.Sub(r.looked)
	r.looked = now
	if r.h.stopped.Load() && !r.op.IsPlaying() {
		// The server still plays what it has taken.
		if r.drained += since; r.drained >= cardBuffer+tick {
			r.op.PauseAndStopReading()
			return 0, nil
		}
		return tick, nil
	}
	again = watchEvery
	if r.h.ends(frames(4 * watchEvery)) {
		again = tick
	}
	taken := [2]int64{r.h.touched.Load(), int64(r.queued())}
	if taken != r.seen {
		r.seen, r.still = taken, 0
		return again, nil
	}
	// One late step, after a suspended process goes on, is no second of stall.
	r.still += min(since, deadAfter/4)
	switch {
	case r.still > deadAfter:
		return again, errStalled
	case r.still > askAfter:
		return again, r.card.ctx.Err()
	}
	return again, nil
}
