package form

import (
	"voicestudio/presets"
	"voicestudio/tts"
)

// voiceKind is a voice's language and gender in short: "English f".
func voiceKind(id string) string {
	voice, known := tts.FindVoice(id)
	if !known {
		return Say.NotListed
	}
	return Say.kind(presets.ValueInWords(voice.Language), voice.Gender)
}
