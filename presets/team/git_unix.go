//go:build unix

package team

import (
	"errors"
	"os"
	"os/exec"
	"os/signal"
	"syscall"

	"golang.org/x/sys/unix"
)

// asGroup makes git the leader of a group of its own, without the terminal, so
// that ssh cannot wait for a password there. When the context ends, all of the
// group are asked to end, so that git removes its locks.
func asGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	cmd.Cancel = func() error { return signalGroup(cmd, syscall.SIGTERM) }
}

func signalGroup(cmd *exec.Cmd, s syscall.Signal) error {
	if err := syscall.Kill(-cmd.Process.Pid, s); !errors.Is(err, syscall.ESRCH) {
		return err
	}
	return os.ErrProcessDone
}

// finish ends what is left of the group of a git that was stopped.
func finish(cmd *exec.Cmd) {
	if cmd.Process != nil {
		signalGroup(cmd, syscall.SIGKILL)
	}
}

// atTerminal runs git as the job in the foreground of our terminal, and takes
// the terminal back. Git has none where we are not in the foreground ourselves,
// or where what we print goes elsewhere: a pager in our place would be stopped.
func atTerminal(cmd *exec.Cmd) error {
	tty, err := os.OpenFile("/dev/tty", os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		return cmd.Run()
	}
	defer tty.Close()
	fd, us := int(tty.Fd()), unix.Getpgrp()
	for _, each := range []int{fd, syscall.Stdout} {
		if front, err := unix.IoctlGetInt(each, unix.TIOCGPGRP); err != nil || front != us {
			return cmd.Run()
		}
	}
	cmd.SysProcAttr = &syscall.SysProcAttr{Foreground: true, Ctty: fd}
	cmd.Env = append(cmd.Env, "GIT_TERMINAL_PROMPT=1")
	// A process in the background that writes to the terminal is stopped
	// (SIGTTOU), and nothing would continue us; a git that ctrl+z stops would
	// leave the person without a shell.
	signal.Ignore(syscall.SIGTTOU, syscall.SIGTSTP)
	defer signal.Reset(syscall.SIGTTOU, syscall.SIGTSTP)
	defer unix.IoctlSetPointerInt(fd, unix.TIOCSPGRP, us)
	return cmd.Run()
}

// interrupted reports whether somebody pressed ctrl+c in git's terminal.
func interrupted(err error) bool {
	e, exited := errors.AsType[*exec.ExitError](err)
	if !exited {
		return false
	}
	status, is := e.Sys().(syscall.WaitStatus)
	return is && status.Signaled() && status.Signal() == syscall.SIGINT
}
