package sandbox

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"

	"voicestudio/tts"
	"voicestudio/tts/host"
)

// Literal answers of live hosts, as clients have published them.

// The places that SillyTavern #4570 and TauriTavern #179 saw, and what the
// same library says of other kinds of field.
func TestATypeErrorIsWordedAsMiniMaxDoes(t *testing.T) {
	s, _ := start(t, tone{bytes: 10})
	body := func(before, after string, at int) string {
		b := `{"model":"speech-2.8-hd","text":"`
		return b + strings.Repeat("x", at-len(b)-len(before)) + before + after
	}
	for name, c := range map[string]struct{ body, says string }{
		"pitch 0.5": {
			body(`","voice_setting":{"voice_id":"Wise_Woman","speed":1,"vol":1,"pitch":`, `0.5},"audio_setting":{"format":"mp3"}}`, 366),
			`int64 with value number "at index 366: mismatched type with value\n\n\t\"vol\":1,\"pitch\":0.5},\"audio_sett\n\t................^...............\n"`,
		},
		"pitch 0.0": {
			body(`","voice_setting":{"pitch":`, `0.0,"speed":1.0,"voice_id":"Wise_Woman"}}`, 215),
			`int64 with value number "at index 215: mismatched type with value\n\n\ttting\":{\"pitch\":0.0,\"speed\":1.0,\n\t................^...............\n"`,
		},
		"pitch null":  {`{"model":"speech-2.8-hd","text":"Hi","voice_setting":{"voice_id":"Wise_Woman","pitch":null}}`, `int64 with value null`},
		"weight null": {`{"model":"speech-2.8-hd","text":"Hi","timbre_weights":[{"voice_id":"Wise_Woman","weight":null}]}`, `int64 with value null`},
		"near the start": {
			`{"text":["Hi"],"model":"speech-2.8-hd","voice_setting":{"voice_id":"Wise_Woman"}}`,
			`string with value array "at index 8: mismatched type with value\n\n\t{\"text\":[\"Hi\"],\"model\":\"speech-2\n\t........^.......................\n"`,
		},
		"near the end": {
			`{"model":"speech-2.8-hd","text":"Hi","voice_setting":{"voice_id":"Wise_Woman"},"subtitle_enable":"1"}`,
			`bool with value string "at index 97: mismatched type with value\n\n\te_Woman\"},\"subtitle_enable\":\"1\"}\n\t............................^...\n"`,
		},
		"blanks, and the first of two": {
			`{"model":"speech-2.8-hd", "text" : "Hi", "voice_setting" : {"speed" : true , "vol" : "1"}}`,
			`float64 with value bool "at index 70: mismatched type with value\n\n\tg\" : {\"speed\" : true , \"vol\" : \"\n\t................^...............\n"`,
		},
		"a rate too large for any integer": {
			`{"model":"speech-2.8-hd","text":"Hi","voice_setting":{"voice_id":"Wise_Woman"},"audio_setting":{"sample_rate":99999999999999999999}}`,
			`int64 with value number "at index 110: mismatched type with value\n\n\t:{\"sample_rate\":9999999999999999\n\t................^...............\n"`,
		},
		"an entry of a list": {
			`{"model":"speech-2.8-hd","text":"Hi","voice_setting":{"voice_id":"Wise_Woman"},"pronunciation_dict":{"tone":["a/b",7]}}`,
			`string with value number "at index 115: mismatched type with value\n\n\tiation_dict\":{\"tone\":[\"a/b\",7]}}\n\t............................^...\n"`,
		},
		"an object for text": {
			`{"model":"speech-2.8-hd","text":{"a":{"b":[1]}},"voice_setting":{"voice_id":"Wise_Woman","pitch":0.5}}`,
			`string with value object "at index 32: mismatched type with value\n\n\t-2.8-hd\",\"text\":{\"a\":{\"b\":[1]}},\n\t................^...............\n"`,
		},
	} {
		for _, path := range []string{atMiniMax.path, atNovita.path} {
			req, _ := http.NewRequest("POST", s.origin()+path, strings.NewReader(c.body))
			req.Header.Set("Authorization", "Bearer "+Key)
			var doc nativeDoc
			h := send(t, req)
			if err := json.Unmarshal([]byte(h.body), &doc); err != nil || doc.BaseResp.StatusCode != 2013 || doc.BaseResp.StatusMsg != "invalid params, Mismatch type "+c.says {
				t.Errorf("%s: %v\n%s\nwant\n%s", name, err, doc.BaseResp.StatusMsg, c.says)
			}
		}
	}
	for _, at := range []site{atPPIO, atPPIO26, atDashScope} { // in their own envelopes
		if h := send(t, at.request(s, true, `"text":"Hi","voice_setting":{"voice_id":"Wise_Woman","pitch":null}`)); h.code != 2013 || !strings.Contains(h.body, `"invalid params, Mismatch type int64 with value null"`) {
			t.Errorf("%s: %s", at.name, h.body)
		}
	}
}

