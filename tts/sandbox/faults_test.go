package sandbox

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"os/exec"
	"strings"
	"testing"
	"time"
)

func TestFaultsAreReadOrRefusedInOneSentence(t *testing.T) {
	for _, good := range []string{"", " ", "latency=200ms", "pace=1x", "pace=0.5,chunk=100ms", "rate_limit=2,retry_after=3", "code=1002", "code=1026@3000",
		"status=503", "error=401", "error=529@0", "gateway=Arrearage", "gateway=RATE_LIMIT_EXCEEDED@100", "cut=5000", "cut=0", "stall=500ms@20000", "aggregate=on", "aggregate=off", "aggregate=always",
		"extra_info=every", "extra_info=last", "vary=0", "vary=12,latency=1ms", "odd_hex, bad_hex, garbage,no_last,empty,odd_bytes,id3,gzip,crlf,one_lf,done,comments,trickle,json_label"} {
		if f, err := ParseFaults(good); err != nil || f.String() != strings.TrimSpace(good) {
			t.Errorf("%q: %v", good, err)
		}
	}
	for bad, want := range map[string]string{
		"smoke":           `there is no fault "smoke"; the faults are aggregate, bad_hex, chunk, code, `,
		"latency":         `the fault latency cannot be ""; write it as latency=200ms`,
		"latency=-1s":     "write it as latency=200ms",
		"pace=0":          "write it as pace=1x",
		"pace=fast":       "write it as pace=1x",
		"pace=NaN":        "write it as pace=1x",
		"chunk=0s":        "write it as chunk=100ms",
		"code=soon":       "write it as code=1026@3000",
		"code=1026@":      "write it as code=1026@3000",
		"status=42":       "write it as status=503",
		"error=no":        "write it as error=401@3000",
		"gateway=Nothing": "write it as gateway=Arrearage",
		"cut=-1":          "write it as cut=5000",
		"stall=1s@x":      "write it as stall=500ms@20000",
		"aggregate=maybe": "write it as aggregate=always",
		"vary=":           "write it as vary=7",
		"vary=-1":         "write it as vary=7",
		"gzip=yes":        "the fault gzip takes no value; write gzip",
		"gzip,,done":      `there is no fault ""`,
	} {
		if _, err := ParseFaults(bad); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func FuzzParseFaults(f *testing.F) {
	f.Add("latency=200ms,code=1026@3000,gzip")
	f.Add("stall=1s@2, pace=1x,,cut=")
	f.Fuzz(func(t *testing.T, text string) {
		faults, err := ParseFaults(text)
		if err != nil {
			if strings.ContainsAny(err.Error(), "\n\x1b") {
				t.Errorf("%q", err.Error())
			}
			return
		}
		if again, err := ParseFaults(faults.String()); err != nil || again != faults {
			t.Errorf("%q: %+v, read again %+v, %v", text, faults, again, err)
		}
	})
}

// spoil asks at a site with faults.
func spoil(t *testing.T, s *Server, at site, stream bool, faults, fields string) *heard {
	t.Helper()
	req := at.request(s, stream, fields)
	req.Header.Set(FaultHeader, faults)
	return send(t, req)
}

// framed is how a document ends a stream that has begun.
func framed(at site, status int, doc string) string {
	if at.nested {
		return "event:error\n:HTTP_STATUS/" + itoa(status) + "\ndata:" + doc + "\n\n"
	}
	return "data: " + doc + "\n\n"
}

// says reports whether an answer to a stream is this document alone.
func says(h *heard, at site, doc string, status int) bool {
	if at.nested {
		doc = "id:1\n" + framed(at, status, doc)
	}
	return h.body == doc
}

// Every fault on every host's envelope, with a voice of 20,000 bytes.
func TestFaultsOnEveryHost(t *testing.T) {
	s, _ := start(t, tone{bytes: 20000})
	const pcm = `"audio_setting":{"format":"pcm"},` + anyVoice
	good := func(h *heard) bool { return h.broken == nil && h.last && h.code == 0 && h.gateway == "" }
	size := func(h *heard) int { return len(strings.Join(h.chunks, "")) / 2 }
	for faults, right := range map[string]func(at site, h *heard) bool{
		"":                             func(at site, h *heard) bool { return good(h) && size(h) == 20000 },
		"code=1002":                    func(at site, h *heard) bool { return h.code == 1002 && size(h) == 0 && h.status == 200 },
		"code=1026@3000":               func(at site, h *heard) bool { return h.code == 1026 && size(h) == 3000 && !h.last && h.status == 200 },
		"gateway=Throttling@3000":      func(at site, h *heard) bool { return h.gateway == "Throttling" && size(h) == 3000 && !h.last },
		"gateway=Arrearage":            func(at site, h *heard) bool { return h.status == 400 && h.gateway == "Arrearage" },
		"gateway=Arrearage,status=200": func(at site, h *heard) bool { return h.status == 200 && h.gateway == "Arrearage" },
		"status=503":                   func(at site, h *heard) bool { return h.status == 503 && h.body == "Service Unavailable\n" },
		"status=529":                   func(at site, h *heard) bool { return h.status == 529 && h.body == "Site is overloaded\n" },
		"error=401":                    func(at site, h *heard) bool { return h.status == 401 && says(h, at, `{"error":"Unauthorized"}`, 401) },
		"error=529": func(at site, h *heard) bool {
			return h.status == 529 && says(h, at, `{"error":"Site is overloaded"}`, 529)
		},
		"error=401@3000": func(at site, h *heard) bool {
			return h.status == 200 && size(h) == 3000 && !h.last && strings.HasSuffix(h.body, framed(at, 401, `{"error":"Unauthorized"}`))
		},
		"cut=5000": func(at site, h *heard) bool {
			return h.broken != nil && !h.last && size(h) > 0 && size(h) < 5000 && strings.Count(h.body, "\"audio\"") == len(h.chunks)+1
		},
		"cut=0":   func(at site, h *heard) bool { return h.broken != nil && size(h) == 0 },
		"odd_hex": func(at site, h *heard) bool { return good(h) && len(h.chunks[0])%2 == 1 && len(h.chunks[1])%2 == 0 },
		"bad_hex": func(at site, h *heard) bool { return good(h) && strings.HasPrefix(h.chunks[0], "zz") },
		"garbage": func(at site, h *heard) bool { return good(h) && h.garbage == 1 && size(h) == 20000 },
		"no_last": func(at site, h *heard) bool { return h.broken == nil && !h.last && size(h) == 20000 },
		"empty":   func(at site, h *heard) bool { return good(h) && size(h) == 0 && h.aggregate == "" },
		"odd_bytes": func(at site, h *heard) bool {
			return good(h) && len(h.chunks[0])%4 == 2 && len(h.chunks[1])%4 == 2 && size(h) == 20000
		},
		"aggregate=off":    func(at site, h *heard) bool { return good(h) && h.aggregate == "" },
		"aggregate=always": func(at site, h *heard) bool { return good(h) && len(h.aggregate) == 40000 },
		"extra_info=every": func(at site, h *heard) bool {
			return good(h) && (h.extras == len(h.chunks)+1 || strings.HasPrefix(at.name, "ppio") && at != atPPIO)
		},
		"extra_info=last": func(at site, h *heard) bool { return good(h) && h.extras <= 1 },
		"crlf": func(at site, h *heard) bool {
			return good(h) && strings.Count(h.body, "\r\n") == strings.Count(h.body, "\n") && strings.Contains(h.body, "\r\n\r\n")
		},
		"one_lf": func(at site, h *heard) bool { return good(h) && !strings.Contains(h.body, "\n\n") && size(h) == 20000 },
		"done":   func(at site, h *heard) bool { return h.last && strings.HasSuffix(h.body, "data: [DONE]\n\n") },
		"comments": func(at site, h *heard) bool {
			return good(h) && strings.Count(h.body, ": keep-alive\n\n") == len(h.chunks)+1
		},
		"gzip": func(at site, h *heard) bool {
			return good(h) && size(h) == 20000 && h.header.Get("Content-Encoding") == ""
		},
		"chunk=50ms": func(at site, h *heard) bool { return good(h) && len(h.chunks) == 7 && len(h.chunks[0]) == 6400 },
		"crlf,gzip,comments,done,extra_info=every": func(at site, h *heard) bool { return h.last && size(h) == 20000 },
	} {
		for _, at := range sites {
			h := spoil(t, s, at, true, faults, pcm)
			if faults == "done" {
				h.garbage = 0
			}
			if !right(at, h) {
				t.Errorf("%s, %s: %d %v, %d bytes, code %d %q, %.300q", faults, at.name, h.status, h.broken, size(h), h.code, h.gateway, h.body)
			}
		}
	}
}

func TestEveryChunkSaysHowLongTheAudioIsSoFar(t *testing.T) {
	s, _ := start(t, tone{bytes: 5000})
	for _, faults := range []string{"extra_info=every", "extra_info=every,no_last"} {
		for _, at := range []site{atDashScope, atPPIO, atMiniMax} {
			h := spoil(t, s, at, true, faults, anyVoice)
			if len(h.chunks) < 2 || h.extras < len(h.chunks) || strings.Contains(h.body, `"audio_length":0`) {
				t.Errorf("%s, %s: %d chunks, %d lengths, a length of 0 in %.300s", at.name, faults, len(h.chunks), h.extras, h.body)
			}
		}
	}
}

func TestFaultsOfAWholeAnswer(t *testing.T) {
	s, _ := start(t, tone{bytes: 20000})
	const pcm = `"audio_setting":{"format":"pcm"},` + anyVoice
	for faults, right := range map[string]func(h *heard) bool{
		"code=1002":       func(h *heard) bool { return h.code == 1002 },
		"code=1026@3000":  func(h *heard) bool { return h.code == 1026 && len(h.chunks) == 0 },
		"error=401":       func(h *heard) bool { return h.status == 401 && h.body == `{"error":"Unauthorized"}` },
		"error=401@3000":  func(h *heard) bool { return h.status == 401 && h.body == `{"error":"Unauthorized"}` },
		"code=1026@30000": func(h *heard) bool { return h.code == 0 && len(h.chunks) == 1 },
		"cut=5000":        func(h *heard) bool { return h.broken != nil && len(h.body) > 10000 && len(h.body) < 10400 },
		"odd_hex":         func(h *heard) bool { return len(h.chunks[0]) == 39999 },
		"bad_hex":         func(h *heard) bool { return strings.HasPrefix(h.chunks[0], "zz") },
		"garbage":         func(h *heard) bool { return h.body == "<html>this is not JSON</html>" },
		"empty":           func(h *heard) bool { return h.status == 200 && len(h.chunks) == 0 && h.code == 0 },
		"gzip":            func(h *heard) bool { return len(h.chunks[0]) == 40000 },
		"stall=1ms@300":   func(h *heard) bool { return len(h.chunks[0]) == 40000 },
	} {
		for _, at := range sites {
			if h := spoil(t, s, at, false, faults, pcm); !right(h) {
				t.Errorf("%s, %s: %d %v, %.300q", faults, at.name, h.status, h.broken, h.body)
			}
		}
	}
}

func TestTooManyRequestsAreRefusedInTheHostsWords(t *testing.T) {
	s, _ := start(t, tone{bytes: 100})
	latency := 0
	for at, want := range map[site]string{
		atDashScope: `429 id:1` + "\nevent:error\n:HTTP_STATUS/429\ndata:" + `{"code":"Throttling.RateQuota","message":"Requests rate limit exceeded, please try again later.","request_id":"REQUEST"}` + "\n\n",
		atPPIO:      `429 {"code":429,"reason":"RATE_LIMIT_EXCEEDED","message":"rate limit exceeded"}`,
		atPPIO26:    `429 {"code":429,"reason":"RATE_LIMIT_EXCEEDED","message":"rate limit exceeded"}`,
		atMiniMax:   `200 {"base_resp":{"status_code":1002,"status_msg":"rate limit exceeded(RPM)"}}`,
	} {
		latency++ // a text of its own
		faults := fmt.Sprintf("rate_limit=2,retry_after=3,latency=%dns", latency)
		for try := range 4 {
			h := spoil(t, s, at, true, faults, anyVoice)
			if try >= 2 {
				if !h.last {
					t.Errorf("%s, try %d: %s", at.name, try, h.body)
				}
				continue
			}
			kind := "application/json"
			if at == atDashScope {
				kind = "text/event-stream;charset=UTF-8"
			}
			if got := itoa(h.status) + " " + blank(h.body); got != want || h.header.Get("Retry-After") != "3" || h.header.Get("Content-Type") != kind {
				t.Errorf("%s, try %d: %v %s", at.name, try, h.header, got)
			}
			if at == atMiniMax && (len(h.body) != 74 || h.header.Get("Content-Length") != "74") {
				t.Errorf("%d bytes, a client has seen 74", len(h.body))
			}
		}
	}
}

// The order and the lower bounds of times, which no busy machine can break.
func TestTimesAreKept(t *testing.T) {
	s, _ := start(t, tone{bytes: 32000}) // half a second at 32 kHz
	const pcm = `"audio_setting":{"format":"pcm"},` + anyVoice
	for faults, least := range map[string]time.Duration{
		"latency=60ms":         60 * time.Millisecond,
		"stall=60ms@20000":     60 * time.Millisecond,
		"stall=60ms@0":         60 * time.Millisecond,
		"pace=4x,chunk=100ms":  100 * time.Millisecond, // the last of five chunks is due at 400 ms / 4
		"pace=10x,chunk=100ms": 40 * time.Millisecond,
	} {
		for _, at := range []site{atDashScope, atPPIO26, atMiniMax} {
			began := time.Now()
			h := spoil(t, s, at, true, faults, pcm)
			if took := time.Since(began); took < least || !h.last || len(h.audio(t)) != 32000 {
				t.Errorf("%s, %s: %v, %d chunks", faults, at.name, took, len(h.chunks))
			}
		}
	}
}

func TestAPacedCallerMayLeave(t *testing.T) {
	s, _ := start(t, tone{bytes: 1 << 20})
	req := atMiniMax.request(s, true, anyVoice)
	req.Header.Set(FaultHeader, "pace=1x")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close() // goleak sees whether the answer ends
}

func TestNoWaitOutlivesItsCaller(t *testing.T) {
	for _, faults := range []string{"latency=1h", "stall=1h@100", "pace=0.01x"} {
		s, err := Serve(Config{}, tone{bytes: 50000})
		if err != nil {
			t.Fatal(err)
		}
		ctx, leave := context.WithCancel(t.Context())
		gone := make(chan struct{})
		go func() {
			defer close(gone)
			req := atMiniMax.request(s, true, anyVoice).WithContext(ctx)
			req.Header.Set(FaultHeader, faults)
			if resp, err := http.DefaultClient.Do(req); err == nil {
				io.Copy(io.Discard, resp.Body)
				resp.Body.Close()
			}
		}()
		for s.answering.TryLock() { // until it is being answered
			s.answering.Unlock()
			time.Sleep(time.Millisecond)
		}
		leave()
		<-gone
		s.answering.Lock()   // it waits, and the test's limit is the judge
		s.answering.Unlock() //nolint:staticcheck // SA2001
		s.Close()
	}
}

func TestAGatewayMaySayWhenToComeAgain(t *testing.T) {
	s, _ := start(t, tone{})
	for _, faults := range []string{"status=503,retry_after=7", "gateway=Throttling,retry_after=7"} {
		if h := spoil(t, s, atDashScope, true, faults, anyVoice); h.header.Get("Retry-After") != "7" || h.status < 429 {
			t.Errorf("%s: %d %v", faults, h.status, h.header)
		}
	}
}

func TestAnUnknownFaultIsSaid(t *testing.T) {
	s, _ := start(t, tone{})
	h := spoil(t, s, atMiniMax, true, "smoke", anyVoice)
	if h.status != 400 || !strings.HasPrefix(h.body, `there is no fault "smoke"`) {
		t.Errorf("%d %s", h.status, h.body)
	}
}

func TestTheServersOwnFaultsGiveWayToTheHeader(t *testing.T) {
	faults, err := ParseFaults("code=1008")
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	s, err := Serve(Config{Faults: faults, Log: func(line string) { lines = append(lines, line) }}, tone{bytes: 10})
	if err != nil {
		t.Fatal(err)
	}
	if h := send(t, atMiniMax.request(s, false, anyVoice)); h.code != 1008 {
		t.Errorf("%s", h.body)
	}
	if h := spoil(t, s, atMiniMax, false, "", anyVoice); h.code != 0 || len(h.chunks) != 1 {
		t.Errorf("%s", h.body)
	}
	req := atPPIO.request(s, true, anyVoice)
	req.Header.Set("Authorization", "Bearer wrong-secret")
	req.URL.Path = "/v3/\x1b[31m"
	send(t, req)
	get(t, s.origin()+"/files/none.mp3")
	s.Close() // the lines are complete
	want := []string{"POST /v1/t2a_v2 200 speech-2.8-hd 1008, ", "POST /v1/t2a_v2 200 speech-2.8-hd mp3, ", "POST /v3/[31m 403, ", "GET /files/none.mp3 404"}
	if len(lines) != len(want) {
		t.Fatalf("%q", lines)
	}
	for i, line := range lines {
		if !strings.HasPrefix(line, want[i]) || strings.Contains(line, "secret") || strings.ContainsAny(line, "\n\x1b") {
			t.Errorf("%q, want %q...", line, want[i])
		}
	}
}

// A tag in mid-stream stands at the start of a chunk, between two frames: a
// decoder may lose what the next frame keeps in the ones before, nothing else.
func TestATagInMidStreamIsBetweenTwoFrames(t *testing.T) {
	for _, at := range []site{atDashScope, atPPIO26, atMiniMax} {
		for _, setting := range []string{`"sample_rate":32000`, `"sample_rate":44100`, `"sample_rate":22050`, `"sample_rate":8000`} {
			fields := `"audio_setting":{` + setting + `},` + anyVoice
			plain := send(t, at.request(speaking(t), true, fields)).audio(t)
			h := spoil(t, speaking(t), at, true, "id3", fields)
			found := -1
			for i, chunk := range h.chunks[1:] {
				if strings.HasPrefix(chunk, "494433") {
					found = i + 1
				}
			}
			audio := h.audio(t)
			if found < 0 || len(audio) != len(plain)+len(streamTag) {
				t.Fatalf("%s, %s: chunk %d, %d bytes, %d without the tag", at.name, setting, found, len(audio), len(plain))
			}
			place := len(strings.Join(h.chunks[:found], "")) / 2
			if next := audio[place+len(streamTag):]; next[0] != 0xff || next[1]&0xe0 != 0xe0 || !bytes.Equal(next, plain[place:]) {
				t.Errorf("%s, %s: the tag at %d is not between two frames", at.name, setting, place)
			}
			decode := exec.Command("mpg123", "-q", "-s", "-")
			decode.Stdin = bytes.NewReader(audio)
			with, err := decode.Output()
			decode = exec.Command("mpg123", "-q", "-s", "-")
			decode.Stdin = bytes.NewReader(plain)
			without, err2 := decode.Output()
			if err != nil || err2 != nil || len(with) != len(without) || !bytes.Equal(with[len(with)*3/4:], without[len(with)*3/4:]) {
				t.Errorf("%s, %s: decoded %d bytes, %d without the tag, %v %v", at.name, setting, len(with), len(without), err, err2)
			}
		}
	}
}

// With trickle every byte is a write of its own.
func TestATrickleArrivesWhole(t *testing.T) {
	s, _ := start(t, tone{bytes: 900})
	for _, at := range sites {
		for _, stream := range []bool{true, false} {
			if h := spoil(t, s, at, stream, "trickle", pcm1); len(h.audio(t)) != 900 || stream && !h.last {
				t.Errorf("%s: %.300q", at.name, h.body)
			}
		}
	}
	req := atMiniMax.request(s, false, pcm1)
	req.Header.Set(FaultHeader, "trickle")
	writes := &pieces{header: http.Header{}}
	s.http.Handler.ServeHTTP(writes, req)
	if writes.largest != 1 || writes.flushed < 2000 {
		t.Errorf("%d bytes at once, %d flushes", writes.largest, writes.flushed)
	}
}

// pieces counts how an answer is written.
type pieces struct {
	header           http.Header
	largest, flushed int
}

func (p *pieces) Header() http.Header         { return p.header }
func (p *pieces) WriteHeader(int)             {}
func (p *pieces) Flush()                      { p.flushed++ }
func (p *pieces) Write(b []byte) (int, error) { p.largest = max(p.largest, len(b)); return len(b), nil }
