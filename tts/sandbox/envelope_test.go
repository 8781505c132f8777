package sandbox

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"voicestudio/tts"
)

// blank makes what differs between two answers the same.
func blank(body string) string {
	body = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`).ReplaceAllString(body, "REQUEST")
	body = regexp.MustCompile(`"trace_id":"[0-9a-f]{32}"`).ReplaceAllString(body, `"trace_id":"TRACE"`)
	return body
}

const pcm1 = `"audio_setting":{"format":"pcm","sample_rate":8000},` + anyVoice

// Every envelope letter by letter, with a voice that sends the bytes 0 1 2 3.
func TestTheEnvelopesToTheLetter(t *testing.T) {
	s, _ := start(t, tone{bytes: 4})
	const extra = `"extra_info":{"audio_length":1000,"audio_sample_rate":8000,"audio_size":4,"bitrate":128000,"word_count":14,"invisible_character_ratio":0,"usage_characters":14,"audio_format":"pcm","audio_channel":1}`
	const ok = `"base_resp":{"status_code":0,"status_msg":"success"}`
	nativeStream := `data: {"data":{"audio":"00010203","status":1},"trace_id":"TRACE","base_resp":{"status_code":0,"status_msg":""}}` + "\n\n" +
		`data: {"data":{"audio":"00010203","status":2},` + extra + `,"trace_id":"TRACE",` + ok + "}\n\n"
	oldStream := `data: {"audio": "00010203", "status": 1}` + "\n\n" + `data: {"status": 2}` + "\n\n"
	for _, c := range []struct {
		at     site
		stream bool
		kind   string
		want   string
	}{
		{atDashScope, false, "application/json", `{"output":{` + ok + `,"data":{"audio":"00010203","ced":"","status":2},` + extra + `,"trace_id":"TRACE"},"usage":{"characters":14},"request_id":"REQUEST"}`},
		{atDashScope, true, "text/event-stream;charset=UTF-8", "id:1\nevent:result\n:HTTP_STATUS/200\ndata:" +
			`{"output":{` + ok + `,"data":{"audio":"00010203","ced":"","status":1},"trace_id":"TRACE"},"usage":{"characters":0},"request_id":"REQUEST"}` +
			"\n\nid:2\nevent:result\n:HTTP_STATUS/200\ndata:" +
			`{"output":{` + ok + `,"data":{"audio":"00010203","ced":"","status":2},` + extra + `,"trace_id":"TRACE"},"usage":{"characters":14},"request_id":"REQUEST"}` + "\n\n"},
		{atPPIO, false, "application/json", `{"data":{"audio":"00010203","status":2},` + extra + `,"trace_id":"TRACE",` + ok + "}"},
		{atPPIO, true, "text/event-stream", nativeStream},
		{atPPIO26, false, "application/json", `{"audio": "00010203"}`},
		{atPPIO26, true, "text/event-stream", oldStream},
		{atPPIO02, false, "application/json", `{"audio": "00010203"}`},
		{atPPIO02, true, "text/event-stream", oldStream},
		{atMiniMax, false, "application/json", `{"data":{"audio":"00010203","status":2,"ced":""},` + extra + `,"trace_id":"TRACE",` + ok + "}"},
		{atMiniMax, true, "text/event-stream", nativeStream},
		{atNovita, true, "text/event-stream", nativeStream},
	} {
		h := send(t, c.at.request(s, c.stream, pcm1))
		if got := blank(h.body); got != c.want || h.status != 200 || h.header.Get("Content-Type") != c.kind {
			t.Errorf("%s, stream %v: %d %s\ngot  %s\nwant %s", c.at.name, c.stream, h.status, h.header.Get("Content-Type"), got, c.want)
		}
	}
}

func TestTheAggregateIsLeftOutWhereItIsNotWanted(t *testing.T) {
	s, _ := start(t, tone{bytes: 4})
	for _, at := range sites {
		h := send(t, at.request(s, true, `"stream_options":{"exclude_aggregated_audio":true},`+pcm1))
		if h.aggregate != "" || !h.last || len(h.chunks) != 1 {
			t.Errorf("%s: %s", at.name, h.body)
		}
	}
}

func TestEveryAnswerCanBeTraced(t *testing.T) {
	s, _ := start(t, tone{bytes: 4})
	for at, names := range map[site][]string{
		atDashScope: {"X-Request-Id", "X-Dashscope-Call-Gateway"},
		atPPIO:      {"Trace-Id"},
		atMiniMax:   {"Trace-Id", "Minimax-Request-Id"},
	} {
		h := send(t, at.request(s, true, pcm1))
		for _, name := range names {
			if id := h.header.Get(name); id == "" || id != "true" && at != atMiniMax && !strings.Contains(h.body, id) {
				t.Errorf("%s: %s is %q", at.name, name, id)
			}
		}
	}
}

func TestKeys(t *testing.T) {
	s, _ := start(t, tone{bytes: 4})
	const login = `{"base_resp":{"status_code":1004,"status_msg":"login fail: Please carry the API secret key in the 'Authorization' field of the request header"}}`
	for _, c := range []struct {
		at     site
		auth   string
		status int
		want   string
	}{
		{atDashScope, "", 401, `{"code":"InvalidApiKey","message":"No API-key provided.","request_id":"REQUEST"}`},
		{atDashScope, "Bearer wrong", 401, `{"code":"InvalidApiKey","message":"Invalid API-key provided.","request_id":"REQUEST"}`},
		{atDashScope, "Basic c2FuZGJveA==", 401, `{"code":"InvalidApiKey","message":"No API-key provided.","request_id":"REQUEST"}`},
		{atPPIO, "", 400, `{"code":400,"reason":"MISSING_API_KEY","message":"missing api-key"}`},
		{atPPIO, "Bearer wrong-1", 403, `{"code":403,"reason":"INVALID_API_KEY","message":"invalid api-key"}`},
		{atPPIO26, "Bearer wrong-1", 403, `{"code":403,"reason":"INVALID_API_KEY","message":"invalid api-key"}`},
		{atNovita, "Bearer wrong-1", 403, `{"code":403,"reason":"INVALID_API_KEY","message":"invalid api-key"}`},
		{atMiniMax, "", 200, login},
		{atMiniMax, "Bearer wrong", 200, `{"base_resp":{"status_code":2049,"status_msg":"invalid api key"}}`},
		{atMiniMax, "Bearer wrong-group-7", 200, `{"base_resp":{"status_code":1004,"status_msg":"token not match group"}}`},
		{site{"get_voice", "/v1/get_voice", "", false}, "Bearer wrong", 200, login},
	} {
		for _, stream := range []bool{false, true} {
			req := c.at.request(s, stream, anyVoice)
			req.Header.Del("Authorization")
			if c.auth != "" {
				req.Header.Set("Authorization", c.auth)
			}
			h := send(t, req)
			want, kind := c.want, "application/json"
			if c.at.nested && stream {
				kind = "text/event-stream;charset=UTF-8"
				want = "id:1\nevent:error\n:HTTP_STATUS/401\ndata:" + want + "\n\n"
			}
			if blank(h.body) != want || h.status != c.status || h.header.Get("Content-Type") != kind {
				t.Errorf("%s, %q: %d %s %s", c.at.name, c.auth, h.status, h.header.Get("Content-Type"), h.body)
			}
		}
	}
	for _, key := range []string{Key, "sk-anything", "eyJhbGciOi"} {
		req := atMiniMax.request(s, false, anyVoice)
		req.Header.Set("Authorization", "Bearer "+key)
		if h := send(t, req); h.code != 0 || len(h.chunks) != 1 {
			t.Errorf("the key %q: %s", key, h.body)
		}
	}
}

func TestAnUnknownPathIsRefusedAsItsHostWould(t *testing.T) {
	s, _ := start(t, tone{})
	for path, want := range map[string]string{
		"/api/v1/services/aigc/other":     `400 {"code":"InvalidParameter","message":"url error, please check url！","request_id":"REQUEST"}`,
		"/v3/minimax-speech-2.7-hd":       `404 {"code":404,"reason":"API_NOT_FOUND","message":"api not found"}`,
		"/v3/async/minimax-speech-2.8-hd": `404 {"code":404,"reason":"API_NOT_FOUND","message":"api not found"}`,
		"/v1/t2a_v3":                      "404 404 page not found\n",
	} {
		h := send(t, site{path: path}.request(s, false, anyVoice))
		if got := strings.TrimSpace(strings.Join([]string{itoa(h.status), blank(h.body)}, " ")); got != strings.TrimSpace(want) {
			t.Errorf("%s: %s", path, got)
		}
	}
}

func itoa(n int) string { b, _ := json.Marshal(n); return string(b) }

func TestVoicesAreListedAsMiniMaxDoes(t *testing.T) {
	s := speaking(t)
	ask := func(body string) *heard { return send(t, site{path: "/v1/get_voice"}.request(s, false, body)) }
	var doc struct {
		System     []listed `json:"system_voice"`
		Cloning    []listed `json:"voice_cloning"`
		Generation []listed `json:"voice_generation"`
	}
	count := func(kind string) [3]int {
		doc.System, doc.Cloning, doc.Generation = nil, nil, nil
		if err := json.Unmarshal([]byte(ask(`"voice_type":"`+kind+`"`).body), &doc); err != nil {
			t.Fatal(err)
		}
		return [3]int{len(doc.System), len(doc.Cloning), len(doc.Generation)}
	}
	for kind, want := range map[string][3]int{"system": {342, 0, 0}, "voice_cloning": {0, 1, 0}, "voice_generation": {0, 0, 1}, "all": {342, 1, 1}} {
		if got := count(kind); got != want {
			t.Errorf("%s: %v, want %v", kind, got, want)
		}
	}
	count("all")
	const thirdParty = "Wise_Woman"
	third, _ := tts.FindVoice(thirdParty)
	if third.Source != tts.FromThirdParty || slices.ContainsFunc(doc.System, func(v listed) bool { return v.VoiceID == thirdParty }) {
		t.Errorf("%+v is listed", third)
	}
	if h := send(t, atMiniMax.request(s, false, `"text":"Hi.","voice_setting":{"voice_id":"`+thirdParty+`"}`)); h.code != 0 {
		t.Errorf("%s is not spoken: %s", thirdParty, h.body)
	}
	exact := false
	for _, v := range doc.System {
		exact = exact || v.VoiceID == "Santa_Claus "
		if v.VoiceName == "" || v.CreatedTime != "1970-01-01" {
			t.Errorf("%+v", v)
		}
	}
	if !exact {
		t.Error(`"Santa_Claus " has lost its blank`)
	}
	for _, bad := range []string{`"voice_type":"mine"`, ``, `"voice_type":3`} {
		if h := ask(bad); h.code != 2013 || !strings.Contains(h.body, "voice_type") {
			t.Errorf("%s: %s", bad, h.body)
		}
	}
	// What is listed is spoken.
	for _, v := range append(doc.Cloning, doc.Generation...) {
		h := send(t, atMiniMax.request(s, false, `"text":"Hi.","voice_setting":{"voice_id":"`+v.VoiceID+`"}`))
		if h.code != 0 || len(h.audio(t)) < 3000 {
			t.Errorf("%s: %.200s", v.VoiceID, h.body)
		}
	}
}
