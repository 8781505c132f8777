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
// crash's trace then goes to f, too. restore may be called more than once. On
// Windows it does nothing.
func QuietStderr(f *os.File) (restore func(), err error) {
	const stderr = 2
	saved, err := unix.FcntlInt(stderr, unix.F_DUPFD_CLOEXEC, 3)
	if err != nil {
		return func() {}, fmt.Errorf("keeping stderr: %w", err)
	}
	if err := dup2(int(f.Fd()), stderr); err != nil {
		unix.Close(saved)
		return func() {}, fmt.Errorf("pointing stderr at %s: %w", f.Name(), err)
	}
	var once sync.Once
	return func() {
		once.Do(func() {
			dup2(saved, stderr)
			unix.Close(saved)
		})
	}, nil
}
