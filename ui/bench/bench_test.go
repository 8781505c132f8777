package bench

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"voicestudio/player"
	"voicestudio/player/align"
	"voicestudio/player/measure"
	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/ui/config"
	"voicestudio/ui/session"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// site is a host at MiniMax's contract that answers with a second of tone behind
// half a second of silence, when it is let.
type site struct {
	*httptest.Server
	let chan bool // nil: at once

	mu        sync.Mutex
	asked     []string // bodies
	now, most int      // at once
	broken    string   // what is refused: a voice
}

func newSite(t *testing.T) *site {
	s := &site{}
	s.Server = httptest.NewServer(s)
	t.Cleanup(s.Close)
	return s
}

// tone is PCM at 16 kHz.
func tone() []byte {
	b := make([]byte, 2*24000)
	for i := range 16000 {
		v := int16(6000 * math.Sin(float64(i)*440*2*math.Pi/16000))
		b[16000+2*i], b[16000+2*i+1] = byte(v), byte(v>>8)
	}
	return b
}

func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	s.mu.Lock()
	s.asked = append(s.asked, string(body))
	s.now++
	s.most = max(s.most, s.now)
	broken := s.broken != "" && strings.Contains(string(body), s.broken)
	s.mu.Unlock()
	defer func() { s.mu.Lock(); s.now--; s.mu.Unlock() }()
	if s.let != nil {
		select {
		case <-s.let:
		case <-r.Context().Done():
			return
		}
	}
	if broken {
		fmt.Fprint(w, `{"base_resp":{"status_code":2013,"status_msg":"no"}}`)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	fmt.Fprintf(w, "data: {\"data\":{\"audio\":\"%s\",\"status\":1}}\n\n", hex.EncodeToString(tone()))
	fmt.Fprint(w, "data: {\"data\":{\"audio\":\"\",\"status\":2},\"extra_info\":{\"audio_length\":1500,\"usage_characters\":6},\"base_resp\":{\"status_code\":0}}\n\n")
}

// busy is how many wait for their answer.
func (s *site) busy() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.now
}

// seen are the bodies so far, and how many were answered at once at most. What was
// cancelled may still be on its way.
func (s *site) seen() (asked []string, most int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.asked), s.most
}

// atOnce is how many were answered at once at most.
func (s *site) atOnce() int {
	_, most := s.seen()
	return most
}

// count is how many requests came.
func (s *site) count() int {
	asked, _ := s.seen()
	return len(asked)
}

// studio is a session with two hosts, and one without a key.
func studio(t *testing.T) (s *session.Session, here, there *site) {
	here, there = newSite(t), newSite(t)
	t.Setenv("MINIMAX_API_KEY", "k")
	t.Setenv("NOVITA_API_KEY", "")
	s = session.New(session.Config{Host: tts.MiniMax, Takes: filepath.Join(t.TempDir(), "takes"), Hosts: map[tts.HostName]config.HostSettings{
		tts.MiniMax: {BaseURL: here.URL}, tts.MiniMaxCN: {BaseURL: there.URL}}})
	t.Cleanup(func() { s.Close() })
	return s, here, there
}

func pcm(voice string) tts.Request {
	return tts.Request{VoiceSetting: tts.VoiceSetting{VoiceID: voice}, AudioSetting: tts.AudioSetting{Format: "pcm", SampleRate: new(16000)}}
}

func of(voices ...string) (a audition.Audition) {
	a.Name, a.Text = "x", "Hello."
	for _, v := range voices {
		a.Candidates = append(a.Candidates, audition.Candidate{Label: v, Kind: audition.Voice, Request: pcm(v)})
	}
	return a
}

func looked(t *testing.T, s *session.Session, a audition.Audition) []Row {
	t.Helper()
	rows, err := Look(t.Context(), s, a)
	if err != nil || len(rows) != len(a.Candidates) {
		t.Fatal(rows, err)
	}
	return rows
}

