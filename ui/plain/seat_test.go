package plain

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/config"
	"voicestudio/ui/session"
)

// seat is a person at a keyboard, or a file of commands, and what becomes of it.
type seat struct {
	t    testing.TB
	home string
	host *fakeHost
	ear  *ear
	at   tts.HostName
	cap  *tts.Money
	said said
}

func sit(t testing.TB) *seat {
	home, err := os.MkdirTemp("", "plain")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(home) })
	return &seat{t: t, home: home, host: newHost(t), ear: newEar(t), at: tts.Sandbox}
}

// said is what was printed.
type said struct {
	mu  sync.Mutex
	all bytes.Buffer
}

func (s *said) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.all.Write(p)
}

func (s *said) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.all.String()
}

func (s *seat) options(in io.Reader) Options {
	library, err := presets.OpenLibrary(filepath.Join(s.home, "presets"), s.home, nil)
	if err != nil {
		s.t.Fatal(err)
	}
	c := session.Config{Host: s.at, Takes: filepath.Join(s.home, "takes"), Cap: s.cap, Hosts: map[tts.HostName]config.HostSettings{s.at: {BaseURL: s.host.url}}}
	return Options{Session: c, Player: s.ear, Library: library, Draft: filepath.Join(s.home, "draft.json"), In: in, Out: &s.said, Err: &s.said}
}

// does has lines done that nobody types, and returns what was said.
func (s *seat) does(lines ...string) (string, error) {
	s.t.Helper()
	before := len(s.said.String())
	ctx, cancel := context.WithTimeout(s.t.Context(), time.Minute)
	defer cancel()
	err := Run(ctx, s.options(strings.NewReader(strings.Join(lines, "\n")+"\n")))
	if ctx.Err() != nil {
		s.t.Fatalf("it does not end:\n%s", s.said.String())
	}
	text := s.said.String()[before:]
	s.plain(text)
	return text, err
}

// plain wants nothing in a text that a terminal obeys, and none of what boxes,
// bars and waveforms are drawn with.
func (s *seat) plain(text string) {
	s.t.Helper()
	for _, r := range text {
		if r < ' ' && r != '\n' || r == 0x7f || r >= 0x80 && r < 0xa0 || r >= 0x2500 && r <= 0x28ff || r == 0x202e {
			s.t.Fatalf("%q was printed:\n%q", r, text)
		}
	}
}

// takes are those on disk, the newest first.
func (s *seat) takes() []takes.Take {
	all, _, err := takes.Folder{Dir: filepath.Join(s.home, "takes")}.List()
	if err != nil {
		s.t.Fatal(err)
	}
	return all
}

// keyboard is somebody who types.
type keyboard struct {
	*seat
	in    *io.PipeWriter
	ctrlC chan os.Signal
	ended chan error
}

func (s *seat) types() *keyboard {
	from, in := io.Pipe()
	k := &keyboard{seat: s, in: in, ctrlC: make(chan os.Signal, 2), ended: make(chan error, 1)}
	o := s.options(from)
	o.Typed, o.Interrupts = true, k.ctrlC
	go func() { k.ended <- Run(s.t.Context(), o) }()
	s.t.Cleanup(func() { in.Close() })
	return k
}

// line types one.
func (k *keyboard) line(text string) {
	k.t.Helper()
	if _, err := io.WriteString(k.in, text+"\n"); err != nil {
		k.t.Fatal(err)
	}
}

// until waits until something is so.
func (s *seat) until(what string, so func() bool) {
	s.t.Helper()
	for end := time.Now().Add(time.Minute); !so(); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			s.t.Fatalf("waited in vain until %s:\n%s", what, s.said.String())
		}
	}
}

// hears waits until something was said.
func (k *keyboard) says(what string) {
	k.t.Helper()
	k.until(what+" is said", func() bool { return strings.Contains(k.said.String(), what) })
}

func (k *keyboard) leaves() error {
	k.t.Helper()
	select {
	case err := <-k.ended:
		k.plain(k.said.String())
		return err
	case <-time.After(time.Minute):
		k.t.Fatalf("it does not end:\n%s", k.said.String())
		return nil
	}
}

// has wants texts in what was said, in that order.
func has(t testing.TB, text string, what ...string) {
	t.Helper()
	rest := text
	for _, w := range what {
		_, behind, found := strings.Cut(rest, w)
		if !found {
			t.Fatalf("%q was not said, or not there:\n%s", w, text)
		}
		rest = behind
	}
}

func lacks(t testing.TB, text string, what ...string) {
	t.Helper()
	for _, w := range what {
		if strings.Contains(text, w) {
			t.Fatalf("%q was said:\n%s", w, text)
		}
	}
}
