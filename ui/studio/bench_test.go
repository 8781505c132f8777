package studio

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/lineup"
)

// auditions is where the benches are.
func (d *desk) auditions() audition.Folder {
	return audition.Folder{Dir: filepath.Join(d.home, "auditions")}
}

// benched puts voices that are found by some words on the bench, with a line of
// their own, and goes there.
func (d *desk) benched(line string, words ...string) {
	d.t.Helper()
	d.press("esc")
	d.goes("Script")
	d.paste(line)
	d.press("tab", "up", "enter")
	for _, w := range words {
		d.press("ctrl+u")
		d.write(w)
		d.press("ctrl+k")
		d.sees("is on the bench as ")
	}
	d.press("esc", "g", "c")
	d.knows(len(words))
}

// knows lets the studio find out what there is of so many candidates.
func (d *desk) knows(n int) {
	d.t.Helper()
	b := d.m.(*Model).bench
	d.until("the candidates are looked for", func() bool {
		return len(b.Rows) == n && !slices.ContainsFunc(b.Rows, func(r *lineup.Row) bool { return r.Ask.To.Host == "" })
	})
	d.settle()
}

// made makes all that is missing.
func (d *desk) made(of string) {
	d.t.Helper()
	d.press("m")
	d.awaits(of + " ready")
	d.until("all is decoded", func() bool {
		return !slices.ContainsFunc(d.m.(*Model).bench.Rows, func(r *lineup.Row) bool { return r.Take != nil && (r.Timeline == nil || !r.Timeline.Complete()) })
	})
	d.settle()
}

func TestCandidatesAreHeardByDigitsAtTheSamePlace(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.benched("Welcome aboard, and good morning.", "Wise Woman", "Calm_Woman", "Serene_Woman")
	d.sees("0 of 3 ready", "▸ 3", "m makes all 3: free")
	if n := len(d.host.asked()); n != 0 {
		t.Fatalf("%d requests were sent that nobody asked for", n)
	}
	d.press("2")
	d.sees("2 is not made yet: enter makes it, free")
	d.made("3 of 3")
	voices := []string{}
	for _, r := range d.host.asked() {
		voices = append(voices, r.VoiceSetting.VoiceID)
	}
	if slices.Sort(voices); !slices.Equal(voices, []string{"Calm_Woman", "Serene_Woman", "Wise_Woman"}) {
		t.Errorf("%q were spoken", voices)
	}
	d.press("1")
	d.sounds("the first", by("Wise_Woman"))
	d.sees("▸♪1", "─ 1 · Wise Woman · levels matched ─", "levels matched to −18 LUFS")
	d.player.passes(700 * time.Millisecond)
	d.press("3")
	if now := d.sounds("the third", by("Serene_Woman")); (now.place-700*time.Millisecond).Abs() > 400*time.Millisecond || now.level < -21.5 || now.level > -20.5 {
		t.Errorf("%v", now)
	}
	d.sees("▸♪3", "─ 3 · Serene Woman · ", "take")
	d.press("7")
	d.sees("there is no 7: 3 are on this page")
	d.press("l")
	if d.player.hears().loop == nil {
		t.Error("it does not loop")
	}
	d.press("2", "space")
	d.awaits("‖ ")
	before := d.m.(*Model).Request().VoiceSetting.VoiceID
	d.press("enter")
	d.sees("the settings are those of 2, Calm Woman; u goes back")
	if got := d.m.(*Model).Request(); got.VoiceSetting.VoiceID != "Calm_Woman" || got.Text != "Welcome aboard, and good morning." {
		t.Errorf("%+v", got)
	}
	d.press("u")
	if got := d.m.(*Model).Request().VoiceSetting.VoiceID; got != before {
		t.Error(got)
	}
	d.press("esc", "esc")
	d.misses("Bench", "Duels")
	d.sees("┏━ Voice ━")
	if n := len(d.host.asked()); n != 3 {
		t.Errorf("%d requests were sent", n)
	}
}

