// Package player turns encoded audio into sound while it arrives. Every source
// is decoded once, into a Timeline that can be played again, sought and drawn
// while it still grows.
//
// What is played is a session, from Play, Replay or Switch on. It begins in
// Buffering and is in one of five states, which these events change and no
// other:
//
//	             enough    empty   heard   Pause    Resume      Seek        cancel   Stop
//	Idle         .         .       .       .        .           .           .        .
//	Buffering    Playing   Ended   .       Paused   .           Buffering   Idle     Idle
//	Playing      .         .       Ended   Paused   .           Playing     Idle     Idle
//	Paused       .         Ended   .       .        Buffering   Paused      Idle     Idle
//	Ended        .         .       .       .        .           Buffering   .        Idle
//
// enough: so much is decoded that sound can go on without a gap; empty: the
// source ended without a frame; heard: the last frame left the device; cancel:
// of Play's context; Stop: that, or that something else is played. Where enough
// is decoded already, Playing follows on Buffering at once. A source that comes
// late, and a device that is lost, leave the state as it is; Status calls the
// former Buffering.
package player

import (
	"context"
	"io"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"voicestudio/player/decode"
)

// Format says what the bytes of a source are. Codec is "mp3", "flac", "wav",
// "pcm" (signed 16 bit, little endian) or "mulaw" (ITU-T G.711); SampleRate (Hz)
// and Channels (1 or 2) are needed for the last two, which have no header.
type Format decode.Format

// Player plays one thing at a time. Its methods may be called from any
// goroutine and do not block, but for Wait and Close.
type Player struct {
	epoch   time.Time
	kernels kernels

	// For Status, which takes no lock.
	device  atomic.Pointer[Device]
	changed atomic.Pointer[chan struct{}] // closed when device says something else
	cur     atomic.Pointer[session]
	head    atomic.Pointer[head]

	volume factor

	mu     sync.Mutex // of what follows; never held by the audio callback
	silent bool
	closed bool
	runs   []run // of which at most one is head's; the others are fading out
	jobs   []*job
	missed missed    // what plays without being heard
	sought time.Time // when a device was looked for last
	awake  bool      // the card is kept running
	busy   time.Time // when something was played last
	db     float64
	muted  bool
	tempo  float64
	slow   bool // to serve a card that holds little

	opened chan struct{} // closed once device is not opening
	wake   chan struct{}
	quit   chan struct{}
	done   chan struct{}
}

// New returns a player on the sound device, within about 100 ms. It never
// fails: without a device it plays against a silent clock, and Device says why.
func New() *Player {
	p := NewSoon()
	<-p.opened
	return p
}

// NewSoon returns such a player at once. Device tells the truth when Opened is
// closed; what is played before that is silent where the device is not there yet.
func NewSoon() *Player {
	p := newPlayer()
	p.device.Store(&opening)
	go func() {
		defer close(p.opened)
		p.choose(openPatience)
		p.mu.Lock()
		defer p.mu.Unlock()
		if !p.closed {
			p.keepAwake(true) // for restAfter: most programs play something at once
			p.stir()
		}
	}()
	return p
}

// Opened is closed once it is known where the sound goes.
func (p *Player) Opened() <-chan struct{} { return p.opened }

// NewSilent returns a player on the silent clock: everything but sound.
func NewSilent() *Player {
	p := newPlayer()
	p.silent = true
	p.device.Store(new(silence(say.off)))
	close(p.opened)
	return p
}

func newPlayer() *Player {
	p := &Player{
		epoch:  time.Now(),
		busy:   time.Now(),
		tempo:  1,
		opened: make(chan struct{}),
		wake:   make(chan struct{}, 1),
		quit:   make(chan struct{}),
		done:   make(chan struct{}),
	}
	p.changed.Store(new(make(chan struct{})))
	p.volume.store(1)
	go p.conduct()
	return p
}

// closePatience is for sources whose Read blocks and that cannot be closed;
// their goroutine ends when Read returns.
const closePatience = 500 * time.Millisecond

// Close stops what plays and ends the player's goroutines. A source that is not
// an io.Closer and blocks in Read keeps its goroutine until Read returns.
func (p *Player) Close() {
	p.mu.Lock()
	if !p.closed {
		p.closed = true
		p.leave(stop, context.Canceled)
		p.keepAwake(false)
		close(p.quit)
	}
	jobs := slices.Clone(p.jobs)
	for _, j := range jobs {
		j.cancel()
	}
	p.mu.Unlock()
	<-p.opened
	<-p.done
	patience := time.NewTimer(closePatience)
	defer patience.Stop()
	for _, j := range jobs {
		select {
		case <-j.done:
		case <-patience.C:
			return
		}
	}
}

