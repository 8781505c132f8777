package player

import (
	"cmp"
	"context"
	"errors"
	"io"
	"time"

	"voicestudio/player/measure"
)

// Part is one of the sounds of which a Whole is made: what Open gives, or Sound.
type Part struct {
	// Open gives its audio when the Whole comes to it, and may wait until then or
	// until ctx ends. What it gives is decoded, closed, and let go of when it has
	// been read.
	Open func(ctx context.Context) (io.ReadCloser, Format, error)
	// Sound is one that is held already. It may still grow: it is waited for.
	Sound *Timeline
	// From and To are what is taken of it; To 0 is its end.
	From, To time.Duration
	// Trim leaves the silence at both ends of that out but for what
	// measure.Audible keeps, some 0.1 s together.
	Trim bool
	// Pause is the silence behind it; behind the last part there is none.
	Pause time.Duration
}

var (
	errNoSound = errors.New("the part has no sound")
	errNoRange = errors.New("the part ends before it begins")
)

// cut is what is taken of a part's sound, in frames at a Whole's rate.
type cut struct {
	list   []*block
	have   int64
	kernel *kernel
	from   int64
	frames int64
}

// cut waits for a part's sound and takes of it what is asked for. There may be
// both, a sound and what is wrong with it.
func (w *Whole) cut(p Part) (*cut, error) {
	tl, err := w.decoded(p)
	if err != nil {
		return nil, err
	}
	have := tl.have.Load()
	if have == 0 {
		return nil, cmp.Or(tl.Err(), errNoSound)
	}
	k, err := w.kernels.between(tl.rate, w.rate)
	if err != nil {
		return nil, err
	}
	c := &cut{list: *tl.list.Load(), have: have, kernel: k}
	end := k.readable(have, true)
	from, to := min(framesAt(max(0, p.From), w.rate), end), end
	if p.To != 0 {
		to = min(framesAt(p.To, w.rate), end)
	}
	if p.Trim {
		if first, last, found := measure.Audible(tl.Sound()); found {
			a, z := max(from, framesAt(first, w.rate)), min(to, framesAt(last, w.rate))
			if a < z {
				from, to = a, z
			}
		}
	}
	if from >= to {
		return nil, errNoRange
	}
	c.from, c.frames = from, to-from
	return c, tl.Err()
}

// decoded is a part's sound once it is there, or ctx's end.
func (w *Whole) decoded(p Part) (*Timeline, error) {
	if p.Sound != nil {
		select {
		case <-p.Sound.Done():
			return p.Sound, nil
		case <-w.ctx.Done():
			return nil, w.ctx.Err()
		}
	}
	if p.Open == nil {
		return nil, errNoSound
	}
	src, f, err := p.Open(w.ctx)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(w.ctx)
	tl := newTimeline(f)
	tl.unmetered = true
	j := &job{tl: tl, src: src, format: f, cancel: cancel, done: make(chan struct{})}
	j.run(ctx, &w.kernels, func() {})
	return tl, nil
}

// read fills dst with interleaved stereo frames of the cut from one on.
func (c *cut) read(dst []float32, at int64) {
	copyResampled(dst, c.list, c.from+at, c.have, c.kernel)
}
