package tune

import (
	"encoding/json"
	"math"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"voicestudio/tts"
)

// anything draws a request that the target takes.
func anything(t *rapid.T, target tts.Target) tts.Request {
	r := blend(rapid.SliceOfN(rapid.IntRange(1, 100), 1, tts.MaxVoices).Draw(t, "weights")...)
	for _, a := range Settings {
		if rapid.Bool().Draw(t, "set "+string(a)) {
			r = Put(a, r, rapid.Float64Range(0, 1).Draw(t, string(a)))
		}
	}
	r.AudioSetting.Format = rapid.SampledFrom([]string{"", "flac", "pcm"}).Draw(t, "format")
	if _, _, err := tts.Settle(r, target); err != nil {
		r.VoiceModify, r.AudioSetting.Format = tts.VoiceModify{}, ""
	}
	return r
}

func anywhere(t *rapid.T) tts.Target {
	host := rapid.SampledFrom(tts.Hosts).Draw(t, "host").Name
	return tts.Target{Host: host, Stream: rapid.Bool().Draw(t, "stream")}
}

func anySearch(t *rapid.T) *Search {
	target := anywhere(t)
	var starts []tts.Request
	for range rapid.SampledFrom([]int{1, 1, 2, MostStarts}).Draw(t, "starts") {
		starts = append(starts, anything(t, target))
	}
	s, err := Open(Begin(rapid.Uint64().Draw(t, "seed"), target, starts...))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// anyAnswer draws one to a question.
func anyAnswer(t *rapid.T, q Question) Answer {
	answers := []Answer{Same}
	for _, c := range q.Candidates {
		answers = append(answers, c.Answer)
	}
	return rapid.SampledFrom(answers).Draw(t, "answer")
}

// legal fails where a question is not about whole legal values that differ on its
// axis alone and can be told apart.
func legal(t *rapid.T, s *Search, q Question) {
	if len(q.Candidates) < 2 || len(q.Candidates) > 3 && q.Axis != "" {
		t.Fatalf("%d candidates", len(q.Candidates))
	}
	for i, c := range q.Candidates {
		if _, _, err := tts.Settle(c.Request, s.Session().target()); err != nil {
			t.Fatalf("%s at %v: %v", q.Axis, c.Value, err)
		}
		if q.Axis == "" {
			continue
		}
		if i > 0 && (q.Candidates[i-1].Value >= c.Value || !scaleOf(q.Axis, c.Request).told(q.Candidates[i-1].Value, c.Value)) {
			t.Fatalf("%s: %v cannot be told apart", q.Axis, values(q))
		}
		if Value(q.Axis, c.Request) != c.Value || !restore(q.Axis, c.Request, s.Now()).Equal(s.Now()) {
			t.Fatalf("%s at %v is %+v, now is %+v", q.Axis, c.Value, c.Request, s.Now())
		}
		sum := 0
		for j, v := range c.Request.TimbreWeights {
			sum += v.Weight
			if v.VoiceID != s.Now().TimbreWeights[j].VoiceID {
				t.Fatalf("another voice: %+v", c.Request.TimbreWeights)
			}
		}
		if q.Axis.Group() == Weights && c.Answer != Middle && sum != 100 && !reflect.DeepEqual(c.Request.TimbreWeights, s.state.from.TimbreWeights) {
			t.Fatalf("weights add up to %d", sum)
		}
	}
}

func TestEveryQuestionIsLegalAndKnownBefore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySearch(t)
		heard, most := map[string]bool{}, s.Most()
		for q, asked := s.Ask(); asked; q, asked = s.Ask() {
			legal(t, s, q)
			if most--; most < 0 {
				t.Fatal("there are more questions than there can be")
			}
			fresh := 0
			for _, c := range q.Candidates {
				stored, err := json.Marshal(c.Request)
				if err != nil {
					t.Fatal(err)
				}
				if !heard[string(stored)] {
					heard[string(stored)], fresh = true, fresh+1
				}
			}
			if q.New != fresh {
				t.Fatalf("%d new clips, and not %d, of %+v", q.New, fresh, q)
			}
			if left, _ := s.Left(); left == 0 {
				t.Fatal("none is left, but one is asked")
			}
			a := anyAnswer(t, q)
			next, more := s.After(a)
			if again, _ := s.Ask(); !reflect.DeepEqual(again, q) {
				t.Fatalf("to look ahead changes %+v to %+v", q, again)
			}
			if err := s.Answer(a); err != nil {
				t.Fatal(err)
			}
			if then, asked := s.Ask(); asked != more || !reflect.DeepEqual(then, next) {
				t.Fatalf("after %s comes %+v, and not %+v", a, then, next)
			}
		}
		if left, passes := s.Left(); left != 0 || passes != 0 {
			t.Fatalf("%d are left at the end", left)
		}
	})
}

