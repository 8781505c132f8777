package session

import (
	"voicestudio/player/decode"
	"voicestudio/tts/install"
)

// The player's library of decoders knows nobody who could say how to install one.
func init() {
	decode.Lacking = func(sound, library string) string {
		return say.lacks(sound, library) + "; " + install.How(library)
	}
}
