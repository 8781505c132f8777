package host

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"voicestudio/tts"
)

func TestWhatIsTriedAgain(t *testing.T) {
	for try, codes := range map[int][]int{
		tries: {1002, 1039, 1041, 2045},
		2:     {1000, 1001, 1013, 1024, 1033},
		1:     {1004, 1008, 1026, 1027, 1042, 2013, 2042, 2049, 2054, 2056, 2061, 31337},
	} {
		for _, code := range codes {
			if got := triesFor(hostError(strconv.Itoa(code), "", "", tts.Info{})); got != try {
				t.Errorf("%d is tried %d times, not %d", code, got, try)
			}
		}
	}
	for status, try := range map[int]int{401: 1, 403: 1, 404: 1, 400: 1, 429: tries, 500: 2, 502: 2, 503: 2} {
		if got := triesFor(statusError(status, "", tts.Info{})); got != try {
			t.Errorf("HTTP %d is tried %d times, not %d", status, got, try)
		}
	}
	refused := (&Client{}).networkError(t.Context(), func() error {
		_, err := http.Post("http://127.0.0.1:1/", "", nil)
		return err
	}())
	if got := triesFor(tts.AsError(refused, "")); got != 2 {
		t.Errorf("a connection that was never made is tried %d times", got)
	}
	if got := triesFor(cutShort()); got != 1 {
		t.Errorf("an answer that broke off, and may be billed, is tried %d times", got)
	}
}

func TestAFaultThatOnlyTheStatusTells(t *testing.T) {
	for status, want := range map[int]tts.ErrorKind{429: tts.KindRateLimit, 500: tts.KindRefused, 403: tts.KindRefused} {
		c := serve(t, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Retry-After", "3600")
			w.WriteHeader(status)
			io.WriteString(w, `{"code":`+strconv.Itoa(status)+`,"reason":"SOMETHING_NEW","message":"new"}`)
		})
		c.Waiting = func(_ time.Duration, why *tts.Error) { t.Errorf("waited an hour for %v", why) }
		_, err := hear(c, true)
		if fault := tts.AsError(err, ""); fault == nil || fault.Kind != want || fault.Retryable != (status != 403) {
			t.Errorf("%d: %+v", status, fault)
		}
	}
}

