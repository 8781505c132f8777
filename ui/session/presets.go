package session

import "voicestudio/presets"

// DefaultVoice speaks where none was chosen.
const DefaultVoice = "English_Graceful_Lady"

// Placeholder stands in an empty editor and is spoken as it stands.
const Placeholder = "Welcome to the voice studio. Move a slider, press control R, and listen."

// Presets is the folder given by --presets, or the person's own.
func Presets(dir string) (presets.Folder, error) {
	if dir != "" {
		return presets.Folder{Dir: dir}, nil
	}
	dir, err := presets.DefaultDir()
	return presets.Folder{Dir: dir}, err
}
