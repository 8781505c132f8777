package decode

import "golang.org/x/sys/windows"

var (
	libmpg123 = sharedLibrary{"libmpg123", []string{"libmpg123-0.dll", "mpg123.dll"}}
	libopus   = sharedLibrary{"libopus", []string{"libopus-0.dll", "opus.dll"}}
)

func openLibrary(names []string) (uintptr, error) {
	var err error
	for _, name := range names {
		var h windows.Handle
		// The default search order would take a library from the folder a
		// user happens to stand in.
		if h, err = windows.LoadLibraryEx(name, 0, windows.LOAD_LIBRARY_SEARCH_DEFAULT_DIRS); err == nil {
			return uintptr(h), nil
		}
	}
	return 0, err
}

func symbol(handle uintptr, name string) (uintptr, error) {
	return windows.GetProcAddress(windows.Handle(handle), name)
}
