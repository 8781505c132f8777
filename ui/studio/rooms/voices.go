package rooms

import (
	"strings"

	"voicestudio/tts"
)

func VoiceNames(r tts.Request) string {
	var names []string
	for _, v := range r.Voices() {
		names = append(names, VoiceTitle(v.VoiceID))
	}
	return strings.Join(names, " + ")
}

func VoiceTitle(id string) string { return tts.Clean(tts.VoiceTitle(id)) }
