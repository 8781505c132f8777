package player

import (
	"errors"
	"math"
	"sync"
	"sync/atomic"
	"time"

	"voicestudio/player/loudness"
)

// A block holds 8,192 samples of a channel, 256 ms at 32 kHz: short enough to
// waste little, long enough that the list of 10 minutes has 2,344 entries.
const (
	bucket       = 256 // source frames whose energy is kept: 8 ms at 32 kHz
	blockBuckets = 32
	blockFrames  = blockBuckets * bucket
)

// maxBytes bounds what one source may fill: 70 minutes of mono at 32 kHz, 25
// of stereo at 44.1 kHz.
const maxBytes = 256 << 20

// audible is the least level that counts as sound: -60 dB of full scale.
const audible = 33

var errComplete = errors.New("the timeline is complete")

// Timeline is the sound of one source as far as it has been decoded: 16 bit,
// mono or stereo, at the rate of the source, which takes 3.8 MB per minute of
// mono at 32 kHz. It is read at 48 kHz, from any place. One goroutine lets it
// grow; every other may read it meanwhile, without locks. A Timeline outlives
// its Player.
type Timeline struct {
	frames   atomic.Int64 // at Rate, that may be read; written last
	have     atomic.Int64 // source frames
	list     atomic.Pointer[[]*block]
	complete atomic.Bool
	done     chan struct{} // closed with it
	err      atomic.Pointer[error]
	first    atomic.Int64  // the first audible source frame + 1; 0 is none yet
	epoch    time.Time     // of the player, where it is played as it comes
	heard    atomic.Int64  // when that was first heard then, ns since epoch; 0 is not yet
	lufs     atomic.Uint64 // bits of Loudness' figures
	truePeak atomic.Uint64
	stereo   atomic.Bool
	took     intake

	delay     int64 // source frames at the start that an encoder may have put there
	unmetered bool  // nobody will ask for its loudness, which takes most of the time

	// Set before the first frame, and not changed then.
	rate   int
	kernel *kernel // to Rate; nil where rate is that

	mu     sync.Mutex // of growing and completing
	meter  *loudness.Meter
	bytes  int
	energy uint64 // of all frames
}

// block is written at and after Timeline.have only.
type block struct {
	channels int
	samples  []int16
	// energy is that of all frames of the timeline up to the end of each bucket,
	// so that a part of any length is the difference of two. 70 minutes at full
	// scale are 2^59.
	energy [blockBuckets]uint64
}

func newTimeline(f Format) *Timeline {
	t := &Timeline{done: make(chan struct{})}
	if f.Codec == "mp3" {
		t.delay = mp3Delay
	}
	t.list.Store(new([]*block))
	t.lufs.Store(math.Float64bits(math.Inf(-1)))
	return t
}

// Duration of what has been decoded so far. It grows until Complete.
func (t *Timeline) Duration() time.Duration { return duration(t.frames.Load()) }

// Complete says that nothing more will come: the source has ended, failed, or
// was stopped.
func (t *Timeline) Complete() bool { return t.complete.Load() }

// Done is closed once the timeline is Complete.
func (t *Timeline) Done() <-chan struct{} { return t.done }

// Err is what ended decoding early or was wrong with the source, of one of the
// kinds ErrSource, ErrUndecodable and ErrTooLong; nil as long as all is well. It
// is context.Canceled after a stop.
func (t *Timeline) Err() error {
	if err := t.err.Load(); err != nil {
		return *err
	}
	return nil
}

// Loudness is the integrated loudness in LUFS and the true peak in dBTP of what
// has been decoded so far, by ITU-R BS.1770-4; -Inf where there is nothing to
// measure yet. Mono is measured as one channel.
func (t *Timeline) Loudness() (lufs, truePeak float64) {
	return math.Float64frombits(t.lufs.Load()), loudness.Decibels(math.Float64frombits(t.truePeak.Load()))
}

// Heard is when the first sample above -60 dB was heard while the source was
// played as it came, as far as the device's latency is known; zero where it was
// not, or without a device. It is of the clock that nobody sets, and that does
// not go on while the machine sleeps.
func (t *Timeline) Heard() time.Time {
	if at := t.heard.Load(); at != 0 {
		return t.epoch.Add(time.Duration(at))
	}
	return time.Time{}
}

// finish says that nothing more will come; only the first call counts.
func (t *Timeline) finish(err error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.err.CompareAndSwap(nil, &err) {
		return
	}
	t.frames.Store(t.kernel.readable(t.have.Load(), true))
	t.complete.Store(true)
	close(t.done)
}

