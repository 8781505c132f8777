package unattended

import (
	"os/exec"
	"strconv"
	"syscall"
)

// apart gives a program a group of its own, so that ctrl+c is not its.
func apart(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{CreationFlags: syscall.CREATE_NEW_PROCESS_GROUP}
}

// killAll ends a program and what it has started.
func killAll(cmd *exec.Cmd) {
	exec.Command("taskkill", "/T", "/F", "/PID", strconv.Itoa(cmd.Process.Pid)).Run()
	cmd.Process.Kill()
}
