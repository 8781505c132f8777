package studio

import (
	"testing"

	"voicestudio/tts"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms/settings"
)

// rests presses a key in the list of voices, lets the cursor rest, and says
// whether the voice under it is to be heard then.
func (d *desk) rests(key string) (hears bool) {
	d.t.Helper()
	_, cmd := d.m.Update(d.key(key))
	d.drawn = ""
	for _, msg := range answersOf(cmd) {
		_, rested := msg.(settings.RestMsg)
		hears = hears || rested
		d.send(msg)
	}
	return hears
}

// under is the id of the voice under the cursor.
func (d *desk) under() string {
	d.t.Helper()
	v, found := d.m.(*Model).Top().(*dialog.Voices).Current()
	if !found {
		d.t.Fatalf("there is no voice\n%s", d.screen())
	}
	return v.ID
}

// comes waits until what is being made has come.
func (d *desk) comes() {
	d.t.Helper()
	d.until("it has come", func() bool { return !d.m.(*Model).sound.Making.Runs() })
}

// by are requests with a voice.
func by(id string) func(tts.Request) bool {
	return func(r tts.Request) bool { return r.VoiceSetting.VoiceID == id }
}

func TestMovingHearsTheVoiceUnderTheCursor(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.write("One two.")
	d.press("tab", "tab", "shift+tab")
	d.command("Choose the voice")
	d.sees("hear while moving [on]", "after 0.3 s   8 chars, free", "[my script, 8]")
	d.press("down", "down") // too fast to rest
	d.rests("down")
	d.sounds("the voice", by(d.under()))
	d.awaits("♪")
	d.press("alt+m")
	d.sees("hear while moving [off]", "ctrl+r does")
	if d.rests("down") {
		t.Error("moving hears a voice although it was switched off")
	}
	if all := d.host.asked(); len(all) != 1 || all[0].Text != "One two." {
		t.Errorf("the host was asked for %+v", all)
	}
	d.press("ctrl+r")
	d.sounds("the voice that was asked for", by(d.under()))
	x, y := d.find("[off]")
	d.click(x+1, y)
	d.sees("[on]")
	d.press("ctrl+u")
	d.write("wise")
	d.press("esc")
	d.rests("down") // the list is closed
}

func TestMovingOnGivesUpWhatIsStillBeingMade(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.host.will(held(nil), halved(nil))
	d.command("Choose the voice")
	d.rests("down")
	d.until("the host is asked", func() bool { return len(d.host.asked()) == 1 })
	d.sees("◌")
	d.rests("down")
	d.until("the host was told", func() bool { return d.host.answered() == 1 })
	d.sounds("the second", by(d.under()))
	d.rests("down")
	d.sounds("the third", by(d.under()))
	d.until("what was cut is no take", func() bool { return len(d.keeps()) == 1 })
	d.press("esc")
	d.write("Mine.")
	d.host.will(halved(nil))
	d.press("ctrl+r")
	d.sounds("the script", saying("Mine."))
	d.command("Choose the voice")
	d.rests("down")
	d.settle()
	if now := d.player.hears(); !saying("Mine.")(d.host.asked()[now.answer]) || d.host.answered() != 3 {
		t.Error("moving has ended what somebody asked for")
	}
}

func TestWhereItCostsNothingIsHeardByMovingUntilSomebodySaysSo(t *testing.T) {
	h := newHost(t)
	h.voices = []string{"one_clone", "our_clone"}
	d := seat{at: tts.MiniMax, host: h}.sit(t)
	d.run(d.m.Init())
	d.command("Choose the voice")
	d.awaits("yours 2")
	d.sees("hear while moving [off]", "72 chars, ≈ $0.0043 each")
	if d.rests("down") {
		t.Error("moving spends money that nobody agreed to")
	}
	d.press("alt+s", "alt+m")
	d.sees("[short line, 19]", "[on]", "19 chars, ≈ $0.0011 each", "for this session, at MiniMax for ≈ $0.0011")
	d.rests("down")
	d.sounds("the short line", saying("Hello, how are you?"))
	d.comes()
	d.until("it is kept", func() bool { return len(d.keeps()) == 1 })
	first := d.under()
	d.rests("down")
	d.sounds("the next", by(d.under()))
	d.comes()
	d.rests("up")
	d.sounds("the first once more, from disk", by(first))
	if n := len(h.asked()); n != 2 {
		t.Errorf("the host was asked %d times", n)
	}
	d.press("alt+s")
	d.sees("[a fixed line in English", "[off]") // at another price
	d.press("alt+m", "tab", "tab", "tab")
	d.sees("[yours 2]", "[on]  not this one: its first use may cost more")
	if was := d.under(); d.rests("down") || d.under() == was {
		t.Errorf("a voice of the account is heard unasked: %s", d.under())
	}
	d.press("ctrl+r")
	d.awaits("whose first use may cost more, at MiniMax: ≈ $", "the same key again speaks it")
	if n := len(h.asked()); n != 2 {
		t.Errorf("the host was asked %d times", n)
	}
	d.press("ctrl+r")
	d.sounds("it", by("our_clone"))
}

func TestWhatVoicesAreHeardByIsKept(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.command("Choose the voice")
	d.write("wise elf")
	d.sees("[my script, 72]", "a fixed line in Korean")
	x, y := d.find("a fixed line in Korean")
	d.click(x, y)
	d.sees("[a fixed line in Korean")
	d.press("alt+s", "alt+s", "ctrl+r")
	d.sounds("the short line", saying("안녕하세요, 잘 지내세요?"))
	d.press("esc")
	d.settle()

	again := seat{home: d.home}.sit(t)
	again.run(again.m.Init())
	again.command("Choose the voice")
	again.awaits("[short line, 19]")
	again.resize(80, 24)
	again.sees("[short 19]", "fixed 128")
}

func TestAFavouriteIsUndone(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.command("Choose the voice")
	d.write("korean elf")
	d.press("ctrl+f")
	d.sees("♥ Wise Elf", "♥ 1")
	d.press("alt+z")
	d.sees("♥ 0", "undone: the heart of Wise Elf")
	d.press("alt+Z")
	d.sees("♥ 1", "done again")
	d.press("esc", "esc", "u")
	d.settle()
	again := seat{home: d.home}.sit(t)
	again.run(again.m.Init())
	again.command("Choose the voice")
	again.settle()
	again.sees("♥ 0")
}
