package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"

	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/tts/sandbox"
)

// lineHost is a sandbox that stands for MiniMax and remembers what it was asked for.
type lineHost struct {
	args []string // of a command that asks it

	mu     sync.Mutex
	asked  []string          // the texts
	faults map[string]string // by the text
	meets  func(text string) // may be nil
}

// texts are what it was asked for, so far.
func (h *lineHost) texts() []string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return slices.Sorted(slices.Values(h.asked))
}

// times is how often a text was asked for.
func (h *lineHost) times(text string) (n int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, t := range h.asked {
		if t == text {
			n++
		}
	}
	return n
}

// behaves has the host fail at texts from now on, and forget what it was asked for.
func (h *lineHost) behaves(faults map[string]string, meets func(text string)) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.asked, h.faults, h.meets = nil, faults, meets
}

// narrator is somebody with a key and a host that costs money.
func narrator(t *testing.T) (*person, *lineHost) {
	need(t, "espeak-ng", "lame")
	server, err := sandbox.Start(sandbox.Config{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Close() })
	to, _ := url.Parse(server.BaseURL(tts.MiniMax))
	pass := httputil.NewSingleHostReverseProxy(to)
	pass.ErrorLog = quietly
	h := &lineHost{}
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		r.Body = io.NopCloser(bytes.NewReader(body))
		var asks struct{ Text string }
		json.Unmarshal(body, &asks)
		h.mu.Lock()
		h.asked = append(h.asked, asks.Text)
		fault, meets := h.faults[asks.Text], h.meets
		h.mu.Unlock()
		if meets != nil {
			meets(asks.Text)
		}
		r.Header.Set(sandbox.FaultHeader, fault)
		pass.ServeHTTP(w, r)
	}))
	t.Cleanup(host.Close)
	h.args = []string{"--host", "minimax", "--base-url", host.URL, "--yes", "--json"}
	return newPerson(t).with("MINIMAX_API_KEY=k"), h
}

// numbered is a script of so many lines, as somebody writes one by hand.
func (p *person) numbered(name string, lines int) {
	var all []string
	for i := range lines {
		all = append(all, fmt.Sprintf(`{"text": "This is line %d."}`, i+1))
	}
	p.write(name, `{"version": 1, "x_mine": "stays", "lines": [`+strings.Join(all, ", ")+`]}`)
}

func numberedLine(n int) string { return fmt.Sprintf("This is line %d.", n) }

// script reads a script as it is kept.
func (p *person) script(name string) script.File {
	p.t.Helper()
	folder, id := script.At(p.path(name))
	f, err := folder.Load(id)
	if err != nil {
		p.t.Fatal(err)
	}
	return f
}

// made are the lines of a script that have a take, from 1.
func made(f script.File) (lines []int) {
	for i, r := range f.Rows {
		if r.Chosen != "" {
			lines = append(lines, i+1)
		}
	}
	return lines
}

// said is a program's output that tells when something is in it.
type said struct {
	what  string
	heard chan struct{}
	all   bytes.Buffer
	done  bool
}

func (s *said) Write(p []byte) (int, error) {
	s.all.Write(p)
	if !s.done && strings.Contains(s.all.String(), s.what) {
		s.done = true
		close(s.heard)
	}
	return len(p), nil
}
