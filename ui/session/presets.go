package session

import (
	"os"

	"voicestudio/presets"
)

// DefaultVoice speaks where none was chosen.
const DefaultVoice = "English_Graceful_Lady"

// Placeholder stands in an empty editor and is spoken as it stands.
const Placeholder = "Welcome to the voice studio. Move a slider, press control R, and listen."

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
