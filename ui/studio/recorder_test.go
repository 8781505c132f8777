package studio

import (
	"cmp"
	"context"
	"io"
	"math"
	"slices"
	"sync"
	"testing"
	"time"

	"voicestudio/player"
)

// recorder stands in the player's place and knows what would be heard. It
// decodes for real, and time passes in it as the test lets it.
type recorder struct {
	decoder *player.Player

	mu      sync.Mutex
	device  player.Device
	codec   string // of all that is heard; empty: as it is said
	sources map[*player.Timeline]*tap
	loads   int                // sounds that were got from disk
	live    context.CancelFunc // of what Play began; nil: nothing

	now     *player.Timeline
	clip    float64 // dB, of the clip that sounds
	state   player.State
	at      time.Duration
	loop    *[2]time.Duration
	db      float64
	muted   bool
	tempo   float64
	report  player.Report
	trap    bool          // Mute fails
	changed chan struct{} // closed when the device is another one
	started []int         // the answers that began to sound, by their numbers
}

func newRecorder(t testing.TB) *recorder {
	r := &recorder{decoder: player.NewSilent(), device: player.Device{Name: "speaker"}, sources: map[*player.Timeline]*tap{}, tempo: 1, changed: make(chan struct{})}
	t.Cleanup(r.decoder.Close)
	return r
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
	if room := frameBytes - len(t.first); room > 0 {
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

func (t *tap) answer() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return answerOf(t.first)
}

// heard is what a person hears.
type heard struct {
	state  player.State
	answer int // the number of the host's answer; -1 where it has none
	place  time.Duration
	level  float64 // LUFS of the whole take, as loud as it comes out
	db     float64 // the listener's volume
	muted  bool
	tempo  float64
	loop   *[2]time.Duration
}

// hears is what sounds, or sounded last.
func (r *recorder) hears() heard {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.look()
	h := heard{state: r.state, answer: -1, place: r.at, db: r.db, muted: r.muted, tempo: r.tempo, loop: r.loop}
	if r.now != nil {
		h.answer = r.sources[r.now].answer()
		lufs, _ := r.now.Loudness()
		h.level = lufs + r.clip + r.db
	}
	return h
}

// passes lets time go by for whoever listens.
func (r *recorder) passes(d time.Duration) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.look(); r.state != player.Playing {
		return
	}
	r.at += time.Duration(float64(d) * r.tempo)
	if r.loop != nil {
		for length := r.loop[1] - r.loop[0]; length > 0 && r.at >= r.loop[1]; {
			r.at -= length
		}
	}
	r.at = min(r.at, r.now.Duration())
	r.look()
}

// look takes in what has been decoded since.
func (r *recorder) look() {
	if r.now == nil {
		return
	}
	complete := r.now.Complete()
	if r.state == player.Buffering && r.now.Duration() > r.at {
		r.state = player.Playing
		r.started = append(r.started, r.sources[r.now].answer())
	}
	if (r.state == player.Buffering || r.state == player.Playing) && complete && r.at >= r.now.Duration() {
		r.state = player.Ended
	}
}

func (r *recorder) load(ctx context.Context, src io.Reader, f player.Format) *player.Timeline {
	from := &tap{Reader: src}
	f.Codec = cmp.Or(r.codec, f.Codec)
	t := r.decoder.Load(ctx, from, f)
	r.sources[t] = from
	return t
}

func (r *recorder) begin(t *player.Timeline) {
	r.now, r.clip, r.loop, r.at, r.state = t, 0, nil, 0, player.Buffering
	r.look()
}

func (r *recorder) stopLive() {
	if r.live != nil {
		r.live()
		r.live = nil
	}
}

func (r *recorder) Play(ctx context.Context, src io.Reader, f player.Format) *player.Timeline {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.stopLive()
	ctx, r.live = context.WithCancel(ctx)
	t := r.load(ctx, src, f)
	r.begin(t)
	return t
}

func (r *recorder) Load(ctx context.Context, src io.Reader, f player.Format) *player.Timeline {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.loads++
	return r.load(ctx, src, f)
}

func (r *recorder) Replay(t *player.Timeline) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.begin(t)
}

// Switch goes on at the same place: by a map, or else at the same time where
// the lengths are within 3 %, else at the same fraction.
func (r *recorder) Switch(to player.Clip, same func(time.Duration) time.Duration) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.look()
	old, at, state, loop := r.now, r.at, r.state, r.loop
	r.begin(to.Timeline)
	r.clip = to.Gain
	if old == nil || state == player.Idle || state == player.Ended {
		r.at = to.From
		return
	}
	was, is := old.Duration().Seconds(), r.now.Duration().Seconds()
	r.at, r.state, r.loop = at, state, loop
	switch {
	case same != nil:
		r.at = same(at)
	case old.Complete() && r.now.Complete() && math.Abs(was-is) > 0.03*max(was, is):
		r.at = time.Duration(float64(at) / was * is)
	}
	if state == player.Playing {
		r.started = append(r.started, r.sources[r.now].answer())
	}
}

func (r *recorder) SetGain(db float64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.clip = db
}

func (r *recorder) Pause() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.look(); r.state == player.Playing || r.state == player.Buffering {
		r.state = player.Paused
	}
}

func (r *recorder) Resume() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.state == player.Paused {
		r.state = player.Buffering
	}
	r.look()
}

func (r *recorder) Stop() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.state = player.Idle
	r.stopLive()
}

func (r *recorder) Seek(to time.Duration) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.now == nil || r.state == player.Idle {
		return
	}
	r.at = min(max(to, 0), r.now.Duration())
	if r.state == player.Ended {
		r.state = player.Playing
	}
}

func (r *recorder) Loop(from, to time.Duration) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.now == nil || r.state == player.Idle {
		return
	}
	r.loop = &[2]time.Duration{from, to}
	if r.at < from || r.at >= to {
		r.at = from
	}
	if r.state == player.Ended {
		r.state = player.Playing
	}
}

func (r *recorder) Unloop() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.loop = nil
}

func (r *recorder) SetVolume(db float64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.db = min(max(db, -60), 12)
}

func (r *recorder) Mute(on bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.trap {
		panic("trapped")
	}
	r.muted = on
}

func (r *recorder) Volume() (float64, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.db, r.muted
}

func (r *recorder) SetTempo(x float64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.tempo = min(max(x, 0.5), 2)
}

func (r *recorder) Tempo() float64 {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.tempo
}

func (r *recorder) Status() player.Status {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.look(); r.now == nil {
		return player.Status{}
	}
	complete := r.now.Complete() // then the duration is the last one
	return player.Status{State: r.state, Position: r.at, Duration: r.now.Duration(), Complete: complete, Report: r.report}
}

func (r *recorder) Device() player.Device {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.device
}

// Changed is closed by becomes.
func (r *recorder) Changed() <-chan struct{} {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.changed
}

// becomes gives it another device.
func (r *recorder) becomes(d player.Device) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.device = d
	close(r.changed)
	r.changed = make(chan struct{})
}

// Opened is closed: it is known from the start where the sound goes.
func (r *recorder) Opened() <-chan struct{} {
	known := make(chan struct{})
	close(known)
	return known
}

// beginnings are the answers that began to sound, by their numbers.
func (r *recorder) beginnings() []int {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.look()
	return slices.Clone(r.started)
}
