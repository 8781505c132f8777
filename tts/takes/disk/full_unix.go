//go:build unix

package disk

import "syscall"

var fullCodes = []error{syscall.ENOSPC, syscall.EDQUOT, syscall.EROFS}
