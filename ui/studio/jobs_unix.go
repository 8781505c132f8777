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

// jobs is how a shell stops the program and wakes it. Stopping is done by the
// signal's own doing, once the terminal is given back.
type jobs struct {
	alone bool // no shell could wake it
	stops chan os.Signal
	left  atomic.Bool // it has stopped itself: Bubble Tea takes the terminal again
}

// begin looks out for both signals until ctx ends.
func (j *jobs) begin(ctx context.Context, send func(tea.Msg)) {
	j.alone = alone()
	j.stops = make(chan os.Signal, 1)
	wakes := make(chan os.Signal, 1)
	signal.Notify(wakes, unix.SIGCONT)
	j.back()
	go func() {
		for {
			select {
			case <-ctx.Done():
				signal.Stop(j.stops)
				signal.Stop(wakes)
				return
			case <-j.stops:
				send(toldToStopMsg{})
			case <-wakes:
				if !j.left.Swap(false) {
					send(wokenMsg{})
				}
			}
		}
	}()
}

// leave lets the signal stop the program, back catches it again.
func (j *jobs) leave() {
	j.left.Store(true)
	if j.stops != nil {
		signal.Stop(j.stops)
	}
}

func (j *jobs) back() {
	if j.stops != nil {
		signal.Notify(j.stops, unix.SIGTSTP)
	}
}

// alone reports whether the program is what its terminal was opened for: then
// nothing would wake it, and the system does not stop it either.
func alone() bool {
	session, err := unix.Getsid(0)
	return err == nil && session == unix.Getpgrp()
}
