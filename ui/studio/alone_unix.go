//go:build unix

package studio

import "golang.org/x/sys/unix"

// alone reports whether the program is what its terminal was opened for: then
// nothing would wake it, and the system does not stop it either.
func alone() bool {
	session, err := unix.Getsid(0)
	return err == nil && session == unix.Getpgrp()
}
