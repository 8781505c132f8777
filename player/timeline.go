package player

import (
	"fmt"
	"math"
	"sync/atomic"
	"time"
)

// A block holds 320 ms: short enough to waste little, long enough that the list
// of 10 minutes has 1,875 entries. Every block has whole buckets.
const (
	bucket      = Rate / 100 // frames of a peak: 10 ms
	blockPeaks  = 32
	blockFrames = blockPeaks * bucket
)

// maxFrames bounds what one source may fill: an hour, about 350 MB in mono.
const maxFrames = 3600 * Rate

// audible is the least level that counts as sound: -60 dB of full scale.
const audible = 33

// Timeline is the sound of one source as far as it has been decoded: 48 kHz,
// 16 bit, mono or stereo. One goroutine lets it grow; every other may read it
// meanwhile, without locks. A Timeline outlives its Player.
type Timeline struct {
	frames   atomic.Int64 // what may be read; written last
	list     atomic.Pointer[[]*block]
	complete atomic.Bool
	err      atomic.Pointer[error]
	first    atomic.Int64 // the first audible frame + 1; 0 is none yet
	took     intake
}

// block is written at and after Timeline.frames only.
type block struct {
	channels int
	samples  []int16
	peaks    [blockPeaks]uint16
}

func newTimeline() *Timeline {
	t := new(Timeline)
	t.list.Store(new([]*block))
	return t
}

// Duration of what has been decoded so far. It grows until Complete.
func (t *Timeline) Duration() time.Duration { return duration(t.frames.Load()) }

// Complete says that nothing more will come: the source has ended, failed, or
// was stopped.
func (t *Timeline) Complete() bool { return t.complete.Load() }

// Err is what ended decoding early or was wrong with the source; nil as long as
// all is well. It is context.Canceled after a stop.
func (t *Timeline) Err() error {
	if err := t.err.Load(); err != nil {
		return *err
	}
	return nil
}

// finish says that nothing more will come; only the first call counts.
func (t *Timeline) finish(err error) {
	if !t.err.CompareAndSwap(nil, &err) {
		return
	}
	t.complete.Store(true)
}

func duration(frames int64) time.Duration {
	return time.Duration(frames) * time.Second / Rate
}

func frames(d time.Duration) int64 {
	return int64(d/time.Second)*Rate + int64(d%time.Second)*Rate/int64(time.Second)
}

// append adds interleaved frames of 1 or 2 channels.
func (t *Timeline) append(x []float32, channels int) error {
	n := t.frames.Load()
	for len(x) > 0 {
		if n >= maxFrames {
			return fmt.Errorf("the source is longer than %v; the rest is not played", duration(maxFrames))
		}
		b := t.tail(n, channels)
		at := int(n % blockFrames)
		m := min(len(x)/channels, blockFrames-at)
		b.write(at, x[:m*channels], channels)
		t.findFirst(b, at, m, n)
		x = x[m*channels:]
		n += int64(m)
		t.frames.Store(n)
	}
	return nil
}

// tail returns the block that frame n goes to, with room for the channels.
func (t *Timeline) tail(n int64, channels int) *block {
	list := *t.list.Load()
	i := int(n / blockFrames)
	if i == len(list) {
		b := &block{channels: channels, samples: make([]int16, blockFrames*channels)}
		list = append(list, b)
		t.list.Store(&list)
		return b
	}
	b := list[i]
	if b.channels >= channels {
		return b
	}
	// Mono has turned into stereo within the block. Readers keep the old one.
	wide := &block{channels: 2, samples: make([]int16, 2*blockFrames), peaks: b.peaks}
	for f, s := range b.samples {
		wide.samples[2*f], wide.samples[2*f+1] = s, s
	}
	list = append(list[:i:i], wide)
	t.list.Store(&list)
	return wide
}

func (b *block) write(at int, x []float32, channels int) {
	frame := 0
	for i := 0; i < len(x); i += channels {
		var peak uint16
		for c := range b.channels {
			s := toInt16(x[i+min(c, channels-1)])
			b.samples[(at+frame)*b.channels+c] = s
			peak = max(peak, magnitude(s))
		}
		p := &b.peaks[(at+frame)/bucket]
		if (at+frame)%bucket == 0 {
			*p = 0
		}
		*p = max(*p, peak)
		frame++
	}
}

func (t *Timeline) findFirst(b *block, at, m int, n int64) {
	if t.first.Load() != 0 {
		return
	}
	for i, s := range b.samples[at*b.channels : (at+m)*b.channels] {
		if magnitude(s) >= audible {
			t.first.Store(n + int64(i/b.channels) + 1)
			return
		}
	}
}

func toInt16(v float32) int16 {
	// A float that is no number must not reach the card.
	if v != v {
		return 0
	}
	return int16(math.Round(float64(min(max(v*32768, -32768), 32767))))
}

func magnitude(s int16) uint16 {
	if s < 0 {
		return uint16(-int32(s))
	}
	return uint16(s)
}

// read fills dst with interleaved stereo frames from frame at on and returns
// how many there were. It is called by the audio callback.
func (t *Timeline) read(dst []float32, at int64) int {
	end := min(t.frames.Load(), at+int64(len(dst)/2))
	list := *t.list.Load()
	n := 0
	for at < end {
		b := list[at/blockFrames]
		from := int(at % blockFrames)
		m := int(min(end-at, int64(blockFrames-from)))
		out := dst[2*n : 2*(n+m)]
		if b.channels == 1 {
			for i, s := range b.samples[from : from+m] {
				v := float32(s) / 32768
				out[2*i], out[2*i+1] = v, v
			}
		} else {
			for i, s := range b.samples[2*from : 2*(from+m)] {
				out[i] = float32(s) / 32768
			}
		}
		at += int64(m)
		n += m
	}
	return n
}
