package host

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"voicestudio/tts"
)

// The audio that every fixture carries.
const audio = "one two three"

func x(s string) string { return hex.EncodeToString([]byte(s)) }

// dash is a frame as Alibaba's gateway sends it.
func dash(n int, doc string) string {
	return fmt.Sprintf("id:%d\nevent:result\n:HTTP_STATUS/200\ndata:%s\n\n", n, doc)
}

func dashChunk(text string, status int) string {
	return `{"output":{"trace_id":"05fd","base_resp":{"status_code":0,"status_msg":"success"},"data":{"ced":"","audio":"` + x(text) + fmt.Sprintf(`","status":%d}`, status) +
		`,"extra_info":{"audio_length":3528,"audio_sample_rate":16000,"audio_size":58164,"bitrate":128000,"usage_characters":26,"word_count":14}},"usage":{"characters":26},"request_id":"233b"}`
}

func nativeChunk(text string, status int) string {
	return fmt.Sprintf(`{"data":{"audio":"%s","status":%d},"trace_id":"01b8","base_resp":{"status_code":0,"status_msg":""}}`, x(text), status)
}

var streams = map[string]string{
	"DashScope":                             dash(1, dashChunk("one ", 1)) + dash(2, dashChunk("two three", 1)) + dash(3, dashChunk("", 2)),
	"DashScope with the aggregate":          dash(1, dashChunk("one ", 1)) + dash(2, dashChunk("two three", 1)) + dash(3, dashChunk("ID3...one two three", 2)),
	"DashScope with the aggregate alone":    dash(1, dashChunk(audio, 2)),
	"DashScope not streaming":               dashChunk(audio, 2),
	"DashScope not streaming, pretty":       strings.ReplaceAll(dashChunk(audio, 2), ",", ",\n  "),
	"MiniMax":                               "data: " + nativeChunk("one ", 1) + "\n\ndata: " + nativeChunk("two three", 1) + "\n\ndata: " + nativeChunk(audio, 2) + "\n\n",
	"MiniMax, no blank, no blank lines":     "data:" + nativeChunk("one ", 1) + "\ndata:" + nativeChunk("two three", 1) + "\ndata:" + nativeChunk("", 2),
	"MiniMax, CRLF, comments, [DONE]":       ": hello\r\n\r\ndata: " + nativeChunk("one two three", 1) + "\r\n\r\nevent: x\r\nretry: 5\r\ndata: {\"data\":{\"status\":2},\"base_resp\":{\"status_code\":0}}\r\n\r\ndata: [DONE]\r\n\r\n",
	"MiniMax with the aggregate's key gone": "data: " + nativeChunk(audio, 1) + "\n\ndata: {\"data\":{\"status\":2},\"trace_id\":\"04ec\",\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}\n\n",
	"PPIO 2.6":                              `data: {"audio": "` + x("one ") + `", "status": 1}` + "\n\n" + `data: {"audio": "` + x("two three") + `", "status": 1}` + "\n\n" + `data: {"status": 2}` + "\n\n",
	"long lines": dash(1, `{"pad":"`+strings.Repeat(`\"audio\": `, 9000)+`","output":{"data":{"audio":"`+x("one ")+`","status":1}}}`) +
		"data: {\"data\" : {\"status\" : 1, \"audio\" \t:\t \"" + x("two three") + "\"}, \"pad\": \"" + strings.Repeat("x", 70000) + "\"}\n" +
		`data: {"data":{"status": 2,"audio":"` + strings.Repeat("zz", 100000) + "\"}}\n",
	"numbers as a gateway may write them":      `{"data":{"audio":"` + x(audio) + `","status":2.0},"extra_info":{"audio_length":3528.0,"bitrate":"128000","word_count":null},"usage":7,"base_resp":{"status_code":0}}`,
	"a long aggregate whose status comes last": "data: " + nativeChunk(audio, 1) + "\n" + "data: " + nativeChunk(strings.Repeat(audio, 9000), 2) + "\n",
}

// deliveries are the ways in which the same bytes may come.
var deliveries = map[string]func(string) io.Reader{
	"whole":        func(s string) io.Reader { return strings.NewReader(s) },
	"byte by byte": func(s string) io.Reader { return iotest.OneByteReader(strings.NewReader(s)) },
	"cut inside the hex": func(s string) io.Reader {
		i := strings.Index(s, `audio":"`) + len(`audio":"`) + 3
		return io.MultiReader(strings.NewReader(s[:i]), strings.NewReader(s[i:]))
	},
	"halves": func(s string) io.Reader { return iotest.HalfReader(strings.NewReader(s)) },
}

