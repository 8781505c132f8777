package player

import (
	"errors"
	"time"

	"github.com/ebitengine/oto/v3"
)

// chunkFrames is the most a device asks for at once, and the size of its
// player's buffer: 40 ms.
const chunkFrames = Rate * 40 / 1000

// run is a head on its way to the ear.
type run interface {
	of() *head
	// step is called every few milliseconds, with the time since the last call.
	// done says that all of the head has been heard; an error that the device
	// is gone.
	step(since time.Duration) (done bool, err error)
}

// silentRun reads a head as fast as a sound card would.
type silentRun struct {
	h   *head
	due time.Duration
	buf []float32
}

func newSilentRun(h *head) *silentRun {
	return &silentRun{h: h, buf: make([]float32, 2*chunkFrames)}
}

func (r *silentRun) of() *head { return r.h }

func (r *silentRun) step(since time.Duration) (done bool, err error) {
	r.due += since
	for n := int(frames(r.due)); n > 0; {
		m, ended := r.h.fill(r.buf[:2*min(n, chunkFrames)])
		r.due -= duration(int64(m))
		if n -= m; ended {
			return true, nil
		}
		if m == 0 {
			break
		}
	}
	return false, nil
}

// cardRun is read by the sound card, through oto's player.
type cardRun struct {
	h       *head
	ctx     *oto.Context
	op      *oto.Player
	still   time.Duration // since the card took something
	seen    [2]int64      // what it had taken then
	drained time.Duration // since the last frame left the process
}

func newCardRun(ctx *oto.Context, h *head) *cardRun {
	r := &cardRun{h: h, ctx: ctx, op: ctx.NewPlayer(h)}
	r.op.SetBufferSize(8 * chunkFrames)
	h.queued = r.queued
	h.latency = frames(cardLatency)
	r.op.Play()
	return r
}

func (r *cardRun) of() *head   { return r.h }
func (r *cardRun) queued() int { return r.op.BufferedSize() / 8 }

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

func (r *cardRun) step(since time.Duration) (done bool, err error) {
	if r.h.stopped.Load() && !r.op.IsPlaying() {
		// The server still plays what it has taken.
		if r.drained += since; r.drained >= cardBuffer+10*time.Millisecond {
			r.op.PauseAndStopReading()
			return true, nil
		}
		return false, nil
	}
	now := [2]int64{r.h.touched.Load(), int64(r.queued())}
	if now != r.seen {
		r.seen, r.still = now, 0
		return false, nil
	}
	// One late step, after a suspended process goes on, is no second of stall.
	r.still += min(since, 5*tick)
	switch {
	case r.still > deadAfter:
		return false, errStalled
	case r.still > askAfter:
		return false, r.ctx.Err()
	}
	return false, nil
}
