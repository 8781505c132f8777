package studio

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/tuning"
)

func TestATuningIsLeftAndGoneOnWith(t *testing.T) {
	t.Parallel()
	d := seat{}.tunes(t)
	d.press("right", "left", "down")
	d.keptAnswers(3)
	d.press("esc")
	d.awaits("3 answers are kept; g n goes on") // once they are
	d.shows("speed", "")                        // the document is as it was
	d.settle()
	kept := d.keeps()
	d.press("g", "n")
	d.sees("strong–soft: stronger, as it is, or softer?")
	d.awaits("✓ heard")
	d.press("esc")
	d.settle()
	leaves(t, d)

	d = seat{home: d.home, host: d.host}.sit(t)
	n := len(d.host.asked())
	d.press("tab", "g", "n")
	d.awaits("strong–soft: stronger, as it is, or softer?", "this goes on from today 1", ", 3 answers; n begins anew", "✓ heard")
	for _, q := range d.host.asked()[n:] {
		if slices.ContainsFunc(kept, func(t takes.Take) bool { return t.Whole() && t.Request.Equal(q) }) {
			t.Errorf("it is made once more: %+v", q)
		}
	}
	d.press("n")
	d.sees("3 answers would be lost; n again begins anew")
	d.press("n")
	d.awaits("speed: slower, as it is, or faster?", "it begins anew")
	d.until("the one before has ended", func() bool { all := d.courses(); return len(all) == 1 && all[0].Ended })
	d.press("esc")
	d.misses("kept") // there is nothing to keep
}

func TestTwoStudiosGoOnWithOneTuning(t *testing.T) {
	t.Parallel()
	d := seat{}.tunes(t)
	d.press("right")
	d.keptAnswers(1)
	other := seat{home: d.home, host: d.host}.sit(t)
	other.press("tab", "g", "n")
	other.awaits("pitch: ", "1 answer")
	other.press("left")
	other.keptAnswers(2)
	d.press("right")
	d.awaits("another studio has gone on with this tuning: its 2 answers count", "deep–bright: ", "← lower")
	other.press("up")
	other.keptAnswers(3)
	d.send(tea.FocusMsg{})
	d.awaits("its 3 answers count", "strong–soft: ")
}

func TestATuningSaysWhatItHasOfItsOwn(t *testing.T) {
	d := seat{at: tts.MiniMax, other: map[tts.HostName]*fakeHost{tts.Sandbox: newHost(t)}}.tunes(t)
	d.press("left")
	d.awaits("pitch: ", "0.66×")
	d.misses("its own")
	d.press("g", "v", "right")
	d.command("start with an empty script")
	d.write("Other words.")
	d.press("tab", "g", "n")
	d.awaits("It goes on with its own: other words than the script's, other settings", "n begins anew")
	d.command("choose the host")
	d.write("sandbox")
	d.press("enter")
	d.awaits("the host MiniMax")
	d.settle()
	if n := len(d.host.asked()); n != 0 {
		t.Errorf("%d requests were sent", n)
	}
	d.press("n", "n")
	d.awaits("it begins anew", "1.05×", "Other words.")
	d.misses("its own")
	d.press("g", "v", "right", "g", "n") // nothing was answered: it is as it is now
	d.awaits("as it is", "1.10×")
	d.misses("its own")
}

func TestACourseWhoseFileIsSpoiltIsKeptInAnother(t *testing.T) {
	t.Parallel()
	d := seat{}.tunes(t)
	d.press("right")
	d.keptAnswers(1)
	dir := filepath.Join(d.home, "tunings")
	spoilt := filepath.Join(dir, d.courses()[0].ID+".json")
	if err := os.WriteFile(spoilt, []byte(`{"version": 99}`), 0o600); err != nil {
		t.Fatal(err)
	}
	d.press("left", "esc")
	d.awaits("2 answers are kept")
	all, broken, err := tuning.Folder{Dir: dir}.List()
	if err != nil || len(broken) != 1 || len(all) != 1 || len(all[0].Session.Answers) != 2 {
		t.Errorf("%+v, %+v, %v", all, broken, err)
	}
}
