package disk

import "golang.org/x/sys/windows"

var fullCodes = []error{windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL, windows.ERROR_WRITE_PROTECT}
