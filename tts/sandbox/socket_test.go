package sandbox

import (
	"bytes"
	"context"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"

	"voicestudio/tts"
)

// caller is a real client at the other end of a socket.
type caller struct {
	t    *testing.T
	conn *websocket.Conn
}

// dial connects with headers given as "Name: value".
func dial(t *testing.T, s *Server, path string, headers ...string) (*caller, *http.Response, error) {
	t.Helper()
	h := http.Header{"Authorization": {"Bearer " + Key}}
	for _, line := range headers {
		name, value, _ := strings.Cut(line, ": ")
		h.Set(name, value)
	}
	conn, resp, err := websocket.Dial(t.Context(), s.origin()+path, &websocket.DialOptions{HTTPHeader: h})
	if err != nil {
		return nil, resp, err
	}
	conn.SetReadLimit(maxBody)
	t.Cleanup(func() { conn.CloseNow() })
	return &caller{t, conn}, resp, nil
}

func call(t *testing.T, s *Server, headers ...string) *caller {
	t.Helper()
	c, _, err := dial(t, s, socketPath, headers...)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// begin is a session that has begun with a setting.
func begin(t *testing.T, s *Server, setting string, headers ...string) *caller {
	t.Helper()
	c := call(t, s, headers...)
	c.hears("connected_success")
	c.sends(`{"event":"task_start",` + setting + `}`)
	c.hears("task_started")
	return c
}

const plainStart = `"model":"speech-2.8-hd","voice_setting":{"voice_id":"English_Graceful_Lady"}`

func (c *caller) sends(event string) {
	c.t.Helper()
	if err := c.conn.Write(c.t.Context(), websocket.MessageText, []byte(event)); err != nil {
		c.t.Fatal(err)
	}
}

func (c *caller) says(text string) {
	c.t.Helper()
	b, _ := json.Marshal(clientEvent{Event: "task_continue", Text: text})
	c.sends(string(b))
}

// next is what the server sends; a session is never silent for ten seconds.
func (c *caller) next() (serverEvent, []byte, error) {
	c.t.Helper()
	ctx, cancel := context.WithTimeout(c.t.Context(), 10*time.Second)
	defer cancel()
	var e serverEvent
	kind, b, err := c.conn.Read(ctx)
	if err == nil && kind != websocket.MessageText {
		c.t.Fatalf("a message of kind %v", kind)
	}
	if err == nil {
		err = json.Unmarshal(b, &e)
	}
	return e, b, err
}

// hears expects an event and returns it as it came.
func (c *caller) hears(event string) (serverEvent, string) {
	c.t.Helper()
	e, b, err := c.next()
	if err != nil || e.Event != event {
		c.t.Fatalf("%v, %.300s instead of %s", err, b, event)
	}
	return e, string(b)
}

// listens gathers the audio of one text.
func (c *caller) listens() (audio []byte, last serverEvent) {
	c.t.Helper()
	for {
		e, b, err := c.next()
		if err != nil || e.Event != "task_continued" || e.Data == nil || e.IsFinal == nil {
			c.t.Fatalf("%v, %.300s", err, b)
		}
		piece, err := hex.DecodeString(e.Data.Audio)
		if err != nil {
			c.t.Fatal(err)
		}
		if audio = append(audio, piece...); *e.IsFinal {
			return audio, e
		}
	}
}

// closed expects the connection to be ended with a code; -1: without a word.
func (c *caller) closed(code websocket.StatusCode) {
	c.t.Helper()
	if e, b, err := c.next(); err == nil || websocket.CloseStatus(err) != code {
		c.t.Errorf("%v, %+v, %.200s instead of the end %d", err, e, b, code)
	}
}

func TestASessionSpeaksWhatHTTPSpeaks(t *testing.T) {
	s := speaking(t)
	const full = `"voice_setting":{"voice_id":"English_Graceful_Lady","speed":1.2,"vol":2,"pitch":1,"emotion":"happy"},` +
		`"audio_setting":{"sample_rate":24000,"bitrate":64000,"format":"mp3","channel":1},` +
		`"pronunciation_dict":{"tone":["three/two"]},"timbre_weights":[],"voice_modify":{"pitch":10,"sound_effects":"robotic"},"language_boost":"English","continuous_sound":true`
	const voice = `"voice_setting":{"voice_id":"English_Graceful_Lady"},"audio_setting":`
	texts := []string{"One two three.", "Four."}
	for format, setting := range map[string]string{
		"mp3": full, "wav": voice + `{"format":"wav"}`, "opus": voice + `{"format":"opus","sample_rate":24000}`, "pcmu_raw": voice + `{"format":"pcmu_raw","sample_rate":8000}`,
	} {
		var want [][]byte
		for _, text := range texts {
			want = append(want, send(t, atMiniMax.request(s, true, `"text":"`+text+`","stream_options":{"exclude_aggregated_audio":true},`+setting)).audio(t))
		}
		c := begin(t, s, `"model":"speech-2.8-hd",`+setting)
		for _, text := range texts {
			c.says(text)
		}
		c.sends(`{"event":"task_finish"}`)
		for i, text := range texts {
			audio, last := c.listens()
			if len(audio) < 1000 || !bytes.Equal(audio, want[i]) {
				t.Errorf("%s, %q: %d bytes, over HTTP %d", format, text, len(audio), len(want[i]))
			}
			x := last.ExtraInfo
			if last.Data.Audio != "" || x == nil || x.AudioSize != int64(len(audio)) || x.AudioFormat != format || x.UsageCharacters != len(text) {
				t.Errorf("%s, %q: the last event has %+v %+v", format, text, last.Data, x)
			}
		}
		c.hears("task_finished")
		c.closed(websocket.StatusNormalClosure)
	}
}

// The samples of MiniMax's asyncapi.json, with this session's ids.
func TestEventsLookLikeMiniMaxs(t *testing.T) {
	s, _ := start(t, tone{bytes: 3})
	c := call(t, s)
	e, got := c.hears("connected_success")
	if len(e.SessionID) != 15 || len(e.TraceID) != 32 {
		t.Errorf("ids %q and %q", e.SessionID, e.TraceID)
	}
	is := func(got, want string) {
		t.Helper()
		if want = strings.NewReplacer("SESSION", e.SessionID, "TRACE", e.TraceID).Replace(want); got != want {
			t.Errorf("%s\ninstead of\n%s", got, want)
		}
	}
	is(got, `{"session_id":"SESSION","event":"connected_success","trace_id":"TRACE","base_resp":{"status_code":0,"status_msg":"success"}}`)
	c.sends(`{"event":"task_start","model":"speech-2.8-hd","voice_setting":{"voice_id":"male-qn-qingse","speed":1,"vol":1,"pitch":0,"english_normalization":false},"audio_setting":{"sample_rate":16000,"format":"pcm","channel":1}}`)
	_, got = c.hears("task_started")
	is(got, `{"session_id":"SESSION","event":"task_started","trace_id":"TRACE","base_resp":{"status_code":0,"status_msg":"success"}}`)
	c.says("Hi.")
	_, got = c.hears("task_continued")
	is(got, `{"data":{"audio":"000102"},"session_id":"SESSION","event":"task_continued","is_final":false,"trace_id":"TRACE","base_resp":{"status_code":0,"status_msg":"success"}}`)
	_, got = c.hears("task_continued")
	is(got, `{"data":{"audio":""},"extra_info":{"audio_length":1000,"audio_sample_rate":16000,"audio_size":3,"bitrate":128000,"word_count":3,"invisible_character_ratio":0,"usage_characters":3,"audio_format":"pcm","audio_channel":1},"session_id":"SESSION","event":"task_continued","is_final":true,"trace_id":"TRACE","base_resp":{"status_code":0,"status_msg":"success"}}`)
	c.says(" ")
	_, got = c.hears("task_continued")
	is(got, `{"data":{"audio":""},"session_id":"SESSION","event":"task_continued","is_final":true,"trace_id":"TRACE","base_resp":{"status_code":2203,"status_msg":"empty text, skipped"}}`)
	c.says(strings.Repeat("字", tts.MaxText))
	_, got = c.hears("task_continued")
	is(got, `{"data":{"audio":""},"session_id":"SESSION","event":"task_continued","is_final":true,"trace_id":"TRACE","base_resp":{"status_code":2204,"status_msg":"exceeded character limit, skipped"}}`)
	c.says("On.") // a skipped text has not ended it
	c.hears("task_continued")
	c.hears("task_continued")
	c.sends(`{"event":"task_finish"}`)
	_, got = c.hears("task_finished")
	is(got, `{"session_id":"SESSION","event":"task_finished","trace_id":"TRACE","base_resp":{"status_code":0,"status_msg":"success"}}`)
	c.closed(websocket.StatusNormalClosure)
}

func TestWhatASessionRefusesEndsItWithMiniMaxsWords(t *testing.T) {
	s, _ := start(t, tone{bytes: 3})
	const start = `{"event":"task_start",` + plainStart + `}`
	const say = `{"event":"task_continue","text":"Hi."}`
	for _, c := range []struct {
		name, header string
		events       []string
		code         int
		message      string
	}{
		{name: "no key", header: "Authorization: ", code: 1004, message: noKeyMessage},
		{name: "a wrong key", header: "Authorization: Bearer wrong", code: 2049, message: "invalid api key"},
		{name: "a wrong group", header: "Authorization: Bearer wrong-group", code: 1004, message: "token not match group"},
		{name: "no voice", events: []string{`{"event":"task_start","model":"speech-2.8-hd"}`}, code: 2013, message: "invalid params, no voice_id found"},
		{name: "an unknown voice", events: []string{strings.Replace(start, "English_Graceful_Lady", "Nobody", 1)}, code: 2054, message: "voice id not exist"},
		{name: "an unknown model", events: []string{strings.Replace(start, "2.8", "9", 1)}, code: 2013, message: "invalid params, invalid params: model"},
		{name: "an emotion at a model without", events: []string{`{"event":"task_start","model":"speech-01-240228","voice_setting":{"voice_id":"Wise_Woman","emotion":"sad"}}`}, code: 2013, message: "invalid params, this model does not support emotion setting, model: speech-01"},
		{name: "an emotion", events: []string{strings.Replace(start, `Lady"`, `Lady","emotion":"bored"`, 1)}, code: 2013, message: "invalid params, invalid params: voice_setting emotion"},
		{name: "a bad dictionary", events: []string{strings.Replace(start, `"model"`, `"pronunciation_dict":{"tone":["x"]},"model"`, 1)}, code: 2013, message: "invalid params, glyph definition format error"},
		{name: "invisible text", events: []string{start, `{"event":"task_continue","text":"a\u200b\u200b"}`}, code: 1042, message: "invisible character ratio is over 10%"},
		{name: "a text that is a number", events: []string{start, `{"event":"task_continue","text":1}`}, code: 2013, message: `invalid params, Mismatch type string with value number "at index 32: mismatched type with value\n\n\tevent\":\"task_continue\",\"text\":1}\n\t..............................^.\n"`},
		{name: "a JSON that is no event", events: []string{`[1]`}, code: 2202, message: "illegal event"},
		{name: "text before a start", events: []string{say}, code: 2202, message: "illegal event"},
		{name: "a finish before a start", events: []string{`{"event":"task_finish"}`}, code: 2202, message: "illegal event"},
		{name: "two starts", events: []string{start, start}, code: 2202, message: "illegal event"},
		{name: "an unknown event", events: []string{start, `{"event":"task_cancel"}`}, code: 2202, message: "illegal event"},
		{name: "no event", events: []string{`{"text":"Hi."}`}, code: 2202, message: "illegal event"},
		{name: "no JSON", events: []string{start, `task_continue`}, code: 2202, message: "illegal event"},
		{name: "a fault at the start", header: "X-Sandbox-Fault: code=2061", events: []string{start}, code: 2061, message: "your current token plan not support model, speech-2.8-hd"},
		{name: "a rate limit", header: "X-Sandbox-Fault: rate_limit=1", events: []string{start, say}, code: 1002, message: "rate limit exceeded(RPM)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			headers := []string{c.header}
			if c.header == "" {
				headers = nil
			}
			caller := call(t, s, headers...)
			for _, event := range c.events {
				caller.sends(event)
			}
			e, b, err := caller.next()
			for err == nil && e.Event != "task_failed" {
				e, b, err = caller.next()
			}
			want := `{"session_id":"` + e.SessionID + `","event":"task_failed","trace_id":"` + e.TraceID + `","base_resp":` + string(document(baseResp{c.code, c.message})) + `}`
			if err != nil || string(b) != want {
				t.Fatalf("%v, %s\ninstead of\n%s", err, b, want)
			}
			caller.closed(websocket.StatusNormalClosure)
		})
	}
	t.Run("a binary message", func(t *testing.T) {
		c := call(t, s)
		c.hears("connected_success")
		c.conn.Write(t.Context(), websocket.MessageBinary, []byte(start))
		if e, _ := c.hears("task_failed"); e.BaseResp.StatusCode != 2202 {
			t.Errorf("%+v", e.BaseResp)
		}
	})
}

