//go:build darwin || freebsd || linux

package decode

import (
	"errors"

	"github.com/ebitengine/purego"
)

// mpg123Names are the names to try, on any of these systems: a name of another
// one is merely not found. Homebrew's folders are not searched by the loader.
var mpg123Names = []string{
	"libmpg123.so.0",
	"libmpg123.0.dylib",
	"/opt/homebrew/lib/libmpg123.0.dylib",
	"/usr/local/lib/libmpg123.0.dylib",
}

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
