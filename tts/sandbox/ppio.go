package sandbox

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"voicestudio/tts"
)

// ppio answers as PPIO, Novita and Jiekou do: the model in the path, a flat
// body, a gateway with errors of its own, and MiniMax's shape behind it.
type ppio struct{}

const ppioPrefix = "/v3/minimax-"

// ppioModel is the model of a path such as /v3/minimax-speech-2.8-hd.
func ppioModel(path string) (model string, known bool) {
	model, _ = strings.CutPrefix(path, ppioPrefix)
	host, _ := tts.HostAt(tts.PPIO)
	return model, slices.Contains(host.Models, model)
}

func (ppio) question(x *exchange, body []byte) (question, error) {
	var b struct {
		tts.Request
		Stream        bool               `json:"stream"`
		StreamOptions streamOptions      `json:"stream_options"`
		TimberWeights []tts.TimbreWeight `json:"timber_weights"`
		TimbreWeights unknown            `json:"timbre_weights"`
		Model         unknown            `json:"model"`
		SubtitleType  unknown            `json:"subtitle_type"`
	}
	err := parse(body, &b)
	q := question{Request: b.Request, target: tts.PPIO, stream: b.Stream, exclude: b.StreamOptions.ExcludeAggregatedAudio, weights: "timber_weights"}
	q.TimbreWeights = b.TimberWeights
	q.Model, _ = ppioModel(x.req.URL.Path)
	return q, err
}

func (p ppio) badKey(x *exchange, key string) reply {
	if key == "" {
		return p.named(x, "MISSING_API_KEY")
	}
	return p.named(x, "INVALID_API_KEY")
}

func (p ppio) tooFast(x *exchange) reply { return p.named(x, "RATE_LIMIT_EXCEEDED") }
func (p ppio) badBody(x *exchange) reply { return p.named(x, "INVALID_REQUEST_BODY") }

func (p ppio) named(x *exchange, name string) reply {
	e := gatewayErrors[name]
	return p.gateway(x, e.status, name, e.message)
}

func (ppio) gateway(_ *exchange, status int, name, message string) reply {
	return reply{status, document(struct {
		Code    int    `json:"code"`
		Reason  string `json:"reason"`
		Message string `json:"message"`
	}{status, name, message})}
}

func (ppio) refuse(x *exchange, code int, message string) []byte {
	return document(nativeDoc{TraceID: x.traceID, BaseResp: baseResp{code, message}})
}

func (ppio) say(x *exchange, p part) []byte { return document(native(x, p)) }

func (ppio) event(n, status int, name string, doc []byte) []byte {
	return minimax{}.event(n, status, name, doc)
}

func (ppio) eventType() string  { return "text/event-stream" }
func (ppio) framesErrors() bool { return false }

func (ppio) header(x *exchange, h http.Header) { h.Set("Trace-Id", x.traceID) }

// ppioOlder is PPIO's contract before 2.8: audio and status at the top, and a
// last frame without audio.
type ppioOlder struct{ ppio }

// olderBody is what all of its pages have.
type olderBody struct {
	tts.Request
	Stream          bool          `json:"stream"`
	StreamOptions   streamOptions `json:"stream_options"`
	Model           unknown       `json:"model"`
	SubtitleType    unknown       `json:"subtitle_type"`
	SubtitleEnable  unknown       `json:"subtitle_enable"`
	AIGCWatermark   unknown       `json:"aigc_watermark"`
	ContinuousSound unknown       `json:"continuous_sound"`
}

func (o ppioOlder) question(x *exchange, body []byte) (question, error) {
	q := question{target: tts.PPIO, older: true}
	var b struct {
		olderBody
		TimberWeights []tts.TimbreWeight `json:"timber_weights"`
		TimbreWeights unknown            `json:"timbre_weights"`
	}
	var b26 struct { // whose page spells it so
		olderBody
		TimbreWeights []tts.TimbreWeight `json:"timbre_weights"`
	}
	var err error
	model, _ := ppioModel(x.req.URL.Path)
	if strings.HasPrefix(model, "speech-2.6") {
		err = parse(body, &b26)
		b.olderBody, b.TimberWeights, q.weights = b26.olderBody, b26.TimbreWeights, "timbre_weights"
	} else {
		err = parse(body, &b)
		q.weights = "timber_weights"
	}
	q.Request, q.stream, q.exclude = b.Request, b.Stream, b.StreamOptions.ExcludeAggregatedAudio
	q.Model, q.TimbreWeights = model, b.TimberWeights
	return q, err
}

func (ppioOlder) say(x *exchange, p part) []byte {
	switch {
	case !x.stream:
		return fmt.Appendf(nil, `{"audio": "%s"}`, p.audio)
	case p.status == 2 && !p.aggregate:
		return []byte(`{"status": 2}`)
	}
	return fmt.Appendf(nil, `{"audio": "%s", "status": %d}`, p.audio, p.status)
}
