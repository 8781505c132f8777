package studio

import (
	"errors"
	"log/slog"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
)

// status is the line over the help bar. Notes and warnings go away by
// themselves; an error stays until esc, or until something else is said.
type status struct {
	tone tone
	text string
	gen  int
	// unfolded is true while what is too long for the line covers the panels.
	unfolded bool
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
func (s *status) say(t tone, text string) tea.Cmd {
	s.gen++
	s.tone, s.text, s.unfolded = t, tts.Clean(text), true
	if t == failure {
		slog.Error(s.text)
		return nil
	}
	gen := s.gen
	return tea.Tick(noteTime, func(time.Time) tea.Msg { return expireMsg{gen} })
}

// fail shows an error; being interrupted is none.
func (s *status) fail(err error) tea.Cmd {
	if e, found := errors.AsType[*tts.Error](err); found && e.Kind == tts.KindInterrupted {
		return s.say(note, say.screen.stopped)
	}
	return s.say(failure, err.Error())
}

func (s *status) expire(msg expireMsg) {
	if msg.gen == s.gen {
		s.text = ""
	}
}

// dismiss takes away what is said.
func (s *status) dismiss() { s.text = "" }

// acknowledge folds what covers the panels once a key is pressed, and reports
// whether there was such a thing.
func (s *status) acknowledge(w int) bool {
	was := s.long(w)
	s.unfolded = false
	return was
}

// long reports whether the text does not fit on the status line and is shown
// in full.
func (s *status) long(w int) bool {
	return s.unfolded && s.tone != note && paint.Width(s.text)+4 > w
}

// unfold shows an error in full again.
func (s *status) unfold() tea.Cmd {
	s.unfolded = true
	return nil
}

func nothingSaid(m *Model) string {
	if m.status.text == "" {
		return say.screen.nothingSaid
	}
	return ""
}
