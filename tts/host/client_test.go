package host

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"

	"voicestudio/tts"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// serve starts a DashScope that answers with handler, and its client.
func serve(t *testing.T, handler http.HandlerFunc) *Client {
	t.Helper()
	return serveAs(t, Config{Name: tts.DashScope}, handler)
}

// serveAs starts a host that answers with handler, and its client.
func serveAs(t *testing.T, c Config, handler http.HandlerFunc) *Client {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	transport := &http.Transport{}
	t.Cleanup(transport.CloseIdleConnections)
	c.BaseURL, c.Key, c.Transport = server.URL, NewKey("sk-secret"), transport
	client, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	return client
}

func hello() tts.Request {
	r := tts.Request{Model: "speech-2.8-hd", Text: "Hi <#0.5#> you & me."}
	r.SetVoices([]tts.TimbreWeight{{VoiceID: "Wise_Woman"}})
	return r
}

func hear(c *Client, stream bool) (string, error) {
	s, err := c.Open(context.Background(), hello(), stream)
	if err != nil {
		return "", err
	}
	defer s.Close()
	b, err := io.ReadAll(s)
	return string(b), err
}

func TestTheEnvelopeOfDashScope(t *testing.T) {
	var body, sse, key string
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		b, _ := io.ReadAll(r.Body)
		body, sse, key = string(b), r.Header.Get("X-DashScope-SSE"), r.Header.Get("Authorization")
		fmt.Fprint(w, dash(1, dashChunk(audio, 2)))
	})
	if _, err := hear(c, true); err != nil {
		t.Fatal(err)
	}
	want := `{"input":{"stream_options":{"exclude_aggregated_audio":true},"text":"Hi <#0.5#> you & me.","voice_setting":{"voice_id":"Wise_Woman"}},"model":"MiniMax/speech-2.8-hd"}`
	if body != want || sse != "enable" || key != "Bearer sk-secret" {
		t.Errorf("%s\n%q %q", body, sse, key)
	}
	if _, err := hear(c, false); err != nil || sse != "" || strings.Contains(body, "stream") {
		t.Errorf("not streaming: %s %q %v", body, sse, err)
	}
}

func TestABlendIsSentWithAnEmptyVoice(t *testing.T) {
	r := hello()
	r.SetVoices([]tts.TimbreWeight{{VoiceID: "Wise_Woman", Weight: 60}, {VoiceID: "Santa_Claus ", Weight: 40}})
	b, _ := json.Marshal(dashscope.body(r, false)["input"])
	want := `{"text":"Hi \u003c#0.5#\u003e you \u0026 me.","timbre_weights":[{"voice_id":"Wise_Woman","weight":60},{"voice_id":"Santa_Claus ","weight":40}],"voice_setting":{"voice_id":""}}`
	if string(b) != want {
		t.Errorf("%s", b)
	}
}

func TestErrorsByStatusAndByContent(t *testing.T) {
	for name, c := range map[string]struct {
		status int
		body   string
		kind   tts.ErrorKind
		says   string
	}{
		"a bad key":                    {401, `{"code":"InvalidApiKey","message":"Invalid API-key provided.","request_id":"fb53"}`, tts.KindRefused, "the API key is not valid (InvalidApiKey); check the key in the environment [trace id fb53]"},
		"an error as an event":         {400, "id:1\nevent:error\n:HTTP_STATUS/400\ndata:{\"code\":\"Arrearage\",\"message\":\"Access denied\",\"request_id\":\"f19e\"}\n\n", tts.KindRefused, "arrears (Arrearage); top it up at the host [trace id f19e]"},
		"an error as an event and 200": {200, "id:1\nevent:error\n:HTTP_STATUS/400\ndata:{\"code\":\"InvalidParameter\",\"message\":\"bad voice_setting.speed\",\"request_id\":\"f19e\"}\n\n", tts.KindRefused, "voice_setting.speed"},
		"a login page":                 {200, "<html>\nwelcome\n</html>", tts.KindStream, "a web page came in place of the host's answer; log in to the network in a web browser"},
		"a page of a filter":           {403, "\n <!DOCTYPE html>\x1b[2J<title>Blocked</title>", tts.KindStream, "a web page came in place of the host's answer (HTTP 403); log in to the network in a web browser"},
		"a page that refuses the key":  {401, "<html><h1>401 Authorization Required</h1></html>", tts.KindStream, "or check the base url and the key in the environment"},
		"no page and no speech":        {200, "welcome\n", tts.KindStream, "not a speech host; check the base url"},
		"a page of a proxy":            {404, "<html>not here</html>", tts.KindRefused, "HTTP 404"},
	} {
		t.Run(name, func(t *testing.T) {
			var asked atomic.Int32
			client := serve(t, func(w http.ResponseWriter, r *http.Request) {
				asked.Add(1)
				w.Header().Set("Content-Type", "application/json")
				w.WriteHeader(c.status)
				fmt.Fprint(w, c.body)
			})
			_, err := hear(client, true)
			fault, _ := errors.AsType[*tts.Error](err)
			if fault == nil || fault.Kind != c.kind || !strings.Contains(err.Error(), c.says) {
				t.Errorf("%v", err)
			}
			if asked.Load() != 1 {
				t.Errorf("asked %d times", asked.Load())
			}
			if strings.Contains(err.Error(), "sk-secret") {
				t.Error("the key is in the error")
			}
		})
	}
}

