package config

import (
	"os"

	"voicestudio/presets"
)

// Library is every folder whose presets the person sees: their own, or dir in
// its place, the project's, found upwards from the working folder, and the
// teams' of the config file.
func Library(dir string, s Settings) (presets.Library, error) {
	work, err := os.Getwd()
	if err != nil {
		work = "" // the folder is gone: there is no project then
	}
	return presets.OpenLibrary(dir, work, s.Teams)
}

// Presets is the folder given by --presets, or the person's own.
func Presets(dir string) (presets.Folder, error) {
	if dir != "" {
		return presets.Folder{Dir: dir}, nil
	}
	dir, err := presets.DefaultDir()
	return presets.Folder{Dir: dir}, err
}
