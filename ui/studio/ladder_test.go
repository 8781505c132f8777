package studio

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"voicestudio/tts"
)

const twoVoices = `English_Graceful_Lady(50)+"Chinese (Mandarin)_News_Anchor"(50)`

// blends sits at a blend, with the keys on its first voice.
func (s seat) blends(t *testing.T, formula string) *desk {
	d := s.sit(t)
	d.write("Good evening.")
	d.goes("Blend")
	d.paste(formula + "\n")
	return d
}

// mix are requests with these weights, "50/50", or of one voice alone.
func mix(weights string) func(tts.Request) bool {
	return func(r tts.Request) bool {
		var all []string
		for _, v := range r.TimbreWeights {
			all = append(all, fmt.Sprint(v.Weight))
		}
		return strings.Join(all, "/") == weights || r.VoiceSetting.VoiceID == weights
	}
}

// mixes are what the host was asked for.
func (d *desk) mixes() (all []string) {
	for _, r := range d.host.asked() {
		weights := r.VoiceSetting.VoiceID
		for i, v := range r.TimbreWeights {
			weights += strings.Repeat("/", min(i, 1)) + fmt.Sprint(v.Weight)
		}
		all = append(all, weights)
	}
	slices.Sort(all)
	return all
}

func TestALadderBetweenTwoVoices(t *testing.T) {
	t.Parallel()
	d := seat{}.blends(t, twoVoices)
	d.sees("+ add   t ladder   ")
	d.press("t")
	d.awaits("2 voices · 5 steps", "● 100 / 0", "●  75 / 25", "●  25 / 75", "●   0 / 100")
	if got := d.mixes(); !slices.Equal(got, []string{"25/75", "50/50", "75/25", "Chinese (Mandarin)_News_Anchor", "English_Graceful_Lady"}) {
		t.Error(got)
	}
	d.press("2")
	d.sounds("the second step", mix("75/25"))
	d.player.passes(400e6)
	was := d.player.hears().place
	d.press("3")
	if now := d.sounds("the third", mix("50/50")); now.place < was-50*time.Millisecond {
		t.Errorf("it began anew, at %v of %v", now.place, was)
	}
	d.sees("♪  50 / 50", "step 3, 50 / 50")
	d.press("up")
	d.sounds("the one above", mix("75/25"))

	d.press("s", "+")
	d.sees("it zooms in between two stars, and there is one")
	d.press("3", "s")
	d.sees("+ zooms in between your two ★ (75/25 … 50/50)")
	d.press("+")
	d.awaits("●  69 / 31", "●  62 / 38", "●  56 / 44", "♪  50 / 50")
	d.press("4")
	d.sounds("a step between", mix("56/44"))
	d.press("enter")
	d.sees("the blend is Graceful Lady 56, 新闻女声 44; alt+z takes it back")
	if got := d.weights(); got != "[56 44]" {
		t.Error(got)
	}
	d.press("-")
	d.awaits("1  ● 100 / 0", "2★ ●  75 / 25", "3★ ●  50 / 50")
	d.waits(time.Minute)
	d.press("1")
	d.sounds("the voice alone", mix("English_Graceful_Lady"))
	d.press("enter", "esc", "esc")
	d.isOut("Ladder")
	d.sees("only Graceful Lady")
	if r := d.m.(*Model).Request(); r.VoiceSetting.VoiceID != "English_Graceful_Lady" {
		t.Errorf("the end of a ladder is %+v", r)
	}
	d.press("u", "u")
	if got := d.weights(); got != "[50 50]" {
		t.Error(got)
	}
	n := len(d.host.asked())
	d.press("t")
	d.awaits("2★ ●  75 / 25")
	if got := len(d.host.asked()); got != n {
		t.Errorf("%d were made again", got-n)
	}
}

func TestALadderIsPaidForOnceItsPriceWasSeen(t *testing.T) {
	d := seat{at: tts.MiniMax, cap: &tts.Money{Amount: 0.003, Currency: "USD"}}.blends(t, twoVoices)
	d.press("t")
	d.awaits("all 5 to make: ", "a makes them", "13 chars, ≈ $0.0008")
	d.press("1", "down", "down")
	d.sees("▸ 3")
	d.settle()
	if n := len(d.host.asked()); n != 0 {
		t.Fatalf("%d were paid for unasked", n)
	}
	d.press("enter")
	d.sounds("the one that was paid for", mix("50/50"))
	d.awaits("all 4 to make: 52 chars, ≈ $0.0031; a makes them")
	others, again := make(chan struct{}), make(chan struct{})
	d.host.will(refuses(2054, "voice id not exist"), held(others), held(others), held(again), held(others))
	d.press("a")
	d.awaits("This would pass what the session may cost")
	if n := len(d.host.asked()); n != 1 {
		t.Errorf("%d were sent beyond the cap", n-1)
	}
	d.press("up", "enter")
	d.awaits("✗ ", "one to make: 13 chars, ≈ $0.0008; a makes it") // the others go on
	d.until("two of them are asked for", func() bool { return len(d.host.asked()) == 4 })
	d.press("a")
	d.until("it is asked for once more", func() bool { return len(d.host.asked()) == 5 })
	close(others)
	d.until("the others are there", func() bool { return d.host.answered() == 5 })
	d.settle()
	d.sees("asking the host")
	d.misses("✗ ", "to make")
	close(again)
	d.awaits("● 100 / 0", "●  75 / 25", "♪  50 / 50", "●  25 / 75", "●   0 / 100")
	if n := len(d.host.asked()); n != 6 {
		t.Errorf("%d were paid for", n)
	}
}

