package sandbox

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	"voicestudio/tts"
)

// dashscope answers as Alibaba Model Studio does: fields under "input", SSE
// by header, frames with id, event and an :HTTP_STATUS comment, no [DONE].
func (s *Server) dashscope(w http.ResponseWriter, req *http.Request) {
	a := &dashscopeAnswer{w: w, stream: strings.EqualFold(req.Header.Get("X-DashScope-SSE"), "enable"), requestID: newID(4, 2, 2, 2, 6)}
	var body struct {
		Model string `json:"model"`
		Input asked  `json:"input"`
	}
	err := json.NewDecoder(http.MaxBytesReader(w, req.Body, maxBody)).Decode(&body)
	var wrong *json.UnmarshalTypeError
	switch {
	case asType(err, &wrong):
		a.refuse(2013, invalid(fieldPath(wrong.Field)))
		return
	case err != nil:
		a.gateway(http.StatusBadRequest, "InvalidParameter", "<400> InternalError.Algo.InvalidParameter: the body is not JSON")
		return
	case body.Model == "":
		a.gateway(http.StatusBadRequest, "InvalidParameter", "<400> InternalError.Algo.InvalidParameter: model is required")
		return
	}
	r := body.Input.Request
	r.Model = strings.ToLower(tts.ModelName(body.Model))
	s.answer(req.Context(), r, a.stream, body.Input.StreamOptions.ExcludeAggregatedAudio, a)
}

// fieldPath turns the path of a Go value into the API's: the envelope and the
// embedded Request are not part of it.
func fieldPath(path string) string {
	return strings.TrimPrefix(strings.TrimPrefix(path, "input."), "Request.")
}

type dashscopeAnswer struct {
	w         http.ResponseWriter
	stream    bool
	requestID string
	frames    int
}

func (a *dashscopeAnswer) chunk(hexAudio, traceID string) error {
	return a.write(http.StatusOK, "result", map[string]any{
		"output": map[string]any{
			"trace_id":  traceID,
			"base_resp": map[string]any{"status_code": 0, "status_msg": "success"},
			"data":      map[string]any{"ced": "", "audio": hexAudio, "status": 1},
		},
		"usage": map[string]any{"characters": 0}, "request_id": a.requestID,
	})
}

func (a *dashscopeAnswer) last(hexAudio, traceID string, extra extraInfo) error {
	return a.write(http.StatusOK, "result", map[string]any{
		"output": map[string]any{
			"trace_id":   traceID,
			"base_resp":  map[string]any{"status_code": 0, "status_msg": "success"},
			"data":       map[string]any{"ced": "", "audio": hexAudio, "status": 2},
			"extra_info": extra,
		},
		"usage": map[string]any{"characters": extra.UsageCharacters}, "request_id": a.requestID,
	})
}

func (a *dashscopeAnswer) refuse(code int, message string) {
	a.write(http.StatusOK, "result", map[string]any{
		"output":     map[string]any{"trace_id": newID(16), "base_resp": map[string]any{"status_code": code, "status_msg": message}, "data": nil},
		"request_id": a.requestID,
	})
}

func (a *dashscopeAnswer) gateway(status int, code, message string) {
	a.write(status, "error", map[string]any{"code": code, "message": message, "request_id": a.requestID})
}

// write sends one JSON document, framed as an event where SSE was asked for.
func (a *dashscopeAnswer) write(status int, event string, doc any) error {
	if a.frames++; a.frames == 1 {
		h := a.w.Header()
		h.Set("X-Request-Id", a.requestID)
		h.Set("Content-Type", "application/json")
		if a.stream && status == http.StatusOK {
			h.Set("Content-Type", "text/event-stream;charset=UTF-8")
		}
		a.w.WriteHeader(status)
	}
	b, err := json.Marshal(doc)
	if err != nil {
		return err
	}
	if a.stream {
		b = fmt.Appendf(nil, "id:%d\nevent:%s\n:HTTP_STATUS/%d\ndata:%s\n\n", a.frames, event, status, b)
	}
	if _, err := a.w.Write(b); err != nil {
		return err
	}
	return http.NewResponseController(a.w).Flush()
}