func read(body io.Reader) (string, tts.Progress, error) {
	f := newFrames(body)
	s := tts.NewStream(f.next, func() error { return nil }, tts.Timing{Began: time.Now()})
	b, err := io.ReadAll(s)
	return string(b), s.Progress(), err
}

func TestEveryEnvelopeHoweverItIsDelivered(t *testing.T) {
	for name, body := range streams {
		for how, deliver := range deliveries {
			t.Run(name+", "+how, func(t *testing.T) {
				got, progress, err := read(deliver(body))
				if err != nil || got != audio {
					t.Fatalf("heard %.40q, %v", got, err)
				}
				if !progress.Complete {
					t.Error("not complete")
				}
			})
		}
	}
}

func TestWhatTheHostSaidIsKept(t *testing.T) {
	_, p, err := read(strings.NewReader(streams["DashScope"]))
	if err != nil {
		t.Fatal(err)
	}
	if p.TraceID != "05fd" || p.RequestID != "233b" || *p.AudioMS != 3528 || *p.UsageCharacters != 26 || *p.WordCount != 14 || *p.Bitrate != 128000 || p.Chunks != 2 {
		t.Errorf("%+v", p)
	}
	if _, p, _ = read(strings.NewReader(streams["PPIO 2.6"])); p.UsageCharacters != nil || p.AudioMS != nil {
		t.Error("what was not said is known")
	}
}

func TestWhatGoesWrongInAStream(t *testing.T) {
	good := dash(1, dashChunk("one ", 1))
	for name, c := range map[string]struct {
		body  string
		kind  tts.ErrorKind
		code  string
		says  string
		heard string
	}{
		"truncated between frames":    {good, tts.KindStream, "", "cut short", "one "},
		"truncated inside a frame":    {good + good[:len(good)/2], tts.KindStream, "", "cut short", "one "},
		"truncated inside a long one": {good + `data:{"output":{"data":{"audio":"` + strings.Repeat("00", 50000), tts.KindStream, "", "cut short", "one "},
		"nothing at all":              {"", tts.KindStream, "", "cut short", ""},
		"no audio":                    {dash(1, dashChunk("", 2)), tts.KindStream, "", "without any audio", ""},
		"odd hex":                     {good + `data:{"output":{"data":{"audio":"abc","status":1}}}` + "\n", tts.KindStream, "", "not whole hex", "one "},
		"odd long hex":                {good + `data:{"output":{"data":{"audio":"a` + strings.Repeat("bc", 50000) + `","status":1}}}` + "\n", tts.KindStream, "", "not whole hex", "one "},
		"bad hex":                     {good + `data:{"output":{"data":{"audio":"zz","status":1}}}` + "\n", tts.KindStream, "", "not whole hex", "one "},
		"bad long hex":                {good + `data:{"output":{"data":{"audio":"` + strings.Repeat("zz", 50000) + `","status":1}}}` + "\n", tts.KindStream, "", "not whole hex", "one "},
		"garbage":                     {good + "data: <html>\n", tts.KindStream, "", "not a frame", "one "},
		"a refusal in mid-stream": {good + dash(2, `{"output":{"base_resp":{"status_code":1026,"status_msg":"input new_sensitive"},"data":{"audio":"00","status":1},"trace_id":"t9"}}`),
			tts.KindRefused, "1026", "sensitive", "one "},
		"a gateway's error in mid-stream":    {good + "data:" + `{"code":"Throttling.RateQuota","message":"Requests rate limit exceeded","request_id":"r1"}` + "\n", tts.KindRateLimit, "Throttling.RateQuota", "fewer requests", "one "},
		"the rate limit of MiniMax":          {`{"base_resp":{"status_code":1002,"status_msg":"rate limit exceeded(RPM)"}}`, tts.KindRateLimit, "1002", "too many requests", ""},
		"a wrong field":                      {`{"output":{"base_resp":{"status_code":2013,"status_msg":"invalid params, invalid params: voice_setting emotion"}}}`, tts.KindRefused, "2013", "voice_setting.emotion", ""},
		"an error behind a long placeholder": {`data:{"data":{"audio":"` + strings.Repeat("placeholder ", 500) + `"},"base_resp":{"status_code":1026,"status_msg":""}}` + "\n", tts.KindRefused, "1026", "sensitive", ""},
		"a code as text":                     {`{"base_resp":{"status_code":"1004","status_msg":"login fail"}}`, tts.KindRefused, "1004", "API key", ""},
		"an error that is a text":            {`{"error":"unauthorized key"}`, tts.KindRefused, "", "unauthorized key", ""},
		"a bad pronunciation":                {`{"base_resp":{"status_code":2013,"status_msg":"invalid params, glyph definition format error"}}`, tts.KindRefused, "2013", "pronunciation_dict.tone: ", ""},
		"a weight":                           {`{"base_resp":{"status_code":2013,"status_msg":"invalid params, invalid params: timber_weights[0] weight"}}`, tts.KindRefused, "2013", "timbre_weights: ", ""},
		"PPIO's gateway":                     {`{"code":403,"reason":"INVALID_API_KEY","message":"invalid api-key","metadata":{}}`, tts.KindRefused, "INVALID_API_KEY", "key is not valid", ""},
		"an AI gateway":                      {`{"error":{"message":"no","type":"invalid_request_error","code":"model_not_found"}}`, tts.KindRefused, "model_not_found", "does not know this model", ""},
	} {
		for how, deliver := range deliveries {
			if how == "cut inside the hex" && !strings.Contains(c.body, `audio":"`) {
				continue
			}
			t.Run(name+", "+how, func(t *testing.T) {
				heard, progress, err := read(deliver(c.body))
				fault, ours := errors.AsType[*tts.Error](err)
				if !ours {
					t.Fatalf("no error of ours: %v", err)
				}
				if fault.Kind != c.kind || fault.Code != c.code || !strings.Contains(fault.Error(), c.says) {
					t.Errorf("%s %s: %s", fault.Kind, fault.Code, fault)
				}
				if heard != c.heard || progress.Complete || fault.Received != int64(len(c.heard)) {
					t.Errorf("heard %q, received %d, complete %v", heard, fault.Received, progress.Complete)
				}
				if heard != "" && fault.Retryable {
					t.Error("audio was heard, so it must not be tried again")
				}
			})
		}
	}
}

