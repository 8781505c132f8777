package speak

import (
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"voicestudio/tts"
	"voicestudio/tts/subtitles"
	"voicestudio/tts/takes"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// host answers every request with pieces of audio, each but the first when it
// is told to; told false, the connection ends.
type host struct {
	pieces []string
	more   chan bool
	titles string // a link to them
	asked  []tts.Request
}

func (h *host) Hash(r tts.Request) string {
	return strings.Repeat("ab", 4) + map[bool]string{true: "cd"}[tts.Or(r.SubtitleEnable, false)]
}

func (h *host) Former(tts.Request) []string { return []string{strings.Repeat("ef", 4)} }

func (h *host) Open(ctx context.Context, r tts.Request, stream bool) (*tts.Stream, error) {
	h.asked = append(h.asked, r)
	if r.Text == "refuse" {
		return nil, &tts.Error{Kind: tts.KindRefused, Message: "no"}
	}
	sent := 0
	next := func() (tts.Frame, error) {
		if sent > 0 && sent < len(h.pieces) {
			select {
			case <-ctx.Done():
				return tts.Frame{}, &tts.Error{Kind: tts.KindInterrupted, Message: "stopped"}
			case on := <-h.more:
				if !on {
					return tts.Frame{}, io.EOF
				}
			}
		}
		if sent == len(h.pieces) {
			return tts.Frame{Last: true, Info: tts.Info{UsageCharacters: new(5), Subtitles: h.titles}}, nil
		}
		sent++
		return tts.Frame{Audio: []byte(h.pieces[sent-1])}, nil
	}
	return tts.NewStream(next, func() error { return nil }, tts.Timing{Began: time.Now()}), nil
}

func (h *host) Subtitles(_ context.Context, link string) ([]subtitles.Cue, error) {
	return []subtitles.Cue{{Text: "from " + link}}, nil
}

// booth is one where the host speaks; bills are what it was charged.
func booth(t *testing.T, pieces ...string) (b Booth, h *host, bills *[]int) {
	t.Helper()
	h, bills = &host{pieces: pieces, more: make(chan bool)}, new([]int)
	return Booth{Host: h, Takes: takes.Folder{Dir: t.TempDir()}, BaseURL: "https://example.org", Charge: func(name tts.HostName, model string, characters *int) *tts.Money {
		*bills = append(*bills, tts.Or(characters, -1))
		return &tts.Money{Amount: 0.5, Currency: "CNY"}
	}}, h, bills
}

var hello = Ask{Request: tts.Request{Model: tts.DefaultModel, Text: "Hello", VoiceSetting: tts.VoiceSetting{VoiceID: "Wise_Woman"}}, To: tts.Target{Host: tts.PPIO, Stream: true}}

func titled() Ask {
	a := hello
	a.Request.SubtitleEnable = new(true)
	return a
}

func speak(t *testing.T, ctx context.Context, b Booth, ask Ask) *Speech {
	t.Helper()
	s, err := b.Speak(ctx, ask)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// said waits for the end of a speech.
func said(t *testing.T, b Booth, ask Ask) *Speech {
	t.Helper()
	s := speak(t, t.Context(), b, ask)
	<-s.Done()
	return s
}

func hear(t *testing.T, s *Speech) (string, error) {
	t.Helper()
	r := s.Reader()
	defer r.Close()
	got, err := io.ReadAll(r)
	return string(got), err
}

func TestWhatIsPaidForIsKeptWhoeverStopsListening(t *testing.T) {
	b, h, bills := booth(t, "one ", "two ", "three")
	s := speak(t, t.Context(), b, hello)
	player, file := s.Reader(), s.Reader()
	io.ReadFull(player, make([]byte, 4))
	player.Close() // cannot decode it
	if take, err := s.Take(); err != nil || !take.Live || take.ID == "" || s.Closed() || s.Price() != nil {
		t.Errorf("while it arrives: %+v %v", take, err)
	}
	h.more <- true
	h.more <- true
	<-s.Done()
	got, err := io.ReadAll(file)
	file.Close()
	take, kept := s.Take()
	audio, _ := os.ReadFile(take.File)
	if string(got) != "one two three" || err != nil || s.Err() != nil || kept != nil || take.Partial || string(audio) != "one two three" {
		t.Errorf("the file got %q, %v, the take %q, %v %v", got, err, audio, s.Err(), kept)
	}
	if take.Host != tts.PPIO || take.BaseURL != b.BaseURL || take.Model != tts.DefaultModel || !take.Request.Equal(hello.Request) || *take.Price != *s.Price() || *take.UsageCharacters != 5 {
		t.Errorf("%+v", take)
	}
	again := said(t, b, hello)
	p := again.Progress()
	if heard, err := hear(t, again); heard != "one two three" || err != nil || !again.Cached || !p.Complete || p.Bytes != 13 || *p.UsageCharacters != 0 || again.Price() != nil {
		t.Errorf("%q, %v, %+v", heard, err, p)
	}
	if len(h.asked) != 1 || len(*bills) != 1 || (*bills)[0] != 5 {
		t.Errorf("it was paid for %d times, %v", len(h.asked), *bills)
	}
	other := hello
	other.Again = true
	if anew := speak(t, t.Context(), b, other); anew.Cached || len(h.asked) != 2 {
		t.Error("who wants another take hears the old one")
	} else {
		anew.Close()
	}
}

func TestAnAnswerThatBreaksOffIsNeverTakenForWhole(t *testing.T) {
	b, h, _ := booth(t, "one ", "two ")
	s := speak(t, t.Context(), b, hello)
	h.more <- false
	<-s.Done()
	got, err := hear(t, s)
	take, _ := s.Take()
	if fault, ours := errors.AsType[*tts.Error](err); got != "one " || !ours || fault.Kind != tts.KindStream || !errors.Is(s.Err(), err) || !take.Partial {
		t.Errorf("%q %v %v, partial %v", got, err, s.Err(), take.Partial)
	}
	if again := speak(t, t.Context(), b, hello); again.Cached {
		t.Error("half an answer stands for the whole")
	} else {
		again.Close()
	}
}

func TestSpeakingEndsWhenThePersonStopsIt(t *testing.T) {
	for name, stop := range map[string]func(*Speech, context.CancelFunc){
		"stopped": func(_ *Speech, cancel context.CancelFunc) { cancel() },
		"closed":  func(s *Speech, _ context.CancelFunc) { s.Close() },
	} {
		b, _, _ := booth(t, "one ", "two ")
		ctx, cancel := context.WithCancel(t.Context())
		s := speak(t, ctx, b, hello)
		r := s.Reader()
		io.ReadFull(r, make([]byte, 4))
		r.Close()
		stop(s, cancel)
		<-s.Done()
		take, err := s.Take()
		audio, _ := os.ReadFile(take.File)
		if fault, ours := errors.AsType[*tts.Error](s.Err()); !ours || fault.Kind != tts.KindInterrupted || err != nil || !take.Partial || string(audio) != "one " {
			t.Errorf("%s: %v %v %q", name, s.Err(), err, audio)
		}
		cancel()
	}
}

func TestAHostThatRefusesMakesNoTake(t *testing.T) {
	b, _, bills := booth(t, "one")
	ask := hello
	ask.Request.Text = "refuse"
	if _, err := b.Speak(t.Context(), ask); tts.AsError(err, tts.KindMachine).Kind != tts.KindRefused {
		t.Error(err)
	}
	if all, broken, err := b.Takes.List(); len(all)+len(broken)+len(*bills) > 0 || err != nil {
		t.Errorf("%v %v %v, billed %v", all, broken, err, *bills)
	}
}

func TestAFullDiskCostsTheTakeButNotTheSound(t *testing.T) {
	b, h, bills := booth(t, "one ", "two ")
	if err := os.RemoveAll(b.Takes.Dir); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(b.Takes.Dir, nil, 0o600); err != nil { // no take can be made there
		t.Fatal(err)
	}
	s := speak(t, t.Context(), b, hello)
	h.more <- true
	<-s.Done()
	if got, err := hear(t, s); got != "one two " || err != nil || s.Err() != nil {
		t.Errorf("%q %v %v", got, err, s.Err())
	}
	if _, err := s.Take(); err == nil || len(*bills) != 1 {
		t.Errorf("nobody says that the take could not be kept, or what it cost: %v, %v", err, *bills)
	}
}

func TestATakeWithoutSubtitlesIsNoAnswerToWhoWantsThem(t *testing.T) {
	b, h, _ := booth(t, "audio")
	without := said(t, b, titled())
	if _, err := without.Subtitles(); err == nil || without.Err() != nil {
		t.Fatalf("%v %v", err, without.Err())
	}
	h.titles = "here"
	with := said(t, b, titled())
	if cues, err := with.Subtitles(); with.Cached || err != nil || len(cues) != 1 || cues[0].Text != "from here" {
		t.Errorf("from disk %v: %+v %v", with.Cached, cues, err)
	}
	h.titles = ""
	anew := titled()
	anew.Again = true
	said(t, b, anew) // the newest take has none
	again := said(t, b, titled())
	if cues, err := again.Subtitles(); !again.Cached || err != nil || len(cues) != 1 || len(h.asked) != 3 {
		t.Errorf("from disk %v: %+v %v; the host was asked %d times", again.Cached, cues, err, len(h.asked))
	}
	if plain := said(t, b, hello); plain.Cached || len(h.asked) != 4 {
		t.Error("another request is answered by this one's take")
	}
	hashes, found, err := b.OnDisk([]tts.Request{titled().Request, hello.Request})
	played, _ := again.Take()
	if err != nil || hashes[0] != h.Hash(titled().Request) || len(found[0]) != 1 || found[0][0].ID != played.ID || len(found[1]) != 1 {
		t.Errorf("%q %+v %v", hashes, found, err)
	}
}

func TestATakeThatCannotBeReadIsAskedForAnew(t *testing.T) {
	b, h, _ := booth(t, "audio")
	take, _ := said(t, b, hello).Take()
	if err := os.WriteFile(take.File, []byte("aud"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, err := hear(t, said(t, b, hello)); got != "audio" || err != nil || len(h.asked) != 2 {
		t.Errorf("%q %v, asked %d times", got, err, len(h.asked))
	}
}

func TestWhatIsPlayedFromDiskIsHeard(t *testing.T) {
	b, _, _ := booth(t, "audio")
	heard := func(s *Speech) bool {
		t.Helper()
		if got, err := hear(t, s); got != "audio" || err != nil {
			t.Fatalf("%q %v", got, err)
		}
		take, _ := s.Take()
		kept, err := b.Takes.Load(take.ID)
		if err != nil {
			t.Fatal(err)
		}
		return !kept.Heard.IsZero()
	}
	heard(said(t, b, hello))
	if again := said(t, b, hello); !again.Cached || !heard(again) {
		t.Error("a take that was played again counts as never heard, and goes first when room is made")
	}
}

func TestTakesOfTheSameSecondKeepTheirOrder(t *testing.T) {
	b, _, _ := booth(t, "audio")
	ask := hello
	ask.Again = true
	for i := range 5 {
		ask.Request.VoiceSetting.Pitch = new(i)
		said(t, b, ask)
		time.Sleep(2 * time.Millisecond) // takes are told apart by milliseconds
	}
	all, _, err := b.Takes.List()
	if err != nil || len(all) != 5 {
		t.Fatal(all, err)
	}
	for i, take := range all {
		if *take.Request.VoiceSetting.Pitch != 4-i {
			t.Errorf("%d stands at %d", *take.Request.VoiceSetting.Pitch, i)
		}
	}
}
