package tune

import (
	"encoding/json"
	"reflect"
	"testing"
)

func FuzzTheSessionInAFile(f *testing.F) {
	plain, err := json.Marshal(Begin(7, live, voice(), blend(1, 2, 3)))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(plain)
	f.Add([]byte(`{"version":1,"host":"sandbox","starts":[{"text":"Hello","timbre_weights":[{"voice_id":"a","weight":1},{"voice_id":"b","weight":100}]}],"method":{"first":1,"kept":0.95,"moved":0.95},"locks":[{"axis":"weights.9","out":true,"after":-1},{"axis":"speed","out":true,"after":1}],"answers":[{"axis":"speed","answer":"right"},{"axis":"speed","answer":"left"},{"axis":"pitch","answer":"7"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var session Session
		if json.Unmarshal(data, &session) != nil {
			return
		}
		s, err := Open(session)
		if err != nil {
			if err.Error() == "" {
				t.Fatal("says nothing of what is wrong")
			}
			return
		}
		for range 500 {
			q, asked := s.Ask()
			if !asked {
				break
			}
			if len(q.Candidates) < 2 {
				t.Fatalf("asks %+v", q)
			}
			if err := s.Answer(q.Candidates[0].Answer); err != nil {
				t.Fatal(err)
			}
		}
		again, err := Open(s.Session())
		if err != nil || !reflect.DeepEqual(again.Axes(), s.Axes()) {
			t.Fatalf("resumes otherwise: %v", err)
		}
	})
}

// Of a file's answers those count that were asked for.
func TestAnAnswerToAnotherQuestionEndsWhatCounts(t *testing.T) {
	session := Begin(1, live, voice())
	session.Answers = []Answered{{Speed, Left}, {Deep, Left}, {Pitch, Left}}
	s, err := Open(session)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(s.Session().Answers); n != 1 || ask(t, s).Axis != Pitch {
		t.Errorf("%d answers count", n)
	}
}
