package speak

import (
	"context"
	"io"

	"voicestudio/tts"
	"voicestudio/tts/subtitles"
	"voicestudio/tts/takes"
)

// Speech is one request being answered. What the host sends is read to its
// end and becomes a take, whoever listens: players and files are guests, each
// with a Reader of its own, and may leave or fail without ending it. Only the
// context of Booth.Speak, Close and the host do.
type Speech struct {
	Host    tts.HostName
	Request tts.Request // as it was sent
	// Cached is true where a take from disk answers: nothing is sent or paid.
	Cached bool

	from   source
	cancel context.CancelFunc
	begun  outcome       // as far as it is known from the start
	done   chan struct{} // closed when final is
	final  outcome
}

// outcome is what becomes of a speech.
type outcome struct {
	take    takes.Take
	takeErr error
	price   *tts.Money
	cues    []subtitles.Cue
	cuesErr error
	err     error // nil where all has come
}

// source is where the audio of a speech comes from: a host, or the disk.
type source interface {
	reader() io.ReadCloser
	progress() tts.Progress
}

func newSpeech(ask Ask, from source) *Speech {
	return &Speech{Host: ask.To.Host, Request: ask.Request, from: from, cancel: func() {}, done: make(chan struct{})}
}

// replay is a speech that has ended: all of it is there.
func replay(ask Ask, from *stored) *Speech {
	s := newSpeech(ask, from)
	s.Cached = true
	s.end(outcome{take: from.take, cues: from.take.Subtitles})
	return s
}

func (s *Speech) end(o outcome) {
	s.final = o
	close(s.done)
}

// Reader reads the encoded audio from its first byte, as it comes. io.EOF
// means that all has come; why it came no further is an *tts.Error. Close it
// to leave.
func (s *Speech) Reader() io.ReadCloser { return s.from.reader() }

// Close ends the request if it still runs, and waits until the take is final.
func (s *Speech) Close() {
	s.cancel()
	<-s.done
}

// Done is closed when all has come, or nothing more will, and the take is
// final.
func (s *Speech) Done() <-chan struct{} { return s.done }

// Closed reports that Done is closed.
func (s *Speech) Closed() bool {
	select {
	case <-s.done:
		return true
	default:
		return false
	}
}

func (s *Speech) outcome() outcome {
	if s.Closed() {
		return s.final
	}
	return s.begun
}

// Err says, once Done is closed, why not all has come: an *tts.Error; nil
// where it has.
func (s *Speech) Err() error { return s.outcome().err }

// Subtitles are those of a whole answer that was asked for them, once Done is
// closed. The error, an *tts.Error, says why there are none.
func (s *Speech) Subtitles() ([]subtitles.Cue, error) {
	o := s.outcome()
	return o.cues, o.cuesErr
}

// Progress is what has arrived so far. A cached take bills nothing.
func (s *Speech) Progress() tts.Progress { return s.from.progress() }

// Price is what the host billed; nil while or where it is not known.
func (s *Speech) Price() *tts.Money { return s.outcome().price }

// Take is the take on disk, final once Done is closed, and why it could not
// be kept, if so.
func (s *Speech) Take() (takes.Take, error) {
	o := s.outcome()
	return o.take, o.takeErr
}