func TestTheCureFollowsTheStatusWhereNoCodeIsKnown(t *testing.T) {
	const busy = `{"type":"error","error":{"type":"overloaded_error","message":"high load (2064)"},"request_id":"06rq"}`
	for name, c := range map[string]struct {
		status     int
		body       string
		kind       tts.ErrorKind
		retry      bool
		code       string
		says, cure string
	}{
		"MiniMax is overloaded":      {529, busy, tts.KindRefused, true, "HTTP 529", "high load (2064)", "wait a little and speak it again"},
		"a text":                     {401, `{"error":"unauthorized key"}`, tts.KindRefused, false, "HTTP 401", "unauthorized key", "check the key in the environment"},
		"an object":                  {403, `{"error":{"message":"not yours"}}`, tts.KindRefused, false, "HTTP 403", "not yours", "check the key in the environment, and what"},
		"no such address":            {404, `{"detail":"Not Found"}`, tts.KindRefused, false, "HTTP 404", "Not Found", "check the base url"},
		"no such address, no words":  {404, `nothing here`, tts.KindRefused, false, "HTTP 404", "nothing at this address", "check the base url"},
		"a time-out":                 {408, `{"message":"too slow"}`, tts.KindRefused, true, "HTTP 408", "too slow", "wait a little"},
		"too many":                   {429, `{"error":"slow down"}`, tts.KindRateLimit, true, "HTTP 429", "slow down", "wait a little"},
		"in trouble":                 {502, `<html>Bad Gateway</html>`, tts.KindRefused, true, "HTTP 502", "bad gateway", "wait a little and speak it again"},
		"a status nobody names":      {599, ``, tts.KindRefused, true, "HTTP 599", "in trouble", "wait a little"},
		"a code that nobody knows":   {503, `{"code":503,"reason":"SOMETHING_NEW","message":"new"}`, tts.KindRefused, true, "SOMETHING_NEW", "new", "wait a little"},
		"a known code says more":     {400, `{"code":"Arrearage","message":"x"}`, tts.KindRefused, false, "Arrearage", "in arrears", "top it up"},
		"an event":                   {401, "event:error\ndata:{\"error\":\"who are you\"}\n\n", tts.KindRefused, false, "HTTP 401", "who are you", "check the key"},
		"behind a BOM":               {401, mark + `{"error":"who are you"}`, tts.KindRefused, false, "HTTP 401", "who are you", "check the key"},
		"a redirect to nowhere":      {304, ``, tts.KindRefused, false, "HTTP 304", "another address", "check the base url"},
		"the balance":                {402, `{"error":"pay"}`, tts.KindRefused, false, "HTTP 402", "pay", "top it up"},
		"by its type in mid-stream":  {200, "data: " + busy + "\n\n", tts.KindRefused, true, "", "high load", "wait a little"},
		"by a status in mid-stream":  {200, `data: {"error":{"code":429,"message":"slow down"}}` + "\n\n", tts.KindRateLimit, true, "429", "slow down", "wait a little"},
		"by DashScope's comment":     {200, "id:1\nevent:error\n:HTTP_STATUS/401\ndata:{\"code\":\"Odd\",\"message\":\"who\"}\n\n", tts.KindRefused, false, "Odd", "who", "check the key"},
		"a text alone in mid-stream": {200, `data: {"error":"it broke"}` + "\n\n", tts.KindRefused, false, "", "it broke", "check the settings and speak it again"},
		"a line of JSON in between":  {200, ": hello\ndata: {}\n" + `{"base_resp":{"status_code":1002,"status_msg":"rate limit"}}` + "\n", tts.KindRateLimit, true, "1002", "too many requests", "wait a little"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, client := range []*Client{serve(t, nil), serveAs(t, Config{Name: tts.MiniMax}, nil)} {
				client.http.Transport = answer1{&http.Response{StatusCode: c.status, Header: http.Header{"Retry-After": {"3600"}}, Body: io.NopCloser(strings.NewReader(c.body))}}
				_, err := hear(client, true)
				fault := tts.AsError(err, "")
				if fault == nil || fault.Kind != c.kind || fault.Code != c.code || fault.Retryable != c.retry ||
					!strings.Contains(fault.Message, c.says) || !strings.HasPrefix(fault.Cure, c.cure) {
					t.Errorf("%+v", fault)
				}
			}
			if strings.HasPrefix(c.body, "{") {
				client := serveAs(t, Config{Name: tts.MiniMax}, nil)
				client.http.Transport = answer1{&http.Response{StatusCode: c.status, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(c.body))}}
				_, err := client.Voices(t.Context())
				if fault := tts.AsError(err, ""); fault == nil || fault.Kind != c.kind || fault.Code != c.code || !strings.HasPrefix(fault.Cure, c.cure) {
					t.Errorf("the list of voices: %+v", fault)
				}
			}
		})
	}
}

