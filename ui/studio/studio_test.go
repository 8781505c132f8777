package studio

import (
	"os"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/rooms/listen"
)

// The only test at the sandbox, with its voice, and at the real player.
func TestTypeSpeakAndHearForReal(t *testing.T) {
	t.Parallel()
	home, play := newHome(t), player.NewSilent()
	speaking := session.New(session.Config{Takes: home})
	t.Cleanup(func() {
		speaking.Close()
		play.Close()
	})
	library, err := presets.OpenLibrary(home+"/presets", home, nil)
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{t: t, m: New(t.Context(), Config{Session: speaking, Player: play, Library: library}), msgs: make(chan tea.Msg, 1000)}
	d.resize(120, 40)
	d.write("Hi there.")
	d.press("ctrl+r")
	d.awaits("9 characters, free", "▶ 0:00.", "⣿")
	d.misses("▮", "▯") // a meter of what nobody hears
	d.awaits("■ 0:0", "not heard")
	d.misses("first sound", "arriving")
	d.press("tab", "space")
	d.awaits("▶ 0:00.")
	d.press("space")
	d.awaits("‖ 0:00.")
}

func TestTypeSpeakAndHear(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.write("Hi there.")
	d.press("ctrl+r")
	d.sounds("what was typed", saying("Hi there."))
	d.hearsOut()
	d.sees("9 characters, free", "♪  1")
	d.misses("not heard")
	if all := d.keeps(); len(all) != 1 || !all[0].Whole() || all[0].Request.Text != "Hi there." {
		t.Errorf("%+v", all)
	}
	d.press("tab", "space")
	d.sounds("the same again", saying("Hi there."))
	d.press("space")
	d.until("it pauses", func() bool { return d.player.hears().state == player.Paused })
	d.awaits("‖ 0:00.0")
	d.player.passes(time.Second)
	d.press("space")
	if now := d.sounds("the rest", saying("Hi there.")); now.place != 0 {
		t.Errorf("it went on at %v while it was paused", now.place)
	}
	if n := len(d.host.asked()); n != 1 {
		t.Errorf("the host was asked %d times", n)
	}
}

func TestWithoutASoundDeviceTheStatusNamesTheFile(t *testing.T) {
	t.Parallel()
	d := seat{mute: true}.sit(t)
	d.write("Hi there.")
	d.speaks("ctrl+r")
	d.awaits("not heard, sound is off; the take is " + listen.ShortPath(d.keeps()[0].File))
	d.sees("○ no sound")
}

func TestAnEmptyScriptSpeaksThePlaceholder(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.sees("Welcome to the voice studio.")
	d.press("f5")
	d.sounds("the placeholder", saying(session.Placeholder()))
}

func TestSpeakingAnewAtOnceIsNotCutShort(t *testing.T) {
	t.Parallel()
	d := sit(t)
	words := ""
	for i := range 3 {
		more := "One sentence more, and it is not a short one. "
		words += more
		d.write(more)
		d.press("ctrl+r")
		d.sounds("the new one", saying(words))
		d.awaits("▶ 0:0")
		if i == 0 {
			d.press("esc")
		}
	}
	d.misses("context canceled")
}

func TestSlidersByKey(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.press("tab")
	d.shows("speed", "")
	for _, step := range []struct {
		keys []string
		want string
	}{
		{[]string{"right"}, "1.05×"}, {[]string{"l"}, "1.10×"}, {[]string{"left", "h"}, "1.00×"}, {[]string{"shift+right"}, "1.50×"},
		{[]string{"shift+right", "shift+right"}, "2.00×"}, {[]string{"backspace"}, ""},
		{[]string{"1", ".", "3", "3", "enter"}, "1.33×"}, {[]string{"=", "0", ".", "5", "enter"}, "0.50×"}, {[]string{"left"}, "0.50×"},
		{[]string{"3", "esc"}, "0.50×"}, {[]string{"enter", "backspace", "backspace", "backspace", "2", "enter"}, "2.00×"},
	} {
		d.press(step.keys...)
		d.shows("speed", step.want)
	}
	d.press("3", "enter")
	d.sees("speed must be from 0.5 to 2, not \"3\"", "3▏")
	d.press("esc")
	d.shows("speed", "2.00×")
	d.press("down", "-", "3", "enter", "down", "left")
	d.shows("pitch", "−3 st")
	d.shows("volume", "0.9×")
	d.press("shift+left", "left")
	d.shows("volume", "0.1×") // the least of the arrows
	d.press("down", "right", "right", "l", "h", "j")
	d.sees("▸language")
	r := d.asks().VoiceSetting
	if *r.Speed != 2 || *r.Pitch != -3 || *r.Vol != 0.1 || r.Emotion != "sad" {
		t.Errorf("sent: %+v", r)
	}
}

