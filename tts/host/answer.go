package host

import (
	"cmp"
	"encoding/json"
	"math"
	"regexp"
	"strconv"
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
		Audio  audioText `json:"audio"`
		Status number    `json:"status"`
		// Subtitles is a link.
		Subtitles string `json:"subtitle_file"`
	} `json:"data"`
	Audio    audioText `json:"audio"`
	Status   number    `json:"status"`
	BaseResp *struct {
		Code    code   `json:"status_code"`
		Message string `json:"status_msg"`
	} `json:"base_resp"`
	ExtraInfo *struct {
		AudioLength     *number `json:"audio_length"`
		AudioSize       *number `json:"audio_size"`
		SampleRate      *number `json:"audio_sample_rate"`
		Bitrate         *number `json:"bitrate"`
		AudioBitrate    *number `json:"audio_bitrate"` // its name in 2025
		WordCount       *number `json:"word_count"`
		UsageCharacters *number `json:"usage_characters"`
		Codec           string  `json:"audio_format"`
	} `json:"extra_info"`
	TraceID   string `json:"trace_id"`
	RequestID string `json:"request_id"`
	Usage     *struct {
		Characters *number `json:"characters"`
	} `json:"usage"`

	// A gateway's error: DashScope has a string code, PPIO a number and a
	// reason, an AI gateway nests both under "error".
	Code    code    `json:"code"`
	Reason  string  `json:"reason"`
	Message string  `json:"message"`
	Error   *nested `json:"error"`
	// Other names for what went wrong, where there is nothing else.
	Msg    string   `json:"msg"`
	Detail string   `json:"detail"`
	Errors []nested `json:"errors"`
}

// words are what a document says to people, if anything.
func (a *answer) words() string {
	said := cmp.Or(a.Message, a.Msg, a.Detail)
	if said == "" && len(a.Errors) > 0 {
		said = a.Errors[0].Message
	}
	return tts.Clean(said)
}

// nested is an error that is an object, or its message alone.
type nested struct {
	Code    code   `json:"code"`
	Type    string `json:"type"`
	Message string `json:"message"`
}

func (n *nested) UnmarshalJSON(b []byte) error {
	if json.Unmarshal(b, &n.Message) == nil {
		return nil
	}
	type plain nested
	return json.Unmarshal(b, (*plain)(n))
}

// audioText is audio in hex, or a link to it. In any other form it would be
// lost silently.
type audioText struct {
	string
	odd bool
}

func (t *audioText) UnmarshalJSON(b []byte) error {
	t.odd = json.Unmarshal(b, &t.string) != nil
	return nil
}

// number is a whole number that a gateway may write as 3528.0 or "3528".
type number int64

// mostExact is the largest whole number that every JSON reader keeps.
const mostExact = 1 << 53

func (n *number) UnmarshalJSON(b []byte) error {
	var is bool
	if *n, is = wholeNumber(strings.Trim(string(b), `"`)); !is {
		*n = -1 // which counts nothing
	}
	return nil
}

func wholeNumber(text string) (n number, is bool) {
	x, err := strconv.ParseFloat(text, 64)
	if err != nil || !(math.Abs(x) <= mostExact) {
		return 0, false
	}
	return number(x), true
}

// as is what a number says, in the type of its place; nil stays nil, and a
// count below 0 is no count.
func as[T int | int64](n *number) *T {
	if n == nil || *n < 0 {
		return nil
	}
	return new(T(*n))
}

// code is an error code that may be a JSON string or number; 0 is none.
type code string

func (c *code) UnmarshalJSON(b []byte) error {
	var s string
	if json.Unmarshal(b, &s) != nil {
		s = string(b)
	}
	if n, is := wholeNumber(s); is {
		s = strconv.FormatInt(int64(n), 10)
	}
	if s != "null" && s != "0" && s != "false" {
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
	status, audio := in.Status, in.Audio
	if in.Data != nil {
		status, audio = in.Data.Status, in.Data.Audio
	}
	if audio.odd {
		return f, "", notAFrame(nil)
	}
	f.Last = status == 2
	return f, audio.string, nil
}

func (a *answer) info() (i tts.Info) {
	if a.Output != nil {
		i = a.Output.info()
	}
	if a.TraceID != "" {
		i.TraceID = tts.Clean(a.TraceID)
	}
	if a.RequestID != "" {
		i.RequestID = tts.Clean(a.RequestID)
	}
	if a.Data != nil {
		i.Subtitles = a.Data.Subtitles
	}
	if a.Usage != nil {
		i.UsageCharacters = as[int](a.Usage.Characters)
	}
	if x := a.ExtraInfo; x != nil {
		i.AudioMS, i.AudioBytes = as[int64](x.AudioLength), as[int64](x.AudioSize)
		i.Codec = x.Codec
		i.SampleRate, i.WordCount = as[int](x.SampleRate), as[int](x.WordCount)
		i.Bitrate = as[int](cmp.Or(x.Bitrate, x.AudioBitrate))
		if x.UsageCharacters != nil {
			i.UsageCharacters = as[int](x.UsageCharacters)
		}
	}
	return i
}

// fault finds the error in a document, whatever HTTP status it came with:
// hosts answer errors with 200, and audio beside an error is a placeholder.
func (a *answer) fault(i tts.Info) error {
	for in := a; in != nil; in = in.Output {
		if in.BaseResp != nil && in.BaseResp.Code != "" {
			return hostError(string(in.BaseResp.Code), "", in.BaseResp.Message, i)
		}
	}
	switch {
	case a.Error != nil:
		return hostError(string(a.Error.Code), a.Error.Type, cmp.Or(a.Error.Message, a.words()), i)
	case a.Output == nil && a.Data == nil && (a.Code != "" || a.Reason != ""):
		name := a.Reason
		if name == "" {
			name = string(a.Code)
		}
		return hostError(name, "", a.words(), i)
	}
	return nil
}

// listIndex is the place in a list that a message names: "[0]".
var listIndex = regexp.MustCompile(`\[\d+\]`)

// fieldIn finds the field that a host's message names, such as
// "invalid params, invalid params: voice_setting emotion". These are the
// host's words, which it has no other form for, whatever language ours are.
func fieldIn(message string) string {
	flat := strings.NewReplacer(".", " ", ",", " ", ":", " ", "timber_weights", "timbre_weights").Replace(listIndex.ReplaceAllString(message, ""))
	flat = " " + strings.Join(strings.Fields(flat), " ") + " "
	best := ""
	for _, f := range tts.Fields {
		if name := strings.ReplaceAll(f.Path, ".", " "); strings.Contains(flat, " "+name+" ") && len(f.Path) > len(best) {
			best = f.Path
		}
	}
	// A word alone may be any word, unless it is all that the host names.
	_, named, found := strings.Cut(flat, "invalid params ")
	if best != "" || !found {
		return best
	}
	named = " " + strings.TrimSpace(strings.ReplaceAll(named, "invalid params", "")) + " "
	if strings.HasPrefix(named, " text ") {
		return "text"
	}
	for _, f := range tts.Fields {
		group, leaf, nested := strings.Cut(f.Path, ".")
		if nested && (strings.Contains(named, " "+leaf+" ") || group == strings.TrimSpace(named)) {
			return f.Path
		}
	}
	return ""
}
