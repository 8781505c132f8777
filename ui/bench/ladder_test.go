package bench

import (
	"math/rand/v2"
	"slices"
	"testing"

	"voicestudio/presets/audition"
	"voicestudio/tts"
)

var calm = tts.Request{Model: tts.DefaultModel, Text: "not of the candidate", VoiceSetting: tts.VoiceSetting{VoiceID: "was_there", Emotion: "calm"}}

// legal wants candidates that a host takes, each of them another.
func legal(t *testing.T, all []audition.Candidate) {
	t.Helper()
	ids := map[string]bool{}
	for i, c := range all {
		r := c.Request
		r.Text = "Good evening."
		for _, p := range tts.Check(r, tts.Target{Host: tts.DashScope, Stream: true}) {
			if p.Effect == tts.Refused {
				t.Fatalf("%s: %s", c.Label, p.Message)
			}
		}
		if ids[c.ID] || c.Kind != audition.Step || c.Host != tts.DashScope || c.Request.Text != "" || r.VoiceSetting.Emotion != "calm" {
			t.Fatalf("%+v", c)
		}
		ids[c.ID] = true
		for _, other := range all[:i] {
			if other.Request.Equal(c.Request) {
				t.Fatalf("%s is there twice", c.Label)
			}
		}
		sum := 0
		for _, v := range c.Request.TimbreWeights {
			sum += v.Weight
		}
		if alone := c.Request.VoiceSetting.VoiceID != ""; alone == (sum == 100) || alone && sum != 0 {
			t.Fatalf("%s: weights of %d", c.Label, sum)
		}
	}
}

func labels(all []audition.Candidate) (said []string) {
	for _, c := range all {
		said = append(said, c.Label)
	}
	return said
}

func TestALadderLeadsFromOneVoiceToAnother(t *testing.T) {
	l := Between("a", "b", Rungs)
	all := l.Candidates(calm, tts.DashScope)
	legal(t, all)
	if got := labels(all); !slices.Equal(got, []string{"100 / 0", "75 / 25", "50 / 50", "25 / 75", "0 / 100"}) {
		t.Error(got)
	}
	if all[0].Request.VoiceSetting.VoiceID != "a" || all[4].Request.VoiceSetting.VoiceID != "b" {
		t.Error("the ends are not the voices alone")
	}
	if calm.VoiceSetting.VoiceID != "was_there" || calm.Text == "" {
		t.Error("the base was changed")
	}
	if n := len(Between("a", "b", 9).Candidates(calm, tts.DashScope)); n != 9 {
		t.Errorf("%d steps of 9", n)
	}
}

func TestALadderIsZoomedInBetweenTwoStars(t *testing.T) {
	l := Between("a", "b", Rungs)
	l.Star(1)
	if why := l.Zoom(); why != NotTwo {
		t.Errorf("one star: %v", why)
	}
	l.Star(2)
	if why := l.Zoom(); why != Free {
		t.Fatal(why)
	}
	if got := labels(l.Candidates(calm, tts.DashScope)); !slices.Equal(got, []string{"75 / 25", "69 / 31", "62 / 38", "56 / 44", "50 / 50"}) {
		t.Error(got)
	}
	l.Star(0)
	l.Star(4)
	if why := l.Zoom(); why != WholeWay {
		t.Errorf("the ends: %v", why)
	}
	if !l.Out() || l.Out() || !slices.Equal(l.Stars(), []int{1, 2}) {
		t.Errorf("out again: %v", l.Stars())
	}
}

// However it is zoomed, the rungs are legal, a place that was there before is the
// same request, and the way out passes what the way in did.
func TestZoomingKeepsPlacesAndReturns(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 13))
	for range 300 {
		blend := []tts.TimbreWeight{{VoiceID: "a", Weight: 1 + dice.IntN(100)}, {VoiceID: "b", Weight: 1 + dice.IntN(100)},
			{VoiceID: "c", Weight: 1 + dice.IntN(100)}, {VoiceID: "d", Weight: 1 + dice.IntN(100)}}[:2+dice.IntN(3)]
		l := Within(blend, 0, 1)
		if l == nil {
			continue
		}
		places := map[string]tts.Request{}
		var way [][]string
		for {
			all := l.Candidates(calm, tts.DashScope)
			legal(t, all)
			for _, c := range all {
				if was, found := places[c.ID]; found && !was.Equal(c.Request) {
					t.Fatalf("%s is another request than before", c.Label)
				}
				places[c.ID] = c.Request
			}
			way = append(way, labels(all))
			for _, rung := range dice.Perm(len(all))[:2] {
				l.Star(rung)
			}
			if l.Zoom() != Free {
				break
			}
		}
		if l.Depth() != len(way)-1 {
			t.Fatalf("%d deep after %d", l.Depth(), len(way))
		}
		for i := len(way) - 1; i >= 0; i-- {
			if got := labels(l.Candidates(calm, tts.DashScope)); !slices.Equal(got, way[i]) || len(l.Stars()) != 2 {
				t.Fatalf("out: %v, in: %v, stars %v", got, way[i], l.Stars())
			}
			if l.Out() != (i > 0) {
				t.Fatal("it ends elsewhere than it began")
			}
		}
	}
}

func TestTheOtherVoicesOfABlendKeepTheirShares(t *testing.T) {
	l := Within([]tts.TimbreWeight{{VoiceID: "a", Weight: 20}, {VoiceID: "held", Weight: 30}, {VoiceID: "b", Weight: 50}}, 0, 2)
	all := l.Candidates(calm, tts.DashScope)
	legal(t, all)
	if got := labels(all); !slices.Equal(got, []string{"70 / 0", "52 / 18", "35 / 35", "17 / 53", "0 / 70"}) {
		t.Error(got)
	}
	for _, c := range all {
		if !slices.Contains(c.Request.TimbreWeights, tts.TimbreWeight{VoiceID: "held", Weight: 30}) {
			t.Errorf("%s: %v", c.Label, c.Request.TimbreWeights)
		}
	}
	if i := l.Nearest([]int{20, 30, 50}); i != 3 {
		t.Errorf("it stands at rung %d", i)
	}
	if Within([]tts.TimbreWeight{{VoiceID: "a", Weight: 1}, {VoiceID: "b", Weight: 1}, {VoiceID: "c", Weight: 100}, {VoiceID: "d", Weight: 100}}, 0, 1) != nil {
		t.Error("they divide nothing")
	}
}
