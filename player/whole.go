package player

import (
	"context"
	"io"
	"math"
	"time"
)

// Part is one of the sounds of which a Whole is made.
type Part struct {
	*Timeline
	// Pause is the silence behind it; behind the last part there is none.
	Pause time.Duration
}

// wholeFade takes the click off the ends of a part that does not begin or end in
// silence, in frames: 5 ms, as a switch does.
const wholeFade = 5 * Rate / 1000

// Whole reads parts one behind the other as the bytes of "pcm" at Rate: what Play
// and a file take. It belongs to one goroutine.
type Whole struct {
	ctx      context.Context
	parts    []Part
	channels int
	part     int   // that is read
	at       int64 // the frame of it, its pause included
	starts   []time.Duration
	frames   []float32
}

// NewWhole is a whole of 1 or 2 channels. A part that still grows is waited for
// until ctx ends.
func NewWhole(ctx context.Context, channels int, parts ...Part) *Whole {
	return &Whole{ctx: ctx, parts: parts, channels: channels, frames: make([]float32, 2*4096)}
}

// Format is that of its bytes.
func (w *Whole) Format() Format { return Format{Codec: "pcm", SampleRate: Rate, Channels: w.channels} }

// Starts are where the parts begin in the whole, as far as it has been read.
func (w *Whole) Starts() []time.Duration { return w.starts }

// Read reads on. The error is that of a part which could not be decoded at all, or
// of ctx.
func (w *Whole) Read(p []byte) (n int, err error) {
	size := 2 * w.channels
	for n+size <= len(p) {
		if w.part == len(w.parts) {
			if n == 0 {
				err = io.EOF
			}
			return n, err
		}
		sound, all, err := w.span()
		if err != nil {
			return n, err
		}
		if w.at == all {
			w.part, w.at = w.part+1, 0
			continue
		}
		m := int(min(int64(len(p)-n)/int64(size), all-w.at, int64(len(w.frames)/2)))
		x := w.frames[:2*m]
		w.parts[w.part].readAll(x, w.at) // silence behind its end
		for i := range m {
			gain := fade(w.at+int64(i), sound)
			if w.channels == 1 {
				x[2*i] = (x[2*i] + x[2*i+1]) / 2
			}
			for c := range w.channels {
				v := uint16(int16(math.Round(float64(min(max(x[2*i+c]*gain*32768, -32768), 32767)))))
				p[n], p[n+1] = byte(v), byte(v>>8)
				n += 2
			}
		}
		w.at += int64(m)
	}
	return n, nil
}

// span is how many frames the part has that is read, and how many with its pause.
func (w *Whole) span() (sound, all int64, err error) {
	p := w.parts[w.part]
	select {
	case <-p.Done():
	case <-w.ctx.Done():
		return 0, 0, w.ctx.Err()
	}
	if sound = p.Timeline.frames.Load(); sound == 0 && p.Err() != nil {
		return 0, 0, p.Err()
	}
	if len(w.starts) == w.part {
		begin := time.Duration(0)
		if w.part > 0 {
			before := w.parts[w.part-1]
			begin = w.starts[w.part-1] + duration(before.Timeline.frames.Load()+frames(before.Pause))
		}
		w.starts = append(w.starts, begin)
	}
	if all = sound; w.part < len(w.parts)-1 {
		all += frames(max(0, p.Pause))
	}
	return sound, all, nil
}

// fade is the gain of a frame of a sound with so many.
func fade(at, of int64) float32 {
	near := min(at+1, of-at, wholeFade)
	return float32(max(0, near)) / wholeFade
}