// made makes what is missing, and puts what becomes of it into the rows.
func made(ctx context.Context, s *session.Session, rows []Row) (begun int) {
	var mu sync.Mutex
	Make(ctx, s, rows, session.WithinCap, func(e Event) {
		mu.Lock()
		defer mu.Unlock()
		if e.Take == nil && e.Err == nil {
			begun++
			return
		}
		rows[e.Row].Take, rows[e.Row].Err = e.Take, e.Err
	})
	return begun
}

func TestEachCandidateSpeaksTheLineAtItsOwnHost(t *testing.T) {
	s, here, there := studio(t)
	a := of("Wise_Woman", "Deep_Voice_Man", "Wise_Woman", "Calm_Woman", "Calm_Woman", "Calm_Woman")
	a.Candidates[1].Host = tts.MiniMaxCN
	a.Candidates[1].Preset = "Deep"
	a.Candidates[3].Request.VoiceSetting.Speed = new(9.0)
	a.Candidates[4].Host = tts.Novita
	a.Candidates[5].Request.AudioSetting = tts.AudioSetting{Format: "aac"}
	rows := looked(t, s, a)
	for i, says := range []string{3: "voice_setting.speed", 4: "NOVITA_API_KEY", 5: "audio_setting.format"} {
		if r := rows[i]; says == "" && (r.Refused() || r.Err != nil) || says != "" && (!r.Refused() || !strings.Contains(r.Err.Error(), says)) {
			t.Errorf("%d: %v", i, r.Err)
		}
	}
	bills := Bills(rows)
	if len(bills) != 2 || bills[0].Rows != 1 || bills[0].Price.String() != "$0.0004" || bills[0].Characters != 6 || bills[1].Host != tts.MiniMaxCN || bills[1].Unpriced != 1 || bills[1].Price != nil {
		t.Errorf("%+v", bills)
	}
	if begun := made(t.Context(), s, rows); begun != 3 || here.count() != 1 || there.count() != 1 {
		t.Errorf("%d began, asked %d and %d times", begun, here.count(), there.count())
	}
	if rows[0].Take == nil || rows[0].Take.ID != rows[2].Take.ID || rows[1].Take.Host != tts.MiniMaxCN || rows[1].Take.Preset != "Deep" || rows[1].Take.Request.Text != "Hello." {
		t.Errorf("%+v", rows)
	}
	again := looked(t, s, a)
	if again[0].Take == nil || again[1].Take == nil || again[2].Take == nil || len(Bills(again)) != 0 {
		t.Errorf("what is on disk is not found: %+v", again)
	}
	a.Text = "Other."
	if rows := looked(t, s, a); rows[0].Take != nil || rows[0].Price.String() != "$0.0004" {
		t.Errorf("another line is not on disk: %+v", rows[0])
	}
}

func TestATakeOnTheBenchStaysItselfWhereItSaysTheLine(t *testing.T) {
	s, here, _ := studio(t)
	rows := looked(t, s, of("Wise_Woman"))
	made(t.Context(), s, rows)
	first := rows[0].Take.ID
	rows[0].Take, rows[0].Ask.Again = nil, true
	made(t.Context(), s, rows)
	a := of("Wise_Woman", "Wise_Woman", "Deep_Voice_Man")
	a.Candidates[1].Take = first
	a.Candidates[2].Kind, a.Candidates[2].Take, a.Candidates[2].Request.VoiceSetting.Speed = audition.Take, first, new(9.0) // whatever is asked for now
	rows = looked(t, s, a)
	if rows[0].Take.ID == first || rows[1].Take.ID != first || rows[2].Take.ID != first || rows[2].Err != nil {
		t.Errorf("the newest, the one it had, the one it is: %q %q %q", rows[0].Take.ID, rows[1].Take.ID, rows[2].Take.ID)
	}
	a.Text, a.Candidates[2].Request.VoiceSetting.Speed = "Other.", nil
	if rows = looked(t, s, a); rows[2].Take != nil || rows[2].Ask.Request.Text != "Other." {
		t.Errorf("of another line it is spoken anew: %+v", rows[2])
	}
	a.Text = "Hello."
	os.Truncate(filepath.Join(s.Takes().Dir, first+".pcm"), 10)
	if rows = looked(t, s, a); rows[1].Take == nil || rows[1].Take.ID == first || rows[2].Take != nil {
		t.Errorf("a take that is cut is heard: %+v %+v", rows[1].Take, rows[2].Take)
	}
	if here.atOnce() != 1 || here.count() != 2 {
		t.Errorf("asked %d times", here.count())
	}
}

