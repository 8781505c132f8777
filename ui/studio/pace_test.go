package studio

import (
	"io"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// When Bubble Tea has another way to rest, or another name for its clock, the
// studio must follow.
func TestTheScreenRestsWhileNothingMovesAndWakesForAKey(t *testing.T) {
	d := sit(t)
	screen := &paced{Model: d.m.(*Model)}
	in, _ := io.Pipe()
	program := tea.NewProgram(screen, tea.WithInput(in), tea.WithOutput(io.Discard), tea.WithWindowSize(120, 40), tea.WithFPS(framesPerSecond), tea.WithoutSignalHandler())
	screen.program = program
	ended := make(chan error)
	go func() {
		_, err := program.Run()
		ended <- err
	}()
	becomes := func(what string, awake bool) {
		t.Helper()
		for patience := time.Now().Add(20 * time.Second); ; time.Sleep(time.Millisecond) {
			screen.mu.Lock()
			found, now := screen.ticker != nil, screen.awake
			screen.mu.Unlock()
			if found && now == awake {
				return
			}
			if awake {
				program.Send(tea.KeyPressMsg{Code: 'a', Text: "a"})
			}
			if time.Now().After(patience) {
				t.Fatalf("%s: its clock was found: %v, it is awake: %v", what, found, now)
			}
		}
	}
	becomes("left alone", false)
	becomes("after a key", true)
	becomes("left alone again", false)
	program.Quit()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	screen.stop()
	in.Close()
}
