package tune

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"voicestudio/tts"
)

var live = tts.Target{Host: tts.DashScope, Stream: true}

// voice is a request with one voice and nothing set.
func voice() tts.Request {
	r := tts.Request{Text: "Welcome aboard."}
	r.SetVoices([]tts.TimbreWeight{{VoiceID: "Wise_Woman"}})
	return r
}

// blend is a request with as many voices as weights.
func blend(weights ...int) tts.Request {
	r := voice()
	ids, voices := []string{"Wise_Woman", "English_Graceful_Lady", "Calm_Woman", "Santa_Claus "}, []tts.TimbreWeight(nil)
	for i, w := range weights {
		voices = append(voices, tts.TimbreWeight{VoiceID: ids[i], Weight: w})
	}
	r.SetVoices(voices)
	return r
}

func open(t *testing.T, target tts.Target, starts ...tts.Request) *Search {
	t.Helper()
	s, err := Open(Begin(1, target, starts...))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// ask is the question of now.
func ask(t *testing.T, s *Search) Question {
	t.Helper()
	q, asked := s.Ask()
	if !asked {
		t.Fatal("nothing is asked any more")
	}
	return q
}

func answer(t *testing.T, s *Search, answers ...Answer) {
	t.Helper()
	for _, a := range answers {
		if err := s.Answer(a); err != nil {
			t.Fatal(err)
		}
	}
}

// values are the candidates' on the question's axis.
func values(q Question) (all []float64) {
	for _, c := range q.Candidates {
		all = append(all, c.Value)
	}
	return all
}

// until answers Same about every other axis, so that this one is asked about.
func until(t *testing.T, s *Search, a Axis) Question {
	t.Helper()
	for {
		q := ask(t, s)
		if q.Axis == a {
			return q
		}
		answer(t, s, Same)
	}
}

func standing(t *testing.T, s *Search, a Axis) Standing {
	t.Helper()
	for _, st := range s.Axes() {
		if st.Axis == a {
			return st
		}
	}
	t.Fatalf("no axis %s", a)
	return Standing{}
}

func TestEachSettingIsHeardLowerAsItIsAndHigher(t *testing.T) {
	s := open(t, live, voice())
	q := ask(t, s)
	if q.Axis != Speed || q.Pass != 1 || q.New != 3 || !slices.Equal(values(q), []float64{.66, 1, 1.52}) {
		t.Fatalf("begins with %+v", q)
	}
	if *q.Candidates[0].Request.VoiceSetting.Speed != .66 || q.Candidates[1].Request.VoiceSetting.Speed != nil {
		t.Errorf("asks for %+v", q.Candidates)
	}
	answer(t, s, Left)
	if q := ask(t, s); q.Axis != Pitch || q.New != 2 || !slices.Equal(values(q), []float64{-7, 0, 7}) || *q.Candidates[1].Request.VoiceSetting.Speed != .66 {
		t.Errorf("after slower is asked %+v", q)
	}
	answer(t, s, Middle, Left, Same, Right)
	if q := ask(t, s); q.Axis != Speed || q.Pass != 2 || !slices.Equal(values(q), []float64{.5, .66, .92}) {
		t.Errorf("the second time speed is %+v", q)
	}
	want := []Change{{Speed, 1, .66}, {Deep, 0, -60}, {Full, 0, 60}}
	if changes := s.Changes(); !slices.Equal(changes, want) {
		t.Errorf("changed %+v", changes)
	}
}

func TestNoDifferenceTwiceEndsAnAxis(t *testing.T) {
	s := open(t, live, voice())
	answer(t, s, Same, Middle, Middle, Middle, Middle)
	if standing(t, s, Speed).Done || ask(t, s).Axis != Speed {
		t.Error("speed is not asked about twice")
	}
	answer(t, s, Same)
	for q, asked := s.Ask(); asked; q, asked = s.Ask() {
		if q.Axis == Speed {
			t.Fatal("speed is asked about again")
		}
		answer(t, s, Middle)
	}
	if !standing(t, s, Speed).Done {
		t.Error("speed is not done")
	}
}

func TestAtTheEndOfAnAxisAreTwoCandidates(t *testing.T) {
	r := voice()
	r.Set("voice_setting.speed", 2.0)
	r.Set("voice_setting.pitch", 11)
	r.Set("voice_modify.pitch", 80)
	s := open(t, live, r)
	if q := ask(t, s); !slices.Equal(values(q), []float64{1.32, 2}) || q.Candidates[1].Answer != Middle {
		t.Errorf("at the fastest: %+v", q)
	}
	if err := s.Answer(Right); err == nil || !strings.Contains(err.Error(), `"right" answers no question`) {
		t.Errorf("faster than that: %v", err)
	}
	answer(t, s, Middle)
	if q := ask(t, s); !slices.Equal(values(q), []float64{4, 11, 12}) {
		t.Errorf("a semitone below the highest: %v", values(q))
	}
	answer(t, s, Middle)
	if q := ask(t, s); !slices.Equal(values(q), []float64{20, 80, 100}) {
		t.Errorf("near the brightest: %v", values(q))
	}
}

func TestAVoiceIsWeighedAgainstTheOthersAsTheyAre(t *testing.T) {
	s := open(t, live, blend(6, 3, 1))
	q := until(t, s, Weights.Voice(1))
	var mixes []string
	for _, c := range q.Candidates {
		mix := ""
		for _, v := range c.Request.TimbreWeights {
			mix += fmt.Sprint(v.Weight, " ")
		}
		mixes = append(mixes, strings.TrimSpace(mix))
	}
	if want := []string{"31 52 17", "6 3 1", "89 8 3"}; !slices.Equal(mixes, want) {
		t.Errorf("heard are %q", mixes)
	}
	answer(t, s, Left)
	if q := ask(t, s); q.Axis != Weights.Voice(2) || !slices.Equal(values(q), []float64{23, 52, 81}) {
		t.Errorf("then the second: %+v", q)
	}
	want := []Change{{Weights.Voice(1), 60, 31}, {Weights.Voice(2), 30, 52}, {Weights.Voice(3), 10, 17}}
	if changes := s.Changes(); !slices.Equal(changes, want) {
		t.Errorf("changed %+v", changes)
	}
}

func TestTwoVoicesAreOneAxisAndOneIsNone(t *testing.T) {
	s := open(t, live, blend(50, 50))
	if q := until(t, s, Weights); !slices.Equal(values(q), []float64{21, 50, 79}) || q.Candidates[0].Request.TimbreWeights[1].Weight != 79 {
		t.Errorf("of two voices is heard %+v", q)
	}
	closed := open(t, live, voice()).Closed()
	if len(closed) != 1 || closed[0] != (Closed{Weights, "there is one voice only, nothing to weigh"}) {
		t.Errorf("with one voice is closed %+v", closed)
	}
}

func TestWhatTheHostRefusesIsNoAxisAndSaysWhy(t *testing.T) {
	r := blend(50, 50)
	r.AudioSetting.Format = "flac"
	var axes []Axis
	s := open(t, live, r)
	for _, st := range s.Axes() {
		axes = append(axes, st.Axis)
	}
	if !slices.Equal(axes, []Axis{Speed, Pitch, Weights}) || len(s.Closed()) != 3 {
		t.Fatalf("in a stream of flac: %v, closed %+v", axes, s.Closed())
	}
	for _, c := range s.Closed() {
		if p := tts.Obstacle(r, live, c.Axis.Path(), 10); c.Why == "" || p == nil || c.Why != p.Message {
			t.Errorf("%s is closed: %q", c.Axis, c.Why)
		}
	}
	if s := open(t, tts.Target{Host: tts.DashScope}, r); len(s.Axes()) != 6 || len(s.Closed()) != 0 {
		t.Errorf("in one answer: %+v", s.Closed())
	}
}