func TestALadderCanBeHeardWithoutKnowing(t *testing.T) {
	t.Parallel()
	d := seat{}.blends(t, `English_Graceful_Lady(60)+"Chinese (Mandarin)_News_Anchor"(40)`)
	d.press("t")
	d.awaits("● 100 / 0", "●  75 / 25", "●  50 / 50", "●  25 / 75", "●   0 / 100")
	d.press("b")
	d.sees("names hidden, order drawn by lot")
	d.misses("75 / 25", "LUFS")
	d.press("3")
	d.until("something sounds", func() bool { return len(d.player.beginnings()) > 0 })
	d.sees("mix 3 of 5")
	d.misses("75 / 25", "50 / 50", "LUFS", " / 0:0")
	heard := d.host.asked()[d.player.hears().answer]
	d.press("s", "enter")
	d.sees("the blend is ", "75 / 25", "★ ♪")
	if got := d.m.(*Model).Doc().Request(); !slices.Equal(got.Voices(), heard.Voices()) {
		t.Errorf("%v was taken over, not %v", got.Voices(), heard.Voices())
	}
}

// Stars that were given before the names were hidden would tell which is which.
func TestStarsOfALadderAreNotSeenWhileItIsBlind(t *testing.T) {
	t.Parallel()
	d := seat{}.blends(t, twoVoices)
	d.press("t")
	d.awaits("● 100 / 0", "●  75 / 25", "●  50 / 50", "●  25 / 75", "●   0 / 100")
	d.press("2", "s", "3", "s")
	d.sees("2★", "3★")
	d.press("b")
	d.misses("1★", "2★", "3★", "4★", "5★")
	d.press("4", "s", "1", "s")
	d.sees("4★", "1★")
	d.misses("2★", "3★", "5★")
	d.press("+") // to what is between them, whichever they are
	if rail := d.row("Graceful Lady ━"); strings.Contains(rail, "─") {
		t.Errorf("the part of the way that is in sight tells the stars: %s", rail)
	}
	d.misses("the ends of what is in sight", "no whole percent")
	d.press("-", "b")
	d.sees("2★ ●  75 / 25", "3★ ●  50 / 50")
}

func TestALadderAndAPadAreThereAgainAsTheyWereLeft(t *testing.T) {
	t.Parallel()
	d := seat{}.blends(t, twoVoices)
	d.press("t")
	d.awaits("● 100 / 0", "●  75 / 25", "●  50 / 50")
	d.press("2", "s", "3", "s", "+")
	d.awaits("●  69 / 31", "●  62 / 38", "●  56 / 44")
	d.press("3", "s")
	leaves(t, d)

	again := seat{home: d.home, host: d.host}.sit(t)
	again.run(again.m.Init())
	again.goes("Blend")
	again.press("t")
	again.awaits("3★", " 62 / 38")
	n := len(d.host.asked())
	again.press("-")
	again.awaits("2★ ●  75 / 25", "3★ ●  50 / 50")
	if asked := len(d.host.asked()); asked != n {
		t.Errorf("%d were made again", asked-n)
	}
	again.press("esc", "esc")
	again.isOut("Ladder")
	again.goes("Blend")
	again.paste(threeVoices + "\n")
	again.press("p")
	again.awaits("3 voices · step 20 %")
	again.press("s", "+")
	again.awaits("★1 60/20/20", "step 10 %")
	leaves(t, again)

	third := seat{home: d.home, host: d.host}.sit(t)
	third.run(third.m.Init())
	third.goes("Blend")
	third.press("p")
	third.awaits("★1 60/20/20", "step 10 %")
}

func TestWhereThereIsNoLadderAndNoPadItSaysWhy(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.goes("Blend")
	for _, c := range []struct {
		formula, keys, key, why string
	}{
		{"a", "", "t", "needs two voices that sound, and one does"},
		{"a", "", "p", "needs three or four voices that sound, and one does"},
		{twoVoices, "m", "t", "needs two voices that sound, and one does"},
		{twoVoices, "", "p", "and 2 do"},
		{twoVoices, "o", "t", "two voices that are not locked"},
		{threeVoices, "o", "p", "and one is locked; o unlocks it"},
		{"a(10)+b(20)+a(30)", "", "t", "two rows of the blend have the same voice"},
		{"a(1)+b(1)+c(100)+d(100)", "", "t", "nothing to divide"},
	} {
		d.paste(c.formula + "\n")
		d.press(strings.Fields(c.keys)...)
		d.press(c.key)
		d.sees(c.why)
		d.misses("Ladder")
	}
}

