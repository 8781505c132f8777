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
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"voicestudio/tts"
	"voicestudio/tts/speak"
	"voicestudio/ui/config"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// site is a host at MiniMax's contract, and remembers what it was asked for.
type site struct {
	*httptest.Server
	clone   string // the one voice of the account
	endless bool   // its answers never end
	silent  bool   // they never begin

	mu    sync.Mutex
	asked []string // paths
}

func newSite(t *testing.T) *site {
	s := &site{}
	s.Server = httptest.NewServer(s)
	t.Cleanup(s.Close)
	return s
}

func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.asked = append(s.asked, r.URL.Path)
	s.mu.Unlock()
	switch {
	case r.URL.Path == "/v1/get_voice":
		fmt.Fprintf(w, `{"system_voice":[{"voice_id":"Wise_Woman"}],"voice_cloning":[{"voice_id":%q}]}`, s.clone)
		return
	case s.silent:
		io.Copy(io.Discard, r.Body)
		<-r.Context().Done()
	case s.endless:
		fmt.Fprintf(w, "data: {\"data\":{\"audio\":\"%s\",\"status\":1},\"extra_info\":{\"usage_characters\":3}}\n\n", hex.EncodeToString([]byte("audio")))
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	default:
		fmt.Fprintf(w, `{"data":{"audio":"%s","status":2},"extra_info":{"usage_characters":1000}}`, hex.EncodeToString([]byte("audio")))
	}
}

// spoke counts the requests for speech.
func (s *site) spoke() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(slices.DeleteFunc(slices.Clone(s.asked), func(path string) bool { return path != "/v1/t2a_v2" }))
}

// atTwoSites is a session at MiniMax that may move to MiniMax's host in China.
func atTwoSites(t *testing.T) (s *Session, here, there *site) {
	here, there = newSite(t), newSite(t)
	t.Setenv("MINIMAX_API_KEY", "k")
	s = New(Config{Host: tts.MiniMax, Takes: t.TempDir(), Hosts: map[tts.HostName]config.HostSettings{
		tts.MiniMax: {BaseURL: here.URL}, tts.MiniMaxCN: {BaseURL: there.URL}}})
	t.Cleanup(func() { s.Close() })
	return s, here, there
}

var hello = tts.Request{Text: "Hello", VoiceSetting: tts.VoiceSetting{VoiceID: "Wise_Woman"}}

// settle has a request ready to be spoken.
func settle(t *testing.T, s *Session, r tts.Request) (speak.Ask, []tts.Problem) {
	t.Helper()
	ask, problems, err := s.Settle(r, false)
	if err != nil {
		t.Fatal(err)
	}
	return ask, problems
}

// spoken speaks what is ready, to its end.
func spoken(t *testing.T, s *Session, ask speak.Ask) *speak.Speech {
	t.Helper()
	speech, err := s.Speak(t.Context(), ask, WithinCap)
	if err != nil {
		t.Fatal(err)
	}
	<-speech.Done()
	return speech
}

func TestWhoMovesToAnotherHostIsAnsweredThere(t *testing.T) {
	s, here, there := atTwoSites(t)
	ask, _ := settle(t, s, hello)
	spoken(t, s, ask)
	s.MoveTo(tts.MiniMaxCN)
	moved, _ := settle(t, s, hello)
	take, err := spoken(t, s, moved).Take()
	if err != nil || take.Host != tts.MiniMaxCN || take.BaseURL != there.URL || here.spoke() != 1 || there.spoke() != 1 {
		t.Errorf("%+v %v; the old host was asked %d times, the new one %d times", take, err, here.spoke(), there.spoke())
	}
	if back := spoken(t, s, ask); !back.Cached || back.Host != tts.MiniMax {
		t.Error("what the old host has said is paid for again")
	}
	ask.Again = true // it was made ready before the move
	if take, _ := spoken(t, s, ask).Take(); take.Host != tts.MiniMax || here.spoke() != 2 {
		t.Errorf("a request for the old host went to the new one: %+v", take)
	}
}

