// Package session is what the screen and the command line share: it joins a
// host, the takes on disk and the player.
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
	"voicestudio/tts/sandbox"
	"voicestudio/tts/takes"
)

// Config is what a person chose when starting the program.
type Config struct {
	Host    tts.HostName // empty: the sandbox
	BaseURL string       // empty: the host's own
	// Takes is the folder of takes; empty: the default.
	Takes string
	// Waiting is told before each pause between two tries; may be nil.
	Waiting func(pause time.Duration, why *tts.Error)
}

// Session speaks requests. It is safe for concurrent use.
type Session struct {
	config Config
	takes  takes.Folder

	mu      sync.Mutex
	sandbox *sandbox.Server
	client  *host.Client
}

// New prepares a session; nothing is started or sent yet.
func New(c Config) *Session {
	c.Host = cmp.Or(c.Host, tts.Sandbox)
	s := &Session{config: c, takes: takes.Folder{Dir: c.Takes}}
	if c.Takes == "" {
		s.takes.Dir, _ = takes.DefaultDir()
	}
	return s
}

// Host is the host that speaks.
func (s *Session) Host() tts.HostName { return s.config.Host }

// Connect prepares the host, starting the sandbox where it is the one. It may
// be tried again after an error, say once a missing program was installed.
func (s *Session) Connect() (*host.Client, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.client != nil {
		return s.client, nil
	}
	c := host.Config{Name: s.config.Host, BaseURL: s.config.BaseURL, Waiting: s.config.Waiting}
	if profile, _ := tts.HostAt(c.Name); profile.KeyVariable != "" {
		c.Key = os.Getenv(profile.KeyVariable)
	}
	if c.Name == tts.Sandbox {
		c.Key = sandbox.Key
	}
	if c.Name == tts.Sandbox && c.BaseURL == "" {
		if s.sandbox == nil {
			server, err := sandbox.Start(sandbox.Config{})
			if err != nil {
				return nil, err
			}
			s.sandbox = server
		}
		c.BaseURL = s.sandbox.BaseURL(tts.Sandbox)
	}
	client, err := host.New(c)
	if err == nil {
		s.client = client
	}
	return client, err
}

// Close ends the sandbox, if it was started.
func (s *Session) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.sandbox == nil {
		return nil
	}
	err := s.sandbox.Close()
	s.sandbox, s.client = nil, nil
	return err
}

// Speech is one request being answered: its audio is read from it, once, and
// is a take on disk by the time it was read.
type Speech struct {
	Request  tts.Request // as it was sent
	Warnings []tts.Problem
	Format   player.Format

	stream    *tts.Stream
	recording *takes.Recording
	read      io.Reader

	mu      sync.Mutex
	take    takes.Take
	takeErr error
	closed  bool
}

// Speak sends r, streaming or whole, and returns once audio has begun to
// come. The error is an *tts.Error; warnings are given with it.
func (s *Session) Speak(ctx context.Context, r tts.Request, stream bool) (*Speech, error) {
	settled, problems, err := tts.Settle(r, tts.Target{Host: s.config.Host, Stream: stream})
	sp := &Speech{Request: settled, Warnings: problems, Format: formatOf(settled)}
	if err != nil {
		return sp, err
	}
	client, err := s.Connect()
	if err != nil {
		return sp, err
	}
	sp.stream, err = client.Open(ctx, settled, stream)
	if err != nil {
		return sp, err
	}
	sp.read = sp.stream
	sp.recording, sp.takeErr = s.takes.Begin(client.Hash(settled), sp.Format.Codec,
		takes.Take{Time: time.Now().UTC().Truncate(time.Second), Host: s.config.Host, Model: settled.Model, Request: settled})
	if sp.takeErr == nil {
		sp.take = sp.recording.Take()
		sp.read = io.TeeReader(sp.stream, sp.recording)
	}
	return sp, nil
}

func formatOf(r tts.Request) player.Format {
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
	if err != nil {
		sp.Close()
	}
	return n, err
}

// Close ends the request if it still runs and finishes the take.
func (sp *Speech) Close() error {
	err := sp.stream.Close()
	sp.mu.Lock()
	defer sp.mu.Unlock()
	if sp.closed {
		return nil
	}
	sp.closed = true
	if sp.recording != nil {
		sp.take, sp.takeErr = sp.recording.Finish(sp.stream.Progress())
	}
	return err
}

// Progress is what has arrived so far.
func (sp *Speech) Progress() tts.Progress {
	if sp.stream == nil {
		return tts.Progress{}
	}
	return sp.stream.Progress()
}

// Take is the take on disk, and why it could not be kept, if so.
func (sp *Speech) Take() (takes.Take, error) {
	sp.mu.Lock()
	defer sp.mu.Unlock()
	return sp.take, sp.takeErr
}