// same fails where two searches do not stand alike.
func same(t *rapid.T, a, b *Search) {
	qa, askedA := a.Ask()
	qb, askedB := b.Ask()
	if askedA != askedB || !reflect.DeepEqual(qa, qb) || !a.Now().Equal(b.Now()) || !reflect.DeepEqual(a.Axes(), b.Axes()) {
		t.Fatalf("one asks %+v at %+v\nthe other %+v at %+v", qa, a.Axes(), qb, b.Axes())
	}
}

// resumed is a search that goes on from the file of another one.
func resumed(t *rapid.T, s *Search) *Search {
	stored, err := json.Marshal(s.Session())
	if err != nil {
		t.Fatal(err)
	}
	var session Session
	if err := json.Unmarshal(stored, &session); err != nil {
		t.Fatal(err)
	}
	again, err := Open(session)
	if err != nil {
		t.Fatal(err)
	}
	return again
}

func TestASessionResumesAndAnswersCanBeTakenBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySearch(t)
		for range rapid.IntRange(0, 30).Draw(t, "steps") {
			q, asked := s.Ask()
			switch what := rapid.IntRange(0, 9).Draw(t, "what"); {
			case what == 0:
				s.TakeBack()
			case what == 1:
				axis := rapid.SampledFrom([]Axis{Speed, Pitch, Full, Weights, Weights.Voice(2)}).Draw(t, "axis")
				if err := s.Lock(axis, rapid.Bool().Draw(t, "out")); err != nil {
					t.Fatal(err)
				}
			case asked:
				if err := s.Answer(anyAnswer(t, q)); err != nil {
					t.Fatal(err)
				}
			}
		}
		again := resumed(t, s)
		same(t, s, again)
		if q, asked := s.Ask(); asked {
			if err := again.Answer(anyAnswer(t, q)); err != nil || !again.TakeBack() {
				t.Fatal("not to be taken back", err)
			}
			same(t, s, again)
		}
	})
}

// Somebody who always hears which candidate is nearest to what is liked gets within
// what can be told apart on every axis, from anywhere.
func TestASureEarFindsWhatItLikes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := blend(rapid.IntRange(1, 100).Draw(t, "one"), rapid.IntRange(1, 100).Draw(t, "other"))
		best := map[Axis]float64{}
		for _, a := range AxesOf(start) {
			start = Put(a, start, rapid.Float64Range(0, 1).Draw(t, "start "+string(a)))
			best[a] = rapid.Float64Range(0, 1).Draw(t, "best "+string(a))
		}
		s, err := Open(Begin(1, live, start))
		if err != nil {
			t.Fatal(err)
		}
		for q, asked := s.Ask(); asked; q, asked = s.Ask() {
			off := func(c Candidate) float64 { return math.Abs(Place(q.Axis, c.Request) - best[q.Axis]) }
			nearest := slices.MinFunc(q.Candidates, func(a, b Candidate) int {
				return int(math.Copysign(1, off(a)-off(b)))
			})
			if err := s.Answer(nearest.Answer); err != nil {
				t.Fatal(err)
			}
		}
		for a, place := range best {
			if off := math.Abs(Place(a, s.Now()) - place); off > scaleOf(a, start).apart {
				t.Fatalf("%s is at %.3f, and not at %.3f", a, Place(a, s.Now()), place)
			}
		}
	})
}