func TestALineThatNeverEndsIsNotKept(t *testing.T) {
	endless := io.MultiReader(strings.NewReader(`data:{"pad":"`), endlessly('x'))
	_, _, err := read(endless)
	if err == nil || !strings.Contains(err.Error(), "1 MB") {
		t.Errorf("%v", err)
	}
}

type endlessly byte

func (e endlessly) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(e)
	}
	return len(p), nil
}

// FuzzFrames checks that no bytes make the reader panic, hang or disagree
// with itself about how they were delivered.
func FuzzFrames(f *testing.F) {
	for _, body := range streams {
		if len(body) < shortLine { // long ones take too long a digit at a time
			f.Add([]byte(body))
		}
	}
	f.Add([]byte(mark + "data: " + nativeChunk("one ", 1) + "\r\r" + mark + nativeChunk("", 2)))
	f.Add([]byte("data:{\"audio\":\"\\u0022\",\"status\":2}\n"))
	f.Fuzz(func(t *testing.T, body []byte) {
		whole, _, errWhole := read(bytes.NewReader(body))
		pieces, _, errPieces := read(iotest.OneByteReader(bytes.NewReader(body)))
		if whole != pieces || (errWhole == nil) != (errPieces == nil) {
			t.Errorf("whole: %.60q %v\npieces: %.60q %v", whole, errWhole, pieces, errPieces)
		}
	})
}

// FuzzCutter checks that a long line is cut alike whole and byte by byte, and
// that what was valid JSON still is without its audio.
func FuzzCutter(f *testing.F) {
	f.Add([]byte(`{"data":{"audio":"6f6e65","status":1}}`))
	f.Add([]byte(`{"a":"\"audio\":\"","audio" : "00"}`))
	f.Fuzz(func(t *testing.T, doc []byte) {
		var whole, pieces cutter
		errWhole := whole.write(doc)
		var errPieces error
		for i := 0; i < len(doc) && errPieces == nil; i++ {
			errPieces = pieces.write(doc[i : i+1])
		}
		if (errWhole == nil) != (errPieces == nil) {
			t.Fatalf("whole: %v, pieces: %v", errWhole, errPieces)
		}
		if errWhole != nil {
			return
		}
		if (whole.wrong == nil) != (pieces.wrong == nil) {
			t.Fatalf("whole: %v, pieces: %v", whole.wrong, pieces.wrong)
		}
		rest, audio, errWhole := whole.end()
		rest2, audio2, errPieces := pieces.end()
		if !bytes.Equal(rest, rest2) || !bytes.Equal(audio, audio2) || (errWhole == nil) != (errPieces == nil) {
			t.Errorf("whole: %q %x %v\npieces: %q %x %v", rest, audio, errWhole, rest2, audio2, errPieces)
		}
		if len(bytes.TrimSpace(doc)) > 0 && bytes.TrimSpace(doc)[0] == '{' && json.Valid(doc) && whole.wrong == nil && !json.Valid(rest) {
			t.Errorf("%q became %q", doc, rest)
		}
	})
}
