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
			if got := triesFor(businessError(code, "", tts.Info{})); got != try {
				t.Errorf("%d is tried %d times, not %d", code, got, try)
			}
		}
	}
	for status, try := range map[int]int{401: 1, 403: 1, 404: 1, 400: 1, 429: tries, 500: 2, 502: 2, 503: 2} {
		if got := triesFor(statusError(status, tts.Info{})); got != try {
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
		_, err := say(c, true)
		if fault := tts.AsError(err, ""); fault == nil || fault.Kind != want || fault.Retryable != (status != 403) {
			t.Errorf("%d: %+v", status, fault)
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
		c, err := New(Config{Name: tts.MiniMax, Key: "sk-secret", Transport: answer1{resp}})
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
