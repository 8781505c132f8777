package cli

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/charmbracelet/x/term"

	"voicestudio/player"
	"voicestudio/tts"
	"voicestudio/ui/config"
	"voicestudio/ui/plain"
)

// plainly starts the studio line by line. Ctrl+c stops the sound there, so that it
// ends the program only when it is pressed twice.
func (o *options) plainly(ctx context.Context) error {
	ctx, stop := signal.NotifyContext(context.WithoutCancel(ctx), syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	interrupts := make(chan os.Signal, 2)
	signal.Notify(interrupts, os.Interrupt)
	defer signal.Stop(interrupts)

	c, library, named, err := o.furnish()
	if err != nil {
		return err
	}
	state, err := config.StateDir()
	if err != nil {
		return tts.Machine(tts.Said{What: tts.SystemSays(err)}, err)
	}
	if log, err := config.OpenLog(); err == nil {
		defer log.Close()
		slog.SetDefault(slog.New(slog.NewTextHandler(log, nil)))
	}
	quiet := o.hush()
	defer quiet()
	play := player.NewSoon()
	defer play.Close()
	in, typed := o.in.(*os.File)
	typed = typed && term.IsTerminal(in.Fd())
	p := plain.Options{Session: c, Player: play, Library: library, Draft: filepath.Join(state, "draft.json"), HostNamed: named,
		In: o.in, Out: o.out, Err: o.err, Typed: typed, Interrupts: interrupts}
	if editor := cmp.Or(os.Getenv("VISUAL"), os.Getenv("EDITOR")); editor != "" {
		p.Editor = func(file string) error { return o.runEditor(ctx, editor, file) }
	}
	if err := plain.Run(ctx, p); err != nil {
		return errors.Join(errSaid, err)
	}
	return nil
}
