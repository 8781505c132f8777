package presets

import (
	"fmt"
	"slices"
	"strings"

	"voicestudio/tts"
)

// VoicesInWords says voices by the names that people know, with their weights
// where there are several: "Graceful Lady 60, 新闻女声 40". It is safe to print,
// and no formula.
func VoicesInWords(voices []tts.TimbreWeight) string {
	call := namesOf(voices)
	if len(voices) == 1 {
		return call(voices[0].VoiceID)
	}
	var said []string
	for _, v := range voices {
		said = append(said, fmt.Sprintf("%s %d", call(v.VoiceID), v.Weight))
	}
	return strings.Join(said, ", ")
}

// namesOf gives names to the voices that are spoken of together: where two of
// them bear one name, each goes by its id.
func namesOf(voices []tts.TimbreWeight) func(id string) string {
	return func(id string) string {
		title := tts.VoiceTitle(id)
		if slices.ContainsFunc(voices, func(v tts.TimbreWeight) bool { return v.VoiceID != id && tts.VoiceTitle(v.VoiceID) == title }) {
			title = id
		}
		return tts.Clean(title)
	}
}
