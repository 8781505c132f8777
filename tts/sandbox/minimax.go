package sandbox

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"voicestudio/tts"
)

// minimax answers as MiniMax itself does: a flat body, HTTP 200 whatever
// happens, refusals as plain JSON even where a stream was asked for.
type minimax struct{}

func (minimax) question(x *exchange, body []byte) (question, error) {
	var b struct {
		tts.Request
		Stream        bool               `json:"stream"`
		StreamOptions streamOptions      `json:"stream_options"`
		TimberWeights []tts.TimbreWeight `json:"timber_weights"` // its spelling until 2025
	}
	err := parse(body, &b)
	q := question{Request: b.Request, target: tts.MiniMax, stream: b.Stream, exclude: b.StreamOptions.ExcludeAggregatedAudio, weights: "timbre_weights"}
	if x.union {
		q.target = tts.Sandbox
	}
	if len(q.TimbreWeights) == 0 && len(b.TimberWeights) > 0 {
		q.TimbreWeights, q.weights = b.TimberWeights, "timber_weights"
	}
	return q, err
}

func (m minimax) badKey(x *exchange, key string) reply { return bare(keyRefused(x, key)) }

// keyRefused is MiniMax's code for what was sent instead of a right key.
func keyRefused(x *exchange, key string) (code int, message string) {
	switch {
	case strings.HasPrefix(key, "wrong-group"):
		return 1004, "token not match group"
	case key == "" || strings.HasSuffix(x.req.URL.Path, "/get_voice"): // which has been seen to answer 1004 to a wrong key
		return 1004, noKeyMessage
	}
	return 2049, wordingOf(2049)
}

func (minimax) tooFast(*exchange) reply { return bare(1002, wordingOf(1002)) }

func (minimax) badBody(*exchange) reply { return bare(2013, wordingOf(2013)+", the body is not JSON") }

// gateway has no known form here; this is that of an AI gateway before it.
func (minimax) gateway(_ *exchange, status int, name, message string) reply {
	var doc struct {
		Error struct {
			Message string `json:"message"`
			Type    string `json:"type"`
			Code    string `json:"code"`
		} `json:"error"`
	}
	doc.Error.Message, doc.Error.Type, doc.Error.Code = message, "invalid_request_error", name
	return reply{status, document(doc)}
}

// bare is a refusal before a request has a trace: with 1002 the 74 bytes that
// a client recorded.
func bare(code int, message string) reply {
	return reply{http.StatusOK, document(struct {
		BaseResp baseResp `json:"base_resp"`
	}{baseResp{code, message}})}
}

type nativeDoc struct {
	Data      *nativeData `json:"data"`
	ExtraInfo *extraInfo  `json:"extra_info,omitempty"`
	TraceID   string      `json:"trace_id"`
	BaseResp  baseResp    `json:"base_resp"`
}

type nativeData struct {
	Audio        string  `json:"audio"`
	Status       int     `json:"status"`
	CED          *string `json:"ced,omitempty"`
	SubtitleFile string  `json:"subtitle_file,omitempty"`
}

func (minimax) refuse(x *exchange, code int, message string) []byte {
	if slices.Contains(bareCodes, code) {
		return bare(code, message).doc
	}
	return document(nativeDoc{TraceID: x.traceID, BaseResp: baseResp{code, message}})
}

func (minimax) say(x *exchange, p part) []byte {
	doc := native(x, p)
	if !x.stream {
		doc.Data.CED = new("")
	}
	return document(doc)
}

// native is MiniMax's own shape, which PPIO's 2.8 has too.
func native(x *exchange, p part) nativeDoc {
	doc := nativeDoc{
		Data:      &nativeData{Audio: p.audio, Status: p.status, SubtitleFile: p.subtitles},
		ExtraInfo: p.extra, TraceID: x.traceID,
	}
	if p.status == 2 {
		doc.BaseResp.StatusMsg = "success"
	}
	return doc
}

func (minimax) event(_, _ int, _ string, doc []byte) []byte {
	return fmt.Appendf(nil, "data: %s\n\n", doc)
}

func (minimax) eventType() string  { return "text/event-stream" }
func (minimax) framesErrors() bool { return false }

func (minimax) header(x *exchange, h http.Header) {
	h.Set("Trace-Id", x.traceID)
	h.Set("Minimax-Request-Id", x.requestID)
}

// passThrough is MiniMax's contract behind Novita's gateway.
type passThrough struct {
	minimax
	gate ppio
}

func (p passThrough) badKey(x *exchange, key string) reply { return p.gate.badKey(x, key) }
func (p passThrough) tooFast(x *exchange) reply            { return p.gate.tooFast(x) }
func (p passThrough) gateway(x *exchange, status int, name, message string) reply {
	return p.gate.gateway(x, status, name, message)
}
