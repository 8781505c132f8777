package host

import "voicestudio/tts"

// dashscope is Alibaba Model Studio's contract: everything but the model lies
// in "input", and a header turns streaming on.
// https://help.aliyun.com/zh/model-studio/minimax-synchronous-speech-synthesis-api
var dashscope = contract{
	path: func(string) string { return "/services/aigc/multimodal-generation/generation" },
	header: func(stream bool) map[string]string {
		if !stream {
			return nil
		}
		return map[string]string{"X-DashScope-SSE": "enable", "Accept": "text/event-stream"}
	},
	body: func(r tts.Request, stream bool) map[string]any {
		input := neutral(r)
		delete(input, "model")
		blankVoice(input)
		if stream {
			input["stream_options"] = map[string]any{"exclude_aggregated_audio": true}
		}
		return map[string]any{"model": "MiniMax/" + r.Model, "input": input}
	},
}
