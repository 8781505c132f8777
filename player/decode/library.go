package decode

import (
	"fmt"

	"github.com/ebitengine/purego"
)

// sharedLibrary is one that is used where it is installed.
type sharedLibrary struct {
	name  string
	files []string // names to try
}

// load finds the functions of a library; each key is the name of what its value,
// a pointer to a function, shall call.
func (l sharedLibrary) load(functions map[string]any) error {
	handle, err := openLibrary(l.files)
	if err != nil {
		return err
	}
	for name, fn := range functions {
		addr, err := symbol(handle, name)
		if err != nil || addr == 0 {
			return fmt.Errorf("%s lacks %s: %w", l.name, name, err)
		}
		purego.RegisterFunc(fn, addr)
	}
	return nil
}

// NeedsLibraryError says that a source cannot be decoded rightly without a
// library.
type NeedsLibraryError struct {
	// What cannot be done without, e.g. "MP3 at 8000 Hz".
	What    string
	library sharedLibrary
	// Why the library could not be used.
	Why error
}

func (e *NeedsLibraryError) Error() string {
	return say.needs(e.What, e.library.name, Installs(e.library.name))
}

// Installs is the command that installs a library. This package knows nobody who could
// say it; ui/session does.
var Installs = func(library string) string {
	return "install " + library
}

func (e *NeedsLibraryError) Unwrap() error { return e.Why }