func TestWhatStandsBeforeTheHostRefusesTheUpgrade(t *testing.T) {
	s, _ := start(t, tone{bytes: 3})
	for _, c := range []struct {
		path, header string
		status       int
	}{
		{socketPath, "X-Sandbox-Fault: status=503", 503},
		{socketPath, "X-Sandbox-Fault: gateway=Throttling", 429},
		{socketPath, "X-Sandbox-Fault: smoke", 400},
		{socketPath, "Origin: https://elsewhere.example", 403},
		{socketPath + "_bidi", "X-Any: header", 404},
	} {
		if _, resp, err := dial(t, s, c.path, c.header); err == nil || resp == nil || resp.StatusCode != c.status {
			t.Errorf("%s, %s: %v, %+v", c.path, c.header, err, resp)
		}
	}
	if c, _, err := dial(t, s, unionPrefix+socketPath, "Origin: "+s.origin()); err != nil {
		t.Error(err)
	} else {
		c.hears("connected_success")
	}
	resp, err := http.Get(s.origin() + socketPath)
	if err != nil || resp.StatusCode != http.StatusUpgradeRequired {
		t.Errorf("%v, %+v", err, resp)
	}
	resp.Body.Close()
}

func TestAnIdleSessionIsEnded(t *testing.T) {
	s, _ := start(t, tone{bytes: 3})
	c := call(t, s, FaultHeader+": idle=50ms")
	c.hears("connected_success")
	e, _ := c.hears("task_failed")
	if e.BaseResp != (baseResp{2201, "no messages received for 0.05 seconds"}) {
		t.Errorf("%+v", e.BaseResp)
	}
	c.closed(websocket.StatusNormalClosure)
}

func TestASessionIsOneLineOfTheLog(t *testing.T) {
	lines := make(chan string, 1)
	s, err := Serve(Config{Log: func(line string) { lines <- line }}, tone{bytes: 3})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	c := begin(t, s, pcmStart)
	c.says("Hello.")
	c.sends(`{"event":"task_start"}`)
	for err := error(nil); err == nil; {
		_, _, err = c.next()
	}
	if line := <-lines; !strings.HasPrefix(line, "GET /ws/v1/t2a_v2 101 speech-2.8-hd pcm 2202 1 texts, ") || strings.Contains(line, " 0 bytes") {
		t.Error(line)
	}
}

func FuzzParseEvent(f *testing.F) {
	f.Add([]byte(`{"event":"task_continue","text":"Hi."}`))
	f.Add([]byte(`{"event":null,"text":[1]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		e, no := parseEvent(data)
		if no != nil {
			if e != (clientEvent{}) {
				t.Errorf("%q: %+v and %+v", data, e, no)
			}
			return
		}
		if again, no := parseEvent(document(e)); no != nil || again != e {
			t.Errorf("%q: %+v, read again %+v, %v", data, e, again, no)
		}
	})
}
