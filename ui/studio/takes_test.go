package studio

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/studio/rooms/listen"
)

// twoTakes is a studio in Takes with a take of 1× under number 1, and one of
// 1.5× under number 2, where the keys are.
func twoTakes(t *testing.T) *desk {
	t.Helper()
	d := sit(t)
	d.write("One two three four five six seven eight.")
	d.speaks("ctrl+r")
	d.press("tab", "shift+right")
	d.speaks("ctrl+r")
	d.goes("Takes")
	return d
}

func TestEveryTakeIsKeptRestoredStarredAndDeleted(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.sees("every ctrl+r makes a take")
	d = twoTakes(t)
	d.sees("▸ ♪  2 0:02  1.50×", "1 0:02  Graceful Lady")
	d.press("down", "r")
	d.sees("words and settings are those of take 1")
	d.shows("speed", "")
	d.press("u")
	d.shows("speed", "1.50×")

	d.press("s", "n")
	d.write("warm")
	d.press("enter")
	d.awaits("★ 1 0:02  Graceful Lady", "“warm”")
	if first := d.keeps()[1]; !first.Starred || first.Note != "warm" {
		t.Errorf("%+v", first)
	}
	d.press("delete")
	d.awaits("deleted take 1; u brings it back")
	if len(d.keeps()) != 1 {
		t.Error("it is still there")
	}
	d.press("u")
	d.awaits("take 1 is back", " ★")
	all := d.keeps()
	if len(all) != 2 || !all[1].Starred {
		t.Errorf("%+v", all)
	}
	benches := audition.Folder{Dir: filepath.Join(d.home, "auditions")}
	if _, err := benches.Create(audition.Audition{Name: "Openings", Candidates: []audition.Candidate{{Take: all[1].ID}}}); err != nil {
		t.Fatal(err)
	}
	d.press("down", "delete")
	d.awaits("deleted take 1; u brings it back; it is on the bench of Openings")
}

func TestTheSameAgainIsFreeAndAnotherTakeIsMadeOnPurpose(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.write("One two.")
	d.speaks("ctrl+r")
	d.sees("8 characters, free")
	d.speaks("ctrl+r")
	d.sees("from disk, free; alt+r makes another")
	if n := len(d.host.asked()); n != 1 || len(d.keeps()) != 1 {
		t.Fatalf("asked %d times, %d takes", n, len(d.keeps()))
	}
	d.speaks("alt+r")
	d.sees("the same again")
	if n := len(d.host.asked()); n != 2 || len(d.keeps()) != 2 {
		t.Fatalf("asked %d times, %d takes", n, len(d.keeps()))
	}
}

func TestTakesOfYesterdayAreThereAndSound(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.write("One two.")
	d.speaks("ctrl+r")
	d.write(" Three.")
	d.speaks("ctrl+r")
	next := seat{home: d.home, host: d.host}.sit(t)
	next.run(next.m.Init())
	next.awaits("  2 0:0", "  1 0:0")
	next.goes("Takes")
	next.press("down", "enter")
	next.sounds("the older one", saying("One two."))
	next.awaits("take 1, free · " + d.keeps()[1].Short())
	if n := len(d.host.asked()); n != 2 {
		t.Errorf("the host was asked %d times", n)
	}
}

// A take that was played is among the last that make room for others.
func TestATakePlayedFromDiskIsNotedAsHeard(t *testing.T) {
	t.Parallel()
	heard := func(d *desk, take int) func() bool {
		return func() bool { return !d.keeps()[take].Heard.IsZero() }
	}
	d := twoTakes(t)
	if heard(d, 0)() || heard(d, 1)() {
		t.Fatal("they were only made")
	}
	d.press("down", "enter")
	d.sounds("the older one", fast(1))
	d.until("it is noted", heard(d, 1))
	if heard(d, 0)() {
		t.Error("the other was not played")
	}
	d.press("a", "up", "b", "x")
	d.sounds("B", fast(1.5))
	d.until("it is noted", heard(d, 0))

	d = sit(t)
	d.speaks("ctrl+r")
	d.press("ctrl+r") // the same, from disk
	d.until("it is noted", heard(d, 0))
}

func TestACutTakeIsKeptAndSaysSo(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.host.will(halved(nil))
	d.write("One two three four.")
	d.press("ctrl+r")
	d.sounds("the beginning", saying("One two three four."))
	d.awaits("Graceful … arriving")
	d.press("esc")
	d.awaits("Graceful Lady   cut")
	d.misses("arriving")
	if all := d.keeps(); len(all) != 1 || !all[0].Partial || all[0].Bytes == 0 {
		t.Errorf("%+v", all)
	}
}

