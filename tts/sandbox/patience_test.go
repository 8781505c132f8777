package sandbox

import (
	"bytes"
	"io"
	"net/http"
	"sync"
	"testing"
	"time"
)

// Longer than os/exec would have waited for who reads a program's output.
const longPause = "2500ms"

func TestASlowReaderHearsAll(t *testing.T) {
	s := speaking(t)
	want := send(t, atMiniMax.request(s, true, anyVoice)).audio(t)
	var readers sync.WaitGroup
	for name, faults := range map[string]string{"a pause": "stall=" + longPause + "@2000", "in real time": "pace=0.5x,chunk=200ms", "none": ""} {
		for _, at := range []site{atMiniMax, atDashScope, atPPIO} {
			readers.Go(func() {
				req := at.request(s, true, anyVoice)
				req.Header.Set(FaultHeader, faults)
				h := send(t, req)
				if got := h.audio(t); !h.last || h.code != 0 || !bytes.Equal(got, want) {
					t.Errorf("%s at %s: %d bytes of %d, code %d", name, at.name, len(got), len(want), h.code)
				}
			})
		}
	}
	readers.Go(func() { // who simply does not read for a while
		resp, err := http.DefaultClient.Do(atMiniMax.request(s, true, anyVoice))
		if err != nil {
			t.Error(err)
			return
		}
		defer resp.Body.Close()
		time.Sleep(2500 * time.Millisecond)
		if b, err := io.ReadAll(resp.Body); err != nil || !bytes.Contains(b, []byte(`"status":2`)) {
			t.Errorf("%v, %.200s", err, b[max(0, len(b)-200):])
		}
	})
	readers.Wait()
}

func TestFiftyAtOnceAreAllAnswered(t *testing.T) {
	s := speaking(t)
	want := send(t, atMiniMax.request(s, true, anyVoice)).audio(t)
	var callers sync.WaitGroup
	for i := range 50 {
		callers.Go(func() {
			h := send(t, sites[i%len(sites)].request(s, true, anyVoice))
			if got := h.audio(t); !h.last || h.code != 0 || len(got) < len(want)-100 {
				t.Errorf("request %d: %d bytes of %d, code %d", i, len(got), len(want), h.code)
			}
		})
	}
	callers.Wait()
}
