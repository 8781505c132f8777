package plain

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestTowardsWhatIsNoRecordingNothingIsTuned(t *testing.T) {
	t.Parallel()
	s := sit(t)
	hum := filepath.Join(s.home, "hum.wav")
	s.does("say The quick brown fox jumps over the lazy dog", "export 1 "+hum)
	for line, want := range map[string]string{
		"tune towards":                     "A recording is needed",
		"tune towards /nowhere.wav":        "There is no file nowhere.wav",
		"tune towards " + hum:              "Nobody speaks in hum.wav",
		"tune towards " + hum + " weights": "Nothing of that can be turned here",
		"tune from":                        "Which preset is not said",
		"tune from Storyteller, Nobody":    "Nobody",
		"tune text":                        "Nothing is asked about",
		"best":                             "No duel is asked about",
	} {
		if out, err := s.does(line); err == nil || !strings.Contains(out, want) {
			t.Errorf("%s: %v: %s", line, err, out)
		}
	}
	if n := len(s.host.asked()); n != 1 {
		t.Errorf("sent %d", n)
	}
}

func TestTuningBeginsWithTheBestOfSeveral(t *testing.T) {
	t.Parallel()
	s := sit(t)
	out, err := s.does("text Hello over there", "speed 0.8", "save Slow", "speed 1.6", "save Quick", "unset speed", "tune from Slow, Quick", "1", "wait", "2", "wait", "best", "3", "best", "tune text Good evening to all of you", "1", "tune use")
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	has(t, out, "Which of these is best to begin with?", "best says that it was the one you heard last", "which is best?", "Tuning has ended")
	said := 0
	for _, q := range s.host.asked() {
		if q.Text == "Good evening to all of you" {
			said++
		}
	}
	if said < 2 {
		t.Errorf("%d clips say the other words:\n%s", said, out)
	}
}