// Device says where the sound goes now: a device that is lost while it plays
// is replaced by the silent clock, and by itself when there is one again. What
// went by unheard in the ten seconds before that is sounded then.
func (p *Player) Device() Device { return *p.device.Load() }

// Play stops what plays and starts src: one goroutine reads and decodes it into
// the Timeline returned, and sound starts by itself as soon as it can go on
// without gaps. Read of src may block. If src is an io.Closer it is closed when
// decoding ends. Cancelling ctx ends decoding and playing at once.
func (p *Player) Play(ctx context.Context, src io.Reader, f Format) *Timeline {
	tl := newTimeline(f)
	tl.took.began, tl.epoch = time.Now(), p.epoch
	s := newSession(tl, p.epoch)
	s.fed, s.ctx = true, ctx

	p.mu.Lock()
	defer p.mu.Unlock()
	p.begin(s)
	p.stopLive()
	s.unwatch = context.AfterFunc(ctx, func() { p.abandon(s, ctx.Err()) })
	p.decode(ctx, &job{tl: tl, src: src, format: f, live: true})
	return tl
}

// Load decodes src into the Timeline returned, in the background, without
// playing it: a take heard earlier is got back from its file so, and can be
// replayed or switched to while it still grows. Read of src may block. If src is
// an io.Closer it is closed when decoding ends, which neither Play nor Stop
// cause; cancelling ctx and Close do.
func (p *Player) Load(ctx context.Context, src io.Reader, f Format) *Timeline {
	p.mu.Lock()
	defer p.mu.Unlock()
	tl := newTimeline(f)
	tl.took.began = time.Now()
	p.decode(ctx, &job{tl: tl, src: src, format: f})
	return tl
}

func (p *Player) decode(ctx context.Context, j *job) {
	decoding, cancel := context.WithCancel(ctx)
	j.cancel, j.done = cancel, make(chan struct{})
	p.jobs = slices.DeleteFunc(p.jobs, (*job).over)
	p.jobs = append(p.jobs, j)
	if p.closed {
		cancel()
	}
	go j.run(decoding, &p.kernels, func() { p.grown(j.tl) })
}

// stopLive ends the decoding of what Play began.
func (p *Player) stopLive() {
	for _, j := range p.jobs {
		if j.live {
			j.cancel()
		}
	}
}

// Replay plays a timeline from its start without decoding it again. A source
// that is still being decoded goes on into its own timeline.
func (p *Player) Replay(t *Timeline) {
	p.mu.Lock()
	defer p.mu.Unlock()
	s := newSession(t, p.epoch)
	p.begin(s)
	p.start(s)
}

// Pause holds the sound; decoding goes on.
func (p *Player) Pause() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if s := p.cur.Load(); s != nil {
		if _, ok := s.on(pause); ok {
			p.hush()
		}
	}
}

// Resume goes on after Pause, from the same sample.
func (p *Player) Resume() {
	p.mu.Lock()
	defer p.mu.Unlock()
	s := p.cur.Load()
	if s == nil {
		return
	}
	if _, ok := s.on(resume); !ok {
		return
	}
	if h := p.head.Load(); h != nil {
		if h.give(p.order(s, here)) { // it is still fading out
			s.on(enough)
			return
		}
		s.at.Store(h.rest.Load())
	}
	p.start(s)
}

// Stop ends the sound, with a fade of a few milliseconds, and the decoding of
// what Play began.
func (p *Player) Stop() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.leave(stop, context.Canceled)
	p.stopLive()
}

// Seek moves to a position within what has been decoded. What had ended plays
// again from there; what is paused stays so.
func (p *Player) Seek(to time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if s := p.cur.Load(); s != nil {
		p.seek(s, frames(min(max(to, 0), s.tl.Duration())))
	}
}

func (p *Player) seek(s *session, at int64) {
	now, ok := s.on(seek)
	if !ok {
		return
	}
	s.fresh = false
	if now == Playing {
		p.launch(s, at)
		return
	}
	p.hush()
	p.head.Store(nil)
	s.at.Store(at)
	p.start(s)
}

// Wait returns when what plays now has been heard to its end, the device's
// buffers included, with the error of its decoding if there was one: what could
// be played has been. Else it returns an error wrapping ErrDeviceLost where the
// device was lost on the way and the rest went by in silence; without a device
// from the start, which Device says, there is no such error. It returns the
// context's error when ctx or the one given to Play is cancelled, and
// context.Canceled when the sound was stopped or replaced. While paused it
// waits.
func (p *Player) Wait(ctx context.Context) error {
	s := p.cur.Load()
	if s == nil {
		return nil
	}
	select {
	case <-s.over:
		return s.err
	case <-ctx.Done():
		return ctx.Err()
	}
}
