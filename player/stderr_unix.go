//go:build linux || darwin

package player

import (
	"fmt"
	"os"
	"sync"

	"golang.org/x/sys/unix"
)

// QuietStderr points file descriptor 2 at f until restore is called: sound
// libraries write there, past os.Stderr, and would tear a screen apart. A
// crash's trace then goes to f, too. terminal is where descriptor 2 pointed
// before, for the program's own words; it is closed by restore, which may be
// called more than once. On Windows nothing is changed.
func QuietStderr(f *os.File) (terminal *os.File, restore func(), err error) {
	const stderr = 2
	saved, err := unix.FcntlInt(stderr, unix.F_DUPFD_CLOEXEC, 3)
	if err != nil {
		return os.Stderr, func() {}, fmt.Errorf("keeping stderr: %w", err)
	}
	terminal = os.NewFile(uintptr(saved), "stderr")
	if err := dup2(int(f.Fd()), stderr); err != nil {
		terminal.Close()
		return os.Stderr, func() {}, fmt.Errorf("pointing stderr at %s: %w", f.Name(), err)
	}
	var once sync.Once
	return terminal, func() {
		once.Do(func() {
			dup2(saved, stderr)
			terminal.Close()
		})
	}, nil
}
