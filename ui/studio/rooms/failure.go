package rooms

import (
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
)

// failure is an error that was shown.
type failure struct {
	At  time.Time
	Err error
}

// Fail shows an error, and keeps it to be looked at again; being interrupted is
// none.
func (s *Shared) Fail(err error) tea.Cmd { return s.FailAt(anything, err) }

func (s *Shared) FailAt(of subject, err error) tea.Cmd {
	if e, is := errors.AsType[*tts.Error](err); !is || e.Kind != tts.KindInterrupted {
		s.LastError = failure{s.Now(), err}
	}
	return s.Status.fail(of, err)
}
