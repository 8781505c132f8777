package studio

import (
	"errors"
	"log/slog"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
)

// status is the line over the help bar. Notes go away by themselves; errors
// stay until the next key.
type status struct {
	tone tone
	text string
	gen  int
}

type tone int

const (
	note tone = iota
	warning
	failure
)

// noteTime is how long a note stays.
const noteTime = 6 * time.Second

// expireMsg takes a note away, unless another has come since.
type expireMsg struct{ gen int }

// say shows one sentence.
func (m *Model) say(t tone, text string) tea.Cmd {
	m.status.gen++
	m.status.tone, m.status.text = t, tts.Clean(text)
	if t == failure {
		slog.Error(m.status.text)
		return nil
	}
	gen := m.status.gen
	return tea.Tick(noteTime, func(time.Time) tea.Msg { return expireMsg{gen} })
}

// fail shows an error; being interrupted is none.
func (m *Model) fail(err error) tea.Cmd {
	if e, found := errors.AsType[*tts.Error](err); found && e.Kind == tts.KindInterrupted {
		return m.say(note, "stopped")
	}
	return m.say(failure, err.Error())
}

func (s *status) expire(msg expireMsg) {
	if msg.gen == s.gen {
		s.text = ""
	}
}

// acknowledge clears an error, and whatever covers the panels, once a key is
// pressed.
func (s *status) acknowledge(w int) {
	if s.tone == failure || s.long(w) {
		s.text = ""
	}
}

// long reports whether the text does not fit on the status line.
func (s *status) long(w int) bool { return s.tone != note && width(s.text)+4 > w }
