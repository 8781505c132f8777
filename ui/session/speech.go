package session

import (
	"cmp"
	"context"
	"io"
	"sync"
	"time"

	"voicestudio/player"
	"voicestudio/tts"
	"voicestudio/tts/host"
	"voicestudio/tts/subtitles"
	"voicestudio/tts/takes"
)

// Ask says how a request is to be answered.
type Ask struct {
	Stream bool // as it is made; else one whole answer
	Again  bool // by the host, also where a take of the same request is there
}

// Speech is one request being answered. What the host sends is read to its
// end and becomes a take, whoever listens: players and files are guests, each
// with a Reader of its own, and may leave or fail without ending it. Only the
// context of Speak, Close and the host do.
type Speech struct {
	Host     tts.HostName
	Request  tts.Request // as it was sent
	Warnings []tts.Problem
	Format   player.Format
	// Cached is true where a take from disk answers: nothing is sent or paid.
	Cached bool

	session   *Session
	client    *host.Client
	cancel    context.CancelFunc
	stream    *tts.Stream      // nil for a cached take
	recording *takes.Recording // nil where the take cannot be kept
	spool     *spool
	heard     sync.Once // a cached take was played

	done    chan struct{} // closed when what follows is final
	mu      sync.Mutex
	take    takes.Take
	takeErr error
	price   *tts.Money
	cues    []subtitles.Cue
	cuesErr error
	err     error
}

// Speak answers r, from a take where the same request was heard before, else
// by the host, and returns once audio has begun to come. The error is an
// *tts.Error; warnings are given with it.
func (s *Session) Speak(ctx context.Context, r tts.Request, ask Ask) (sp *Speech, err error) {
	to := s.Target(ask.Stream)
	settled, problems, err := tts.Settle(r, to)
	sp = &Speech{Host: to.Host, Request: settled, Warnings: problems, Format: FormatOf(settled), session: s, cancel: func() {}, done: make(chan struct{})}
	defer func() {
		if err != nil {
			close(sp.done)
		}
	}()
	if err != nil {
		return sp, err
	}
	if sp.client, err = s.Connect(); err != nil {
		return sp, err
	}
	hash := sp.client.Hash(settled)
	if !ask.Again && sp.recall(hash) {
		return sp, nil
	}
	ctx, sp.cancel = context.WithCancel(ctx)
	if sp.stream, err = sp.client.Open(ctx, settled, ask.Stream); err != nil {
		sp.cancel()
		return sp, err
	}
	sp.recording, sp.takeErr = s.takes.Begin(hash, sp.Format.Codec, takes.Take{Time: time.Now().UTC().Truncate(time.Second),
		Host: to.Host, BaseURL: s.config.Hosts[to.Host].BaseURL, Model: settled.Model, Request: settled})
	if sp.takeErr == nil {
		sp.take = sp.recording.Take()
	}
	sp.spool = newSpool(sp.take.File)
	s.begin(sp)
	go sp.record(ctx)
	return sp, nil
}

// recall makes the newest whole take of a request the answer.
func (sp *Speech) recall(hash string) bool {
	take, found, err := sp.session.takes.Find(hash)
	if err != nil || !found || !answers(take, sp.Request) {
		return false
	}
	sp.spool = newSpool(take.File)
	r := sp.spool.reader()
	if r.wrong != nil {
		return false
	}
	r.Close()
	sp.Cached, sp.take, sp.cues = true, take, take.Subtitles
	sp.spool.grow(int(take.Bytes), nil)
	sp.spool.end(io.EOF)
	close(sp.done)
	return true
}

// FormatOf is the form in which a host sends the audio of a request.
func FormatOf(r tts.Request) player.Format {
	a := r.AudioSetting
	return player.Format{
		Codec:      cmp.Or(a.Format, tts.DefaultFormat),
		SampleRate: tts.Or(a.SampleRate, tts.DefaultSampleRate),
		Channels:   tts.Or(a.Channel, tts.DefaultChannel),
	}
}

