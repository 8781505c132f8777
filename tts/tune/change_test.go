package tune

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"voicestudio/tts"
)

func TestTheBestOfSixIsWhereItBegins(t *testing.T) {
	var starts []tts.Request
	for i := range MostStarts {
		r := blend(50, 50)
		r.Set("voice_setting.pitch", i)
		starts = append(starts, r)
	}
	s := open(t, live, starts...)
	q := ask(t, s)
	if q.Axis != "" || q.New != 6 || len(q.Candidates) != 6 {
		t.Fatalf("begins with %+v", q)
	}
	best := slices.IndexFunc(q.Candidates, func(c Candidate) bool { return c.Request.Equal(starts[4]) })
	next, _ := s.After(q.Candidates[best].Answer)
	answer(t, s, q.Candidates[best].Answer)
	q = ask(t, s)
	if !s.Now().Equal(starts[4]) || q.Axis != Speed || q.New != 2 || !reflect.DeepEqual(q, next) {
		t.Errorf("goes on with %+v", q)
	}
	if s.TakeBack(); ask(t, s).Axis != "" {
		t.Error("the choice cannot be taken back")
	}
	if answer(t, s, Same); !s.Now().Equal(starts[0]) {
		t.Errorf("no difference leaves the first: %+v", s.Now())
	}
	orders := map[string]bool{}
	for seed := range uint64(20) {
		session := Begin(seed, live, starts...)
		s, err := Open(session)
		if err != nil {
			t.Fatal(err)
		}
		order := ""
		for _, c := range ask(t, s).Candidates {
			order += string(rune('0' + *c.Request.VoiceSetting.Pitch))
		}
		orders[order] = true
	}
	if len(orders) < 15 {
		t.Errorf("of 20 seeds only %d orders", len(orders))
	}
}

func TestALockedAxisWaitsUntilItIsInAgain(t *testing.T) {
	s := open(t, live, blend(60, 30, 10))
	for _, a := range []Axis{Speed, Weights} {
		if err := s.Lock(a, true); err != nil {
			t.Fatal(err)
		}
	}
	for range 4 {
		if q := ask(t, s); q.Axis == Speed || q.Axis.Group() == Weights {
			t.Fatalf("%s is asked about", q.Axis)
		}
		answer(t, s, Middle)
	}
	if q := ask(t, s); q.Axis != Pitch || q.Pass != 2 {
		t.Errorf("the second pass begins with %+v", q)
	}
	without, _ := s.Left()
	if err := s.Lock(Weights.Voice(2), false); err != nil {
		t.Fatal(err)
	}
	if with, _ := s.Left(); with != without+3 {
		t.Errorf("%d are left with the second voice, %d without", with, without)
	}
	s.TakeBack()
	s.TakeBack()
	if standing(t, s, Weights.Voice(2)).Out || !standing(t, s, Weights.Voice(3)).Out || !standing(t, s, Speed).Out {
		t.Errorf("two answers before, it stands %+v", s.Axes())
	}
	answer(t, s, Middle, Middle)
	if q := ask(t, s); q.Axis != Weights.Voice(2) {
		t.Errorf("it is in again, but %s is asked about", q.Axis)
	}
	if err := s.Lock("volume", true); err == nil || !strings.Contains(err.Error(), `"volume" is no axis`) {
		t.Errorf("a lock of volume: %v", err)
	}
}

func TestWhatWasUnsetIsUnsetAgain(t *testing.T) {
	s := open(t, live, blend(3, 2))
	answer(t, s, Right)
	for _, a := range Settings[1:] {
		until(t, s, a)
		answer(t, s, Same)
	}
	if until(t, s, Weights); *s.Now().VoiceSetting.Speed != 1.52 {
		t.Fatalf("speed is %v", *s.Now().VoiceSetting.Speed)
	}
	back := s.state.put(Speed, 1)
	if !back.Equal(blend(3, 2)) {
		t.Errorf("at the speed of the start it is %+v", back)
	}
	if back := s.state.put(Weights, 60); back.TimbreWeights[0].Weight != 3 {
		t.Errorf("at the weights of the start they are %+v", back.TimbreWeights)
	}
}

func TestNoSearchBeginsWithWhatCannotBeSpoken(t *testing.T) {
	fast, later := voice(), Begin(1, live, voice())
	fast.Set("voice_setting.speed", 3.0)
	later.Version = 2
	endless := Begin(1, live, voice())
	endless.Method.Moved = 1
	for _, c := range []struct {
		session Session
		why     string
	}{
		{Begin(1, live, voice(), fast), "starts[1].voice_setting.speed: 3 is out of range; choose a value from 0.5 to 2"},
		{Begin(1, live), "there are 0 requests to start from; give 1 to 6"},
		{Begin(1, tts.Target{Host: "moon"}, voice()), `starts[0].host: there is no host "moon"`},
		{later, "the session was made by a newer voicestudio (version 2, this program knows 1)"},
		{endless, "method: its steps do not shrink"},
	} {
		if _, err := Open(c.session); err == nil || !strings.Contains(err.Error(), c.why) {
			t.Errorf("%v, and not %s", err, c.why)
		}
	}
}
