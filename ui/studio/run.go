package studio

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"voicestudio/player"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/config"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/listen"
)

// Options are what the command line says about the studio.
type Options struct {
	Session session.Config
	Library presets.Library
	Mouse   bool
	Look    paint.Look
	// HostNamed says that the session's host was asked for at this start.
	HostNamed bool
	// Settings have the person's keys, and what is wrong in the config file.
	Settings config.Settings
}

// Run shows the studio until the person quits or ctx ends. The error is one
// sentence.
func Run(ctx context.Context, o Options) error {
	// The table by which the renderer measures letters is made at its first use,
	// which takes as long as all else up to the first frame.
	go ansi.StringWidthWc("─")
	log, err := config.OpenLog()
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
	o.Session.Waiting = func(pause time.Duration, why *tts.Error) { program.Send(listen.RetryMsg{Pause: pause, Why: why}) }
	told := append(o.Settings.Warnings, keptUsual(useKeys(o.Settings))...)
	speaking, play := session.New(o.Session), player.NewSoon()
	m := New(ctx, Config{Session: speaking, Player: play, Library: o.Library, Draft: filepath.Join(filepath.Dir(log.Name()), "draft.json"), Mouse: o.Mouse, HostNamed: o.HostNamed, Look: o.Look, Told: told})
	if w, h, err := term.GetSize(os.Stdout.Fd()); err == nil {
		m.Update(tea.WindowSizeMsg{Width: w, Height: h}) // so that the first frame is whole
	}
	screen := &paced{Model: m, far: os.Getenv("SSH_CONNECTION") != ""}
	// Signals end ctx. Bubble Tea's own handler would, beside that, wait for
	// ever to send its message to a loop that has ended.
	program = tea.NewProgram(screen, tea.WithContext(ctx), tea.WithFPS(framesPerSecond), tea.WithoutSignalHandler())
	screen.program = program
	defer screen.stop()
	m.jobs.begin(ctx, program.Send)
	err = shown(ctx, program, m)
	flushed := m.flush()
	// What is left can wait for others: takes that are being closed, a sound
	// server, the sandbox's voices. The terminal and the draft are safe by now.
	cancel()
	within(leaving, play.Close, func() { speaking.Close() })
	if err == nil && flushed != nil {
		return tts.Machine(tts.Said{What: rooms.Say.Drafts.NotKept(tts.Reason(flushed))}, flushed)
	}
	err = m.ended(err, log.Name())
	switch {
	case errors.Is(err, tea.ErrInterrupted), errors.Is(err, tea.ErrProgramKilled), errors.Is(err, context.Canceled):
		return nil
	}
	return err
}

// leaving is how long the end of the program may take. What is not done by
// then ends with the process.
const leaving = 2 * time.Second

// shown runs the program and restores the terminal. A terminal that takes
// nothing any more, or a sound server that holds up a key, must not keep a
// program that was told to end, nor the draft.
func shown(ctx context.Context, program *tea.Program, m *Model) error {
	ended := make(chan error, 1)
	go func() {
		_, err := program.Run()
		ended <- err
	}()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	m.flush()
	select {
	case err := <-ended:
		return err
	case <-time.After(leaving):
	}
	within(leaving, program.Kill) // restores the terminal beside a loop that hangs
	return tea.ErrProgramKilled
}

// within does things side by side and waits for them, but not for ever.
func within(patience time.Duration, things ...func()) {
	var all sync.WaitGroup
	for _, thing := range things {
		all.Go(thing)
	}
	done := make(chan struct{})
	go func() {
		all.Wait()
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(patience):
	}
}

// quit ends the program, whatever else hangs: what sounds is stopped later.
func (m *Model) quit() tea.Cmd {
	if k := m.sound.Making; k.Runs() {
		k.Cancel()
	}
	return tea.Quit
}

// flush writes what is kept between two runs. It may be called from any
// goroutine.
func (m *Model) flush() error {
	m.memory.Flush()
	moved, lines := m.lines.Flush()
	m.drafts.File.Moved(moved)
	return cmp.Or(m.drafts.Flush(), lines)
}

func (m *Model) suspend() tea.Cmd {
	if m.jobs.alone {
		return m.Say(rooms.Caution, rooms.Say.Screen.NoShell)
	}
	m.hush()
	return m.jobs.stop()
}

// hush pauses what sounds, before the terminal is another's.
func (m *Model) hush() {
	switch m.Player.Status().State {
	case player.Playing, player.Buffering:
		m.Player.Pause()
	default:
	}
}
