//go:build darwin || freebsd || linux

package decode

import (
	"errors"

	"github.com/ebitengine/purego"
)

// The files are tried on any of these systems: a name of another one is merely
// not found. Homebrew's folders are not searched by the loader.
var (
	libmpg123 = sharedLibrary{"libmpg123", []string{
		"libmpg123.so.0",
		"libmpg123.0.dylib",
		"/opt/homebrew/lib/libmpg123.0.dylib",
		"/usr/local/lib/libmpg123.0.dylib",
	}}
	libopus = sharedLibrary{"libopus", []string{
		"libopus.so.0",
		"libopus.0.dylib",
		"/opt/homebrew/lib/libopus.0.dylib",
		"/usr/local/lib/libopus.0.dylib",
	}}
)

func openLibrary(names []string) (uintptr, error) {
	var errs []error
	for _, name := range names {
		handle, err := purego.Dlopen(name, purego.RTLD_NOW|purego.RTLD_LOCAL)
		if err == nil {
			return handle, nil
		}
		errs = append(errs, err)
	}
	return 0, errors.Join(errs...)
}

func symbol(handle uintptr, name string) (uintptr, error) { return purego.Dlsym(handle, name) }