// One that differs in volume on purpose ends the matching of levels, also for what
// sounds and begins once more, and Sound says so wherever the keys are.
func TestWhetherLevelsAreMatchedIsSaidWhereItSounds(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.benched("Welcome aboard, and good morning.", "Wise Woman", "Calm_Woman")
	d.made("2 of 2")
	d.press("1")
	matched := d.sounds("the first", by("Wise_Woman")).level
	d.sees("1 · Wise Woman · levels matched")
	d.resize(80, 24)
	d.press("tab") // to the duels, which stand in the place of the bench
	d.sees("1 · Wise Woman · levels matched")
	d.press("g", "v", "down", "down", "=")
	d.write("0.5")
	d.press("enter", "g", "c", "+")
	d.write("settings")
	d.press("enter")
	d.knows(3)
	d.sees("1 · Wise Woman · levels as they are")
	own := d.player.hears().level
	d.command("play the take again")
	if again := d.player.hears().level; again != own || own == matched {
		t.Errorf("matched it was %.1f LUFS, then %.1f, and again %.1f", matched, own, again)
	}
}

func TestABenchIsThereAgainAsItWasLeft(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.benched("One line for all.", "Wise Woman", "Calm_Woman", "Serene_Woman")
	d.made("3 of 3")
	d.press("2", "s", "s", "n")
	d.write("for Anna")
	d.press("enter", "z", "1", "home", "3", "delete")
	d.sees("is out; u brings it back", "sorted by ★", "2 of 2 ready")
	d.press("u")
	d.awaits("3 of 3 ready")
	d.settle()
	d.press("o")
	d.sees("only ★", "1 ★★")
	d.misses("Wise Woman    ")
	d.settle()
	leaves(t, d)
	again := seat{home: d.home, host: d.host}.sit(t)
	again.run(again.m.Init())
	again.press("tab", "g", "c")
	again.awaits("3 of 3 ready · sorted by ★ · only ★")
	again.sees("1 ★★   Calm Woman ✎")
	again.press("1")
	again.sounds("it", by("Calm_Woman"))
	if n := len(d.host.asked()); n != 3 {
		t.Errorf("%d requests", n)
	}
	held, err := d.auditions().Takes()
	if err != nil || len(held) != 3 {
		t.Errorf("%v, %v: its takes can be pruned", held, err)
	}
	again.press("a")
	again.awaits("this one")
	again.write("remove")
	again.press("enter")
	again.awaits("is in the trash")
	again.sees("nothing is on the bench yet")
	again.press("u")
	again.awaits("is back", "only ★")
}

func TestWhatFailsStandsInItsRowAndIsTriedAgain(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.benched("One, two, three, four, five.", "Wise Woman", "Calm_Woman", "Serene_Woman")
	d.host.will(whole, whole, broken)
	d.press("m")
	d.awaits("2 of 3 ready", "✗", "1 of 3 failed", "enter tries again")
	for n := 1; !strings.Contains(d.row("▸ "), "✗") && n <= 3; n++ {
		d.press([]string{"home", "up", "up"}[min(n, 2)])
	}
	d.press("enter")
	d.awaits("3 of 3 ready")
	d.misses("✗")
}

// A host that is not there any more: what to do about it can be read to its end.
func TestWhyOneHasFailedIsSaidInFull(t *testing.T) {
	d := seat{at: tts.MiniMax}.sit(t)
	d.benched("Twenty characters ok", "Wise_Woman", "Calm_Woman")
	d.host.close()
	d.press("enter")
	d.awaits("✗", "cannot be reached: the connection", "enter tries again: ≈ $")
	d.sees("was refused;")
}

func TestNothingPaidIsMadeBeforeItsPriceIsSaid(t *testing.T) {
	d := seat{at: tts.MiniMax}.sit(t)
	d.benched("Twenty characters ok", "Wise_Woman", "Calm_Woman", "Serene_Woman")
	d.awaits("≈ $")
	d.press("m")
	d.sees("m makes 3: ≈ $", "m again sends")
	if n := len(d.host.asked()); n != 0 {
		t.Fatalf("%d requests were sent", n)
	}
	d.press("up", "enter")
	d.awaits("1 of 3 ready")
	d.sounds("what was asked for", by("Calm_Woman"))
	d.press("m")
	d.sees("m makes 2: ≈ $")
	d.press("m")
	d.awaits("3 of 3 ready")
}