func TestTwoAreSpokenAtOnceAndAFailureIsTriedAgain(t *testing.T) {
	s, here, _ := studio(t)
	here.let, here.broken = make(chan bool), "Calm_Woman"
	rows := looked(t, s, of("Wise_Woman", "Calm_Woman", "Deep_Voice_Man", "Friendly_Person", "Inspirational_girl"))
	go func() {
		for left := 5; left > 0; left-- {
			for here.busy() < min(2, left) { // until two wait for their answer
				runtime.Gosched()
			}
			here.let <- true
		}
	}()
	made(t.Context(), s, rows)
	for i, r := range rows {
		if failed := i == 1; failed != (r.Err != nil) || failed == (r.Take != nil) {
			t.Errorf("%d: %v", i, r.Err)
		}
	}
	if here.atOnce() != 2 || tts.AsError(rows[1].Err, "").Kind != tts.KindRefused {
		t.Errorf("%d at once, %v", here.atOnce(), rows[1].Err)
	}
	here.broken, here.let = "", nil
	if made(t.Context(), s, rows); rows[1].Take == nil || rows[1].Err != nil || here.count() != 6 {
		t.Errorf("%v, asked %d times", rows[1].Err, here.count())
	}
}

func TestStoppedNothingMoreBegins(t *testing.T) {
	s, here, _ := studio(t)
	here.let = make(chan bool)
	ctx, cancel := context.WithCancel(t.Context())
	rows := looked(t, s, of("Wise_Woman", "Calm_Woman", "Deep_Voice_Man", "Friendly_Person"))
	go func() { here.let <- true; here.let <- true; cancel() }()
	made(ctx, s, rows)
	done := 0
	for _, r := range rows {
		if r.Take != nil {
			done++
		} else if r.Err != nil && tts.AsError(r.Err, "").Kind != tts.KindInterrupted {
			t.Error(r.Err)
		}
	}
	if _, most := here.seen(); done > 2 || most > 2 {
		t.Errorf("%d were made, %d at once", done, most)
	}
	s.RaiseCap(tts.Money{Amount: 0, Currency: "USD"})
	rows = looked(t, s, of("Inspirational_girl"))
	made(t.Context(), s, rows)
	asked, _ := here.seen()
	sent := slices.ContainsFunc(asked, func(body string) bool { return strings.Contains(body, "Inspirational_girl") })
	if why := (*session.Costs)(nil); !errors.As(rows[0].Err, &why) || sent {
		t.Errorf("beyond the cap: %v, sent %v", rows[0].Err, sent)
	}
}

func TestLevelsAreMatchedButForTheVolumeItself(t *testing.T) {
	rows := []Row{{}, {}, {}}
	loud := []Loud{{LUFS: -20, TruePeak: -8}, {LUFS: -30, TruePeak: -2}, {LUFS: math.Inf(-1), TruePeak: math.Inf(-1)}}
	gains, matched := Levels(rows, loud)
	// The second would peak at +10 dBTP, so that all are 11 dB lower.
	if !matched || gains[0] != -9 || gains[1] != 1 || gains[2] != 0 {
		t.Errorf("%v %v", gains, matched)
	}
	rows[2].Ask.Request.VoiceSetting.Vol = new(1.0)
	if _, matched := Levels(rows, loud); !matched {
		t.Error("a volume of 1 is that which is not set")
	}
	rows[2].Ask.Request.VoiceSetting.Vol = new(2.0)
	if gains, matched := Levels(rows, loud); matched || slices.Max(gains) != 0 || slices.Min(gains) != 0 {
		t.Errorf("%v %v", gains, matched)
	}
}

