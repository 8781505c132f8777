package speech

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

func TestWhatAKilledProgramLeftIsRemoved(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	killed := exec.Command("true")
	if err := killed.Run(); err != nil {
		t.Fatal(err)
	}
	left := filepath.Join(os.TempDir(), fmt.Sprintf("%s%d-1", rootPrefix, killed.Process.Pid))
	used := filepath.Join(os.TempDir(), fmt.Sprintf("%s%d-1", rootPrefix, os.Getpid()))
	for _, dir := range []string{left, used} {
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(dir, time.Time{}, time.Now().Add(-2*settled)); err != nil {
			t.Fatal(err)
		}
	}
	sweep()
	if _, err := os.Stat(left); err == nil {
		t.Error("it is still there")
	}
	if _, err := os.Stat(used); err != nil {
		t.Error("a living program's folder is gone")
	}
}
