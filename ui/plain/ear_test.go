package plain

import (
	"context"
	"io"
	"math"
	"sync"
	"testing"
	"time"

	"voicestudio/player"
	"voicestudio/tts/sandbox/canned"
)

// ear stands in the player's place and knows what would be heard. It decodes for
// real; time passes in it with every look at it, so that nothing waits.
type ear struct {
	decoder *player.Player
	silent  bool

	mu      sync.Mutex
	sources map[*player.Timeline]*tap
	now     *player.Timeline
	state   player.State
	at      time.Duration
	db      float64
	tempo   float64
	gain    float64
	held    bool // no time passes
	heard   []heard
}

// heard is something that began to sound.
type heard struct {
	answer int // the number of the host's answer
	from   time.Duration
	level  float64 // LUFS, as it comes out
	was    time.Duration
}

func newEar(t testing.TB) *ear {
	e := &ear{decoder: player.NewSilent(), sources: map[*player.Timeline]*tap{}, tempo: 1}
	t.Cleanup(e.decoder.Close)
	return e
}

// tap notes the first frame of what is read.
type tap struct {
	io.Reader
	mu    sync.Mutex
	first []byte
}

func (t *tap) Read(p []byte) (int, error) {
	n, err := t.Reader.Read(p)
	t.mu.Lock()
	defer t.mu.Unlock()
	if room := canned.HumBytes - len(t.first); room > 0 {
		t.first = append(t.first, p[:min(n, room)]...)
	}
	return n, err
}

func (t *tap) Close() error {
	if c, is := t.Reader.(io.Closer); is {
		return c.Close()
	}
	return nil
}

func (e *ear) load(ctx context.Context, src io.Reader, f player.Format) *player.Timeline {
	from := &tap{Reader: src}
	t := e.decoder.Load(ctx, from, f)
	e.sources[t] = from
	return t
}

// begin is called with mu held; what was heard is filled in by begun.
func (e *ear) begin(t *player.Timeline, from time.Duration) {
	e.now, e.state, e.at = t, player.Buffering, from
}

func (e *ear) Play(ctx context.Context, src io.Reader, f player.Format) *player.Timeline {
	e.mu.Lock()
	defer e.mu.Unlock()
	t := e.load(ctx, src, f)
	e.gain = 0
	e.begin(t, 0)
	return t
}

func (e *ear) Load(ctx context.Context, src io.Reader, f player.Format) *player.Timeline {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.load(ctx, src, f)
}

func (e *ear) Replay(t *player.Timeline) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.begin(t, 0)
}

func (e *ear) Switch(to player.Clip, same func(time.Duration) time.Duration) {
	e.mu.Lock()
	defer e.mu.Unlock()
	was, from := e.at, to.From
	if e.now != nil && (e.state == player.Playing || e.state == player.Buffering || e.state == player.Paused) {
		a, b := e.now.Duration().Seconds(), to.Duration().Seconds()
		switch from = was; {
		case same != nil:
			from = same(was)
		case math.Abs(a-b) > 0.03*max(a, b):
			from = time.Duration(float64(was) / a * b)
		}
	}
	e.gain = to.Gain
	e.begin(to.Timeline, from)
	e.look(was)
}

// look takes in what has been decoded, and lets some time pass.
func (e *ear) look(was time.Duration) {
	if e.now == nil {
		return
	}
	if e.state == player.Buffering && e.now.Duration() > 0 && e.now.Complete() {
		e.state = player.Playing
		from := e.sources[e.now]
		from.mu.Lock()
		lufs, _ := e.now.Loudness()
		e.heard = append(e.heard, heard{canned.AnswerOf(from.first), e.at, lufs + e.gain, was})
		from.mu.Unlock()
		return
	}
	if e.state == player.Playing && !e.held {
		if e.at += 100 * time.Millisecond; e.at >= e.now.Duration() {
			e.state, e.at = player.Ended, e.now.Duration()
		}
	}
}

func (e *ear) Status() player.Status {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.now == nil {
		return player.Status{}
	}
	e.look(0)
	s := player.Status{State: e.state, Position: e.at, Duration: e.now.Duration(), Complete: e.now.Complete()}
	if e.state == player.Playing || e.state == player.Ended {
		s.FirstSound = 40 * time.Millisecond
	}
	return s
}

func (e *ear) set(from, to player.State) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.state == from || from < 0 {
		e.state = to
	}
}

func (e *ear) Pause()                           { e.set(player.Playing, player.Paused) }
func (e *ear) Resume()                          { e.set(player.Paused, player.Playing) }
func (e *ear) Stop()                            { e.set(-1, player.Idle) }
func (e *ear) Seek(to time.Duration)            { e.mu.Lock(); e.at = to; e.mu.Unlock() }
func (e *ear) Loop(from, to time.Duration)      {}
func (e *ear) Unloop()                          {}
func (e *ear) SetVolume(db float64)             { e.mu.Lock(); e.db = db; e.mu.Unlock() }
func (e *ear) Volume() (db float64, muted bool) { e.mu.Lock(); defer e.mu.Unlock(); return e.db, false }
func (e *ear) SetTempo(x float64)               { e.mu.Lock(); e.tempo = x; e.mu.Unlock() }
func (e *ear) Tempo() float64                   { e.mu.Lock(); defer e.mu.Unlock(); return e.tempo }
func (e *ear) Opened() <-chan struct{}          { c := make(chan struct{}); close(c); return c }
func (e *ear) Device() player.Device {
	if e.silent {
		return player.Device{Name: "silent", Silent: true, Reason: "sound is off"}
	}
	return player.Device{Name: "speaker"}
}

// hears is what has begun to sound so far.
func (e *ear) hears() []heard {
	e.mu.Lock()
	defer e.mu.Unlock()
	return append([]heard(nil), e.heard...)
}
