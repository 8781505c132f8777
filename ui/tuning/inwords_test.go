package tuning

import (
	"slices"
	"strings"
	"testing"

	"voicestudio/tts"
	"voicestudio/tts/tune"
)

// voices are a blend, or one voice.
func voices(weights ...int) (r tts.Request) {
	ids, all := []string{"English_Graceful_Lady", "Chinese (Mandarin)_News_Anchor", "Wise_Woman"}, []tts.TimbreWeight(nil)
	for i, w := range weights {
		all = append(all, tts.TimbreWeight{VoiceID: ids[i], Weight: w})
	}
	r.SetVoices(all)
	return r
}

func TestAValueIsReadAsItIsHeard(t *testing.T) {
	r := voices(60, 40)
	r.Set("voice_setting.speed", .9)
	r.Set("voice_setting.pitch", -2)
	r.Set("voice_modify.intensity", 12)
	for _, c := range []struct {
		axis tune.Axis
		r    tts.Request
		is   string
	}{
		{tune.Speed, r, "0.90×"}, {tune.Speed, voices(1), "1.00×"},
		{tune.Pitch, r, "−2 st"}, {tune.Pitch, voices(1), "0 st"},
		{tune.Strong, r, "+12"}, {tune.Deep, r, "0"},
		{tune.Weights, r, "60/40"}, {tune.Weights, voices(3, 2), "60/40"},
		{tune.Weights.Voice(2), voices(30, 40, 30), tts.VoiceTitle("Chinese (Mandarin)_News_Anchor") + " 40 %"},
	} {
		if is := Value(c.axis, c.r); is != c.is {
			t.Errorf("%s is %q and not %q", c.axis, is, c.is)
		}
	}
}

// labels are those of the question of now.
func labels(t *testing.T, c Course) (all []string) {
	t.Helper()
	search, err := tune.Open(c.Session)
	if err != nil {
		t.Fatal(err)
	}
	q, _ := search.Ask()
	for _, candidate := range q.Candidates {
		all = append(all, c.Label(q, candidate))
	}
	return all
}

func course(t *testing.T, starts ...Start) Course {
	t.Helper()
	c, err := Begin(3, tts.Sandbox, "Welcome aboard.", starts)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestACandidateIsNamedByWhatItDoes(t *testing.T) {
	deep := voices(1)
	deep.Set("voice_setting.speed", 2.0)
	if is := labels(t, course(t, Start{"Lady", deep})); !slices.Equal(is, []string{"slower, 1.32×", "as it is, 2.00×"}) {
		t.Errorf("%q", is)
	}
	one, other := Start{"Lady\x1b[2J", voices(1)}, Start{"", voices(60, 40)}
	if is := labels(t, course(t, one, other)); !slices.Contains(is, "Lady[2J") || !slices.Contains(is, "start 2") {
		t.Errorf("%q", is)
	}
	three := course(t, Start{"Choir", voices(30, 40, 30)})
	three.Session.Locks = nil
	for _, a := range tune.Settings {
		three.Session.Locks = append(three.Session.Locks, tune.Lock{Axis: a, Out: true})
	}
	if is := labels(t, three); !slices.Equal(is, []string{"less Graceful Lady, 1 %", "as it is, Graceful Lady 30 %", "more Graceful Lady, 59 %"}) {
		t.Errorf("%q", is)
	}
}

func TestWhatTheAnswersChangedIsSaidAsPresetsSayIt(t *testing.T) {
	c := course(t, Start{"Blend", voices(60, 40)})
	search, _ := tune.Open(c.Session)
	if is := Changes(search); len(is) > 0 {
		t.Errorf("before the first answer: %q", is)
	}
	for _, a := range []tune.Answer{tune.Right, tune.Middle, tune.Left, tune.Same, tune.Same, tune.Right} {
		if err := search.Answer(a); err != nil {
			t.Fatal(err)
		}
	}
	if is := strings.Join(Changes(search), "; "); is != "Graceful Lady 60 → 89; "+tts.VoiceTitle("Chinese (Mandarin)_News_Anchor")+" 40 → 11; speed 1.52×; deep 60" {
		t.Errorf("%q", is)
	}
}

func TestWhatComesOnlyAsAWholeAnswerIsTunedSo(t *testing.T) {
	r := voices(1)
	r.Set("output_format", "url")
	c, err := Begin(1, tts.DashScope, "Welcome.", []Start{{"Lady", r}})
	if err != nil || c.Session.Stream {
		t.Errorf("%+v %v", c.Session, err)
	}
	if _, err := Begin(1, tts.DashScope, strings.Repeat("a", tts.MaxText+1), []Start{{"Lady", r}}); err == nil {
		t.Error("a text is too long, and nobody says so")
	}
}
