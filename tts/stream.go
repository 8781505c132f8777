package tts

import (
	"context"
	"errors"
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
	// Hash is the same for requests that the host would bill as one: the same
	// host, address and body, streaming or not; a host's own addresses count
	// as one. It is hex digits.
	Hash(r Request) string
	// Former are hashes that takes of r may have from earlier, where what is
	// billed as one was told apart.
	Former(r Request) []string
}

// Frame is one piece of a host's answer.
type Frame struct {
	Audio []byte // encoded; may be empty; valid until the next frame is asked for
	Info         // what this frame said; unset where it said nothing
	Last  bool   // status 2: nothing follows
}

// Progress is what has arrived of a Stream so far.
type Progress struct {
	Info
	Chunks     int           // frames that carried audio
	Bytes      int64         // encoded audio handed to the reader
	FirstChunk time.Duration // from sending to the first audio; 0 before it
	Complete   bool          // status 2 was seen and nothing went wrong
	Timing     Timing
	// Arrivals are when audio came, from sending: each frame, or of very many
	// every second, fourth and so on. It is not to be changed.
	Arrivals []time.Duration
	// Gap is the longest time between two frames with audio, and GapAt when it
	// began, from sending.
	Gap, GapAt time.Duration

	stride, latest int           // of Arrivals: one of so many frames; the last one that counted
	last           time.Duration // when audio came last
}

// mostArrivals bounds Progress.Arrivals; a longest take has some thousand frames.
const mostArrivals = 500

// arrive notes when a frame with audio came. What was handed out stays as it is.
func (p *Progress) arrive(at time.Duration) {
	if p.Chunks > 1 && at-p.last > p.Gap {
		p.Gap, p.GapAt = at-p.last, p.last
	}
	p.last = at
	if p.stride = max(p.stride, 1); p.Chunks > 1 && p.Chunks-p.latest < p.stride {
		return
	}
	p.latest = p.Chunks
	if len(p.Arrivals) == mostArrivals {
		half := make([]time.Duration, 0, mostArrivals)
		for i := 0; i < mostArrivals; i += 2 {
			half = append(half, p.Arrivals[i])
		}
		p.Arrivals, p.stride = half, 2*p.stride
	}
	p.Arrivals = append(p.Arrivals, at)
}

// MaxBytes is the most encoded audio of one take, 512 MB: the longest text is
// about 45 minutes, which are 475 MB of the widest pcm.
const MaxBytes = 512 << 20

// Stream is encoded audio as it arrives, an io.ReadCloser for one reader.
// Read returns io.EOF only after a whole answer; everything else is an *Error.
type Stream struct {
	next  func() (Frame, error) // io.EOF when the connection ended
	close func() error

	rest   []byte
	last   bool
	pieced bool // the audio came in more than one piece
	early  bool // a size was said before all had come, so it counts something else
	err    error

	mu sync.Mutex
	p  Progress
}

// NewStream wraps the frames of one answer. next returns io.EOF where the
// connection ends; close releases it. t is what it took until the answer's head.
func NewStream(next func() (Frame, error), close func() error, t Timing) *Stream {
	return &Stream{next: next, close: close, p: Progress{Timing: t}}
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
	if errors.Is(err, io.EOF) {
		return s.fail(Lost(say.stream.endsEarly, nil).Again())
	}
	if err != nil {
		return s.fail(AsError(err, KindStream))
	}
	if s.Progress().Bytes+int64(len(f.Audio)) > MaxBytes && !f.Last {
		return s.fail(Lost(say.stream.tooMuch, nil))
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.p.Add(f)
	s.last = f.Last
	s.early = s.early || !f.Last && Or(f.AudioBytes, 0) > 0
	if len(f.Audio) == 0 || f.Last && s.p.Chunks > 0 {
		return nil
	}
	s.pieced = !f.Last
	s.p.Chunks++
	came := time.Since(s.p.Timing.Began)
	s.p.arrive(came)
	if s.p.Chunks == 1 {
		s.p.FirstChunk = came
	}
	s.rest = f.Audio
	return nil
}

func (s *Stream) finish() error {
	p := s.Progress()
	switch {
	case p.Chunks == 0:
		return s.fail(Lost(say.stream.noAudio, nil).Again())
	case s.pieced && !s.early && p.lacks(p.Bytes):
		return s.fail(Lost(say.stream.bytesLack(p.Bytes, *p.AudioBytes), nil))
	}
	s.mu.Lock()
	s.p.Complete = true
	s.mu.Unlock()
	return io.EOF
}

func (s *Stream) fail(e *Error) error {
	if !s.last {
		// What was said on the way is no bill: nothing tells whether it counts
		// what has come or all of the text, nor what the host goes on to make.
		s.mu.Lock()
		s.p.UsageCharacters = nil
		s.mu.Unlock()
	}
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
