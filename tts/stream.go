package tts

import (
	"context"
	"io"
	"sync"
	"time"
)

// Host turns a Request into a Stream. A Host is safe for concurrent use.
type Host interface {
	// Open sends r and returns its answer once the host has begun to answer.
	// r has passed Settle for this host; stream asks for audio as it is made,
	// else for one whole answer. The error is an *Error. Cancelling
	// ctx ends the request at once, also while the Stream is read.
	Open(ctx context.Context, r Request, stream bool) (*Stream, error)
}

// Frame is one piece of a host's answer.
type Frame struct {
	Audio []byte // encoded; may be empty; valid until the next frame is asked for
	Info         // what this frame said; unset where it said nothing
	Last  bool   // status 2: nothing follows
}

// Info is what a host said about a take. Numbers are nil until they are known.
type Info struct {
	TraceID         string `json:"trace_id,omitempty"`
	RequestID       string `json:"request_id,omitempty"`
	AudioMS         *int64 `json:"audio_ms,omitempty"`         // length
	AudioBytes      *int64 `json:"audio_bytes,omitempty"`      // as the host counts it
	SampleRate      *int   `json:"sample_rate,omitempty"`      // Hz
	Bitrate         *int   `json:"bitrate,omitempty"`          // bit/s, the real one
	UsageCharacters *int   `json:"usage_characters,omitempty"` // billed
	WordCount       *int   `json:"word_count,omitempty"`
	// Subtitles is the link to the subtitles, good for a day.
	Subtitles string `json:"-"`
}

// add takes over what a later frame said; the last word wins.
func (i *Info) add(n Info) {
	if n.TraceID != "" {
		i.TraceID = n.TraceID
	}
	if n.RequestID != "" {
		i.RequestID = n.RequestID
	}
	if n.Subtitles != "" {
		i.Subtitles = n.Subtitles
	}
	later(&i.AudioMS, n.AudioMS)
	later(&i.AudioBytes, n.AudioBytes)
	later(&i.SampleRate, n.SampleRate)
	later(&i.Bitrate, n.Bitrate)
	later(&i.UsageCharacters, n.UsageCharacters)
	later(&i.WordCount, n.WordCount)
}

func later[T any](old **T, said *T) {
	if said != nil {
		*old = said
	}
}

// Progress is what has arrived of a Stream so far.
type Progress struct {
	Info
	Chunks     int           // frames that carried audio
	Bytes      int64         // encoded audio handed to the reader
	FirstChunk time.Duration // from Open to the first audio; 0 before it
	Complete   bool          // status 2 was seen and nothing went wrong
}

// Stream is encoded audio as it arrives, an io.ReadCloser for one reader.
// Read returns io.EOF only after a whole answer; everything else is an *Error.
type Stream struct {
	next   func() (Frame, error) // io.EOF when the connection ended
	close  func() error
	opened time.Time

	rest []byte
	last bool
	err  error

	mu sync.Mutex
	p  Progress
}

// NewStream wraps the frames of one answer. next returns io.EOF where the
// connection ends; close releases it. opened is when the request was sent.
func NewStream(next func() (Frame, error), close func() error, opened time.Time) *Stream {
	return &Stream{next: next, close: close, opened: opened}
}

// Read hands on the audio of the next frame. The audio of a status-2 frame is
// the whole take once more (the "aggregate"), so it counts only where no
// status-1 audio came before.
func (s *Stream) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	for len(s.rest) == 0 {
		if s.err == nil {
			s.err = s.advance()
		}
		if s.err != nil {
			return 0, s.err
		}
	}
	n := copy(p, s.rest)
	s.rest = s.rest[n:]
	s.mu.Lock()
	s.p.Bytes += int64(n)
	s.mu.Unlock()
	return n, nil
}

func (s *Stream) advance() error {
	if s.last {
		return s.finish()
	}
	f, err := s.next()
	if err == io.EOF {
		return s.fail(&Error{Kind: KindStream, Message: "the answer ended before its last frame, so the audio is cut short",
			Cure: "speak it again", Retryable: true})
	}
	if err != nil {
		return s.fail(AsError(err, KindStream))
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.p.add(f.Info)
	s.last = f.Last
	if len(f.Audio) == 0 || f.Last && s.p.Chunks > 0 {
		return nil
	}
	if s.p.Chunks++; s.p.Chunks == 1 {
		s.p.FirstChunk = time.Since(s.opened)
	}
	s.rest = f.Audio
	return nil
}

func (s *Stream) finish() error {
	s.mu.Lock()
	empty := s.p.Chunks == 0
	s.p.Complete = !empty
	s.mu.Unlock()
	if empty {
		return s.fail(&Error{Kind: KindStream, Message: "the host answered without any audio", Cure: "speak it again", Retryable: true})
	}
	return io.EOF
}

func (s *Stream) fail(e *Error) error {
	p := s.Progress()
	said := *e
	if said.TraceID == "" {
		said.TraceID = p.TraceID
	}
	said.Received = p.Bytes
	// Audio that was heard was billed and must not be sent for twice.
	said.Retryable = said.Retryable && p.Bytes == 0
	return &said
}

// Progress is what has arrived so far; safe beside a Read.
func (s *Stream) Progress() Progress {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.p
}

// Close ends the request if it is still running. Safe to call twice.
func (s *Stream) Close() error { return s.close() }