func TestTheBenchStopsWhereThePersonsMoneyEnds(t *testing.T) {
	d := seat{at: tts.MiniMax, cap: &tts.Money{Amount: 0.0015, Currency: "USD"}}.sit(t)
	d.benched("Twenty characters ok", "Wise_Woman", "Calm_Woman", "Serene_Woman")
	d.press("m", "m")
	d.sees("This would pass what the session may cost", "this costs about $0.0036")
	if n := len(d.host.asked()); n != 0 {
		t.Fatalf("%d requests were sent", n)
	}
	d.press("up", "up", "enter")
	d.awaits("3 of 3 ready")
}

func TestTwoStudiosOnOneBenchKeepEachOthersChanges(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.benched("One line.", "Wise Woman", "Calm_Woman")
	d.made("2 of 2")
	leaves(t, d)
	other := seat{home: d.home, host: d.host}.sit(t)
	other.run(other.m.Init())
	other.press("tab", "g", "c")
	other.awaits("2 of 2 ready")
	other.press("down", "s")
	d.press("n")
	d.write("mine")
	d.press("enter")
	other.filed("it has the star", func(a audition.Audition) bool { return starsOf(a) == 1 })
	d.filed("it has both", func(a audition.Audition) bool {
		return starsOf(a) == 1 && a.Candidates[1].Note+a.Candidates[0].Note == "mine"
	})
}

func TestABenchThatCannotBeReadSaysWhyAndLosesNothing(t *testing.T) {
	t.Parallel()
	for what, says := range map[string]string{`{"version": 9, "name": "x", "new": 1}`: "made by a newer voicestudio", `{"version": 1, "na`: "not valid JSON"} {
		d := sit(t)
		d.benched("One line.", "Wise Woman")
		d.settle()
		leaves(t, d)
		file := d.auditions().Path(d.m.(*Model).Audition)
		os.WriteFile(file, []byte(what), 0o600)
		again := seat{home: d.home, host: d.host}.sit(t)
		again.run(again.m.Init())
		again.press("tab", "g", "c")
		again.awaits(says)
		again.press("esc", "g", "v", "up", "enter")
		again.write("Calm_Woman")
		again.press("ctrl+k", "esc", "g", "c")
		again.knows(1)
		again.sees("Calm Woman")
		leaves(t, again)
		if b, err := os.ReadFile(file); err != nil || string(b) != what {
			t.Errorf("%v: %s", err, b)
		}
	}
}

// Takes of other words, of silence, of nine minutes, and one that was cut.
func TestOddTakesAreComparedOrSayWhyNot(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.paste("The line of the bench.")
	d.finds(takes.Take{Request: tts.Request{Text: "Other words.", VoiceSetting: tts.VoiceSetting{VoiceID: "Wise_Woman"}}})
	d.speaks("ctrl+r")
	d.goes("Takes")
	d.press("c", "down", "c")
	d.settle()
	d.sees("says other words than the bench")
	d.host.will(broken)
	d.goes("Script")
	d.press("alt+r")
	d.awaits("cut")
	d.goes("Takes")
	d.press("home", "c")
	d.press("g", "c")
	d.knows(2)
	d.sees("1 of 2 ready", "take")
	d.made("2 of 2")
	d.press("1")
	d.sounds("the take", saying("The line of the bench."))
	d.press("2")
	d.sounds("its settings", by("Wise_Woman"))
	if d.sent().Text != "The line of the bench." {
		t.Error(d.sent().Text)
	}
}

func TestTheBenchByMouse(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.benched("Welcome aboard, and good morning.", "Wise Woman", "Calm_Woman", "Serene_Woman")
	d.clicks("m make all")
	d.awaits("3 of 3 ready")
	d.settle()
	d.clicks("Calm Woman  ")
	d.sounds("what was clicked", by("Calm_Woman"))
	d.clicks("s star")
	d.sees("▸♪2 ★")
	d.doubleClicks("Serene Woman  ")
	d.sees("the settings are those of 3, Serene Woman")
	x, y := d.find("Wise Woman  ")
	d.send(tea.MouseWheelMsg{X: x, Y: y, Button: tea.MouseWheelUp})
	d.sees("▸ 2 ★")
	d.clicks("a voice, a preset, a take")
	d.sees("Put on the bench", "the settings of now")
	d.press("esc", "esc", "esc")
	d.resize(80, 24)
	d.press("g", "c", "tab")
	d.sees("┏━ Duels", "─ Sound ─")
	d.press("tab")
	d.sees("┏━ Listeners", "─ Sound ─")
	d.press("tab", "tab")
	d.sees("┏━ Bench", "Wise Woman")
	d.resize(60, 18)
	d.sees("Bench Duels Listeners Sound", "Wise Woman")
	d.misses("dB")
	d.press("g", "v")
	d.sees("┏━ Voice")
}

