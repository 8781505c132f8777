package studio

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"voicestudio/player"
	"voicestudio/tts"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/tuning"
)

const aboard = "Welcome aboard of this long and slow boat."

// tunes sits at the first question of a tuning.
func (s seat) tunes(t *testing.T) *desk {
	d := s.sit(t)
	d.write(aboard)
	d.press("tab", "g", "n")
	d.awaits("━ Tune by ear ━", "speed: slower, as it is, or faster?")
	return d
}

// asIs are requests with nothing set.
func asIs(r tts.Request) bool {
	return tts.Or(r.VoiceSetting.Speed, 1) == 1 && tts.Or(r.VoiceSetting.Pitch, 0) == 0 && r.VoiceModify == (tts.VoiceModify{})
}

// courses are those in the folder.
func (d *desk) courses() []tuning.Course {
	d.t.Helper()
	all, broken, err := tuning.Folder{Dir: filepath.Join(d.home, "tunings")}.List()
	if err != nil || len(broken) > 0 {
		d.t.Fatal(err, broken)
	}
	return all
}

// keptAnswers lets the studio work until the file of the course has so many answers.
func (d *desk) keptAnswers(n int) {
	d.t.Helper()
	d.until(fmt.Sprintf("%d answers are kept", n), func() bool {
		all := d.courses()
		return len(all) > 0 && len(all[0].Session.Answers) == n
	})
}

// allThere lets the studio work until every clip of the question is there.
func (d *desk) allThere() {
	d.t.Helper()
	d.until("all clips are there", func() bool {
		screen := d.screen()
		there := strings.Count(screen, "● on disk") + strings.Count(screen, "✓ heard")
		return there >= 2 && !strings.Contains(screen, "◌ ") && !strings.Contains(screen, "not made yet")
	})
}

func TestTuneByEarToTheEnd(t *testing.T) {
	t.Parallel()
	d := seat{}.tunes(t)
	d.sounds("as it is", asIs)
	d.allThere()
	d.awaits("↻")
	d.player.passes(900 * time.Millisecond)
	was := d.player.hears().place
	d.press("3")
	now := d.sounds("the faster one", fast(1.52))
	if now.place > was || now.place < was/3 {
		t.Errorf("it was switched from %v to %v", was, now.place)
	}
	d.press("1")
	d.sounds("the slower one", fast(0.66))
	d.until("both are equally loud, and repeat", func() bool {
		d.press("3")
		level := d.player.hears().level
		d.press("1")
		now := d.player.hears()
		return now.level-level < .25 && level-now.level < .25 && now.loop != nil && now.loop[1]-now.loop[0] > 3*time.Second
	})
	d.player.passes(time.Hour)
	if now := d.player.hears(); now.state != player.Playing {
		t.Error("it does not go on until there is an answer")
	}

	d.until("what may come next is made while this is heard", func() bool { return len(d.keeps()) == 9 })
	d.settle()
	n := len(d.host.asked())
	d.press("right") // though it was not the one that sounded
	if now := d.player.hears(); !fast(1.52)(d.host.asked()[now.answer]) || now.state != player.Playing {
		t.Error("the next one in the middle does not sound at once")
	}
	d.sees("pitch: lower, as it is, or higher?", "faster; now pitch. u takes it back", "→ faster")
	d.allThere()
	for _, q := range d.host.asked()[n:] { // what may come after it
		if tts.Or(q.VoiceSetting.Pitch, 0) != 0 && q.VoiceModify.Pitch == nil {
			t.Errorf("it had to be waited for: %+v", q)
		}
	}
	d.press("up")
	d.sees("deep–bright: deeper, as it is, or brighter?", "↑ as it was")
	for range 40 {
		if strings.Contains(d.screen(), "No axis can be told apart any more") {
			break
		}
		d.press("down")
	}
	d.sees("No axis can be told apart any more", "speed 1.52×", "┏━ 2 ━", "before", "after")
	d.press("1")
	d.sounds("what it was like", asIs)
	d.press("enter")
	d.sees("tuned: speed 1.52×; u goes back", "━ Voice ")
	d.shows("speed", "1.52×")
	if now := d.player.hears(); now.state == player.Playing {
		t.Error("it still sounds")
	}
	d.press("u")
	d.shows("speed", "")
	d.press("U")
	d.shows("speed", "1.52×")
	d.until("the course has ended", func() bool { all := d.courses(); return len(all) == 1 && all[0].Ended })
	d.press("g", "n")
	d.awaits("speed: slower, as it is, or faster?", "1.52×", "Answers ────────────────────── 0 ")
}

func TestAnAnswerIsTakenBackAndAnAxisTakenOut(t *testing.T) {
	t.Parallel()
	d := seat{}.tunes(t)
	d.press("right")
	d.awaits("pitch: lower, as it is, or higher?")
	d.press("u")
	d.sees("speed: slower, as it is, or faster?", "the first answer is taken back")
	d.press("u")
	d.sees("nothing is answered yet")
	d.press("left")
	d.keptAnswers(1)
	d.sees("← slower")
	d.press("m")
	d.sees("pitch stays as it is", "deep–bright: deeper, as it is, or brighter?", "pitch       × out")
	d.press("tab", "down", "m")
	d.sees("pitch is asked about again", "pitch: lower, as it is, or higher?")
	d.press("enter")
	d.clicks("full–crisp")
	d.sees("full–crisp stays as it is", "full–crisp  × out")
	d.sees("blend: closed, there is one voice") // why an axis is not there
	d.keptAnswers(1)
}

