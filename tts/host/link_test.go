package host

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"voicestudio/tts"
)

func TestAudioBehindALinkIsFetchedWithoutTheKey(t *testing.T) {
	var fetched atomic.Int32
	files := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "" {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		if fetched.Add(1) == 1 {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		io.WriteString(w, strings.Repeat(audio, 5000))
	}))
	defer files.Close()
	for name, body := range map[string]string{
		"PPIO 2.6":            `{"audio":"` + files.URL + `/x.mp3?sig=1"}`,
		"MiniMax":             `{"data":{"audio":"` + files.URL + `/x.mp3","status":2},"extra_info":{"audio_size":0,"usage_characters":9},"trace_id":"t"}`,
		"with long subtitles": `{"pad":"` + strings.Repeat("x", 9000) + `","data":{"audio" : "` + files.URL + `/x.mp3?a=\u0026","status":2},"extra_info":{"usage_characters":9}}`,
		"DashScope":           `{"output":{"data":{"audio":"` + files.URL + `/x.mp3","status":2}},"usage":{"characters":9}}`,
	} {
		t.Run(name, func(t *testing.T) {
			c := serveAs(t, Config{Name: tts.PPIO}, func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, body) })
			s, err := c.Open(t.Context(), hello(), false)
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			got, err := io.ReadAll(s)
			if err != nil || string(got) != strings.Repeat(audio, 5000) || !s.Progress().Complete {
				t.Errorf("%d bytes, %v", len(got), err)
			}
			if name != "PPIO 2.6" && *s.Progress().UsageCharacters != 9 {
				t.Error("what the host billed is lost")
			}
		})
	}
}

func TestLinksThatAreNotFollowed(t *testing.T) {
	var local string
	files := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/away":
			http.Redirect(w, r, "http://example.com/x.mp3", http.StatusFound)
		case "/gone":
			w.WriteHeader(http.StatusNotFound)
		case "/big":
			w.Header().Set("Content-Length", fmt.Sprint(maxLink+1))
		}
	}))
	defer files.Close()
	local = files.URL
	for link, says := range map[string]string{
		"http://example.com/x.mp3": "not https",
		"https://exa mple.com/":    "not an address",
		local + "/away":            "not https",
		local + "/gone":            "HTTP 404",
		local + "/big":             "larger than 512 MB",
	} {
		var asked atomic.Int32
		c := serveAs(t, Config{Name: tts.MiniMax}, func(w http.ResponseWriter, r *http.Request) {
			asked.Add(1)
			fmt.Fprintf(w, `{"data":{"audio":%q,"status":2},"trace_id":"t7"}`, link)
		})
		_, err := hear(c, false)
		if err == nil || !strings.Contains(err.Error(), says) || !strings.Contains(err.Error(), "within a day") || !strings.Contains(err.Error(), "t7") {
			t.Errorf("%s: %v", link, err)
		}
		if asked.Load() != 1 {
			t.Errorf("%s: the host was asked, and paid, %d times", link, asked.Load())
		}
	}
	far, err := New(Config{Name: tts.MiniMax, Key: NewKey("k")})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := far.fetch(t.Context(), "http://127.0.0.1:1/x", 1); err == nil || !strings.Contains(err.Error(), "into this machine") {
		t.Errorf("a far host points at this machine: %v", err)
	}
}

func TestSubtitlesAreFetchedWithoutTheKey(t *testing.T) {
	files := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" && r.URL.Path == "/x.titles" {
			io.WriteString(w, `[{"text":"Hi.","time_begin":0,"time_end":500.5}]`)
		}
	}))
	defer files.Close()
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, `{"output":{"data":{"audio":"%s","status":2,"subtitle_file":"%s/x.titles"}}}`, x(audio), files.URL)
	})
	s, err := c.Open(t.Context(), hello(), false)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	io.Copy(io.Discard, s)
	cues, err := c.Subtitles(t.Context(), s.Progress().Subtitles)
	if err != nil || len(cues) != 1 || cues[0].End != 501 {
		t.Errorf("%+v %v", cues, err)
	}
	if _, err := c.Subtitles(t.Context(), files.URL+"/other"); err == nil || !strings.Contains(err.Error(), "could not be fetched") {
		t.Errorf("%v", err)
	}
}

func TestAHostThatFallsSilentIsLeft(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c, err := New(Config{Name: tts.MiniMax, Key: NewKey("k"), Transport: silent{}})
		if err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		s, err := c.Open(t.Context(), hello(), true)
		if err != nil {
			t.Fatal(err)
		}
		time.Sleep(2 * longestSilence) // nobody reads: that is not the host's silence
		_, err = io.ReadAll(s)
		if fault := tts.AsError(err, ""); fault == nil || fault.Kind != tts.KindStream || !strings.Contains(fault.Message, "nothing for 1m") {
			t.Errorf("%v", err)
		}
		if d := time.Since(began); d != 3*longestSilence {
			t.Errorf("after %v", d)
		}
		s.Close()
	})
}

// silent answers with one chunk, then with nothing until it is cancelled.
type silent struct{}

func (silent) RoundTrip(r *http.Request) (*http.Response, error) {
	read, write := io.Pipe()
	go func() {
		io.WriteString(write, "data: "+nativeChunk("one ", 1)+"\n\n")
		<-r.Context().Done()
		write.CloseWithError(r.Context().Err())
	}()
	return &http.Response{StatusCode: 200, Body: read, Header: http.Header{}}, nil
}

func TestABatchStaysBelowTheHostsLimit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var times []time.Time
		c, err := New(Config{Name: tts.MiniMax, Key: NewKey("k"), RPM: 3, Transport: answering(func() { times = append(times, time.Now()) })})
		if err != nil {
			t.Fatal(err)
		}
		var waits []string
		c.Waiting = func(pause time.Duration, why *tts.Error) { waits = append(waits, fmt.Sprint(pause, " ", why.Message)) }
		for range 7 {
			if _, err := hear(c, false); err != nil {
				t.Fatal(err)
			}
			time.Sleep(time.Second)
		}
		for i := range times[3:] {
			if d := times[i+3].Sub(times[i]); d < time.Minute {
				t.Errorf("four requests within %v", d)
			}
		}
		if len(waits) != 2 || waits[0] != "57s MiniMax allows 3 requests in a minute" {
			t.Errorf("%v", waits)
		}
	})
}

type answering func()

func (f answering) RoundTrip(*http.Request) (*http.Response, error) {
	f()
	return &http.Response{StatusCode: 200, Body: io.NopCloser(strings.NewReader(nativeChunk(audio, 2))), Header: http.Header{}}, nil
}
