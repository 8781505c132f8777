package sandbox

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"voicestudio/tts"
)

// dashscope answers as Alibaba Model Studio does: fields under "input", SSE
// by header, frames with id, event and an :HTTP_STATUS comment, no [DONE].
type dashscope struct{}

func (d dashscope) question(x *exchange, body []byte) (question, error) {
	var b struct {
		Model string `json:"model"`
		Input struct {
			tts.Request
			StreamOptions   streamOptions `json:"stream_options"`
			Model           unknown       `json:"model"`
			SubtitleType    unknown       `json:"subtitle_type"`
			ContinuousSound unknown       `json:"continuous_sound"`
		} `json:"input"`
	}
	err := parse(body, &b)
	q := question{Request: b.Input.Request, target: tts.DashScope, stream: sse(x.req), exclude: b.Input.StreamOptions.ExcludeAggregatedAudio, weights: "timbre_weights"}
	if x.union { // where every field is known
		q.target = tts.Sandbox
		err = parse(body, &struct {
			Input *tts.Request `json:"input"`
		}{&q.Request})
	}
	if err == nil {
		q.Model = strings.ToLower(tts.ModelName(b.Model))
		q.refused = d.model(x, q, b.Model)
	}
	return q, err
}

// model refuses what DashScope does not offer. Its names have a prefix, and
// are printed in several cases.
func (d dashscope) model(x *exchange, q question, name string) *reply {
	if name == "" {
		r := d.gateway(x, http.StatusBadRequest, "InvalidParameter", "<400> InternalError.Algo.InvalidParameter: model is required")
		return &r
	}
	host, _ := tts.HostAt(q.target)
	if prefixed := !strings.EqualFold(name, q.Model); slices.Contains(host.Models, q.Model) && (prefixed || x.union) {
		return nil
	}
	missing := gatewayErrors["ModelNotFound"]
	r := d.gateway(x, missing.status, "ModelNotFound", missing.message)
	return &r
}

func sse(req *http.Request) bool {
	return strings.EqualFold(req.Header.Get("X-DashScope-SSE"), "enable")
}

func (d dashscope) badKey(x *exchange, key string) reply {
	message := gatewayErrors["InvalidApiKey"].message
	if key == "" {
		message = "No API-key provided."
	}
	return d.gateway(x, http.StatusUnauthorized, "InvalidApiKey", message)
}

func (d dashscope) tooFast(x *exchange) reply {
	e := gatewayErrors["Throttling.RateQuota"]
	return d.gateway(x, e.status, "Throttling.RateQuota", e.message)
}

func (d dashscope) badBody(x *exchange) reply {
	return d.gateway(x, http.StatusBadRequest, "InvalidParameter", "<400> InternalError.Algo.InvalidParameter: the body is not JSON")
}

func (dashscope) gateway(x *exchange, status int, name, message string) reply {
	return reply{status, document(struct {
		Code      string `json:"code"`
		Message   string `json:"message"`
		RequestID string `json:"request_id"`
	}{name, message, x.requestID})}
}

type dashscopeDoc struct {
	Output struct {
		BaseResp  baseResp       `json:"base_resp"`
		Data      *dashscopeData `json:"data"`
		ExtraInfo *extraInfo     `json:"extra_info,omitempty"`
		TraceID   string         `json:"trace_id"`
	} `json:"output"`
	Usage struct {
		Characters int `json:"characters"`
	} `json:"usage"`
	RequestID string `json:"request_id"`
}

type dashscopeData struct {
	Audio        string `json:"audio"`
	CED          string `json:"ced"`
	Status       int    `json:"status"`
	SubtitleFile string `json:"subtitle_file,omitempty"`
}

func (dashscope) refuse(x *exchange, code int, message string) []byte {
	doc := dashscopeDoc{RequestID: x.requestID}
	doc.Output.BaseResp = baseResp{code, message}
	doc.Output.TraceID = x.traceID
	return document(doc)
}

func (dashscope) say(x *exchange, p part) []byte {
	doc := dashscopeDoc{RequestID: x.requestID}
	doc.Output.BaseResp = baseResp{0, "success"}
	doc.Output.Data = &dashscopeData{Audio: p.audio, Status: p.status, SubtitleFile: p.subtitles}
	doc.Output.ExtraInfo = p.extra
	doc.Output.TraceID = x.traceID
	doc.Usage.Characters = p.billed
	return document(doc)
}

func (dashscope) event(n, status int, name string, doc []byte) []byte {
	return fmt.Appendf(nil, "id:%d\nevent:%s\n:HTTP_STATUS/%d\ndata:%s\n\n", n, name, status, doc)
}

func (dashscope) eventType() string  { return "text/event-stream;charset=UTF-8" }
func (dashscope) framesErrors() bool { return true }

// header is what public captures of DashScope's streams have.
func (dashscope) header(x *exchange, h http.Header) {
	h.Set("X-Request-Id", x.requestID)
	h.Set("X-Dashscope-Call-Gateway", "true")
	h.Set("Server", "istio-envoy")
}
