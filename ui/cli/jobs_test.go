//go:build unix

package cli

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// A shell stops the studio and wakes it, by the signal that asks and by the one
// that does not: the terminal is the shell's in between, and the studio's again.
func TestAShellStopsTheStudioAndWakesIt(t *testing.T) {
	t.Parallel()
	p := newPerson(t)
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	p.program = "/bin/sh"
	x := p.opens(t, "-c", `set -m; "$0" -c 'echo $$ >pid; exec "$1"' sh "$1"; echo first; read x; fg; echo second; read x; fg; echo third`, "/bin/sh", exe)
	x.sees("Welcome to the voice studio.")
	x.types("Still here. ")
	x.sees("Still here.")
	id, err := strconv.Atoi(strings.TrimSpace(p.read("pid")))
	if err != nil {
		t.Fatal(err)
	}

	syscall.Kill(id, unix.SIGTSTP)
	x.sees("first")
	x.isTheShells()
	x.types("\n")
	x.sees("Still here.")
	x.sees("Voice")
	x.types("And here. ")
	x.sees("Still here. And here.")

	syscall.Kill(id, unix.SIGSTOP) // leaves everything as it is
	x.gets("second")
	x.mu.Lock()
	x.screen.WriteString("\x1b[2J") // another program's
	x.mu.Unlock()
	x.types("\n")
	x.sees("Still here. And here.")
	x.sees("Voice")
	x.types("Yes.")
	x.sees("And here. Yes.")

	x.types(ctrlQ)
	x.sees("third")
	x.isTheShells()
	if code := x.ends(); code != 0 {
		t.Errorf("exit %d", code)
	}
}

// isTheShells checks that the terminal is as a shell wants it: with its own screen,
// its echo, a cursor and no mouse.
func (x *terminal) isTheShells() {
	x.t.Helper()
	modes, err := unix.IoctlGetTermios(int(x.file.Fd()), ioctlGetTermios)
	if err != nil {
		x.t.Fatal(err)
	}
	if modes.Lflag&unix.ICANON == 0 || modes.Lflag&unix.ECHO == 0 {
		x.t.Error("the terminal is still raw")
	}
	if text := x.text(); strings.Contains(text, "Script") {
		x.t.Errorf("the alternate screen is still there:\n%s", text)
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	for _, mode := range []struct {
		number int
		on     bool
	}{{1002, false}, {1006, false}, {1049, false}, {2004, false}, {25, true}} {
		set, reset := fmt.Sprintf("\x1b[?%dh", mode.number), fmt.Sprintf("\x1b[?%dl", mode.number)
		if all := x.got.String(); (strings.LastIndex(all, set) > strings.LastIndex(all, reset)) != mode.on && (strings.Contains(all, set) || strings.Contains(all, reset)) {
			x.t.Errorf("mode %d is not as it was", mode.number)
		}
	}
}
