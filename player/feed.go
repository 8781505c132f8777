package player

import (
	"context"
	"errors"
	"io"
	"sync"
	"sync/atomic"
	"time"

	"voicestudio/player/decode"
)

// readBytes is half a second at 256 kbit/s: decoding it takes a few
// milliseconds, so a cached source cannot hold up its own start.
const readBytes = 16 << 10

// job decodes one source into a timeline, on its own goroutine.
type job struct {
	tl     *Timeline
	src    io.Reader
	format Format
	live   bool // begun by Play, not by Load
	cancel context.CancelFunc
	done   chan struct{}
	closed sync.Once
}

// intake is what is known of the source's pace. Times are ns.
type intake struct {
	began  time.Time
	first  atomic.Int64 // first chunk, since began; 0 is not yet
	last   atomic.Int64 // latest chunk, since began
	waited atomic.Int64 // spent waiting for chunks after the first
	base   atomic.Int64 // frames that the first chunk made
}

func (in *intake) chunk(asked time.Time) {
	now := time.Now()
	at := max(1, int64(now.Sub(in.began)))
	if !in.first.CompareAndSwap(0, at) {
		in.waited.Add(int64(now.Sub(asked)))
	}
	in.last.Store(at)
}

// speed is what came after the first chunk against the waiting for it.
func (t *Timeline) speed() float64 {
	waited := time.Duration(t.took.waited.Load())
	if waited < time.Millisecond {
		return 0
	}
	return duration(t.frames.Load()-t.took.base.Load()).Seconds() / waited.Seconds()
}

// mayStart says whether t can be played from frame at on without running dry.
func (t *Timeline) mayStart(at int64, tempo float64) bool {
	complete := t.complete.Load()
	n := t.frames.Load()
	since := time.Duration(t.took.last.Load() - t.took.first.Load())
	gained := duration(n - t.took.base.Load())
	if tempo != 1 {
		gained = 0 // a stretcher takes more at once than the least that would do
	}
	return mayStart(duration(n-at), gained, since, complete)
}

// run decodes until the source ends, calling grown after every piece.
func (j *job) run(ctx context.Context, k *kernels, grown func()) {
	defer close(j.done)
	defer j.cancel()
	// A Read that blocks forever must hold up neither the end of the timeline
	// nor, if it can be closed, this goroutine.
	release := context.AfterFunc(ctx, func() {
		j.tl.finish(ctx.Err())
		j.close()
	})
	err := j.decode(ctx, k, grown)
	if release() {
		j.close()
	}
	j.tl.finish(err)
	grown()
}

func (j *job) close() {
	j.closed.Do(func() {
		if c, ok := j.src.(io.Closer); ok {
			c.Close()
		}
	})
}

func (j *job) decode(ctx context.Context, k *kernels, grown func()) error {
	dec, err := decode.New(decode.Format(j.format))
	if err != nil {
		return &failure{ErrUndecodable, err}
	}
	defer dec.Close()
	w := &writer{tl: j.tl, kernels: k}
	buf := make([]byte, readBytes)
	for idle := 0; ; {
		asked := time.Now()
		n, failed := j.src.Read(buf)
		if err := ctx.Err(); err != nil {
			return err
		}
		if idle++; n > 0 {
			idle = 0
			j.tl.took.chunk(asked)
		} else if failed == nil && idle == 100 {
			failed = io.ErrNoProgress
		}
		dec.Feed(buf[:n])
		if failed != nil {
			dec.End()
		}
		err := w.drain(ctx, dec)
		if j.tl.took.base.Load() == 0 {
			j.tl.took.base.Store(j.tl.frames.Load())
		}
		switch {
		case errors.Is(err, decode.ErrMore):
			grown()
		case failed != nil && failed != io.EOF:
			// Why the source broke off says more than what that did to the
			// last frame.
			return &failure{ErrSource, failed}
		case errors.Is(err, io.EOF):
			return nil
		default:
			return err
		}
	}
}

// writer puts decoded frames into the timeline. The first of them give it its
// rate; what comes at another one later is brought to it.
type writer struct {
	tl       *Timeline
	kernels  *kernels
	rs       *resampler
	rate, ch int
	x        [4096]float32
}

// drain moves what dec has to the timeline. It returns decode.ErrMore, or what
// ended the decoding: then the resampler's rest is in the timeline, too.
func (w *writer) drain(ctx context.Context, dec decode.Decoder) error {
	for {
		n, err := dec.Read(w.x[:])
		switch {
		case err == nil:
			err = w.write(w.x[:n], dec.Rate(), dec.Channels())
		case !errors.Is(err, io.EOF) && !errors.Is(err, decode.ErrMore):
			err = &failure{ErrUndecodable, err}
		}
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			if errors.Is(err, decode.ErrMore) {
				return err
			}
			if full := w.flush(); full != nil && errors.Is(err, io.EOF) {
				err = full
			}
			return err
		}
	}
}

func (w *writer) write(x []float32, rate, channels int) error {
	if w.tl.rate == 0 {
		k, err := w.kernels.between(rate, Rate)
		if err != nil {
			return err
		}
		w.tl.open(rate, k)
	}
	if rate != w.rate || channels != w.ch {
		if err := w.flush(); err != nil {
			return err
		}
		k, err := w.kernels.between(rate, w.tl.rate)
		if err != nil {
			return err
		}
		w.rate, w.ch = rate, channels
		if k != nil {
			w.rs = newResampler(k, channels)
		}
	}
	if w.rs != nil {
		x = w.rs.process(x)
	}
	return w.tl.append(x, channels)
}

func (w *writer) flush() error {
	if w.rs == nil {
		return nil
	}
	err := w.tl.append(w.rs.flush(), w.ch)
	w.rs = nil
	return err
}