// record reads the answer to its end and finishes the take.
func (sp *Speech) record(ctx context.Context) {
	defer close(sp.done)
	defer sp.session.end(sp)
	defer sp.cancel()
	buf := make([]byte, 32<<10)
	var err error
	for err == nil {
		var n, kept int
		n, err = sp.stream.Read(buf)
		if sp.recording != nil {
			kept, _ = sp.recording.Write(buf[:n]) // Finish tells the fault
		}
		sp.spool.grow(kept, buf[kept:n])
	}
	// Who listens need not wait for what follows.
	sp.spool.end(err)
	cues, cuesErr := sp.fetchSubtitles(ctx, err)
	sp.stream.Close()
	progress := sp.stream.Progress()
	price := sp.session.charge(sp.Host, sp.Request.Model, progress.UsageCharacters)
	take, takeErr := sp.Take()
	if sp.recording != nil {
		sp.recording.Price, sp.recording.Subtitles = price, cues
		take, takeErr = sp.recording.Finish(progress)
	}
	sp.mu.Lock()
	defer sp.mu.Unlock()
	sp.price, sp.cues, sp.cuesErr, sp.take, sp.takeErr = price, cues, cuesErr, take, takeErr
	if err != io.EOF {
		sp.err = err
	}
}

// fetchSubtitles gets the subtitles that were asked for while their link is
// good; a take without them is still a take.
func (sp *Speech) fetchSubtitles(ctx context.Context, ended error) ([]subtitles.Cue, error) {
	switch link := sp.stream.Progress().Subtitles; {
	case ended != io.EOF, !tts.Or(sp.Request.SubtitleEnable, false):
		return nil, nil
	case link != "":
		return sp.client.Subtitles(ctx, link)
	}
	return nil, &tts.Error{Kind: tts.KindRefused, Field: "subtitle_enable", Message: "the host made no subtitles", Cure: "the audio is whole; try another model", TraceID: sp.stream.Progress().TraceID}
}

// Reader reads the encoded audio from its first byte, as it comes. io.EOF
// means that all has come; why it came no further is an *tts.Error. Close it
// to leave.
func (sp *Speech) Reader() io.ReadCloser {
	r := sp.spool.reader()
	if !sp.Cached {
		return r
	}
	return &replayed{r, sp}
}

// replayed reads a take that was made before, which counts as hearing it.
type replayed struct {
	*reader
	sp *Speech
}

func (r *replayed) Close() error {
	// Only the order of removal depends on it.
	r.sp.heard.Do(func() { r.sp.session.takes.Heard(r.sp.take.ID) })
	return r.reader.Close()
}

// Close ends the request if it still runs, and waits until the take is final.
func (sp *Speech) Close() {
	sp.cancel()
	<-sp.done
}

// Done is closed when all has come, or nothing more will, and the take is
// final.
func (sp *Speech) Done() <-chan struct{} { return sp.done }

// Closed reports that Done is closed.
func (sp *Speech) Closed() bool {
	select {
	case <-sp.done:
		return true
	default:
		return false
	}
}

// Err says, once Done is closed, why not all has come: an *tts.Error; nil
// where it has.
func (sp *Speech) Err() error {
	sp.mu.Lock()
	defer sp.mu.Unlock()
	return sp.err
}

// Subtitles are those of a whole answer that was asked for them, once Done is
// closed. The error, an *tts.Error, says why there are none.
func (sp *Speech) Subtitles() ([]subtitles.Cue, error) {
	sp.mu.Lock()
	defer sp.mu.Unlock()
	return sp.cues, sp.cuesErr
}

// Progress is what has arrived so far. A cached take bills nothing.
func (sp *Speech) Progress() tts.Progress {
	switch {
	case sp.Cached:
		p := tts.Progress{Info: sp.take.Info, Bytes: sp.take.Bytes, Complete: true}
		p.UsageCharacters = new(0)
		return p
	case sp.stream == nil:
		return tts.Progress{}
	}
	return sp.stream.Progress()
}

// Price is what the host billed; nil while or where it is not known.
func (sp *Speech) Price() *tts.Money {
	sp.mu.Lock()
	defer sp.mu.Unlock()
	return sp.price
}

// Take is the take on disk, final once Done is closed, and why it could not
// be kept, if so.
func (sp *Speech) Take() (takes.Take, error) {
	sp.mu.Lock()
	defer sp.mu.Unlock()
	return sp.take, sp.takeErr
}
