package team

import (
	"os/exec"
	"strconv"
	"syscall"
)

// asGroup detaches git from the console, so that ssh cannot wait for a password
// there. When the context ends, git ends with all that it started.
func asGroup(cmd *exec.Cmd) {
	const createNoWindow = 0x08000000 // CREATE_NO_WINDOW of the Windows API
	cmd.SysProcAttr = &syscall.SysProcAttr{HideWindow: true, CreationFlags: createNoWindow}
	cmd.Cancel = func() error {
		if exec.Command("taskkill", "/T", "/F", "/PID", strconv.Itoa(cmd.Process.Pid)).Run() == nil {
			return nil
		}
		return cmd.Process.Kill()
	}
}

func finish(*exec.Cmd) {}

// atTerminal runs git without a console: its credential manager asks in a
// window of its own.
func atTerminal(cmd *exec.Cmd) error { return cmd.Run() }

// interrupted is for systems where git has the terminal.
func interrupted(error) bool { return false }
