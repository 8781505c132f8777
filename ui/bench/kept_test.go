package bench

import (
	"slices"
	"testing"

	"voicestudio/tts"
)

func TestALadderIsReadAsItWasKept(t *testing.T) {
	l := Within([]tts.TimbreWeight{{VoiceID: "a", Weight: 20}, {VoiceID: "held", Weight: 30}, {VoiceID: "b", Weight: 50}}, 0, 2)
	l.Star(1)
	l.Star(3)
	l.Veil()
	l.Star(0)
	l.Star(2)
	l.Zoom()
	l.Star(1)
	again := ReadLadder(l.Kept())
	if again == nil || !again.Same(l) || !slices.Equal(again.Stars(), []int{1}) || !slices.Equal(labels(again.Candidates(calm, tts.DashScope)), labels(l.Candidates(calm, tts.DashScope))) {
		t.Fatalf("%s", l.Kept())
	}
	if again.Out(); !slices.Equal(again.Stars(), []int{0, 1, 2, 3}) {
		t.Errorf("out: %v", again.Stars())
	}
	p, _ := ReadPad(NewPad([]string{"a", "b", "c"}).Kept(nil))
	p.Finer()
	if q, stars := ReadPad(p.Kept([]string{"x"})); q.Step() != fine || len(q.Dots) != len(p.Dots) || !slices.Equal(stars, []string{"x"}) {
		t.Errorf("%s", p.Kept(nil))
	}
}

// Whatever somebody wrote into the file.
func TestWhatIsNoLadderAndNoPadIsLeftOut(t *testing.T) {
	for _, kept := range []string{"", "[]", "null", `{"voices": ["a", "b"]}`,
		`{"voices":["a","b"],"shares":[100,0],"from":0,"to":2,"levels":[{"from":100,"to":0}]}`,
		`{"voices":["a","b"],"shares":[100,0],"from":0,"to":0,"levels":[{"from":100,"to":0}]}`,
		`{"voices":["a","a"],"shares":[100,0],"from":0,"to":1,"levels":[{"from":100,"to":0}]}`,
		`{"voices":["a","b"],"shares":[90,0],"from":0,"to":1,"levels":[{"from":90,"to":0}]}`,
		`{"voices":["a","b"],"shares":[100,0],"from":0,"to":1,"levels":[{"from":100,"to":0},{"from":120,"to":0}]}`,
		`{"voices":["a","b"],"shares":[100,0],"from":0,"to":1,"levels":[{"from":100,"to":0},{"from":50,"to":49}]}`,
		`{"voices":["a","b","c"],"shares":[100,0,0],"from":0,"to":1,"levels":[{"from":100,"to":0}]}`} {
		if l := ReadLadder(kept); l != nil {
			t.Errorf("%s is %+v", kept, l)
		}
		if p, _ := ReadPad(kept); p != nil {
			t.Errorf("%s is %+v", kept, p)
		}
	}
}
