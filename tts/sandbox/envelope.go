package sandbox

import (
	"bytes"
	"encoding/json"
	"net/http"

	"voicestudio/tts"
)

// envelope is how one host is asked and how it words its answers. A document
// is JSON without framing.
type envelope interface {
	// question reads a body; the error is encoding/json's.
	question(x *exchange, body []byte) (question, error)

	// The gate refuses before the model is asked. key is what was sent
	// instead of a right one, perhaps nothing.
	badKey(x *exchange, key string) reply
	tooFast(x *exchange) reply
	badBody(x *exchange) reply
	gateway(x *exchange, status int, name, message string) reply

	// refuse is an error of base_resp.
	refuse(x *exchange, code int, message string) []byte
	// say is a document with audio.
	say(x *exchange, p part) []byte

	// event frames a document of a stream.
	event(n, status int, name string, doc []byte) []byte
	// eventType is the content type of a stream.
	eventType() string
	// framesErrors reports whether a caller who asked for a stream gets even
	// refusals as an event.
	framesErrors() bool
	header(x *exchange, h http.Header)
}

// question is what a body asks for.
type question struct {
	tts.Request
	target  tts.HostName // whose rules hold
	stream  bool
	exclude bool   // exclude_aggregated_audio
	older   bool   // PPIO's pages before 2.8, which say neutral for calm
	weights string // the name of timbre_weights in this body
	refused *reply // by the gateway, once it knows what is asked
}

// reply is an answer without audio.
type reply struct {
	status int // HTTP
	doc    []byte
}

// part is what one document carries.
type part struct {
	audio     string // hex, or a URL
	status    int    // 1, or 2 in the last
	extra     *extraInfo
	subtitles string // URL
	aggregate bool   // the audio of a stream's last part was asked for
	billed    int    // characters
}

type streamOptions struct {
	ExcludeAggregatedAudio bool `json:"exclude_aggregated_audio"`
}

// unknown takes a name that a host does not know, of any type, in silence.
type unknown = json.RawMessage

type baseResp struct {
	StatusCode int    `json:"status_code"`
	StatusMsg  string `json:"status_msg"`
}

type extraInfo struct {
	AudioLength     int64   `json:"audio_length"` // ms
	AudioSampleRate int     `json:"audio_sample_rate"`
	AudioSize       int64   `json:"audio_size"` // bytes
	Bitrate         int     `json:"bitrate"`
	WordCount       int     `json:"word_count"`
	Invisible       float64 `json:"invisible_character_ratio"`
	UsageCharacters int     `json:"usage_characters"`
	AudioFormat     string  `json:"audio_format"`
	AudioChannel    int     `json:"audio_channel"`
}

// document renders what is always JSON.
func document(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic("sandbox: a document is always JSON: " + err.Error())
	}
	return bytes.TrimRight(b.Bytes(), "\n")
}
