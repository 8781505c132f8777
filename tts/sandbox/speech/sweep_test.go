package speech

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"
)

// A sandbox that is killed leaves its folder; the next one takes it away, but
// not that of one that lives.
func TestWhatAKilledProgramLeftIsRemoved(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	root := func(work string) (string, *exec.Cmd) {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "SPEECH_TEST_CHILD="+work, "GORACE=atexit_sleep_ms=0")
		out, err := cmd.StdoutPipe()
		if err == nil {
			err = cmd.Start()
		}
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		if !lines.Scan() {
			t.Fatal("the other program says nothing")
		}
		dir := lines.Text()
		if err := os.Chtimes(dir, time.Time{}, time.Now().Add(-2*settled)); err != nil {
			t.Fatal(err)
		}
		return dir, cmd
	}
	left, killed := root("open")
	used, living := root("open")
	killed.Process.Kill()
	killed.Wait()
	sweep()
	if _, err := os.Stat(left); err == nil {
		t.Error("it is still there")
	}
	if _, err := os.Stat(used); err != nil {
		t.Error("a living program's folder is gone")
	}
	living.Process.Kill()
	living.Wait()
}

// engineUntilKilled is the other program of a test: it opens an engine, says where its
// folder is and is killed.
func engineUntilKilled() {
	e, err := Open()
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println(e.root)
	time.Sleep(time.Hour)
}
