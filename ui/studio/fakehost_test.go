package studio

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	"voicestudio/tts"
)

// fakeHost is a host on loopback with a canned voice that keeps what it was sent.
// It answers at once and whole, unless it was told how to answer next.
type fakeHost struct {
	url   string
	close func() // ends it

	mu     sync.Mutex
	sent   []tts.Request
	keys   []string // that came with them
	wholly []bool   // were to be answered as a whole
	next   []func(*answer)
	voices []string      // of the account
	search chan struct{} // ends before they are listed; nil: at once
	knocks int           // requests that say nothing
	ended  int           // answers that were given, or left by whoever asked
}

func newHost(t testing.TB) *fakeHost {
	h := &fakeHost{}
	server := httptest.NewServer(h)
	h.url, h.close = server.URL, server.Close
	t.Cleanup(server.Close)
	return h
}

// will says how the next requests are answered, one after the other.
func (h *fakeHost) will(next ...func(*answer)) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.next = append(h.next, next...)
}

// asked is what the host was sent for speech, the latest last.
func (h *fakeHost) asked() []tts.Request {
	h.mu.Lock()
	defer h.mu.Unlock()
	return slices.Clone(h.sent)
}

// knocked is how often it was asked for nothing, so that a connection is there.
func (h *fakeHost) knocked() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.knocks
}

// answered is how many requests have been dealt with.
func (h *fakeHost) answered() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.ended
}

// question is a request in the envelopes of MiniMax and DashScope.
type question struct {
	tts.Request
	Input  *tts.Request `json:"input"`
	Stream bool         `json:"stream"`
}

func (h *fakeHost) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if strings.HasSuffix(r.URL.Path, "/get_voice") {
		h.list(w)
		return
	}
	if r.URL.Path == "/subtitles" {
		fmt.Fprint(w, `[{"text":"One, two.","time_begin":0,"time_end":900},{"text":"Three.","time_begin":900,"time_end":1500}]`)
		return
	}
	if r.Method == http.MethodGet {
		h.mu.Lock()
		defer h.mu.Unlock()
		h.knocks++
		http.NotFound(w, r)
		return
	}
	var q question
	if err := json.NewDecoder(r.Body).Decode(&q); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if q.Input != nil {
		q.Input.Model = q.Model
		q.Request = *q.Input
	}
	h.mu.Lock()
	a := &answer{to: q.Request, number: len(h.sent), w: w, r: r}
	h.sent, h.keys = append(h.sent, q.Request), append(h.keys, r.Header.Get("Authorization"))
	h.wholly = append(h.wholly, !q.Stream && r.Header.Get("X-DashScope-SSE") == "")
	say := whole
	if len(h.next) > 0 {
		say, h.next = h.next[0], h.next[1:]
	}
	h.mu.Unlock()
	defer func() {
		h.mu.Lock()
		defer h.mu.Unlock()
		h.ended++
	}()
	say(a)
}

func (h *fakeHost) list(w http.ResponseWriter) {
	if h.search != nil {
		<-h.search
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	var cloned []map[string]string
	for _, id := range h.voices {
		cloned = append(cloned, map[string]string{"voice_id": id, "voice_name": "Our " + id})
	}
	json.NewEncoder(w).Encode(map[string]any{"voice_cloning": cloned, "base_resp": map[string]any{"status_code": 0}})
}

// answer is one that is being given.
type answer struct {
	to     tts.Request
	number int
	w      http.ResponseWriter
	r      *http.Request
}

// whole says everything.
func whole(a *answer) {
	a.audio(hum(a.to, a.number))
	a.last()
}

// held says everything once the gate opens.
func held(gate <-chan struct{}) func(*answer) {
	return func(a *answer) {
		if a.waits(gate) {
			whole(a)
		}
	}
}

// halved says half of it at once, and the rest once the gate opens.
func halved(gate <-chan struct{}) func(*answer) {
	return func(a *answer) {
		all := hum(a.to, a.number)
		half := len(all) / 2 / frameBytes * frameBytes
		a.audio(all[:half])
		if a.waits(gate) {
			a.audio(all[half:])
			a.last()
		}
	}
}

// broken breaks off in the middle.
func broken(a *answer) {
	all := hum(a.to, a.number)
	a.audio(all[:len(all)/2])
	panic(http.ErrAbortHandler)
}

// refuses says an error of MiniMax's.
func refuses(code int, words string) func(*answer) {
	return func(a *answer) {
		a.w.Header().Set("Trace-Id", "0123456789")
		fmt.Fprintf(a.w, `{"base_resp":{"status_code":%d,"status_msg":%q}}`, code, words)
	}
}

// busy wants to be left alone for some seconds.
func busy(seconds int) func(*answer) {
	return func(a *answer) {
		a.w.Header().Set("Retry-After", fmt.Sprint(seconds))
		refuses(1002, "rate limit")(a)
	}
}

// waits reports whether the gate has opened before whoever asked has gone.
func (a *answer) waits(gate <-chan struct{}) bool {
	select {
	case <-gate:
		return true
	case <-a.r.Context().Done():
		return false
	}
}

// audio sends sound in pieces of five frames.
func (a *answer) audio(all []byte) {
	for piece := range slices.Chunk(all, 5*frameBytes) {
		a.event(map[string]any{"data": map[string]any{"audio": hex.EncodeToString(piece), "status": 1}})
	}
}

// last says that this was all, and what it is billed for.
func (a *answer) last() {
	audio := hum(a.to, a.number)
	length := int64(len(audio)/frameBytes) * frameTime.Milliseconds()
	data := map[string]any{"audio": "", "status": 2}
	if tts.Or(a.to.SubtitleEnable, false) {
		data["subtitle_file"] = "http://" + a.r.Host + "/subtitles"
	}
	a.event(map[string]any{"data": data, "trace_id": fmt.Sprintf("trace-%d", a.number),
		"extra_info": map[string]any{"audio_length": length, "audio_size": len(audio), "usage_characters": len([]rune(a.to.Text))}, "base_resp": map[string]any{"status_code": 0}})
}

func (a *answer) event(doc map[string]any) {
	if strings.Contains(a.r.URL.Path, "/services/aigc/") {
		doc = map[string]any{"output": doc, "usage": map[string]any{"characters": len([]rune(a.to.Text))}, "request_id": fmt.Sprint("request-", a.number)}
	}
	b, err := json.Marshal(doc)
	if err != nil {
		panic(err)
	}
	fmt.Fprintf(a.w, "data: %s\n\n", b)
	a.w.(http.Flusher).Flush()
}
