//go:build unix

package unattended

import (
	"os/exec"
	"syscall"
)

// apart gives a program a session of its own: all that it starts can be ended with
// it, and a terminal that it would wait for in the background is none of its.
func apart(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }

// killAll ends a program and what it has started.
func killAll(cmd *exec.Cmd) { syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