func TestABlend(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.press("tab", "tab", "+")
	d.sees("Add a voice", "423 of 423")
	d.write("wise woman")
	d.press("enter")
	d.sees("50  50%")
	d.press("shift+right", "right")
	d.sees("61  55%", "50  45%", "2 of 2 sound")
	if r := d.asks(); len(r.TimbreWeights) != 2 || r.TimbreWeights[1] != (tts.TimbreWeight{VoiceID: "Wise_Woman", Weight: 61}) || r.VoiceSetting.VoiceID != "" {
		t.Errorf("sent: %+v", r)
	}
	d.press("m")
	d.sees("only Graceful Lady", "–")
	if r := d.asks(); r.VoiceSetting.VoiceID != session.DefaultVoice || r.TimbreWeights != nil {
		t.Errorf("muted, but sent: %+v", r)
	}
	d.press("up", "m")
	d.sees("one voice must be heard")
	d.press("down", "m")
	d.sees("2 of 2 sound")
}

func TestASoloVoiceIsHeardAlone(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.press("tab", "tab", "+")
	d.write("wise woman")
	d.press("enter", "s")
	d.sees("only Wise Woman", "Wise Woman, alone")
	d.sounds("the solo voice", func(r tts.Request) bool { return r.VoiceSetting.VoiceID == "Wise_Woman" && r.TimbreWeights == nil })
	d.press("s")
	d.sees("2 of 2 sound")
	d.press("ctrl+r")
	d.sounds("the blend", func(r tts.Request) bool { return len(r.TimbreWeights) == 2 })
}

func TestVoicesGoAndComeBackUpToFour(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.press("tab", "tab", "+")
	d.write("wise woman")
	d.press("enter", "backspace")
	d.sees("Wise Woman is out of the blend; alt+z brings it back")
	d.press("u")
	d.sees("2 of 2 sound")
	for range 2 {
		d.press("+")
		d.write("storyteller")
		d.press("enter")
	}
	d.sees("4 of 4 sound")
	d.press("+")
	d.sees("at most four voices")
}

func TestAVoiceOutsideTheCatalogue(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.press("tab", "up", "enter")
	d.write("my_clone_7")
	d.sees("in no list, as typed")
	d.press("enter")
	d.host.will(refuses(2054, "voice id not exist"))
	if r := d.asks(); r.VoiceSetting.VoiceID != "my_clone_7" {
		t.Errorf("sent: %+v", r)
	}
	d.awaits("the host has no such voice (2054)", "trace id 0123456789")
	if all := d.keeps(); len(all) != 0 {
		t.Errorf("kept: %+v", all)
	}
}

func TestSaveQuitOpen(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.write("Guten Tag 你好")
	d.press("tab", "right", "tab", "+")
	d.write("wise woman")
	d.press("enter", "tab", "right", "ctrl+s")
	d.sees("Save the preset as", "Graceful Lady + Wise Woman")
	d.write("My 声音")
	d.press("enter")
	d.awaits("saved My 声音", "my-声音.json")
	d.misses("My 声音*")
	saved := stored(t, d.own, "My 声音").Request
	if *saved.VoiceSetting.Speed != 1.05 || len(saved.TimbreWeights) != 2 || saved.VoiceModify.Pitch == nil || saved.Text != "" {
		t.Errorf("saved: %+v", saved)
	}
	d.press("right")
	d.sees("My 声音*")
	leaves(t, d)

	again := seat{home: d.home}.sit(t)
	again.sees("Guten Tag 你好", "My 声音*")
	again.browse()
	again.sees("▸ My 声音", "Warm narrator", "starters", "open", "7 of 7")
	again.press("enter")
	again.misses("My 声音*")
	if got := again.asks(); !sameSettings(got, saved) || got.Text != "Guten Tag 你好" {
		t.Errorf("sent %+v\nsaved %+v", got, saved)
	}
	again.press("tab", "u")
	again.sees("My 声音*")
}

// sameSettings compares requests but for their words.
func sameSettings(a, b tts.Request) bool {
	a.Text, b.Text = "", ""
	return len(presets.DiffRequests(a, b)) == 0
}

func TestPresetsAreRenamedDeletedAndBroughtBack(t *testing.T) {
	t.Parallel()
	d := sit(t)
	store(t, d.own, "One", wiseWoman, nil)
	store(t, d.own, "Two", wiseWoman, nil)
	os.WriteFile(d.own+"/bad.json", []byte("{\n  nonsense"), 0o644)
	d.browse()
	d.sees("bad.json", "broken", "9 of 9")
	d.press("ctrl+x")
	d.awaits("8 of 8")
	d.misses("One ")
	d.press("alt+z")
	d.awaits("9 of 9", "One ")
	d.press("ctrl+n")
	d.write("Three")
	d.press("enter")
	d.loses("Rename the preset")
	d.awaits(" Three ")
	d.misses(" One ")
	stored(t, d.own, "Three")
	d.write("Phone")
	d.press("ctrl+x")
	d.sees("starters stay as they are")
	d.press("esc", "ctrl+s")
	d.write("Two")
	d.press("enter")
	d.awaits("enter again replaces it")
	d.press("enter")
	d.awaits("saved Two")
	if r := stored(t, d.own, "Two").Request; r.VoiceSetting.VoiceID != session.DefaultVoice {
		t.Errorf("%+v", r)
	}
}