// While names are hidden, nothing on any screen tells which is which.
func TestNothingTellsTheCandidatesApartWhileTheyAreBlind(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.paste("Welcome aboard, and good morning to you all.")
	var tells []string
	d.press("tab")
	for i, voice := range []string{"Wise_Woman", "Calm_Woman", "Lively_Girl"} {
		d.press("g", "v", "1", ".", string("024"[i]), "enter", "up", "enter")
		d.write(voice)
		d.press("ctrl+k", "esc")
		tells = append(tells, rooms.VoiceTitle(voice), voice)
	}
	d.press("g", "c")
	d.knows(3)
	d.made("3 of 3")
	lengths := map[string]bool{}
	for _, row := range d.m.(*Model).bench.Rows {
		lengths[session.Clock(row.Timeline.Duration())] = true
	}
	if len(lengths) != 3 {
		t.Fatalf("all sound %v", lengths)
	}
	for length := range lengths {
		tells = append(tells, length)
	}
	for _, take := range d.keeps() {
		tells = append(tells, take.Short())
	}
	d.press("v")
	d.examined()
	for i := range 5 {
		d.downloads(fmt.Sprint(i, "-votes.json"), d.voted(fmt.Sprint("listener ", i), all, "Calm", "Wise"))
	}
	d.brings(d.downloaded("*-votes.json"))
	d.awaits("━ 5 listeners ━", "Calm Woman is liked best")
	d.press("shift+tab", "shift+tab", "1", "b")
	blind := func(t *rapid.T) {
		d.screen()
		frame := d.screen() + d.m.View().WindowTitle
		for _, tell := range tells {
			if strings.Contains(frame, tell) {
				t.Fatalf("%q is seen:\n%s", tell, frame)
			}
		}
	}
	keys := []string{"1", "2", "3", "4", "s", "o", "z", "l", "space", "left", "right", "home", "up", "down", "pgdown", "tab", "x", "m", "v", "y", "enter", "delete", "esc"}
	rapid.Check(t, func(t *rapid.T) {
		d.m.(*Model).FocusOn(rooms.SoundPanel)
		d.press("g", rapid.SampledFrom([]string{"c", "t"}).Draw(t, "room"))
		size := rapid.SampledFrom([][2]int{{60, 18}, {80, 24}, {120, 40}, {200, 60}}).Draw(t, "size")
		d.resize(size[0], size[1])
		for range 6 {
			key := rapid.SampledFrom(keys).Draw(t, "key")
			if key == "delete" && (d.m.(*Model).Focus != rooms.BenchPanel || d.m.(*Model).bench.None() != "") {
				continue
			}
			if key == "enter" && d.m.(*Model).Focus != rooms.ListenersPanel { // it decides
				continue
			}
			if key == "esc" || d.m.(*Model).Focus == rooms.ListenersPanel || d.m.(*Model).Focus == rooms.BenchPanel || key == "tab" || key == "space" {
				d.press(key)
			}
			if key == "delete" {
				blind(t)
				d.press("u")
				d.settle()
			}
			d.player.passes(time.Duration(rapid.IntRange(0, 3000).Draw(t, "ms")) * time.Millisecond)
			blind(t)
		}
	})
	d.resize(120, 40)
	d.m.(*Model).FocusOn(rooms.SoundPanel)
	if d.press("g", "c"); d.m.(*Model).bench.None() != "" { // none has a star any more
		d.press("o")
	}
	d.press("1")
	d.sees("nothing tells which one sounds")
	d.press("b")
	d.sees("decided")
	d.misses("nothing tells which one sounds")
	if !slices.ContainsFunc(tells, func(tell string) bool { return strings.Contains(d.screen(), tell) }) {
		t.Errorf("the names are not back:\n%s", d.screen())
	}
}
