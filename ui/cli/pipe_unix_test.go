//go:build unix

package cli

import (
	"os"
	"syscall"
	"testing"
	"time"
)

func TestCtrlCEndsTheWaitingForAPipe(t *testing.T) {
	t.Parallel()
	p := newPerson(t)
	pipe := p.path("votes")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := p.command(t.Context(), "preset", "import", pipe)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var in *os.File
	for deadline := time.Now().Add(20 * time.Second); in == nil && time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		in, _ = os.OpenFile(pipe, os.O_WRONLY|syscall.O_NONBLOCK, 0) // once it is waited for
	}
	defer in.Close()
	interrupt(t, cmd)
	if code := cmd.ProcessState.ExitCode(); code != exitInterrupted {
		t.Errorf("exit %d", code)
	}
}