func TestWhatIsBeingSpokenIsNotPaidTwice(t *testing.T) {
	s, here, _ := atTwoSites(t)
	here.endless = true
	ask, _ := settle(t, s, hello)
	first, err := s.Speak(t.Context(), ask, WithinCap)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	impatient := make(chan error)
	go func() {
		_, err := s.Speak(ctx, ask, WithinCap)
		impatient <- err
	}()
	cancel()
	if err := <-impatient; tts.AsError(err, tts.KindMachine).Kind != tts.KindInterrupted || here.spoke() != 1 {
		t.Errorf("who does not wait for it: %v, the host was asked %d times", err, here.spoke())
	}
	here.endless = false
	var all sync.WaitGroup
	cached := make(chan bool, 5)
	for range cap(cached) {
		all.Go(func() {
			speech, err := s.Speak(t.Context(), ask, WithinCap)
			if err != nil {
				t.Error(err)
				return
			}
			<-speech.Done()
			cached <- speech.Cached
		})
	}
	first.Close() // what was cut answers nobody: one of them asks the host, for all
	all.Wait()
	close(cached)
	paid := 0
	for c := range cached {
		if !c {
			paid++
		}
	}
	if paid != 1 || here.spoke() != 2 {
		t.Errorf("%d have paid, the host was asked %d times", paid, here.spoke())
	}
}

