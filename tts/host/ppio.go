package host

import (
	"strings"

	"voicestudio/tts"
)

// ppio is PPIO's contract, which Novita and Jiekou share: the model is in the
// path, and the spelling of some fields depends on its generation.
// https://ppio.com/docs/models/reference-minimax-speech-2.8-turbo
var ppio = contract{
	path: func(model string) string { return "/v3/minimax-" + strings.ToLower(model) },
	body: func(r tts.Request, stream bool) map[string]any {
		body := neutral(r)
		delete(body, "model")
		blankVoice(body)
		voice, _ := body["voice_setting"].(map[string]any)
		generation := tts.Generation(r.Model)
		if generation != "2.6" {
			rename(body, "timbre_weights", "timber_weights")
		}
		if generation != "2.8" && voice["emotion"] == "calm" {
			voice["emotion"] = "neutral"
		}
		if generation == "02" || generation == "2.5" {
			rename(voice, "text_normalization", "english_normalization")
		}
		streamFields(body, stream)
		return body
	},
}

func rename(fields map[string]any, from, to string) {
	if value, set := fields[from]; set {
		delete(fields, from)
		fields[to] = value
	}
}
