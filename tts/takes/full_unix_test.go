//go:build linux || darwin

package takes

import (
	"errors"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"
	"testing"

	"voicestudio/tts"
)

// room is how far files may grow.
func room(t *testing.T, most uint64) {
	t.Helper()
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: most, Max: 1 << 20}); err != nil {
		t.Fatal(err)
	}
}

// elsewhere runs the test in a program of its own, since room is that of a
// whole program; it reports whether this one is it.
func elsewhere(t *testing.T) (here bool) {
	t.Helper()
	const child = "TAKES_TEST_SMALL_DISK"
	if os.Getenv(child) != "" {
		signal.Ignore(syscall.SIGXFSZ)
		return true
	}
	cmd := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$")
	cmd.Env = append(os.Environ(), child+"=1", "GORACE=atexit_sleep_ms=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	return false
}

func TestADiskThatTakesOnlyPartOfATakeLeavesNoWholeOne(t *testing.T) {
	if !elsewhere(t) {
		return
	}
	f := Folder{t.TempDir()}
	audio := strings.Repeat("a second ", 200) // 1800 bytes
	r := begin(t, f)
	room(t, 2500)
	for i, want := range []int{1800, 700, 0} {
		if n, err := r.Write([]byte(audio)); n != want || (err != nil) != (i > 0) {
			t.Fatalf("piece %d: %d bytes in the file, %v", i, n, err)
		}
		if i == 1 {
			room(t, 1<<20) // which comes too late for this take
		}
	}
	// The host has sent all of it: whatever the file lacks, the disk has lost.
	take, err := r.Finish(tts.Progress{Bytes: 5400, Complete: true})
	if !errors.Is(err, syscall.EFBIG) || !take.Partial {
		t.Errorf("%+v %v", take, err)
	}
	if _, found, _ := lookUp(f, hash); found || !stored(t, f, take.ID).Partial {
		t.Errorf("it is found as a whole take: %+v", stored(t, f, take.ID))
	}
	if kept, _ := os.ReadFile(take.File); string(kept) != (audio + audio)[:2500] {
		t.Errorf("%d bytes are kept", len(kept))
	}
}
