//go:build !linux && !darwin

package player

import "os"

// QuietStderr does nothing here: sound libraries of this system do not write
// to the screen.
func QuietStderr(*os.File) (terminal *os.File, restore func(), err error) {
	return os.Stderr, func() {}, nil
}
