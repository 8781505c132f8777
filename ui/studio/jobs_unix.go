//go:build unix

package studio

import (
	"context"
	"os"
	"os/signal"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/sys/unix"
)

// jobs is how a shell stops the program and wakes it.
type jobs struct {
	alone bool // no shell could wake it
	// left is set while it has stopped itself: whoever wakes it then need not have
	// the terminal taken again.
	left atomic.Bool
	// lent is set while another program has the terminal, such as an editor: that
	// one leaves it right.
	lent atomic.Bool
}

// begin looks out for both signals until ctx ends.
func (j *jobs) begin(ctx context.Context, send func(tea.Msg)) {
	j.alone = alone()
	stops, wakes := make(chan os.Signal, 1), make(chan os.Signal, 1)
	signal.Notify(stops, unix.SIGTSTP)
	signal.Notify(wakes, unix.SIGCONT)
	go func() {
		for {
			select {
			case <-ctx.Done():
				signal.Stop(stops)
				signal.Stop(wakes)
				return
			case <-stops:
				if j.lent.Load() {
					unix.Kill(unix.Getpid(), unix.SIGSTOP)
					continue
				}
				send(toldToStopMsg{})
			case <-wakes:
				if !j.left.Swap(false) && !j.lent.Load() {
					send(wokenMsg{})
				}
			}
		}
	}()
}

// stop gives the terminal back, stops, and takes it again once it is woken. The
// signal that only asks would not do: Go lets a program catch it, but not leave it
// to the system again.
func (j *jobs) stop() tea.Cmd { return tea.Exec(stopping{of: j}, nil) }

type stopping struct {
	nobody
	of *jobs
}

// Run stops all that run together with the program, as the terminal's own key does.
func (s stopping) Run() error {
	woken := make(chan os.Signal, 1)
	signal.Notify(woken, unix.SIGCONT)
	defer signal.Stop(woken)
	s.of.left.Store(true)
	if err := unix.Kill(0, unix.SIGSTOP); err != nil {
		s.of.left.Store(false)
		return err
	}
	<-woken
	return nil
}

// alone reports whether no shell would wake the program: it is what its terminal
// was opened for, or what has started it belongs to another one.
func alone() bool {
	session, err := unix.Getsid(0)
	if err != nil {
		return false
	}
	parents, err := unix.Getsid(unix.Getppid())
	return session == unix.Getpgrp() || err == nil && parents != session
}
