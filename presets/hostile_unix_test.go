//go:build unix

package presets

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestAPipeIsNotWaitedFor(t *testing.T) {
	f := temp(t)
	os.MkdirAll(f.Dir, 0o755)
	if err := syscall.Mkfifo(filepath.Join(f.Dir, "x.json"), 0o644); err != nil {
		t.Fatal(err)
	}
	refused(t, f, "x.json", "a named pipe, not a regular file")
}