// The take is of a version whose default was another address, which a person
// may also have in the config file.
func TestATakeMadeBeforeTheHostMovedIsThere(t *testing.T) {
	t.Setenv("MINIMAX_API_KEY", "k")
	const id = "e7c7a702bf06e103743cd83b51bd1234d29ff8bac948ed7f0061f4376e954010-1"
	folder := t.TempDir()
	for name, content := range map[string]string{
		id + ".json": `{"id": "` + id + `", "time": "2026-11-20T10:00:00Z", "host": "minimax-cn", "model": "speech-2.8-turbo", "request": {}, "partial": false, "starred": false, "note": "", "bytes": 5}`,
		id + ".mp3":  "audio",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, base := range []string{"", "https://api.minimaxi.com", "https://api.minimax.cn/"} {
		s := New(Config{Host: tts.MiniMaxCN, Takes: folder, Hosts: map[tts.HostName]config.HostSettings{tts.MiniMaxCN: {BaseURL: base}}})
		ask, _ := settle(t, s, tts.Request{Text: "Hello.", VoiceSetting: tts.VoiceSetting{VoiceID: "Wise_Woman"}})
		if _, found, err := s.OnDisk([]tts.Request{ask.Request}); err != nil || len(found[0]) != 1 {
			t.Fatalf("base_url %q: it would be paid again; %v", base, err)
		}
		if speech := spoken(t, s, ask); !speech.Cached {
			t.Errorf("base_url %q: it was asked for again", base)
		}
		s.Close()
	}
}

func TestTheAccountsOwnVoicesAreKnownWhereTheAccountIs(t *testing.T) {
	s, here, there := atTwoSites(t)
	here.clone, there.clone = "anna_clone", "bo_clone"
	mine := hello
	mine.SetVoices([]tts.TimbreWeight{{VoiceID: "anna_clone"}})
	strange := func() bool {
		_, problems := settle(t, s, mine)
		return slices.ContainsFunc(problems, func(p tts.Problem) bool { return strings.Contains(p.Message, "not in the catalogue") })
	}
	if !strange() {
		t.Error("nobody has said that this voice is there")
	}
	if own, err := s.ListOwn(t.Context()); err != nil || len(own) != 1 || own[0].ID != "anna_clone" {
		t.Fatalf("%+v %v", own, err)
	}
	if strange() {
		t.Error("the account's own voice is strange")
	}
	s.MoveTo(tts.MiniMaxCN)
	if !strange() {
		t.Error("another host knows the voice as well")
	}
}

func TestWhatASessionHasCostIsAddedUpByCurrency(t *testing.T) {
	s, _, _ := atTwoSites(t)
	ask, _ := settle(t, s, hello)
	if price := spoken(t, s, ask).Price(); price == nil || price.String() != "$0.0600" {
		t.Errorf("a thousand characters cost %v", price)
	}
	spoken(t, s, ask) // from disk, free
	ask.Again = true
	spoken(t, s, ask)
	if spent, known := s.Spent("USD"); spent.String() != "$0.12" || !known {
		t.Errorf("%v, all of it: %v", spent, known)
	}
	s.MoveTo(tts.MiniMaxCN)
	elsewhere, _ := settle(t, s, hello)
	if price := spoken(t, s, elsewhere).Price(); price != nil {
		t.Errorf("nobody knows that price, but it is %v", price)
	}
	if spent, known := s.Spent("USD"); spent.String() != "$0.12" || known {
		t.Errorf("%v, all of it: %v", spent, known)
	}
}

func TestWhoLeavesEndsWhatIsBeingSpoken(t *testing.T) {
	s, here, _ := atTwoSites(t)
	here.endless = true
	ask, _ := settle(t, s, hello)
	speech, err := s.Speak(t.Context(), ask, WithinCap)
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	take, err := speech.Take()
	if fault, ours := errors.AsType[*tts.Error](speech.Err()); !speech.Closed() || !ours || fault.Kind != tts.KindInterrupted || err != nil || !take.Partial {
		t.Errorf("%v %+v %v", speech.Err(), take, err)
	}
	// What the host counted on the way is no bill.
	if spent, known := s.Spent("USD"); known || spent.Amount != 0 || take.Price != nil || take.UsageCharacters != nil || speech.Progress().UsageCharacters != nil {
		t.Errorf("a take that was cut has cost %v, all of it: %v; %+v", spent, known, take)
	}
}

func TestWhatWasSentAndLeftMayBeBilled(t *testing.T) {
	s, here, _ := atTwoSites(t)
	here.silent = true
	ask, _ := settle(t, s, hello)
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		for here.spoke() == 0 {
			time.Sleep(time.Millisecond)
		}
		cancel()
	}()
	if _, err := s.Speak(ctx, ask, WithinCap); tts.AsError(err, tts.KindMachine).Kind != tts.KindInterrupted {
		t.Fatal(err)
	}
	if _, known := s.Spent("USD"); known {
		t.Error("a request that the host had when it was left cost nothing")
	}
	t.Setenv("PPIO_API_KEY", "k")
	far := New(Config{Host: tts.PPIO, Takes: t.TempDir(), Hosts: map[tts.HostName]config.HostSettings{tts.PPIO: {BaseURL: "http://127.0.0.1:1"}}})
	defer far.Close()
	ask, _ = settle(t, far, hello)
	ctx, cancel = context.WithTimeout(t.Context(), 100*time.Millisecond) // before a second try
	defer cancel()
	far.Speak(ctx, ask, WithinCap)
	if _, known := far.Spent("CNY"); !known {
		t.Error("a request that no host has had may be billed")
	}
}

func TestAHostThatCannotBeAskedIsSaidBeforeAnythingIs(t *testing.T) {
	t.Setenv("PPIO_API_KEY", "")
	t.Setenv("MINIMAX_API_KEY", "k")
	for want, c := range map[string]Config{
		"":                      {Host: tts.Sandbox},
		"there is no host":      {Host: "mars"},
		"set PPIO_API_KEY":      {Host: tts.PPIO},
		"is not an address":     {Host: tts.MiniMax, Hosts: map[tts.HostName]config.HostSettings{tts.MiniMax: {BaseURL: "minimax"}}},
		"would leave unencrypt": {Host: tts.MiniMax, Hosts: map[tts.HostName]config.HostSettings{tts.MiniMax: {BaseURL: "http://example.org"}}},
	} {
		err := c.Check()
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want) || tts.AsError(err, tts.KindMachine).Kind != tts.KindRequest) {
			t.Errorf("%q: %v", want, err)
		}
	}
}
