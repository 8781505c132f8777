package team

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os/exec"
	"sync"
	"time"

	"voicestudio/presets"
)

// silence is how long git may print nothing while it speaks to a remote before
// it is given up: connecting, a person's typing of a passphrase, and what a
// server does with a push count, too. A variable for the tests.
var silence = 2 * time.Minute

var errSilent = errors.New("silent")

type unattended struct{}

// Unattended is a context in which a Pull or Push leaves the terminal alone,
// since something else is drawn there: git and ssh ask nothing, and give up
// where they would have to.
func Unattended(ctx context.Context) context.Context {
	return context.WithValue(ctx, unattended{}, true)
}

// speak runs a git command that speaks to the remote. Where this program has a
// terminal in front of it, git and ssh may ask there for a passphrase or a
// password; without one they give up at once.
func (c *checkout) speak(ctx context.Context, args ...string) error {
	run, giveUp := context.WithCancelCause(ctx)
	defer giveUp(nil)
	cmd := command(run, c.top, args...)
	fault := &listener{timer: time.AfterFunc(silence, func() { giveUp(errSilent) })}
	defer fault.timer.Stop()
	cmd.Stderr, cmd.Stdout = fault, fault
	start := atTerminal
	if ctx.Value(unattended{}) != nil {
		start = (*exec.Cmd).Run
	}
	err := start(cmd)
	if run.Err() != nil || interrupted(err) {
		finish(cmd)
	}
	switch {
	case interrupted(err): // ctrl+c at the terminal that git had
		return context.Canceled
	case ctx.Err() == nil && errors.Is(context.Cause(run), errSilent):
		return &GitFault{presets.Refuse(fs.ErrInvalid, say.git.silent(args[0], presets.Quoted(c.remote), silence, fault.sofar())), args[0], fault.sofar()}
	}
	_, err = ended(ctx, err, args[0], &bytes.Buffer{}, &fault.said)
	return err
}

// listener keeps the end of what git prints and restarts the timer.
type listener struct {
	mu    sync.Mutex
	timer *time.Timer
	said  bytes.Buffer
}

func (l *listener) Write(p []byte) (int, error) {
	const most = 64 << 10
	l.mu.Lock()
	defer l.mu.Unlock()
	l.timer.Reset(silence)
	l.said.Write(p)
	l.said.Next(max(0, l.said.Len()-most))
	return len(p), nil
}

func (l *listener) sofar() string { return said(l.said.String()) }