func duration(frames int64) time.Duration {
	return time.Duration(frames) * time.Second / Rate
}

func frames(d time.Duration) int64 {
	return framesAt(d, Rate)
}

// source is the source frame at a frame of Rate.
func (t *Timeline) source(at int64) int64 {
	if t.kernel == nil {
		return at
	}
	return at * int64(t.kernel.down) / int64(t.kernel.up)
}

// readable is how many frames n source frames make: while more may come, the
// resampler's window must be full.
func (k *kernel) readable(n int64, all bool) int64 {
	switch {
	case k == nil:
		return n
	case all:
		return (n*int64(k.up) + int64(k.down) - 1) / int64(k.down)
	}
	return max(0, n-taps/2) * int64(k.up) / int64(k.down)
}

// open sets the rate of a timeline without a frame.
func (t *Timeline) open(rate int, k *kernel) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.rate, t.kernel = rate, k
	if !t.unmetered {
		t.meter = loudness.NewMeter(rate)
	}
}

// append adds interleaved frames of 1 or 2 channels at the timeline's rate.
func (t *Timeline) append(x []float32, channels int) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.complete.Load() {
		return errComplete
	}
	if channels == 2 {
		t.stereo.Store(true)
	}
	if t.meter != nil {
		t.meter.Write(x, channels)
		t.lufs.Store(math.Float64bits(t.meter.Integrated()))
		t.truePeak.Store(math.Float64bits(t.meter.TruePeak()))
	}
	n := t.have.Load()
	for len(x) > 0 {
		b, err := t.tail(n, channels)
		if err != nil {
			return err
		}
		at := int(n % blockFrames)
		m := min(len(x)/channels, blockFrames-at)
		t.energy = b.write(at, x[:m*channels], channels, t.energy)
		t.findFirst(b, at, m, n)
		x = x[m*channels:]
		n += int64(m)
		t.have.Store(n)
		t.frames.Store(t.kernel.readable(n, false))
	}
	return nil
}

// tail returns the block that source frame n goes to, with room for the
// channels.
func (t *Timeline) tail(n int64, channels int) (*block, error) {
	list := *t.list.Load()
	i := int(n / blockFrames)
	if i == len(list) {
		if t.bytes += 2 * channels * blockFrames; t.bytes > maxBytes {
			return nil, &failure{ErrTooLong, errors.New(say.source.longer(t.Duration().Minutes()))}
		}
		b := &block{channels: channels, samples: make([]int16, blockFrames*channels)}
		list = append(list, b)
		t.list.Store(&list)
		return b, nil
	}
	b := list[i]
	if b.channels >= channels {
		return b, nil
	}
	// Mono has turned into stereo within the block. Readers keep the old one.
	wide := &block{channels: 2, samples: make([]int16, 2*blockFrames), energy: b.energy}
	for f, s := range b.samples {
		wide.samples[2*f], wide.samples[2*f+1] = s, s
	}
	list = append(list[:i:i], wide)
	t.list.Store(&list)
	return wide, nil
}

// write puts frames into the block; energy is that of all frames before, and of
// all up to here when it returns.
func (b *block) write(at int, x []float32, channels int, energy uint64) uint64 {
	for i := 0; i < len(x); i += channels {
		for c := range b.channels {
			b.samples[at*b.channels+c] = toInt16(x[i+min(c, channels-1)])
		}
		energy += b.energyAt(int64(at))
		b.energy[at/bucket] = energy
		at++
	}
	return energy
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

// mp3Delay is what LAME, and with it libavformat, puts in front of the sound and
// a decoder adds to it, in samples.
const mp3Delay = 576 + 529

// begin is where the playing of a whole timeline begins: behind the encoder's
// delay, as far as that is silent. A bare mp3 stream has no tag that tells it.
func (t *Timeline) begin() int64 {
	have := t.have.Load()
	if t.delay == 0 || have == 0 {
		return 0
	}
	silent := min(t.delay, have)
	if first := t.first.Load() - 1; first >= 0 {
		silent = min(silent, first)
	}
	if t.kernel != nil {
		silent = silent * int64(t.kernel.up) / int64(t.kernel.down)
	}
	// The fade-in is over when the sound begins.
	return min(max(0, silent-fadeFrames), t.frames.Load())
}

// firstSound is the first audible frame of Rate; below 0 is none yet.
func (t *Timeline) firstSound() int64 {
	first := t.first.Load() - 1
	if first < 0 || t.kernel == nil {
		return first
	}
	return first * int64(t.kernel.up) / int64(t.kernel.down)
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