func TestAClipBeginsWhereItIsFirstHeard(t *testing.T) {
	s, _, _ := studio(t)
	rows := looked(t, s, of("Wise_Woman"))
	made(t.Context(), s, rows)
	file, format, err := session.OpenTake(*rows[0].Take)
	if err != nil {
		t.Fatal(err)
	}
	p := player.NewSilent()
	defer p.Close()
	tl := p.Load(t.Context(), file, format)
	<-tl.Done()
	if c := Clip(tl, -3); c.Timeline != tl || c.Gain != -3 || c.From < 470*time.Millisecond || c.From > 500*time.Millisecond {
		t.Errorf("from %v", c.From)
	}
	lufs, length, err := Loudness(*rows[0].Take)
	want, _ := tl.Loudness()
	if err != nil || math.Abs(lufs-want) > 0.01 || length != 1500*time.Millisecond {
		t.Errorf("%v %v %v, the timeline says %v", lufs, length, err, want)
	}
	sound, err := Sound(*rows[0].Take)
	if err != nil || sound.Rate != 16000 || sound.Channels != 1 || len(sound.Samples) != 24000 {
		t.Errorf("%d %d %d %v", sound.Rate, sound.Channels, len(sound.Samples), err)
	}
	os.Remove(rows[0].Take.File)
	if _, _, err := Loudness(*rows[0].Take); err == nil {
		t.Error("what is not there has a loudness")
	}
}

func TestMapsAreOfTakesThatSayTheSameWords(t *testing.T) {
	var m Maps
	asked := map[string]int{}
	voice := func(id, text string) Voice {
		return Voice{id, text, func() (measure.Sound, error) {
			if asked[id]++; id == "lost" {
				return measure.Sound{}, errors.New("no")
			}
			return measure.Sound{Samples: make([]float32, 16000), Channels: 1, Rate: 16000}, nil
		}}
	}
	a, b := voice("a", "Hello, <#1.0#>you there. (laughs)"), voice("b", "hello you there")
	m.Learn(b, a)
	m.Learn(a, b)
	if m.Learn(a, voice("c", "Hello you.")) || m.Learn(a, voice("lost", "hello you there")) || asked["a"] != 1 || asked["b"] != 1 || asked["c"] != 0 {
		t.Errorf("asked for %v", asked)
	}
	if _, found := m.Same("a", "c"); found {
		t.Error("takes of other words have a map")
	}
	for i := range 2 * mostMaps {
		m.Learn(voice(fmt.Sprint(i), "x"), voice("z", "x"))
	}
	if len(m.maps.values) > mostMaps || len(m.features.values) > mostFeatures {
		t.Errorf("%d maps, %d features are kept", len(m.maps.values), len(m.features.values))
	}
}

func TestAMapLeadsThereAndBack(t *testing.T) {
	var m Maps
	pair, _ := paired("fast", "slow") // in this order, whoever is asked for first
	between, _ := align.Between(align.Of(melody(1)), align.Of(melody(1.25)))
	m.maps.put(pair, between, mostMaps)
	there, found := m.Same("fast", "slow")
	back, also := m.Same("slow", "fast")
	if !found || !also {
		t.Fatal("there is no map")
	}
	near := func(a, b time.Duration) bool { return (a - b).Abs() < 80*time.Millisecond }
	if !near(there(time.Second), 1250*time.Millisecond) || !near(back(1250*time.Millisecond), time.Second) {
		t.Errorf("there %v, back %v", there(time.Second), back(1250*time.Millisecond))
	}
}

// melody is two seconds of changing sounds, stretched.
func melody(stretch float64) measure.Sound {
	const rate, note = 16000, 0.125
	x := make([]float32, int(2*stretch*rate))
	for i := range x {
		at := float64(i) / rate
		n := int(at / stretch / note)
		for _, hz := range []float64{200 + 83*float64(n*7%11), 1000 + 331*float64(n*5%9)} {
			x[i] += float32(0.2 * math.Sin(2*math.Pi*hz*at))
		}
	}
	return measure.Sound{Samples: x, Channels: 1, Rate: rate}
}