func TestRefusalsThatClientsHaveRecorded(t *testing.T) {
	s, _ := start(t, tone{bytes: 10})
	at := atMiniMax
	at.model = "speech-02-turbo"
	if h := spoil(t, s, at, true, "code=2061", anyVoice); h.body != `{"base_resp":{"status_code":2061,"status_msg":"your current token plan not support model, speech-02-turbo"}}` || h.status != 200 {
		t.Errorf("2061: %d %s", h.status, h.body)
	}
	if h := spoil(t, s, at, true, "code=2053", anyVoice); !strings.Contains(h.body, `"base_resp":{"status_code":2053,"status_msg":"insufficient credit"}`) {
		t.Errorf("2053: %s", h.body)
	}
	for model, emotion := range map[string]string{"speech-01-240228": "happy", "speech-01-turbo-240228": "neutral"} {
		at.model = model
		const says = `"status_code":2013,"status_msg":"invalid params, this model does not support emotion setting, model: speech-01"`
		if h := send(t, at.request(s, true, `"text":"Hi","voice_setting":{"voice_id":"Wise_Woman","emotion":"`+emotion+`"}`)); !strings.Contains(h.body, says) {
			t.Errorf("%s: %s", model, h.body)
		}
		if h := send(t, at.request(s, true, anyVoice)); h.code != 0 || !h.last {
			t.Errorf("%s without an emotion: %s", model, h.body)
		}
	}
	_, err := heardBy(t, s, tts.MiniMax, hello("Hi"), "code=2061")
	if e := tts.AsError(err, ""); e == nil || e.Kind != tts.KindRefused || e.Retryable {
		t.Errorf("the client: %v", err)
	}
}

// headed sends every request with faults.
type headed string

func (faults headed) RoundTrip(r *http.Request) (*http.Response, error) {
	r.Header.Set(FaultHeader, string(faults))
	return http.DefaultTransport.RoundTrip(r)
}

// heardBy is what the client makes of a host's stream with faults.
func heardBy(t *testing.T, s *Server, name tts.HostName, r tts.Request, faults string) ([]byte, error) {
	t.Helper()
	c, err := host.New(host.Config{Name: name, BaseURL: s.BaseURL(name), Key: host.NewKey(Key), Transport: headed(faults)})
	if err != nil {
		t.Fatal(err)
	}
	stream, err := c.Open(t.Context(), r, true)
	if err != nil {
		return nil, err
	}
	defer stream.Close()
	return io.ReadAll(stream)
}

// DashScope's own SDK parses the body as JSON where the label says JSON, which
// no event is. The program reads an error by what it is.
func TestAnErrorInAStreamIsLabelledAsAStream(t *testing.T) {
	s, _ := start(t, tone{bytes: 10})
	sdk := func(h *heard) (code string, err error) {
		if h.header.Get("Content-Type") == "application/json" {
			var doc struct{ Code string }
			err = json.Unmarshal([]byte(h.body), &doc)
			return doc.Code, err
		}
		return h.gateway, nil
	}
	for fault, want := range map[string]string{"gateway=Arrearage": "Arrearage", "rate_limit=1000": "Throttling.RateQuota"} {
		h := spoil(t, s, atDashScope, true, fault, anyVoice)
		if code, err := sdk(h); code != want || err != nil || h.header.Get("Content-Type") != "text/event-stream;charset=UTF-8" {
			t.Errorf("%s: the SDK reads %q, %v, %v", fault, code, err, h.header)
		}
		h = spoil(t, s, atDashScope, true, fault+",json_label", anyVoice)
		if code, err := sdk(h); err == nil || h.gateway != want {
			t.Errorf("%s labelled as JSON: the SDK reads %q, %v", fault, code, h.header)
		}
	}
	for _, label := range []string{"", ",json_label"} {
		_, err := heardBy(t, s, tts.DashScope, hello("Hi"), "gateway=Arrearage"+label)
		if e := tts.AsError(err, ""); e == nil || e.Code != "Arrearage" || e.Kind != tts.KindRefused || e.Cure == "" {
			t.Errorf("the client, %q: %+v", label, e)
		}
	}
}

// What gateways say that know no host: the client tells it by the status.
func TestTheClientReadsAnErrorWithoutACode(t *testing.T) {
	s, _ := start(t, tone{bytes: 20000})
	for _, name := range []tts.HostName{tts.DashScope, tts.PPIO, tts.MiniMax} {
		for faults, heard := range map[string]int{"error=401": 0, "error=401@3000": 3000} {
			got, err := heardBy(t, s, name, hello("Hi"), faults)
			if e := tts.AsError(err, ""); e == nil || e.Kind != tts.KindRefused || e.Cure == "" || e.Retryable || len(got) > heard {
				t.Errorf("%s, %s: %d bytes, %+v", name, faults, len(got), e)
			}
		}
	}
}
