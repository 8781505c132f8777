package plain

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"
	"time"

	"voicestudio/tts"
	"voicestudio/tts/sandbox/canned"
)

// fakeHost is a host on loopback that hums: as long as the words take at that speed,
// and softer by as many tenths of a decibel as the voice is. It keeps what it was
// sent.
type fakeHost struct {
	url string
	own string // the account's voices, as JSON

	mu      sync.Mutex
	sent    []tts.Request
	refuses int           // a code of MiniMax's that it says next; 0: none
	gate    chan struct{} // answers wait for it; nil: none
}

func newHost(t testing.TB) *fakeHost {
	h := &fakeHost{}
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	h.url = server.URL
	return h
}

// asked is what it was sent, the latest last.
func (h *fakeHost) asked() []tts.Request {
	h.mu.Lock()
	defer h.mu.Unlock()
	return slices.Clone(h.sent)
}

func (h *fakeHost) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodGet {
		http.NotFound(w, r)
		return
	}
	var q tts.Request
	if err := json.NewDecoder(r.Body).Decode(&q); err != nil || q.Text == "" {
		fmt.Fprintf(w, `{"voice_cloning":[%s],"base_resp":{"status_code":0}}`, h.own) // the account's voices
		return
	}
	h.mu.Lock()
	n, refuses, gate := len(h.sent), h.refuses, h.gate
	h.sent, h.refuses = append(h.sent, q), 0
	h.mu.Unlock()
	if refuses != 0 {
		w.Header().Set("Trace-Id", "0123456789")
		fmt.Fprintf(w, `{"base_resp":{"status_code":%d,"status_msg":"no \u001b[31mred\u202e"}}`, refuses)
		return
	}
	if gate != nil {
		select {
		case <-gate:
		case <-r.Context().Done():
			return
		}
	}
	seconds := 0.06 * float64(len([]rune(q.Text))) / tts.Or(q.VoiceSetting.Speed, 1)
	audio := canned.Hum(time.Duration(seconds*float64(time.Second)), -math.Abs(float64(tts.Or(q.VoiceModify.Intensity, 0)))/10, n)
	event := func(doc map[string]any) {
		b, _ := json.Marshal(doc)
		fmt.Fprintf(w, "data: %s\n\n", b)
		w.(http.Flusher).Flush()
	}
	for piece := range slices.Chunk(audio, 5*canned.HumBytes) {
		event(map[string]any{"data": map[string]any{"audio": hex.EncodeToString(piece), "status": 1}})
	}
	event(map[string]any{"data": map[string]any{"audio": "", "status": 2}, "trace_id": fmt.Sprint("trace-", n), "base_resp": map[string]any{"status_code": 0},
		"extra_info": map[string]any{"audio_length": int64(len(audio)/canned.HumBytes) * canned.HumTime.Milliseconds(), "audio_size": len(audio), "usage_characters": len([]rune(q.Text))}})
}
