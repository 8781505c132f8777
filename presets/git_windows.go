package presets

import (
	"os/exec"
	"syscall"
)

// detach takes the console away, so that ssh cannot ask for a password there.
func detach(cmd *exec.Cmd) {
	const createNoWindow = 0x08000000 // CREATE_NO_WINDOW of the Windows API
	cmd.SysProcAttr = &syscall.SysProcAttr{HideWindow: true, CreationFlags: createNoWindow}
}