func TestTooMuchTextIsRefusedAndKept(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.paste(strings.Repeat("字", 10000))
	d.press("ctrl+r")
	d.sees("✗ 10000 characters are too many; shorten it to 9999, or split it", "10000 / 9999")
	d.settle()
	if n := len(d.host.asked()); n != 0 {
		t.Errorf("the host was asked %d times", n)
	}
	d.press("alt+z")
	d.sees("Welcome to the voice studio.")
}

func TestACommandThatCannotBeDoneSaysWhy(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.press("tab", "space")
	d.sees("nothing has been spoken yet; ctrl+r speaks")
	d.press("?")
	d.write("keep the value and go on")
	d.press("enter")
	d.sees("this works in a value")
}

func TestEscStopsAHostThatDoesNotAnswer(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.host.will(held(nil))
	d.asks()
	d.sees("waiting for the host")
	d.press("esc")
	d.sees("stopped")
	d.until("the host was told", func() bool { return d.host.answered() == 1 })
	d.settle()
	d.misses("waiting for the host")
}

func TestTheMouseDoesWhatKeysDo(t *testing.T) {
	t.Parallel()
	d := sit(t)
	x, y := d.find("speed")
	d.click(x+24, y)
	if row := d.row("speed"); !strings.Contains(row, "●") || strings.HasSuffix(row, "1.00×") {
		t.Errorf("after a click: %s", row)
	}
	d.waits(time.Second)
	d.send(tea.MouseClickMsg{X: x + 15, Y: y, Button: tea.MouseLeft})
	d.send(tea.MouseMotionMsg{X: x + 10, Y: y, Button: tea.MouseLeft})
	d.send(tea.MouseReleaseMsg{X: x + 10, Y: y, Button: tea.MouseLeft})
	d.shows("speed", "0.50×")
	d.send(tea.MouseWheelMsg{X: x + 15, Y: y, Button: tea.MouseWheelUp})
	d.shows("speed", "0.55×")
	d.doubleClick(x+12, y)
	d.shows("speed", "")
	x, y = d.find("surprise")
	d.click(x, y)
	if r := d.asks(); r.VoiceSetting.Emotion != "surprised" {
		t.Errorf("sent: %+v", r.VoiceSetting)
	}
	x, y = d.find("add a voice")
	d.click(x, y)
	d.sees("Add a voice")
	d.write("qingse")
	x, y = d.find("青涩青年音色")
	d.click(x, y)
	d.sounds("a click hears", saying(session.Placeholder()))
	d.waits(time.Second)
	d.doubleClick(x, y)
	d.sees("2 of 2 sound")
	d.press("ctrl+p")
	d.sees("Commands")
	d.click(0, 0)
	d.misses("Commands")
}

func TestEmotionsOfTheHostAreGreyedOutAndPassedOver(t *testing.T) {
	d := seat{at: tts.DashScope}.sit(t)
	d.press("tab", "down", "down", "down")
	for range 12 {
		d.press("right")
	}
	d.sees("2.8 models have no emotion whisper")
	if r := d.asks(); r.VoiceSetting.Emotion != "calm" {
		t.Errorf("%q, but DashScope's 2.8 models have neither fluent nor whisper", r.VoiceSetting.Emotion)
	}
}

func TestTwoSlidersOfOneNameAreTwoDeeds(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.press("tab", "down", "right", "tab", "tab", "right")
	d.shows("pitch", "+1 st")
	d.shows("deep", "+1")
	d.press("u")
	d.shows("pitch", "+1 st")
	d.shows("deep", "")
}

func TestOneHistory(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.write("one")
	d.waits(10 * time.Second)
	d.press("tab", "right", "right")
	d.waits(10 * time.Second)
	d.press("down", "right", "u", "u")
	d.shows("speed", "")
	d.shows("pitch", "")
	d.sees("│ one ")
	d.press("u")
	d.sees("Welcome to the voice studio.")
	d.press("u")
	d.sees("nothing to undo")
	d.press("U", "U", "U")
	d.shows("speed", "1.10×")
	d.shows("pitch", "+1 st")
	d.sees("│ one ")
	d.press("U")
	d.sees("nothing to redo")
}

func TestAChangeEndsWhatCouldBeDoneAgain(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.press("tab", "right", "u", "down", "right", "U")
	d.sees("nothing to redo")
	d.shows("speed", "")
	d.shows("pitch", "+1 st")
}

func TestADraftThatCannotBeReadIsPutAside(t *testing.T) {
	t.Parallel()
	home := newHome(t)
	os.WriteFile(home+"/draft.json", []byte("{"), 0o600)
	d := seat{home: home}.sit(t)
	d.sees("draft.json.broken")
	if _, err := os.Stat(home + "/draft.json.broken"); err != nil {
		t.Error(err)
	}
}
