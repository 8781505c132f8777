package session

import (
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"voicestudio/tts"
)

// site is a host at MiniMax's contract that answers whole, and remembers the
// paths that it was asked for.
type site struct {
	*httptest.Server
	clone  string // the one voice of the account
	titles bool   // it makes subtitles

	mu    sync.Mutex
	asked []string
}

func newSite(t *testing.T) *site {
	s := &site{}
	s.Server = httptest.NewServer(s)
	t.Cleanup(s.Close)
	return s
}

func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked = append(s.asked, r.URL.Path)
	link := ""
	if s.titles {
		link = s.URL + "/titles"
	}
	switch r.URL.Path {
	case "/titles":
		fmt.Fprint(w, `[{"text":"Hello","time_begin":0,"time_end":500}]`)
	case "/v1/get_voice":
		fmt.Fprintf(w, `{"system_voice":[{"voice_id":"Wise_Woman"}],"voice_cloning":[{"voice_id":%q}]}`, s.clone)
	default:
		fmt.Fprintf(w, `{"data":{"audio":"%s","status":2,"subtitle_file":%q},"extra_info":{"usage_characters":5}}`, hex.EncodeToString([]byte("audio")), link)
	}
}

// times counts how often the site was asked for something.
func (s *site) times(path string) (n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, p := range s.asked {
		if p == path {
			n++
		}
	}
	return n
}

// atTwoSites is a session at MiniMax that may move to MiniMax's host in China.
func atTwoSites(t *testing.T) (s *Session, here, there *site) {
	here, there = newSite(t), newSite(t)
	t.Setenv("MINIMAX_API_KEY", "k")
	s = New(Config{Host: tts.MiniMax, Takes: t.TempDir(), Hosts: map[tts.HostName]HostSettings{
		tts.MiniMax: {BaseURL: here.URL}, tts.MiniMaxCN: {BaseURL: there.URL}}})
	t.Cleanup(func() { s.Close() })
	return s, here, there
}

// ask speaks a request as one whole answer and waits for its end.
func ask(t *testing.T, s *Session, r tts.Request) *Speech {
	t.Helper()
	sp, err := s.Speak(t.Context(), r, Ask{})
	if err != nil {
		t.Fatal(err)
	}
	<-sp.Done()
	return sp
}

// speaking is where a site is asked for speech.
const speaking = "/v1/t2a_v2"

func TestWhoMovesToAnotherHostIsAnsweredThere(t *testing.T) {
	s, here, there := atTwoSites(t)
	ask(t, s, hello)
	s.MoveTo(tts.MiniMaxCN)
	moved := ask(t, s, hello)
	if here.times(speaking) != 1 || there.times(speaking) != 1 {
		t.Errorf("the old host was asked %d times, the new one %d times", here.times(speaking), there.times(speaking))
	}
	if take, err := moved.Take(); err != nil || take.Host != tts.MiniMaxCN || take.BaseURL != there.URL {
		t.Errorf("%+v %v", take, err)
	}
	s.MoveTo(tts.MiniMax)
	if back := ask(t, s, hello); !back.Cached || here.times(speaking) != 1 {
		t.Error("what the old host has said is paid for again")
	}
}

func TestTheAccountsOwnVoicesAreKnownWhereTheAccountIs(t *testing.T) {
	s, here, there := atTwoSites(t)
	here.clone, there.clone = "anna_clone", "bo_clone"
	mine := hello
	mine.SetVoices([]tts.TimbreWeight{{VoiceID: "anna_clone"}})
	strange := func() bool {
		t.Helper()
		for _, p := range ask(t, s, mine).Warnings {
			if strings.Contains(p.Message, "not in the catalogue") {
				return true
			}
		}
		return false
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

func TestATakeWithoutSubtitlesIsNoAnswerToWhoWantsThem(t *testing.T) {
	s, here, _ := atTwoSites(t)
	titled := hello
	titled.SubtitleEnable = new(true)
	without := ask(t, s, titled)
	if _, err := without.Subtitles(); err == nil || without.Err() != nil {
		t.Fatalf("%v %v", err, without.Err())
	}
	here.titles = true
	with := ask(t, s, titled)
	if cues, err := with.Subtitles(); with.Cached || err != nil || len(cues) != 1 || cues[0].Text != "Hello" {
		t.Errorf("from disk %v: %+v %v", with.Cached, cues, err)
	}
	again := ask(t, s, titled)
	if cues, err := again.Subtitles(); !again.Cached || err != nil || len(cues) != 1 || here.times(speaking) != 2 || here.times("/titles") != 1 {
		t.Errorf("from disk %v: %+v %v; the host was asked for %q", again.Cached, cues, err, here.asked)
	}
	if _, found, err := s.OnDisk([]tts.Request{again.Request}); err != nil || len(found[0]) != 1 {
		t.Errorf("%d takes are said to answer it, %v", len(found[0]), err)
	}
}

func TestWhatIsPlayedFromDiskIsHeard(t *testing.T) {
	s, _, _ := atTwoSites(t)
	hear := func(sp *Speech) bool {
		t.Helper()
		r := sp.Reader()
		if got, err := io.ReadAll(r); string(got) != "audio" || err != nil {
			t.Fatalf("%q %v", got, err)
		}
		r.Close()
		take, _ := sp.Take()
		kept, err := s.Takes().Load(take.ID)
		if err != nil {
			t.Fatal(err)
		}
		return !kept.Heard.IsZero()
	}
	hear(ask(t, s, hello))
	again := ask(t, s, hello)
	if !again.Cached || !hear(again) {
		t.Error("a take that was played again counts as never heard, and goes first when room is made")
	}
}
