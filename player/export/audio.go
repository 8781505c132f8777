package export

import (
	"context"
	"encoding/binary"
	"errors"
	"io"
	"iter"
	"math"
	"time"

	"voicestudio/player/decode"
)

var (
	// ErrTooLong is wrapped when more is to be written than can be held.
	ErrTooLong error = sentinel{&say.tooLong}
	// ErrEmpty is wrapped when the source has ended before the part begins.
	ErrEmpty error = sentinel{&say.empty}
)

// maxSamples bounds what is held: two hours of mono at 48 kHz, 690 MB.
const maxSamples = 2 * 3600 * 48000

// audio is decoded sound, in blocks of which all but the last are full.
type audio struct {
	rate, channels int
	blocks         []block
	samples        int
	damage         error
}

// blockSamples are whole frames.
const blockSamples = 8192

// block holds 16 bits of each sample. They are those below its loudest one, so that
// a quiet sound that is made louder is not coarse then, and one beyond full scale
// that is made quieter is not clipped; samples of 16 bits are held as they are.
type block struct {
	samples []int16
	up      int // they are the sound's times 2^up
}

// collect decodes the part of src between two times.
func collect(ctx context.Context, src io.Reader, f decode.Format, from, to time.Duration) (*audio, error) {
	a, at := new(audio), int64(0)
	var waiting []float32
	err := decode.Whole(src, f, func(x []float32, rate, channels int) error {
		if a.rate == 0 {
			a.rate, a.channels = rate, channels
		}
		if rate != a.rate || channels != a.channels {
			return errors.New(say.changes)
		}
		frames := int64(len(x) / channels)
		first, end := at, at+frames
		at = end
		first = max(first, a.frame(from))
		if to > 0 {
			end = min(end, a.frame(to))
		}
		if first < end {
			skip := (first - (at - frames)) * int64(channels)
			waiting = append(waiting, x[skip:skip+(end-first)*int64(channels)]...)
		}
		for len(waiting) >= blockSamples {
			a.add(waiting[:blockSamples])
			waiting = waiting[:copy(waiting, waiting[blockSamples:])]
		}
		if a.samples > maxSamples {
			return &fault{say.longer(a.duration().Minutes()), ErrTooLong}
		}
		return ctx.Err()
	})
	if errors.Is(err, decode.ErrDamaged) {
		a.damage = err
	} else if err != nil {
		return nil, err
	}
	if a.add(waiting); a.samples == 0 {
		return nil, &fault{say.ended(from), ErrEmpty}
	}
	return a, nil
}

// add appends a block.
func (a *audio) add(x []float32) {
	if len(x) == 0 {
		return
	}
	b := block{samples: make([]int16, len(x))}
	const most = 20 // of what is quieter than 20 bits nothing is left anyway
	top := 0.0
	for _, v := range x {
		if v == v {
			top = max(top, math.Abs(float64(v)))
		}
	}
	switch _, power := math.Frexp(top); {
	case top > 1:
		b.up = -min(power, most)
	case top > 0:
		b.up = min(max(0, -power), most)
	}
	b.put(0, x)
	a.blocks = append(a.blocks, b)
	a.samples += len(x)
}

// put writes samples from a place of the block on.
func (b *block) put(at int, x []float32) {
	k := math.Ldexp(1, 15+b.up)
	for i, v := range x {
		if v != v {
			v = 0 // no number
		}
		b.samples[at+i] = int16(math.Round(min(max(float64(v)*k, -32768), 32767)))
	}
}

// sound is the audio in pieces, each the receiver's until the next. It breaks off
// when ctx ends.
func (a *audio) sound(ctx context.Context) iter.Seq[[]float32] {
	return func(yield func([]float32) bool) {
		x := make([]float32, blockSamples)
		for _, b := range a.blocks {
			k := float32(math.Ldexp(1, -15-b.up))
			for i, s := range b.samples {
				x[i] = float32(s) * k
			}
			if ctx.Err() != nil || !yield(x[:len(b.samples)]) {
				return
			}
		}
	}
}

// settle makes the audio that of a sound that is as long, at 16 bits of full
// scale, as pcm reads it. The sound may be made of the audio itself, as long as
// it has read a block before it gives what takes its place.
func (a *audio) settle(sound iter.Seq[[]float32]) {
	at := 0
	for x := range sound {
		for len(x) > 0 {
			b, from := &a.blocks[at/blockSamples], at%blockSamples
			n := min(len(x), len(b.samples)-from)
			b.up = 0
			b.put(from, x[:n])
			x, at = x[n:], at+n
		}
	}
}

func (a *audio) frame(d time.Duration) int64 {
	return int64(math.Round(d.Seconds() * float64(a.rate)))
}

func (a *audio) duration() time.Duration {
	return time.Duration(float64(a.samples/a.channels) / float64(a.rate) * float64(time.Second))
}

// joinChannels makes one of two that are the same: heard from two speakers it is.
func (a *audio) joinChannels() {
	if a.channels != 2 {
		return
	}
	for _, b := range a.blocks {
		for i := 0; i < len(b.samples); i += 2 {
			if b.samples[i] != b.samples[i+1] {
				return
			}
		}
	}
	one := &audio{rate: a.rate, channels: 1, damage: a.damage}
	mono := make([]float32, 0, blockSamples)
	for x := range a.sound(context.Background()) {
		for i := 0; i < len(x); i += 2 {
			mono = append(mono, x[i])
		}
		if len(mono) == blockSamples {
			one.add(mono)
			mono = mono[:0]
		}
	}
	one.add(mono)
	*a = *one
}

// pcm is signed 16 bit, little endian, of settled audio.
func (a *audio) pcm() io.Reader { return &pcm{blocks: a.blocks} }

type pcm struct {
	blocks []block
	at     int // in the first
}

func (p *pcm) Read(b []byte) (n int, err error) {
	for ; n+2 <= len(b) && len(p.blocks) > 0; n += 2 {
		binary.LittleEndian.PutUint16(b[n:], uint16(p.blocks[0].samples[p.at]))
		if p.at++; p.at == len(p.blocks[0].samples) {
			p.blocks, p.at = p.blocks[1:], 0
		}
	}
	if n == 0 && len(b) > 0 {
		return 0, io.EOF
	}
	return n, nil
}
