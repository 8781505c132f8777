package host

import (
	"bytes"
	"io"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"time"

	"voicestudio/tts"
	"voicestudio/tts/sandbox"
)

// faulty has the sandbox misbehave.
type faulty struct {
	http.RoundTripper
	fault string
}

func (f faulty) RoundTrip(r *http.Request) (*http.Response, error) {
	r.Header.Set(sandbox.FaultHeader, f.fault)
	return f.RoundTripper.RoundTrip(r)
}

func TestTheClientAndEveryFaultOfTheSandbox(t *testing.T) {
	client := stand(t)
	r := tts.Request{Model: "speech-2.8-turbo", Text: "One, two, three, four, five."}
	r.SetVoices([]tts.TimbreWeight{{VoiceID: "Wise_Woman"}})
	listen := func(c *Client, fault string) ([]byte, tts.Progress, error) {
		plain := c.http.Transport
		c.http.Transport = faulty{plain, fault}
		defer func() { c.http.Transport = plain }()
		s, err := c.Open(t.Context(), r, true)
		if err != nil {
			return nil, tts.Progress{}, err
		}
		defer s.Close()
		b, err := io.ReadAll(s)
		return b, s.Progress(), err
	}
	for _, name := range []tts.HostName{tts.DashScope, tts.PPIO, tts.MiniMax} {
		c := client(name)
		want, _, err := listen(c, "")
		if err != nil {
			t.Fatal(err)
		}
		for _, harmless := range []string{"gzip", "crlf", "one_lf", "done", "comments", "trickle", "odd_bytes", "aggregate=always", "extra_info=every", "latency=50ms", "stall=100ms@2000", "pace=20x"} {
			got, p, err := listen(c, harmless)
			if err != nil || !bytes.Equal(got, want) || !p.Complete {
				t.Errorf("%s, %s: %d bytes of %d, %v", name, harmless, len(got), len(want), err)
			}
		}
		if got, _, err := listen(c, "id3"); err != nil || len(got) <= len(want) || bytes.Count(got, []byte("ID3")) != 2 {
			t.Errorf("%s: a tag in mid-stream: %d bytes, %v", name, len(got), err)
		}
		for fault, want := range map[string]struct {
			kind  tts.ErrorKind
			says  string
			heard bool
		}{
			"no_last":                        {tts.KindStream, "cut short", true},
			"cut=3000":                       {tts.KindStream, "", true},
			"odd_hex":                        {tts.KindStream, "not whole hex", false},
			"bad_hex":                        {tts.KindStream, "not whole hex", false},
			"garbage":                        {tts.KindStream, "not a frame", true},
			"empty":                          {tts.KindStream, "without any audio", false},
			"code=1026@3000":                 {tts.KindRefused, "sensitive", true},
			"code=1008":                      {tts.KindRefused, "used up", false},
			"gateway=Arrearage@3000":         {tts.KindRefused, "", true},
			"rate_limit=1000,retry_after=60": {tts.KindRateLimit, "", false},
		} {
			got, p, err := listen(c, fault)
			e := tts.AsError(err, "")
			if e == nil || e.Kind != want.kind || !strings.Contains(e.Message, want.says) || p.Complete {
				t.Errorf("%s, %s: %v", name, fault, err)
			} else if want.heard != (len(got) > 0) && fault != "garbage" || e.Received != int64(len(got)) || len(got) > 0 && e.Retryable {
				t.Errorf("%s, %s: %d bytes heard, %+v", name, fault, len(got), e)
			}
		}
	}
}

// An aggregate of the longest take, 86 MB of hex, costs no memory once its
// audio has been heard.
func TestTheWholeOnceMoreIsSkippedNotCopied(t *testing.T) {
	// Every host sends the audio before the status.
	body := io.MultiReader(strings.NewReader("data: "+nativeChunk(audio, 1)+"\n\ndata: {\"data\":{\"audio\":\""), io.LimitReader(endlessly('0'), 86<<20), strings.NewReader("\",\"status\":2}}\n\n"))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	s := tts.NewStream(newFrames(body).next, nil, tts.Timing{Began: time.Now()})
	b, err := io.ReadAll(s)
	runtime.ReadMemStats(&after)
	if string(b) != audio || err != nil || !s.Progress().Complete {
		t.Fatalf("%.40q %v", b, err)
	}
	if grown := after.TotalAlloc - before.TotalAlloc; grown > 32<<20 {
		t.Errorf("%d MB for 86 MB that nobody needs", grown>>20)
	}
}
