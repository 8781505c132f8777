package studio

import (
	"io"

	tea "charm.land/bubbletea/v2"
)

// toldToStopMsg says that somebody else than the person at the keys wants the
// program stopped, as a shell's suspend does.
type toldToStopMsg struct{}

// wokenMsg says that the program was stopped without having been asked: whatever
// stands in the terminal now is another's, and so are its modes.
type wokenMsg struct{}

// toldToStop leaves the terminal as it was, and stops. Where nothing could wake the
// program the system would not stop it either.
func (m *Model) toldToStop() tea.Cmd {
	if m.jobs.alone {
		return nil
	}
	return m.suspend()
}

// wake takes the terminal anew and draws all of it: that is what Bubble Tea does
// after another program had it, here one that does nothing.
func wake() tea.Msg { return tea.Exec(nobody{}, nil)() }

type nobody struct{}

func (nobody) Run() error          { return nil }
func (nobody) SetStdin(io.Reader)  {}
func (nobody) SetStdout(io.Writer) {}
func (nobody) SetStderr(io.Writer) {}
