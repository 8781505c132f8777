package studio

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/session"
)

// Options are what the command line says about the studio.
type Options struct {
	Session session.Config
	Library presets.Library
	Mouse   bool
}

// Run shows the studio until the person quits or ctx ends. The error is one
// sentence.
func Run(ctx context.Context, o Options) error {
	log, err := session.OpenLog()
	if err != nil {
		return err
	}
	defer log.Close()
	slog.SetDefault(slog.New(slog.NewTextHandler(log, nil)))
	// Sound libraries print to standard error, which would land in the
	// middle of the screen.
	if _, restore, err := player.QuietStderr(log); err == nil {
		defer restore()
	}

	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var program *tea.Program
	o.Session.Waiting = func(pause time.Duration, why *tts.Error) { program.Send(retryMsg{pause, why}) }
	speaking := session.New(o.Session)
	defer speaking.Close()
	play := player.New()
	defer play.Close()
	m := New(ctx, Config{Session: speaking, Player: play, Library: o.Library, Draft: filepath.Join(filepath.Dir(log.Name()), "draft.json"), Mouse: o.Mouse})
	// Signals end ctx. Bubble Tea's own handler would, beside that, wait for
	// ever to send its message to a loop that has ended.
	program = tea.NewProgram(m, tea.WithContext(ctx), tea.WithFPS(30), tea.WithoutSignalHandler())
	_, err = program.Run()
	if flushed := m.Flush(); err == nil && flushed != nil {
		return &tts.Error{Kind: tts.KindMachine, Message: "the draft cannot be kept: " + flushed.Error()}
	}
	err = m.ended(err, log.Name())
	switch {
	case errors.Is(err, tea.ErrInterrupted), errors.Is(err, tea.ErrProgramKilled), errors.Is(err, context.Canceled):
		return nil
	}
	return err
}

// greet says, once, how to choose a host whose key is there.
func (m *Model) greet() tea.Cmd {
	if m.session.Host() != tts.Sandbox || m.status.tone != note {
		return nil // what was said of the draft is more important
	}
	for _, h := range tts.Hosts {
		if h.KeyVariable != "" && os.Getenv(h.KeyVariable) != "" {
			return m.say(note, fmt.Sprintf("this is the sandbox, a stand-in voice; %s is set: ctrl+p, Choose the host", h.KeyVariable))
		}
	}
	if d := m.player.Device(); d.Silent {
		return m.say(warning, d.Reason)
	}
	return m.say(note, "this is the sandbox: settings behave, the timbre is a stand-in for MiniMax's")
}

func (m *Model) quit() tea.Cmd {
	m.endSound()
	return tea.Quit
}

func (m *Model) suspend() tea.Cmd {
	m.player.Pause()
	return tea.Suspend
}
