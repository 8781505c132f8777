package plain

import (
	"strings"
	"testing"

	"path/filepath"
	"voicestudio/presets/audition"
	"voicestudio/ui/studio/document"
)

// Nobody who hears the names hidden may learn them by another command.
func TestWhileBlindNothingTellsWhichIsWhich(t *testing.T) {
	t.Parallel()
	s := sit(t)
	s.does("text Hello over there", "bench add voice Wise_Woman", "bench add voice Deep_Voice_Man", "bench make", "takes", "a 1", "b 2")
	if n := len(s.takes()); n != 2 {
		t.Fatalf("%d takes", n)
	}
	id := s.takes()[0].Short()
	out, _ := s.does("bench blind", "bench", "1", "where", "2", "where", "bench star 1", "bench star 1", "bench star 2", "bench note 2 the calmer one", "bench", "takes", "play 1", "play", "play "+id, "a", "b", "x",
		"difference 1 2", "difference", "export 1 x.mp3", "restore 1", "errors", "undo", "undo", "redo", "status", "bench add voice Abbess", "bench open", "standing", "bench remove 1", "undo", "hear 1", "where")
	lacks(t, out, "Wise", "Deep", "Man", "Woman")
	has(t, out, "The names are hidden, and the order is drawn by lot", "1. name hidden", "Candidate 1", "Candidate 1 at 0.", "2 stars", "the calmer one", "Undone: a change")
	out, err := s.does("bench use 1", "bench")
	if err != nil {
		t.Error(err)
	}
	has(t, out, "Wise Woman", "As ")
}

func TestDuelsFindTheBetterOneAndUndoGoesBack(t *testing.T) {
	t.Parallel()
	s := sit(t)
	lines := []string{"speed 1.2", "save Quick", "speed 0.8", "save Slow", "text Hello over there", "bench add preset Quick", "bench add preset Slow", "bench make", "duel", "left", "2", "standing", "right", "undo", "1", "2", "right"}
	for range 12 {
		lines = append(lines, "2", "left") // both sides win
	}
	out, _ := s.does(lines...)
	has(t, out, "2 candidates duel, their names hidden", "duel 1 of ", "Candidate A won 0 of 0", "Undone: a change")
	if strings.Contains(out, "Decided") {
		t.Log(out)
	}
	all, _, err := audition.Folder{Dir: filepath.Join(s.home, "auditions")}.List()
	if err != nil || len(all) != 1 || all[0].Duels == nil || len(all[0].Duels.Answers) != 10 || all[0].Bench.Blind {
		t.Fatalf("%v: %+v\n%s", err, all[0].Duels, out)
	}
	if wins := document.FavouritesIn(s.home); wins != "" {
		won, _ := wins.Presets()
		standing := all[0].Duels.Standing()
		if (standing.Winner != "") != (len(won) == 1) {
			t.Errorf("%+v: %+v", standing, won)
		}
	}
}

func TestTuningByEarAsksAndIsTakenOver(t *testing.T) {
	t.Parallel()
	s := sit(t)
	out, err := s.does("text Hello over there", "tune", "1", "3", "right", "tune lock speed", "middle", "tune back", "same", "tune use")
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	has(t, out, "speed: which is best? About ", "1. slower, ", "2. as it is", "3. faster, ", "A number lets one be heard", "is not asked about any more", "Tuning has ended")
	d, err := document.ReadDraft(filepath.Join(s.home, "draft.json"))
	if err != nil || d.Settings.VoiceSetting.Speed == nil || *d.Settings.VoiceSetting.Speed <= 1 {
		t.Errorf("%v: %+v", err, d.Settings)
	}
	out, _ = s.does("undo", "tune", "tune end", "left")
	has(t, out, "There is nothing to undo", "which is best?", "Tuning has ended")
}
