package host

import (
	"cmp"
	"encoding/json"
	"strings"

	"voicestudio/tts"
)

// answer is one JSON document of any host: a frame, a whole answer or an
// error. DashScope nests what the others have at the top under "output"; the
// older PPIO models have audio and status at the top. Reading all shapes in
// one place costs nothing and survives a gateway that answers in another's.
type answer struct {
	Output *answer `json:"output"`
	Data   *struct {
		Audio  string `json:"audio"`
		Status int    `json:"status"`
		// Subtitles is a link.
		Subtitles string `json:"subtitle_file"`
	} `json:"data"`
	Audio    string `json:"audio"`
	Status   int    `json:"status"`
	BaseResp *struct {
		Code    int    `json:"status_code"`
		Message string `json:"status_msg"`
	} `json:"base_resp"`
	ExtraInfo *struct {
		AudioLength     *int64 `json:"audio_length"`
		AudioSize       *int64 `json:"audio_size"`
		SampleRate      *int   `json:"audio_sample_rate"`
		Bitrate         *int   `json:"bitrate"`
		AudioBitrate    *int   `json:"audio_bitrate"` // its name in 2025
		WordCount       *int   `json:"word_count"`
		UsageCharacters *int   `json:"usage_characters"`
	} `json:"extra_info"`
	TraceID   string `json:"trace_id"`
	RequestID string `json:"request_id"`
	Usage     *struct {
		Characters *int `json:"characters"`
	} `json:"usage"`

	// A gateway's error: DashScope has a string code, PPIO a number and a
	// reason, an AI gateway nests both under "error".
	Code    code   `json:"code"`
	Reason  string `json:"reason"`
	Message string `json:"message"`
	Error   *struct {
		Code    code   `json:"code"`
		Message string `json:"message"`
	} `json:"error"`
}

// code is an error code that may be a JSON string or number.
type code string

func (c *code) UnmarshalJSON(b []byte) error {
	var s string
	if json.Unmarshal(b, &s) != nil {
		s = string(b)
	}
	if s != "null" && s != "0" {
		*c = code(s)
	}
	return nil
}

// frame translates a document. text is the audio in hex.
func (a *answer) frame() (f tts.Frame, text string, err error) {
	f.Info = a.info()
	if fault := a.fault(f.Info); fault != nil {
		return f, "", fault
	}
	in := a
	if a.Output != nil {
		in = a.Output
	}
	status := in.Status
	text = in.Audio
	if in.Data != nil {
		text, status = in.Data.Audio, in.Data.Status
	}
	f.Last = status == 2
	return f, text, nil
}

func (a *answer) info() (i tts.Info) {
	if a.Output != nil {
		i = a.Output.info()
	}
	if a.TraceID != "" {
		i.TraceID = a.TraceID
	}
	if a.RequestID != "" {
		i.RequestID = a.RequestID
	}
	if a.Data != nil {
		i.Subtitles = a.Data.Subtitles
	}
	if a.Usage != nil {
		i.UsageCharacters = a.Usage.Characters
	}
	if x := a.ExtraInfo; x != nil {
		i.AudioMS, i.AudioBytes, i.SampleRate, i.WordCount = x.AudioLength, x.AudioSize, x.SampleRate, x.WordCount
		i.Bitrate = cmp.Or(x.Bitrate, x.AudioBitrate)
		if x.UsageCharacters != nil {
			i.UsageCharacters = x.UsageCharacters
		}
	}
	return i
}

// fault finds the error in a document, whatever HTTP status it came with:
// hosts answer errors with 200, and audio beside an error is a placeholder.
func (a *answer) fault(i tts.Info) error {
	for in := a; in != nil; in = in.Output {
		if in.BaseResp != nil && in.BaseResp.Code != 0 {
			return businessError(in.BaseResp.Code, in.BaseResp.Message, i)
		}
	}
	switch {
	case a.Error != nil:
		return gatewayError(string(a.Error.Code), a.Error.Message, i)
	case a.Output == nil && a.Data == nil && (a.Code != "" || a.Reason != ""):
		name := a.Reason
		if name == "" {
			name = string(a.Code)
		}
		return gatewayError(name, a.Message, i)
	}
	return nil
}

// fieldIn finds the field that a host's message names, such as
// "invalid params, invalid params: voice_setting emotion".
func fieldIn(message string) string {
	flat := strings.NewReplacer(".", " ", ",", " ", ":", " ").Replace(message)
	best := ""
	for _, f := range tts.Fields {
		if name := strings.ReplaceAll(f.Path, ".", " "); strings.Contains(" "+flat+" ", " "+name+" ") && len(f.Path) > len(best) {
			best = f.Path
		}
	}
	if best != "" {
		return best
	}
	for _, f := range tts.Fields {
		group, leaf, nested := strings.Cut(f.Path, ".")
		if nested && (strings.Contains(" "+flat+" ", " "+leaf+" ") || group == strings.TrimSpace(flat)) {
			return f.Path
		}
	}
	return ""
}
