package form

import (
	"strings"

	"voicestudio/tts"
)

// voiceKind is a voice's language and gender in short: "English f".
func voiceKind(id string) string {
	voice, known := tts.FindVoice(id)
	if !known {
		return Say.NotListed
	}
	return strings.TrimSpace(voice.Language + " " + voice.Gender[:min(1, len(voice.Gender))])
}
