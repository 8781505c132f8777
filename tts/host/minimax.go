package host

import (
	"net/url"

	"voicestudio/tts"
)

// minimax is MiniMax's own contract, T2A v2 over HTTP: everything is flat.
// https://platform.minimax.io/docs/api-reference/speech-t2a-http
var minimax = contract{
	path: func(string) string { return "/v1/t2a_v2" },
	body: func(r tts.Request, stream bool) map[string]any {
		body := neutral(r)
		blankVoice(body)
		streamFields(body, stream)
		return body
	},
}

// group adds the GroupId that MiniMax's older accounts need to an address.
func group(address, id string) string {
	if id == "" {
		return address
	}
	return address + "?GroupId=" + url.QueryEscape(id)
}

// streamFields turn streaming on where the body says so, without the whole
// take once more at the end.
func streamFields(body map[string]any, stream bool) {
	if !stream {
		return
	}
	body["stream"] = true
	body["stream_options"] = map[string]any{"exclude_aggregated_audio": true}
}
