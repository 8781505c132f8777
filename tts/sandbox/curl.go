package sandbox

import (
	"fmt"
	"strings"

	"voicestudio/tts"
)

// Curl is a command for bash that has the sandbox speak on a host's path and
// leaves the answer in voice.mp3. It asks for a URL, so that no other program
// has to take the audio out of the JSON.
func (s *Server) Curl(h tts.HostName) string {
	const text, voice = "Are you happy today? Of course!", "English_Graceful_Lady"
	path, body := "/v1/t2a_v2", `{"model": "`+tts.DefaultModel+`", "text": %q, "voice_setting": {"voice_id": %q}, "output_format": "url"}`
	switch profile, _ := tts.HostAt(h); profile.Contract {
	case tts.DashScope:
		path = "/services/aigc/multimodal-generation/generation"
		body = `{"model": "MiniMax/` + tts.DefaultModel + `", "input": {"text": %q, "voice_setting": {"voice_id": %q}, "output_format": "url"}}`
	case tts.PPIO:
		path, body = ppioPrefix+tts.DefaultModel, `{"text": %q, "voice_setting": {"voice_id": %q}, "output_format": "url"}`
	default: // MiniMax's contract, as it stands above
	}
	ask := fmt.Sprintf("curl -sS %s -H %s -H %s -d %s", quote(s.BaseURL(h)+path), quote("Authorization: Bearer "+Key),
		quote("Content-Type: application/json"), quote(fmt.Sprintf(body, text, voice)))
	return "curl -sS -o voice.mp3 \"$(" + ask + " | grep -o " + quote("http[^\"]*") + ")\""
}

// quote makes one word for bash.
func quote(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }
