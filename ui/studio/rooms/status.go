package rooms

import (
	"errors"
	"log/slog"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
)

// Status is the line over the help bar. Notes and warnings go away by
// themselves; an error stays until esc, or until something else is said.
type Status struct {
	Tone tone
	Text string
	gen  int
	// unfolded is true while what is too long for the line covers the panels.
	unfolded bool
}

type tone int

const (
	Note tone = iota
	Warning
	Failure
)

// noteTime is how long a note stays.
const noteTime = 6 * time.Second

// ExpireMsg takes a note away, unless another has come since.
type ExpireMsg struct{ gen int }

// Say shows one sentence.
func (s *Status) Say(t tone, text string) tea.Cmd {
	s.gen++
	s.Tone, s.Text, s.unfolded = t, tts.Clean(text), true
	if t == Failure {
		slog.Error(s.Text)
		return nil
	}
	gen := s.gen
	return tea.Tick(noteTime, func(time.Time) tea.Msg { return ExpireMsg{gen} })
}

// fail shows an error; being interrupted is none.
func (s *Status) fail(err error) tea.Cmd {
	if e, found := errors.AsType[*tts.Error](err); found && e.Kind == tts.KindInterrupted {
		return s.Say(Note, Say.Screen.Stopped)
	}
	return s.Say(Failure, err.Error())
}

// Expire takes a note away, unless another has come since.
func (s *Status) Expire(msg ExpireMsg) {
	if msg.gen == s.gen {
		s.Text = ""
	}
}

// Dismiss takes away what is said.
func (s *Status) Dismiss() { s.Text = "" }

// Acknowledge folds what covers the panels once a key is pressed, and reports
// whether there was such a thing.
func (s *Status) Acknowledge(w int) bool {
	was := s.Long(w)
	s.unfolded = false
	return was
}

// Long reports whether the text does not fit on the status line and is shown
// in full.
func (s *Status) Long(w int) bool {
	return s.unfolded && s.Tone != Note && paint.Width(s.Text)+4 > w
}

// Unfold shows an error in full again.
func (s *Status) Unfold() tea.Cmd {
	s.unfolded = true
	return nil
}

// NothingSaid says why there is nothing to show in full.
func (s *Status) NothingSaid() string {
	if s.Text == "" {
		return Say.Screen.nothingSaid
	}
	return ""
}
