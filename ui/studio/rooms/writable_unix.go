//go:build unix

package rooms

import (
	"os"
	"syscall"
)

// Writable reports whether files can be made in a folder; one that does not
// exist will be made.
func Writable(dir string) bool {
	info, err := os.Stat(dir)
	if err != nil {
		return os.IsNotExist(err)
	}
	const write = 2 // W_OK of access(2)
	return info.Mode().Perm()&0o222 != 0 && syscall.Access(dir, write) == nil
}