func TestATakeThatTheHostBreaksOffIsKeptAndSaysSo(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.host.will(broken)
	d.press("ctrl+r")
	d.awaits(" cut", " ✗ ")
	d.misses("arriving")
	if all := d.keeps(); len(all) != 1 || !all[0].Partial {
		t.Errorf("%+v", all)
	}
}

func TestListeningLouderFasterAndInALoop(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.write("One two three four five six seven.")
	d.speaks("ctrl+r")
	d.goes("Sound")
	asItIs := d.player.hears().level
	d.press("up", "]", "]")
	d.sees("+1 dB", "1.20×", "at its own pitch")
	if now := d.player.hears(); now.db != 1 || now.tempo != 1.2 || now.level-asItIs != 1 {
		t.Errorf("%+v", now)
	}
	d.press("m")
	d.sees("muted")
	if !d.player.hears().muted {
		t.Error("it is loud")
	}
	d.press("m", "o")
	if now := d.player.hears(); now.muted || now.loop == nil {
		t.Errorf("%+v", now)
	}
	d.awaits("1.20×  +1 dB  ↻", "▶ 0:0")
	for range 3 {
		d.player.passes(1500 * time.Millisecond)
		if s := d.player.hears().state; s != player.Playing {
			t.Errorf("in the loop it is %v", s)
		}
	}
	d.press("o")
	d.misses("↻")
	d.hearsOut()
}

func TestALoopOfAPart(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.write("One two three four five six seven eight nine ten.")
	d.press("ctrl+r")
	d.sounds("all of it", func(tts.Request) bool { return true })
	d.until("it has come", func() bool { return !strings.Contains(d.screen(), "arriving") })
	d.goes("Sound")
	d.player.passes(500 * time.Millisecond)
	d.press("i")
	d.player.passes(time.Second)
	d.press("o")
	d.sees("0:00.5 to 0:01.5 repeats")
	d.player.passes(800 * time.Millisecond)
	if at := d.player.hears().place; at != 1300*time.Millisecond {
		t.Errorf("it is at %v", at)
	}
}

func TestEveryDeletionCanBeUndoneFromAnywhere(t *testing.T) {
	t.Parallel()
	d := twoTakes(t)
	kept := func(n int) func() bool { return func() bool { return len(d.keeps()) == n } }
	d.press("a", "down", "b", "delete")
	d.awaits("deleted take 1")
	d.press("delete")
	d.awaits("every ctrl+r makes a take")
	d.until("both are gone", kept(0))
	d.goes("Script")
	d.press("alt+z")
	d.awaits("A   1 0:02  Graceful Lady, …")
	d.until("one is back", kept(1))
	d.press("alt+z")
	d.awaits("A   2 0:02  1.50×", "B   1 0:02  Graceful Lady", "─ Compare ")
	d.until("both are back", kept(2))
	d.press("alt+z")
	d.sees("undone: speed")
}

// What was done last is undone first, a deletion as well as a change.
func TestDeletionsAndChangesAreUndoneInTheirOrder(t *testing.T) {
	t.Parallel()
	d := twoTakes(t)
	store(t, d.own, "Calm", calmBlend, nil)
	d.waits(10 * time.Second)
	d.press("delete")
	d.awaits("deleted take 2")
	d.waits(10 * time.Second)
	d.browse()
	d.press("ctrl+x")
	d.awaits("deleted Calm")
	d.press("esc")
	d.waits(10 * time.Second)
	d.goes("Voice")
	d.press("down", "right")
	d.shows("pitch", "+1 st")

	d.press("alt+z")
	d.sees("undone: pitch")
	d.shows("pitch", "")
	d.press("alt+z")
	d.awaits("Calm is back")
	stored(t, d.own, "Calm")
	if len(d.keeps()) != 1 {
		t.Error("the take is back too early")
	}
	d.press("alt+z")
	d.awaits("take 2 is back")
	d.shows("speed", "1.50×")
	d.press("alt+z")
	d.sees("undone: speed")
	d.shows("speed", "")
}

func TestTheDeletionThatWasLastIsUndoneFirst(t *testing.T) {
	t.Parallel()
	d := twoTakes(t)
	store(t, d.own, "Calm", calmBlend, nil)
	d.waits(10 * time.Second)
	d.browse()
	d.press("ctrl+x")
	d.awaits("deleted Calm")
	d.press("esc")
	d.waits(10 * time.Second)
	d.press("delete")
	d.awaits("deleted take 2")
	d.goes("Script")
	d.press("alt+z")
	d.awaits("take 2 is back")
	d.press("alt+z")
	d.awaits("Calm is back")
	stored(t, d.own, "Calm")
	d.press("alt+z")
	d.sees("undone: speed")
}