func TestTheRateLimitIsWaitedFor(t *testing.T) {
	var asked atomic.Int32
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if asked.Add(1) == 1 {
			w.Header().Set("Retry-After", "1")
			w.WriteHeader(429)
			fmt.Fprint(w, `{"code":"Throttling","message":"slow","request_id":"r"}`)
			return
		}
		fmt.Fprint(w, streams["DashScope"])
	})
	var waited time.Duration
	c.Waiting = func(pause time.Duration, why *tts.Error) { waited = pause }
	got, err := hear(c, true)
	if err != nil || got != audio || waited != time.Second || asked.Load() != 2 {
		t.Errorf("%q %v, waited %v, asked %d times", got, err, waited, asked.Load())
	}
}

func TestNothingIsTriedAgainOnceAudioWasHeard(t *testing.T) {
	var asked atomic.Int32
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		fmt.Fprint(w, dash(1, dashChunk("one ", 1)))
		http.NewResponseController(w).Flush()
		panic(http.ErrAbortHandler)
	})
	got, err := hear(c, true)
	fault, _ := errors.AsType[*tts.Error](err)
	if got != "one " || fault == nil || fault.Kind != tts.KindStream || fault.Received != 4 || asked.Load() != 1 {
		t.Errorf("%q %v, asked %d times", got, err, asked.Load())
	}
}

func TestCancellingEndsTheRequestAtOnce(t *testing.T) {
	gone := make(chan struct{})
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, dash(1, dashChunk("one ", 1)))
		http.NewResponseController(w).Flush()
		<-r.Context().Done()
		close(gone)
	})
	ctx, cancel := context.WithCancel(context.Background())
	s, err := c.Open(ctx, hello(), true)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	cancel()
	_, err = io.ReadAll(s)
	if fault, _ := errors.AsType[*tts.Error](err); fault == nil || fault.Kind != tts.KindInterrupted {
		t.Errorf("%v", err)
	}
	select {
	case <-gone:
	case <-time.After(5 * time.Second):
		t.Error("the host was not told")
	}
}

func TestTheKeyStaysWithItsHost(t *testing.T) {
	var stolen atomic.Bool
	thief := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { stolen.Store(true) }))
	defer thief.Close()
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, thief.URL, http.StatusTemporaryRedirect)
	})
	if _, err := hear(c, true); err == nil || !strings.Contains(err.Error(), "must not go") {
		t.Errorf("%v", err)
	}
	if stolen.Load() {
		t.Error("the redirect was followed")
	}
	for url, fine := range map[string]bool{"http://example.com/api/v1": false, "https://example.com/api/v1": true, "http://127.0.0.1:1": true, "http://localhost:1": true, "ftp://x": false, "nonsense": false} {
		if _, err := New(Config{Name: tts.DashScope, BaseURL: url, Key: NewKey("k")}); (err == nil) != fine {
			t.Errorf("%s: %v", url, err)
		}
	}
	if _, err := New(Config{Name: tts.DashScope}); err == nil || !strings.Contains(err.Error(), "DASHSCOPE_API_KEY") {
		t.Errorf("without a key: %v", err)
	}
}

func TestTheKeyStaysEncrypted(t *testing.T) {
	for _, status := range []int{http.StatusTemporaryRedirect, http.StatusPermanentRedirect, http.StatusFound} {
		open := &downgrade{status: status}
		c, err := New(Config{Name: tts.DashScope, BaseURL: "https://speech.example/api/v1", Key: NewKey("sk-secret"), Transport: open})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := hear(c, true); err == nil || !strings.Contains(err.Error(), "must not go") {
			t.Errorf("%d: %v", status, err)
		}
		if len(open.asked) > 0 {
			t.Errorf("%d: sent in clear: %q", status, open.asked)
		}
	}
}

// downgrade is a host that sends callers on to itself, from https to http, and
// keeps the Authorization of those who follow.
type downgrade struct {
	status int
	asked  []string
}

func (d *downgrade) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.URL.Scheme == "http" {
		d.asked = append(d.asked, r.Header.Get("Authorization"))
		return answering(func() {}).RoundTrip(r)
	}
	to := *r.URL
	to.Scheme = "http"
	return &http.Response{StatusCode: d.status, Body: http.NoBody, Header: http.Header{"Location": {to.String()}}}, nil
}

func TestTheHashIsThatOfWhatIsBilled(t *testing.T) {
	c, _ := New(Config{Name: tts.DashScope, BaseURL: "https://a", Key: NewKey("one")})
	other, _ := New(Config{Name: tts.DashScope, BaseURL: "https://a", Key: NewKey("two")})
	elsewhere, _ := New(Config{Name: tts.DashScope, BaseURL: "https://b", Key: NewKey("one")})
	changed := hello()
	changed.VoiceSetting.Speed = new(1.0)
	if h := c.Hash(hello()); h != other.Hash(hello()) || h == elsewhere.Hash(hello()) || h == c.Hash(changed) || len(h) != 64 {
		t.Error("the hash must depend on host, address and body, and not on the key")
	}
}
