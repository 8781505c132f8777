package reference

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"voicestudio/player/measure"
	"voicestudio/tts"
	"voicestudio/tts/tune"
	"voicestudio/ui/session"
	"voicestudio/ui/tuning"
	"voicestudio/ui/tuning/unattended"
)

const (
	welcome = "Welcome back. Let us pick up where we left off."
	train   = "The train to the coast leaves at ten, so please do not be late, and keep your bags with you."
)

// tuned runs a search towards a recording in a folder of its own.
func tuned(t *testing.T, path string, axes ...tune.Axis) (r tts.Request, clips int, judge *Judge) {
	t.Helper()
	s := session.New(session.Config{Takes: filepath.Join(t.TempDir(), "takes")})
	defer s.Close()
	rec, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	c, err := tuning.Begin(1, tts.Sandbox, welcome, []tuning.Start{{Request: tts.Request{VoiceSetting: tts.VoiceSetting{VoiceID: "Wise_Woman"}}}})
	if err != nil {
		t.Fatal(err)
	}
	search, _ := tune.Open(c.Session)
	for _, a := range tune.Settings {
		search.Lock(a, true)
	}
	for _, a := range axes {
		search.Lock(a, false)
	}
	c.Session = search.Session()
	if c, err = s.Tunings().Create(c); err != nil {
		t.Fatal(err)
	}
	judge = rec.Judge(nil)
	c, stopped, err := unattended.Run{Session: s, Folder: s.Tunings(), Judge: judge, Clips: Clips(axes)}.On(t.Context(), c)
	if err != nil || stopped != unattended.Done {
		t.Fatalf("%s, %v", stopped, err)
	}
	search, _ = tune.Open(c.Session)
	return search.Now(), len(c.Takes), judge
}

func hidden(text string) tts.Request {
	return tts.Request{Text: text, VoiceSetting: tts.VoiceSetting{VoiceID: "Wise_Woman", Speed: new(1.3), Pitch: new(-4)}}
}

func TestSpeedAndPitchOfARecordingAreCalculatedAndAlwaysTheSame(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		path         string
		same         bool
		speed, apart float64
	}{
		"the same words":          {voice(t, 44100, 1, hidden(welcome)), true, 1.3, .05},
		"other words":             {voice(t, 44100, 1, hidden(train)), false, 1.3, .15},
		"8 kHz, on both channels": {voice(t, 8000, 2, hidden(welcome)), true, 1.3, .05},
	} {
		r, clips, judge := tuned(t, c.path, tune.Speed, tune.Pitch)
		speed, pitch := tune.Value(tune.Speed, r), tune.Value(tune.Pitch, r)
		if speed < c.speed*(1-c.apart) || speed > c.speed*(1+c.apart) || pitch < -5 || pitch > -3 || clips > 8 || c.same && clips > 5 || *judge.Same != c.same {
			t.Errorf("%s: speed %.2f, pitch %.0f after %d clips, same words %v", name, speed, pitch, clips, *judge.Same)
		}
		if name != "the same words" {
			continue
		}
		if again, as, _ := tuned(t, c.path, tune.Speed, tune.Pitch); !r.Equal(again) || clips != as {
			t.Errorf("%d clips and %+v, then %d and %+v", clips, r, as, again)
		}
	}
}

func TestAllAxesAreCalculatedAtOnce(t *testing.T) {
	t.Parallel()
	truth := hidden(welcome)
	truth.VoiceSetting.Pitch = nil
	truth.VoiceModify.Timbre = new(-50)
	path := voice(t, 32000, 1, truth)
	axes := []tune.Axis{tune.Speed, tune.Full}
	r, clips, judge := tuned(t, path, axes...)
	if clips > 40 {
		t.Errorf("%d clips", clips)
	}
	least := 10.0
	for _, c := range judge.heard {
		least = min(least, c.off.Total())
	}
	for a, apart := range map[tune.Axis]float64{tune.Speed: .065, tune.Full: 15} {
		if is, was := tune.Value(a, r), tune.Value(a, truth); is < was-apart || is > was+apart {
			t.Errorf("%s is %v, it was %v", a, is, was)
		}
	}
	if least > 1 {
		t.Errorf("the nearest is %.2f away", least)
	}
}

func TestOfClipsThatAreAsNearNoneIsChosen(t *testing.T) {
	t.Parallel()
	s := session.New(session.Config{Takes: filepath.Join(t.TempDir(), "takes")})
	defer s.Close()
	rec, err := Open(t.Context(), voice(t, 32000, 1, hidden(welcome)))
	if err != nil {
		t.Fatal(err)
	}
	judge := rec.Judge(nil)
	clip := func(a tune.Answer, r tts.Request) tuning.Clip {
		ask, _, err := s.Settle(r, true)
		if err != nil {
			t.Fatal(err)
		}
		speech, err := s.Speak(t.Context(), ask, session.WithinCap)
		if err != nil {
			t.Fatal(err)
		}
		<-speech.Done()
		take, err := speech.Take()
		if err != nil {
			t.Fatal(err)
		}
		return tuning.Clip{Candidate: tune.Candidate{Answer: a, Request: r}, Take: take}
	}
	far := hidden(welcome)
	far.VoiceSetting.Pitch = new(3)
	near := clip(tune.Right, hidden(welcome))
	twin := near
	twin.Answer = tune.Middle
	for want, clips := range map[tune.Answer][]tuning.Clip{
		tune.Right: {clip(tune.Middle, far), near}, tune.Same: {twin, near},
	} {
		got, err := judge.Choose(t.Context(), tuning.Asked{Question: tune.Question{Axis: tune.Pitch}, Clips: clips})
		if err != nil || got != want {
			t.Errorf("%s, not %s: %v", got, want, err)
		}
	}
	more := hidden(welcome + " And then some more.")
	if told, err := judge.Differences(t.Context(), clip(tune.Middle, more).Take); err != nil || slices.ContainsFunc(told, func(d measure.Difference) bool { return d.Measure == "rate_sps" }) {
		t.Errorf("as fast, and longer: %v, %+v", err, told)
	}
	if alike, err := judge.Differences(t.Context(), near.Take); err != nil || alike == nil || len(alike) > 0 {
		t.Errorf("the recording itself: %v, %#v", err, alike)
	}
	differences, err := judge.Differences(t.Context(), clip(tune.Middle, far).Take)
	if err != nil || len(differences) == 0 || !strings.HasSuffix(differences[0].Words, " st higher") {
		t.Errorf("%v, %+v", err, differences)
	}
}
