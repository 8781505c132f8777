package player

import (
	"context"
	"io"
	"sync"
	"time"
)

// wholeFade takes the click off the ends of a part that does not begin or end in
// silence: 5 ms, as a switch does.
const wholeFade = 5 * time.Millisecond

// Whole reads parts one behind the other as the bytes of "pcm": what Play and a
// file take. A part is opened when the one before it has been read, and no other
// is held. One that cannot be had is left out, with the shorter of the pauses
// around it. Reading belongs to one goroutine; Spans and Faults may be called from
// any.
type Whole struct {
	ctx            context.Context
	parts          []Part
	rate, channels int
	kernels        kernels
	frames         []float32

	part    int  // that is opened next
	now     *cut // that is read
	at      int64
	silence int64         // frames still to come before it
	pause   time.Duration // behind what was read
	end     int64         // of all that was opened

	mu     sync.Mutex // of what follows
	spans  []Span
	faults []Fault
}

// Span is where a part is in a Whole: from Begin to before End, without its pause,
// the first moment of it being From of its sound. Times are those of frames of the
// Whole, rounded up to a nanosecond.
type Span struct {
	Part             int
	Begin, End, From time.Duration
}

// Fault is a part that could not be had as it should: not at all, or, where it is
// not LeftOut, not all of it.
type Fault struct {
	Part    int
	Err     error
	LeftOut bool
}

// NewWhole is a whole at a rate in Hz and of 1 or 2 channels, to which parts of
// others are brought. It ends with ctx.
func NewWhole(ctx context.Context, rate, channels int, parts ...Part) *Whole {
	return &Whole{ctx: ctx, parts: parts, rate: rate, channels: channels, frames: make([]float32, 2*4096)}
}

// Common are the rate and the channels of a Whole of such parts that lose nothing
// in it: their rate where all have the same, else Rate; 1 channel where all have
// 1. What is 0 of a Format is not known, and may be anything.
func Common(parts ...Format) (rate, channels int) {
	rate, channels = Rate, 2
	for i, f := range parts {
		if i == 0 {
			rate, channels = f.SampleRate, f.Channels
		}
		if f.SampleRate != rate || f.SampleRate == 0 {
			rate = Rate
		}
		if f.Channels != 1 {
			channels = 2
		}
	}
	return rate, channels
}

// Format is that of its bytes.
func (w *Whole) Format() Format {
	return Format{Codec: "pcm", SampleRate: w.rate, Channels: w.channels}
}

// Spans are those of the parts that have been opened so far, in their order. The
// receiver must not change them.
func (w *Whole) Spans() []Span {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.spans[:len(w.spans):len(w.spans)]
}

// Faults are those found so far, in the order of the parts. The receiver must not
// change them.
func (w *Whole) Faults() []Fault {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.faults[:len(w.faults):len(w.faults)]
}

// Read reads on. It gives what there is before it waits for a part. The error is
// that of ctx; where no part could be had it ends at once, and Faults tell why.
func (w *Whole) Read(p []byte) (n int, err error) {
	size := 2 * w.channels
	if len(p) < size && len(p) > 0 {
		return 0, io.ErrShortBuffer
	}
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	for n+size <= len(p) {
		room := int64(len(p)-n) / int64(size)
		switch {
		case w.silence > 0:
			m := min(room, w.silence)
			clear(p[n:][:m*int64(size)])
			w.silence -= m
			n += int(m) * size
		case w.now != nil:
			m := min(room, w.now.frames-w.at, int64(len(w.frames)/2))
			w.write(p[n:], w.frames[:2*m])
			n += int(m) * size
			if w.at += m; w.at == w.now.frames {
				w.now = nil
			}
		case n > 0:
			return n, nil
		default:
			if err := w.next(); err != nil {
				return 0, err
			}
		}
	}
	return n, nil
}

// write puts the next frames of the part that is read into p; x is room for them.
func (w *Whole) write(p []byte, x []float32) {
	w.now.read(x, w.at)
	n, fade := 0, framesAt(wholeFade, w.rate)
	for i := 0; i < len(x); i += 2 {
		at := w.at + int64(i/2)
		near := min(at+1, w.now.frames-at, fade)
		gain := float32(near) / float32(fade)
		if w.channels == 1 {
			x[i] = (x[i] + x[i+1]) / 2
		}
		for _, v := range x[i : i+w.channels] {
			s := uint16(toInt16(v * gain))
			p[n], p[n+1] = byte(s), byte(s>>8)
			n += 2
		}
	}
}

// next opens the next part that can be had. The error is io.EOF behind the last.
func (w *Whole) next() error {
	for ; w.part < len(w.parts); w.part++ {
		p := w.parts[w.part]
		now, fault := w.cut(p)
		if err := w.ctx.Err(); err != nil {
			return err
		}
		if fault != nil {
			w.tell(Fault{w.part, fault, now == nil})
		}
		if now == nil {
			w.pause = max(w.pause, p.Pause)
			continue
		}
		w.place(now, p.Pause)
		w.part++
		return nil
	}
	return io.EOF
}

// place puts a cut behind what there is.
func (w *Whole) place(c *cut, pause time.Duration) {
	if w.end > 0 {
		w.silence = framesAt(max(0, w.pause), w.rate)
	}
	begin := w.end + w.silence
	w.end = begin + c.frames
	w.now, w.at, w.pause = c, 0, pause
	w.mu.Lock()
	defer w.mu.Unlock()
	w.spans = append(w.spans, Span{w.part, durationAt(begin, w.rate), durationAt(w.end, w.rate), durationAt(c.from, w.rate)})
}

func (w *Whole) tell(f Fault) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.faults = append(w.faults, f)
}

// framesAt is frames for any rate in Hz.
func framesAt(d time.Duration, rate int) int64 {
	return int64(d/time.Second)*int64(rate) + int64(d%time.Second)*int64(rate)/int64(time.Second)
}

// durationAt is the first nanosecond of a frame, so that framesAt of it is the
// frame again.
func durationAt(frames int64, rate int) time.Duration {
	r := int64(rate)
	return time.Duration(frames/r)*time.Second + time.Duration((frames%r*int64(time.Second)+r-1)/r)
}