func TestAPadBetweenThreeVoices(t *testing.T) {
	d := seat{at: tts.MiniMax}.blends(t, threeVoices)
	d.press("p")
	d.awaits("3 voices · step 20 %", "✛ here   Graceful Lady 60   新闻女声 20   Wise Woman 20", "· not yet, 13 chars, ≈ $0.0008")
	d.press("right", "left", "up", "right")
	d.sees("✛ here   Graceful Lady 40   新闻女声 20   Wise Woman 40")
	d.settle()
	if n := len(d.host.asked()); n != 0 {
		t.Fatalf("walking has paid for %d", n)
	}
	d.press("enter")
	d.sounds("the dot that was paid for", mix("40/20/40"))
	d.awaits("♪ on disk")
	d.press("s", "left", "enter")
	d.sounds("the next one", mix("60/40"))
	d.press("s", "right")
	d.sounds("the one that is on disk, at once", mix("40/20/40"))
	d.sees("★1 40/20/40   ★2 60/0/40")
	d.press("enter")
	d.sees("the blend is Graceful Lady 40, 新闻女声 20, Wise Woman 40")
	d.press("+")
	d.awaits("step 10 %", "✛ here   Graceful Lady 40   新闻女声 20   Wise Woman 40", "♪ on disk")
	d.press("right")
	d.awaits("✛ here   Graceful Lady 30   新闻女声 30   Wise Woman 40", "· not yet")
	d.press("-")
	if got := d.weights(); got != "[40 20 40]" || len(d.host.asked()) != 2 {
		t.Errorf("%s after %d requests", got, len(d.host.asked()))
	}
}

// isOut leaves a room: on a busy machine more is on its way that esc stops first.
func (d *desk) isOut(of string) {
	d.t.Helper()
	for range 4 {
		if !strings.Contains(d.screen(), "━ "+of+" ━") {
			return
		}
		d.press("esc")
	}
	d.t.Fatalf("it stays in %s:\n%s", of, d.screen())
}

func TestTheMouseOnALadderAndAPad(t *testing.T) {
	t.Parallel()
	d := seat{}.blends(t, threeVoices+`+"Santa_Claus "(20)`)
	d.press("p")
	d.awaits("4 voices · step 20 %", "Santa Claus", "· not yet")
	d.resize(80, 24)
	d.press("enter")
	d.sounds("the dot under the cursor", func(r tts.Request) bool { return len(r.TimbreWeights) == 4 })
	d.awaits("♪ on disk")
	x, y := d.find("✛")
	d.click(x-8, y)
	d.awaits("· not yet")
	d.doubleClick(x, y)
	d.sees("the blend is ")
	d.press("tab", "shift+tab", "shift+tab")
	d.awaits("Ladder")
	d.resize(120, 40)
	d.awaits("beside ")
	d.press("esc", "esc")
	d.isOut("Ladder")
	d.press("t")
	d.awaits("5 steps", " 2  ● ")
	d.clicks(" 2  ●")
	d.until("it sounds", func() bool { return strings.Contains(d.screen(), "2  ♪") })
	d.doubleClicks("2  ♪")
	d.sees("the blend is ")
}

// The best mix of three voices by the ladder and the pad.
func TestBlendThreeVoicesByALadderAndAPad(t *testing.T) {
	t.Parallel()
	d := &hands{desk: sit(t)}
	d.desk.paste("欢迎登船。Welcome on board of this long and slow boat.")
	d.press("tab", "g", "b", "+")
	d.write("chinese news anchor")
	d.press("enter", "t") // two of them first
	d.awaits("● 100 / 0", "●  75 / 25", "●  50 / 50")
	d.press("2")
	d.sounds("the second", mix("75/25"))
	d.press("3", "s", "2", "s", "+")
	d.awaits("●  69 / 31", "●  62 / 38", "●  56 / 44")
	d.press("3")
	d.sounds("the middle", mix("62/38"))
	d.press("2")
	d.sounds("the better", mix("69/31"))
	d.press("enter", "esc", "esc")
	d.isOut("Ladder")
	d.press("+")
	d.write("wise woman")
	d.press("enter", "p")
	d.awaits("3 voices · step 20 %", "· not yet")
	d.press("enter")
	d.sounds("the mix of three", func(r tts.Request) bool { return len(r.TimbreWeights) == 3 })
	d.press("down", "enter")
	d.awaits("♪ on disk")
	d.press("up")
	d.awaits("♪ on disk")
	d.press("enter")
	d.sees("the blend is ", "3 of 3 sound")
	d.press("esc", "esc")
	d.isOut("Pad")
	d.press("f")
	d.sees("copied English_Graceful_Lady(")
	d.within(28)
}