func TestATakeOfAnotherProgramArrivesAndIsBroughtUpToDate(t *testing.T) {
	t.Parallel()
	d := sit(t)
	r, err := takes.Folder{Dir: filepath.Join(d.home, "takes")}.Begin(strings.Repeat("ab", 32), "mp3", takes.Take{Time: time.Now(), Host: tts.Sandbox, Request: tts.Request{VoiceSetting: tts.VoiceSetting{VoiceID: "Wise_Woman"}}})
	if err != nil {
		t.Fatal(err)
	}
	r.Write([]byte("audio"))
	d.send(tea.FocusMsg{}) // a person comes back to the window
	d.awaits("Wise Woman arriving")
	d.misses(" cut")
	if _, err := r.Finish(tts.Progress{Bytes: 5, Complete: true, Info: tts.Info{AudioMS: new(int64(61250))}}); err != nil {
		t.Fatal(err)
	}
	d.awaits("1 1:01  Wise Woman ")
	d.misses("arriving")
}

func TestATakeLooksTheSameEachTimeItIsHeard(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.write("The same waveform, from its beginning to its end.")
	wave := func(d *desk) string {
		return strings.Map(func(r rune) rune {
			if r > 0x2800 && r <= 0x28ff {
				return r
			}
			return -1
		}, d.screen())
	}
	d.speaks("ctrl+r")
	first := wave(d)
	if first == "" {
		t.Fatalf("the take is not drawn\n%s", d.screen())
	}
	next := seat{home: d.home}.sit(t) // where it is decoded anew
	next.run(next.m.Init())
	next.awaits("  1 0:0")
	next.goes("Takes")
	next.press("enter")
	next.hearsOut()
	if again := wave(next); again != first {
		t.Errorf("heard again it is drawn as\n%s\nbefore it was\n%s", again, first)
	}
}

// The sound of a few takes is kept decoded, and that of A and B always.
func TestTheSoundOfManyTakesIsNotKeptAllTheTime(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.write("One.")
	d.speaks("ctrl+r")
	d.goes("Takes")
	d.press("a")
	for range listen.Decoded + 2 {
		d.speaks("alt+r")
	}
	d.press("b")
	before := d.player.loads
	hears := func(answer int) {
		t.Helper()
		d.until(fmt.Sprintf("take %d sounds", answer+1), func() bool {
			now := d.player.hears()
			return now.answer == answer && now.state == player.Playing
		})
	}
	d.press("x")
	hears(0)
	d.press("x")
	hears(listen.Decoded + 2)
	if d.player.loads != before {
		t.Error("A or B was decoded again")
	}
	for range listen.Decoded + 1 {
		d.press("down")
	}
	d.press("enter") // the take after A
	hears(1)
	if d.player.loads != before+1 {
		t.Error("everything that was ever heard stays decoded")
	}
}

func TestTheOldestTakesGoWhenTheyNeedTooMuchRoom(t *testing.T) {
	d := sit(t)
	d.finds(takes.Take{Request: tts.Request{Text: "old"}}, takes.Take{Request: tts.Request{Text: "new"}})
	all, _, err := takes.Folder{Dir: filepath.Join(d.home, "takes")}.List()
	if err != nil || len(all) != 2 {
		t.Fatal(all, err)
	}
	if err := os.Truncate(all[1].File, takes.DefaultBudget+1); err != nil { // a sparse file
		t.Fatal(err)
	}
	d.run(d.m.Init())
	d.awaits("─ all · 1 ─")
	if _, err := os.Stat(all[1].File); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	if _, err := os.Stat(all[0].File); err != nil {
		t.Error(err)
	}
}

