//go:build unix

package presets

import (
	"os/exec"
	"syscall"
)

// detach takes the terminal away, so that ssh cannot ask for a password there.
func detach(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }
