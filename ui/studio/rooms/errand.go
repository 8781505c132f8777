package rooms

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"
)

// errand is something that is waited for beside the host's answer: a file, git,
// a list of voices.
type errand struct {
	what string
	at   time.Time
}

// quick is how long an errand takes at most that is not worth telling of.
const quick = 100 * time.Millisecond

// ErrandMsg brings what an errand has come back with.
type ErrandMsg struct {
	of  *errand
	Msg tea.Msg
}

// OnErrand runs a command of which the status line tells where it takes a while.
func (s *Shared) OnErrand(what string, do tea.Cmd) tea.Cmd {
	e := &errand{what, s.Now()}
	s.errands = append(s.errands, e)
	return func() tea.Msg { return ErrandMsg{e, do()} }
}

// Back ends an errand.
func (s *Shared) Back(msg ErrandMsg) {
	s.errands = slices.DeleteFunc(s.errands, func(e *errand) bool { return e == msg.of })
}

// Out reports whether an errand is under way.
func (s *Shared) Out() bool { return len(s.errands) > 0 }

// Errand says which errand takes longest, and for how long; empty where none
// takes a while.
func (s *Shared) Errand() string {
	if !s.Out() {
		return ""
	}
	if passed := s.Now().Sub(s.errands[0].at); passed >= quick {
		return Say.Screen.Since(s.errands[0].what, passed)
	}
	return ""
}