// What differs comes first, so that it is never cut off.
func TestATakeSaysWhatDiffersFromTheOneBefore(t *testing.T) {
	t.Parallel()
	weights := func(list ...tts.TimbreWeight) (r tts.Request) {
		r.SetVoices(list)
		return r
	}
	lady, anchor, wise := "English_Graceful_Lady", "Chinese (Mandarin)_News_Anchor", "Wise_Woman"
	with := func(set ...any) tts.Request {
		r := weights(tts.TimbreWeight{VoiceID: lady})
		for i := 0; i < len(set); i += 2 {
			r.Set(set[i].(string), set[i+1])
		}
		return r
	}
	texts := func(text string) tts.Request {
		r := with()
		r.Text = text
		return r
	}
	name := tts.VoiceTitle(anchor)
	blend := func(a, b int) tts.Request {
		return weights(tts.TimbreWeight{VoiceID: lady, Weight: a}, tts.TimbreWeight{VoiceID: anchor, Weight: b})
	}
	for _, c := range []struct {
		was, now tts.Request
		want     string
	}{
		{with(), blend(50, 50), "+ " + name + " 50"},
		{with(), blend(70, 30), "Graceful Lady 70, + " + name + " 30"},
		{blend(50, 50), blend(50, 40), name + " 50 → 40"},
		{blend(50, 50), with(), "− " + name},
		{blend(50, 50), weights(tts.TimbreWeight{VoiceID: wise}), "Wise Woman"},
		{with(), weights(tts.TimbreWeight{VoiceID: wise}), "Wise Woman"},
		{with(), with("voice_modify.intensity", 20, "voice_modify.timbre", -10), "soft 20, full 10"},
		{with("voice_modify.pitch", -10), with("voice_modify.pitch", -20), "deep 10 → 20"},
		{with("voice_modify.pitch", -10), with("voice_modify.pitch", 5), "deep 10 → bright 5"},
		{with("voice_modify.pitch", -10), with(), "deep 10 → unset"},
		{with(), with("voice_setting.speed", 0.9, "voice_setting.pitch", -2), "0.90×, −2 st"},
		{with("voice_setting.vol", 2.0), with("voice_setting.vol", 1.5), "volume 2.0 → 1.5×"},
		{with(), with("voice_setting.emotion", "calm"), "calm"},
		{with(), with("audio_setting.sample_rate", 24000), "sample rate 24000 Hz"},
		{texts("One two."), texts("One two. Three."), "“…two. Three.”"},
		{texts("One big dog."), texts("One small dog."), "“…small…”"},
		{texts("今天好"), texts("今天不好"), "“…天不…”"},
		{with(), with(), "the same again"},
	} {
		d := sit(t)
		d.finds(takes.Take{Request: c.was}, takes.Take{Request: c.now})
		d.resize(200, 40)
		if row := d.row("2 "); !strings.HasSuffix(row, "  "+c.want) {
			t.Errorf("%q should end with %q", row, c.want)
		}
	}
}

func TestTakesOfOtherDaysStandUnderTheirDay(t *testing.T) {
	t.Parallel()
	d := sit(t)
	voice := tts.Request{VoiceSetting: tts.VoiceSetting{VoiceID: "Wise_Woman", Speed: new(0.95)}}
	d.finds(takes.Take{Request: voice, Note: "warm, but sharp s"}, takes.Take{Request: voice})
	d.misses("today", "yesterday", "─ take")
	d.sees("2    ?  the same again", "1    ?  Wise Woman, 0.95×", "             “warm, but sharp s”")
	d.waits(24 * time.Hour)
	d.sees("─ yesterday ──")
	d.waits(24 * time.Hour)
	d.misses("yesterday")
	d.sees("─ " + time.Now().Local().Format("Monday") + " ──")
	d.goes("Takes")
	x, y := d.find("“warm")
	d.click(x, y)
	d.sees("▸    1 ")
}

func TestTheListShowsOnlyTheTakesThatAreWanted(t *testing.T) {
	t.Parallel()
	d := sit(t)
	store(t, d.own, "Calm", calmBlend, nil)
	store(t, d.own, "Graceful", `{"voice_setting": {"voice_id": "English_Graceful_Lady"}}`, nil)
	d.browse()
	d.write("Graceful")
	d.press("enter")
	d.write("One.")
	d.speaks("ctrl+r")
	d.browse()
	d.write("Calm")
	d.press("enter")
	d.write(" Two.")
	d.speaks("ctrl+r")
	d.goes("Takes")
	d.press("down", "s", "a", "t")
	d.sees("Tags of take 1")
	d.write("client  v2")
	d.press("enter")
	d.awaits("#client #v2", "★")
	d.press("f")
	d.sees(" starred · 1 of 2 ━", "▸A ★ 1 ")
	d.press("f")
	d.sees(" this script · 1 of 2 ━", "▸ ♪  2 ")
	d.press("f")
	d.sees(" this preset · 1 of 2 ━", "▸ ♪  2 ")
	x, y := d.find("this preset ·")
	d.click(x+2, y)
	d.sees(" all · 2 ━", "A ★ 1 ")
	d.press("/")
	d.write("#V2 graceful")
	d.press("enter")
	d.sees("1 of 2 ━", "▸A ★ 1 ")
	d.press("/")
	d.write("nobody said that")
	d.press("enter")
	d.sees("0 of 2 ━", "no take fits the filter")
	d.press("enter")
	d.sees("no take fits the filter; f shows all")
	d.press("f")
	d.sees(" all · 2 ━", "A  ", "♪")
	d.press("u") // the mark is no deed, but the tags are
	d.loses("#client")
}