// The documents are what clients have published of MiniMax's live answers.
func TestTheWordsOfLiveHostsLeadToTheFieldAndToACure(t *testing.T) {
	for name, c := range map[string]struct {
		doc         string
		code, field string
		says, cure  string
	}{
		"the plan lacks the model":       {`{"base_resp":{"status_code":2061,"status_msg":"your current token plan not support model, speech-02-turbo"}}`, "2061", "model", "plan does not include this model", "choose another model"},
		"the plan is used up":            {`{"base_resp":{"status_code":2056,"status_msg":"usage limit exceeded, 5-hour usage limit reached for Token Plan Hs_max (0/0 used), resets at 2026-05-12T15:00:00Z"}}`, "2056", "", "resets at 2026-05-12T15:00:00Z", "wait for its next window, or choose another model"},
		"credit":                         {`{"base_resp":{"status_code":2053,"status_msg":"insufficient credit"}}`, "2053", "", "balance is used up", "top it up at the host"},
		"balance":                        {`{"base_resp":{"status_code":1008,"status_msg":"insufficient balance"}}`, "1008", "", "balance is used up", "top it up at the host"},
		"a model without emotions":       {`{"base_resp":{"status_code":2013,"status_msg":"invalid params, this model does not support emotion setting, model: speech-01"}}`, "2013", "voice_setting.emotion", "model: speech-01", "unset the emotion, or choose another model"},
		"the same through a gateway":     {`{"code":"InvalidParameter","message":"<400> InternalError.Algo.InvalidParameter: invalid params, this model does not support emotion setting, model: speech-01"}`, "InvalidParameter", "voice_setting.emotion", "model: speech-01", "unset the emotion"},
		"whisper on 2.8":                 {`{"base_resp":{"status_code":2013,"status_msg":"invalid params, invalid params: voice_setting emotion"}}`, "2013", "voice_setting.emotion", "invalid params", "check the settings"},
		"a number with a point":          {`{"base_resp":{"status_code":2013,"status_msg":"invalid params, Mismatch type int64 with value number \"at index 366: mismatched type with value\\n\\n\\t\\\"vol\\\":1,\\\"pitch\\\":0.5},\\\"audio_sett\\n\\t................^...............\\n\""}}`, "2013", "", "pitch", "unset the setting that it quotes, or the numbers that are set"},
		"null for a number":              {`{"base_resp":{"status_code":2013,"status_msg":"invalid params, Mismatch type int64 with value null \"at index 8\""}}`, "2013", "", "int64 with value null", "unset the setting that it quotes, or the numbers that are set"},
		"no voice":                       {`{"base_resp":{"status_code":2013,"status_msg":"invalid params, no voice_id found"}}`, "2013", "voice_setting.voice_id", "no voice_id found", "check the settings"},
		"a rate that a relay was denied": {`{"base_resp":{"status_code":2013,"status_msg":"invalid params: sample_rate"}}`, "2013", "audio_setting.sample_rate", "sample_rate", "check the settings"},
	} {
		for _, framed := range []bool{false, true} {
			body := c.doc
			if framed {
				body = "data: " + body + "\n\n"
			}
			client := serveAs(t, Config{Name: tts.MiniMax}, func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, body) })
			_, err := hear(client, true)
			fault := tts.AsError(err, "")
			if fault == nil || fault.Kind != tts.KindRefused || fault.Retryable || fault.Code != c.code || fault.Field != c.field ||
				!strings.Contains(fault.Message, c.says) || !strings.HasPrefix(fault.Cure, c.cure) {
				t.Errorf("%s, framed %v: %+v", name, framed, fault)
			}
		}
	}
}

func TestWhatAHostSaysInPlaceOfAudioIsShown(t *testing.T) {
	for doc, want := range map[string]string{
		`{"message":"the queue is full"}`:              "the host says: the queue is full; check the settings and speak it again",
		`{"errors":[{"message":"the queue is full"}]}`: "the host says: the queue is full; check the settings and speak it again",
		`{"data":{"audio":"","status":2}}`:             "the host answered without any audio; speak it again",
	} {
		client := serveAs(t, Config{Name: tts.MiniMax}, func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, doc) })
		if _, err := hear(client, false); err == nil || err.Error() != want {
			t.Errorf("%s: %v", doc, err)
		}
	}
	client := serveAs(t, Config{Name: tts.MiniMax}, func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusServiceUnavailable)
		io.WriteString(w, `{"errors":["the queue is full"]}`)
	})
	if _, err := client.Open(t.Context(), hello(), true); err == nil || !strings.Contains(err.Error(), "the queue is full (HTTP 503); wait a little") {
		t.Error(err)
	}
}

