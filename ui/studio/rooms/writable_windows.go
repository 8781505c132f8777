package rooms

import "os"

// Writable reports whether a folder may be written to as far as it says so;
// one that does not exist will be made.
func Writable(dir string) bool {
	info, err := os.Stat(dir)
	if err != nil {
		return os.IsNotExist(err)
	}
	return info.Mode().Perm()&0o222 != 0
}
