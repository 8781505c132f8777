package session

import (
	"cmp"
	"context"
	"io"
	"os"
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

// Speech is one request being answered: its audio is read from it, once, and
// is a take on disk by the time it was read.
type Speech struct {
	Host     tts.HostName
	Request  tts.Request // as it was sent
	Warnings []tts.Problem
	Format   player.Format
	// Cached is true where a take from disk answers: nothing is sent or paid.
	Cached bool

	ctx       context.Context
	session   *Session
	client    *host.Client
	stream    *tts.Stream // nil for a cached take
	recording *takes.Recording
	read      io.Reader
	file      *os.File // a cached take's

	mu      sync.Mutex
	sent    int64 // bytes of a cached take that were read
	take    takes.Take
	takeErr error
	price   *tts.Money
	cues    []subtitles.Cue
	cuesErr error
	closed  bool
}

// Speak answers r, from a take where the same request was heard before, else
// by the host, and returns once audio has begun to come. The error is an
// *tts.Error; warnings are given with it.
func (s *Session) Speak(ctx context.Context, r tts.Request, ask Ask) (*Speech, error) {
	to := s.Target(ask.Stream)
	settled, problems, err := tts.Settle(r, to)
	sp := &Speech{Host: to.Host, Request: settled, Warnings: problems, Format: FormatOf(settled), ctx: ctx, session: s}
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
	if sp.stream, err = sp.client.Open(ctx, settled, ask.Stream); err != nil {
		return sp, err
	}
	sp.read = sp.stream
	sp.recording, sp.takeErr = s.takes.Begin(hash, sp.Format.Codec, takes.Take{Time: time.Now().UTC().Truncate(time.Second),
		Host: to.Host, BaseURL: s.config.Hosts[to.Host].BaseURL, Model: settled.Model, Request: settled})
	if sp.takeErr == nil {
		sp.take = sp.recording.Take()
		sp.read = io.TeeReader(sp.stream, (*tape)(sp))
	}
	return sp, nil
}

// tape writes what is read into the take, until that is finished: Close may
// come from another goroutine while a Read is under way.
type tape Speech

func (t *tape) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.closed {
		return len(p), nil
	}
	return t.recording.Write(p)
}

// recall makes the newest whole take of a request the answer.
func (sp *Speech) recall(hash string) bool {
	take, found, err := sp.session.takes.Find(hash)
	if err != nil || !found || !answers(take, sp.Request) {
		return false
	}
	if sp.file, err = os.Open(take.File); err != nil {
		return false
	}
	sp.Cached, sp.take, sp.read, sp.cues = true, take, sp.file, take.Subtitles
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

// Read hands on encoded audio; io.EOF means that all has come, every other
// error is an *tts.Error.
func (sp *Speech) Read(p []byte) (int, error) {
	n, err := sp.read.Read(p)
	if sp.Cached {
		sp.mu.Lock()
		sp.sent += int64(n)
		sp.mu.Unlock()
	}
	if err != nil {
		if err == io.EOF {
			sp.fetchSubtitles()
		}
		sp.Close()
	}
	return n, err
}

// Close ends the request if it still runs and finishes the take.
func (sp *Speech) Close() error {
	if sp.Cached {
		return sp.closeFile()
	}
	err := sp.stream.Close()
	sp.mu.Lock()
	defer sp.mu.Unlock()
	if sp.closed {
		return nil
	}
	sp.closed = true
	sp.price = sp.session.charge(sp.Host, sp.Request.Model, sp.stream.Progress().UsageCharacters)
	if sp.recording != nil {
		sp.recording.Price, sp.recording.Subtitles = sp.price, sp.cues
		sp.take, sp.takeErr = sp.recording.Finish(sp.stream.Progress())
	}
	return err
}

// closeFile ends the reading of a cached take and notes that it was heard.
func (sp *Speech) closeFile() error {
	sp.mu.Lock()
	defer sp.mu.Unlock()
	if sp.closed {
		return nil
	}
	sp.closed = true
	if sp.sent > 0 {
		// Only the order of removal depends on it.
		sp.session.takes.Heard(sp.take.ID)
	}
	return sp.file.Close()
}

// fetchSubtitles gets the subtitles that were asked for while their link is
// good; a take without them is still a take.
func (sp *Speech) fetchSubtitles() {
	if sp.Cached || !tts.Or(sp.Request.SubtitleEnable, false) {
		return
	}
	var cues []subtitles.Cue
	var err error = &tts.Error{Kind: tts.KindRefused, Field: "subtitle_enable", Message: "the host made no subtitles", Cure: "the audio is whole; try another model", TraceID: sp.stream.Progress().TraceID}
	if link := sp.stream.Progress().Subtitles; link != "" {
		cues, err = sp.client.Subtitles(sp.ctx, link)
	}
	sp.mu.Lock()
	sp.cues, sp.cuesErr = cues, err
	sp.mu.Unlock()
}

// Subtitles are those of a whole answer that was asked for them, once it was
// read to its end. The error, an *tts.Error, says why there are none.
func (sp *Speech) Subtitles() ([]subtitles.Cue, error) {
	sp.mu.Lock()
	defer sp.mu.Unlock()
	return sp.cues, sp.cuesErr
}

// Progress is what has arrived so far. A cached take bills nothing.
func (sp *Speech) Progress() tts.Progress {
	switch {
	case sp.Cached:
		sp.mu.Lock()
		defer sp.mu.Unlock()
		p := tts.Progress{Info: sp.take.Info, Bytes: sp.sent, Complete: sp.sent == sp.take.Bytes}
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

// Closed reports that no more will be read, so that Take is final.
func (sp *Speech) Closed() bool {
	sp.mu.Lock()
	defer sp.mu.Unlock()
	return sp.closed
}

// Take is the take on disk, and why it could not be kept, if so.
func (sp *Speech) Take() (takes.Take, error) {
	sp.mu.Lock()
	defer sp.mu.Unlock()
	return sp.take, sp.takeErr
}
