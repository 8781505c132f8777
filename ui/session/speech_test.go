package session

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"

	"go.uber.org/goleak"

	"voicestudio/tts"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// answering is a host that answers every request with pieces of audio, each when it is asked to.
func answering(t *testing.T, pieces ...string) (s *Session, more chan bool, asked *int) {
	t.Helper()
	more, asked = make(chan bool), new(int)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		*asked++
		for i, piece := range pieces {
			if i > 0 {
				select {
				case goOn := <-more:
					if !goOn {
						return
					}
				case <-r.Context().Done():
					return
				}
			}
			fmt.Fprintf(w, "data: {\"data\":{\"audio\":\"%s\",\"status\":1}}\n\n", hex.EncodeToString([]byte(piece)))
			w.(http.Flusher).Flush()
		}
		fmt.Fprint(w, "data: {\"data\":{\"audio\":\"\",\"status\":2},\"extra_info\":{\"usage_characters\":5}}\n\n")
	}))
	t.Cleanup(server.Close)
	t.Setenv("MINIMAX_API_KEY", "k")
	s = New(Config{Host: tts.MiniMax, Takes: t.TempDir(), Hosts: map[tts.HostName]HostSettings{tts.MiniMax: {BaseURL: server.URL}}})
	t.Cleanup(func() { s.Close() })
	return s, more, asked
}

var hello = tts.Request{Text: "Hello", VoiceSetting: tts.VoiceSetting{VoiceID: "Wise_Woman"}}

func speak(t *testing.T, s *Session, ctx context.Context) *Speech {
	t.Helper()
	sp, err := s.Speak(ctx, hello, Ask{Stream: true})
	if err != nil {
		t.Fatal(err)
	}
	return sp
}

func TestWhatIsPaidForIsKeptWhoeverStopsListening(t *testing.T) {
	s, more, asked := answering(t, "one ", "two ", "three")
	sp := speak(t, s, t.Context())
	player, file := sp.Reader(), sp.Reader()
	io.ReadFull(player, make([]byte, 4))
	player.Close() // cannot decode it
	more <- true
	more <- true
	<-sp.Done()
	got, err := io.ReadAll(file)
	file.Close()
	take, kept := sp.Take()
	audio, _ := os.ReadFile(take.File)
	if string(got) != "one two three" || err != nil || sp.Err() != nil || kept != nil || take.Partial || string(audio) != "one two three" {
		t.Errorf("the file got %q, %v, the take %q, %v %v", got, err, audio, sp.Err(), kept)
	}
	again := speak(t, s, t.Context())
	if !again.Cached || *asked != 1 {
		t.Errorf("it was paid for %d times", *asked)
	}
}

func TestAnAnswerThatBreaksOffIsNeverTakenForWhole(t *testing.T) {
	s, more, _ := answering(t, "one ", "two ")
	sp := speak(t, s, t.Context())
	more <- false
	<-sp.Done()
	r := sp.Reader()
	defer r.Close()
	got, err := io.ReadAll(r)
	take, _ := sp.Take()
	if fault, ours := errors.AsType[*tts.Error](err); string(got) != "one " || !ours || fault.Kind != tts.KindStream || !errors.Is(sp.Err(), err) || !take.Partial {
		t.Errorf("%q %v %v, partial %v", got, err, sp.Err(), take.Partial)
	}
}

func TestSpeakingEndsWhenThePersonStopsItOrLeaves(t *testing.T) {
	for name, stop := range map[string]func(*Session, *Speech, context.CancelFunc){
		"stopped": func(_ *Session, _ *Speech, cancel context.CancelFunc) { cancel() },
		"closed":  func(_ *Session, sp *Speech, _ context.CancelFunc) { sp.Close() },
		"left":    func(s *Session, _ *Speech, _ context.CancelFunc) { s.Close() },
	} {
		s, _, _ := answering(t, "one ", "two ")
		ctx, cancel := context.WithCancel(t.Context())
		sp := speak(t, s, ctx)
		stop(s, sp, cancel)
		<-sp.Done()
		take, err := sp.Take()
		audio, _ := os.ReadFile(take.File)
		if fault, ours := errors.AsType[*tts.Error](sp.Err()); !ours || fault.Kind != tts.KindInterrupted || err != nil || !take.Partial || string(audio) != "one " {
			t.Errorf("%s: %v %v %q", name, sp.Err(), err, audio)
		}
		cancel()
	}
}

func TestAFullDiskCostsTheTakeButNotTheSound(t *testing.T) {
	s, more, _ := answering(t, "one ", "two ")
	if err := os.RemoveAll(s.takes.Dir); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(s.takes.Dir, nil, 0o600); err != nil { // no take can be made there
		t.Fatal(err)
	}
	sp := speak(t, s, t.Context())
	more <- true
	<-sp.Done()
	r := sp.Reader()
	defer r.Close()
	if got, err := io.ReadAll(r); string(got) != "one two " || err != nil {
		t.Errorf("%q %v", got, err)
	}
	if _, err := sp.Take(); err == nil {
		t.Error("nobody says that the take could not be kept")
	}
}