// A host that costs something is sent nothing before there was a key for its price,
// and then what was said.
func TestAClipThatFailedIsTriedAgain(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.write(aboard)
	d.host.will(whole, refuses(2013, "invalid params"), whole)
	d.press("tab", "g", "n")
	d.awaits("✗ failed", "invalid params", "enter tries again")
	d.settle()
	n := len(d.host.asked())
	d.press("enter")
	d.loses("✗ failed")
	d.allThere()
	d.misses("invalid params · enter")
	if again := d.host.asked()[n:]; len(again) == 0 {
		t.Error("nothing was sent again")
	}
	d.host.will(broken)
	d.press("left")
	d.awaits("pitch: ")
}

func TestTheBestOfSixStarts(t *testing.T) {
	t.Parallel()
	d := seat{}.tunes(t)
	store(t, d.own, "Calm", calmBlend, nil)
	d.press("s")
	d.awaits("Which of 6 is the best to start from?", "settings of now", "Warm narrator", "Storyteller")
	d.allThere()
	d.press("4")
	at := d.sounds("the fourth", func(tts.Request) bool { return true })
	chosen := d.host.asked()[at.answer]
	d.press("right", "left", "enter")
	d.awaits("speed: ", "━ 2 ━")
	if now := d.sounds("the one that was chosen", func(tts.Request) bool { return true }); !d.host.asked()[now.answer].Equal(chosen) {
		t.Errorf("it starts from %+v, not from %+v", d.host.asked()[now.answer], chosen)
	}
	d.press("s")
	d.sees("it has begun: n begins anew, then s chooses another start")
	d.press("u")
	d.sees("Which of 6 is the best")
	d.press("1", "down") // as the arrows go in a grid, nothing is answered
	d.sees("Which of 6 is the best", "enter starts from 4")
	d.press("up")
	d.sees("enter starts from 1")
	d.press("s")
	d.awaits("Which of 2 is the best", "Calm")
	d.press("s")
	d.awaits("speed: ", "it starts from the settings of now")
}

func TestBeforeAndAfterMeetOnTheBenchBlind(t *testing.T) {
	t.Parallel()
	d := seat{}.tunes(t)
	d.allThere()
	d.press("c")
	d.sees("nothing is answered yet")
	d.press("right")
	d.awaits("pitch: ")
	d.press("c")
	d.awaits("━ Bench ━", "names hidden, order by lot", "2 of 2 ready", "line     "+aboard, "until b tells")
	d.misses("before", "after")
	b := d.m.(*Model).bench
	d.until("both are decoded", func() bool { return len(b.Rows) == 2 && b.Rows[0].Whole() && b.Rows[1].Whole() })
	d.press("1")
	first := d.sounds("one of them", func(tts.Request) bool { return true })
	d.press("2")
	d.until("the other one sounds", func() bool { return d.player.hears().answer != first.answer })
	faster := 1
	if fast(1.52)(d.host.asked()[first.answer]) {
		faster = 0
	}
	d.press([]string{"1", "2"}[faster], "enter")
	d.awaits("the settings are those of", "before", "after")
	d.press("esc", "esc") // the first one ends what sounds
	d.awaits("pitch: lower, as it is, or higher?")
	d.press("g", "v")
	d.shows("speed", "1.52×")
}

func TestALongScriptIsTunedByItsFirstSentence(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.paste("Welcome aboard, it costs 3.50. <#0.6#>The harbour tour takes forty minutes, and more. " + strings.Repeat("Then it goes on and on. ", 20))
	d.press("tab", "g", "n")
	d.awaits("✓ heard")
	if got := d.sent().Text; got != "Welcome aboard, it costs 3.50. <#0.6#>The harbour tour takes forty minutes, and more." {
		t.Errorf("%q", got)
	}
	d.press("t")
	d.awaits("Other words to tune by")
	d.paste("Something else.")
	d.press("enter")
	d.sounds("other words", saying("Something else."))
}

// Where it stops by itself is after the end that is in sight, also another day and
// where six starts are heard first.
// A key too many does not end what it has begun.
// A file that somebody has spoilt takes no answers with it.
func TestTuneByMouse(t *testing.T) {
	t.Parallel()
	d := seat{}.tunes(t)
	d.allThere()
	d.clicks("1.52×")
	d.sounds("the one that was clicked", fast(1.52))
	d.doubleClicks("0.66×")
	d.awaits("pitch: ", "← slower")
	d.clicks("this is better →")
	d.awaits("deep–bright: ", "→ higher")
	d.clicks("↓ no difference")
	d.awaits("strong–soft: ")
	d.resize(80, 24)
	d.sees("strong–soft: ")
	d.press("tab")
	d.sees("━ Axes ━", "? ")
}

func TestTheTuningOfABlendIsAppliedToIt(t *testing.T) {
	t.Parallel()
	d := seat{}.blends(t, threeVoices)
	d.press("m") // the last one is muted, and stays so
	d.press("g", "n")
	d.awaits("speed: ", "blend", "/")
	for !strings.Contains(d.screen(), "blend: more") {
		d.press("down")
	}
	was := d.weights()
	d.press("left", "e")
	d.awaits("What has changed so far")
	d.press("enter")
	d.sees("tuned: ")
	voices := d.m.(*Model).Doc().Voices
	if now := d.weights(); now == was || len(voices) != 3 || !slices.ContainsFunc(voices, func(v document.Voice) bool { return v.Muted }) {
		t.Errorf("%s became %s: %+v", was, now, voices)
	}
}