// A gateway may fail in the middle of what it streams: what came is kept, and
// nothing is said of a code that is not there.
func TestAnErrorInMidStreamWithoutACode(t *testing.T) {
	for doc, want := range map[string]string{
		`{"error":"upstream connect error"}`:               "the host says: upstream connect error; check the settings and speak it again",
		`{"error":{"message":"upstream connect error"}}`:   "the host says: upstream connect error; check the settings and speak it again",
		`{"error":{"type":"overloaded_error"}}`:            "the host refused without a word; wait a little and speak it again",
		`{"error":{"code":401,"message":"who are you"}}`:   "the host says: who are you (401); check the key in the environment",
		`{"detail":"Not Found","error":{"code":"404"}}`:    "the host says: Not Found (404); check the base url, and the model",
		`{"error":{"code":"2053","message":"no credit"}}`:  "the account's balance is used up (2053); top it up at the host",
		`{"error":{"code":503,"message":"upstream down"}}`: "the host says: upstream down (503); wait a little and speak it again",
	} {
		got, p, err := read(strings.NewReader("data: " + nativeChunk(audio, 1) + "\n\ndata: " + doc + "\n\n"))
		if fault := tts.AsError(err, ""); fault == nil || fault.Error() != want+" [trace id 01b8]" || fault.Retryable || got != audio || p.Complete {
			t.Errorf("%s: %q, complete %v\n%v\n%s", doc, got, p.Complete, err, want)
		}
	}
}

// FuzzErrors checks that whatever a host sends as an error, with whatever
// status, is one clean sentence of a kind that scripts know.
func FuzzErrors(f *testing.F) {
	for _, body := range []string{
		`{"code":"InvalidApiKey","message":"Invalid API-key provided.","request_id":"fb53"}`,
		`{"code":403,"reason":"INVALID_API_KEY","message":"invalid api-key","metadata":{}}`,
		`{"base_resp":{"status_code":1002,"status_msg":"rate limit exceeded(RPM)"}}`,
		`{"error":{"message":"no\u001b[2J\u202e","code":404}}`,
		"id:1\nevent:error\n:HTTP_STATUS/400\ndata:{\"code\":\"Arrearage\",\"message\":\"x\\ny\"}\n\n",
		"<html>", "",
	} {
		f.Add(400, []byte(body))
	}
	kinds := []tts.ErrorKind{tts.KindRefused, tts.KindRateLimit, tts.KindStream}
	f.Fuzz(func(t *testing.T, status int, body []byte) {
		resp := &http.Response{StatusCode: status, Body: io.NopCloser(bytes.NewReader(body)), Header: http.Header{}}
		c, err := New(Config{Name: tts.MiniMax, Key: NewKey("sk-secret"), Transport: answer1{resp}})
		if err != nil {
			t.Fatal(err)
		}
		s, _, err := c.send(t.Context(), hello(), true)
		if err == nil {
			s.Close()
			if status >= 300 {
				t.Errorf("HTTP %d is speech", status)
			}
			return
		}
		fault, ours := errors.AsType[*tts.Error](err)
		if !ours || !slices.Contains(kinds, fault.Kind) || strings.TrimSpace(fault.Message) == "" {
			t.Fatalf("%#v", err)
		}
		if i := strings.IndexFunc(err.Error(), func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }); i >= 0 {
			t.Errorf("%q", err.Error())
		}
	})
}

type answer1 struct{ *http.Response }

func (a answer1) RoundTrip(*http.Request) (*http.Response, error) { return a.Response, nil }

func TestALongComplaintIsNotReadToTheEnd(t *testing.T) {
	long := strings.Repeat("goroutine 1 [running]: ", 5000)
	for _, body := range []string{
		`{"error":"` + long + `"}`,
		`{"error":{"message":"boom","code":"` + long + `"}}`,
		`{"base_resp":{"status_code":9999,"status_msg":"` + long + `"}}`,
	} {
		_, _, err := read(strings.NewReader(body))
		if fault := tts.AsError(err, ""); len(fault.Message) > 500 || len(fault.Code) > 500 || !strings.Contains(fault.Message+fault.Code, "…") {
			t.Errorf("%d and %d characters for %.60s", len(fault.Message), len(fault.Code), body)
		}
	}
}
