package studio

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/config"
	"voicestudio/ui/session"
)

func TestTypeSpeakAndHear(t *testing.T) {
	d := sit(t)
	d.write("Hi there.")
	d.press("ctrl+r")
	d.until("it has been heard", func() bool { return d.m.sound.status.State == player.Ended && !d.m.ticking })
	d.sees("9 characters, free", "■ 0:")
	d.misses("first sound") // there is no device
	if sounded := d.m.sounding.timeline.Duration(); sounded < 300*time.Millisecond {
		t.Errorf("%v were heard", sounded)
	}
	take, err := d.m.sounding.speech.Take()
	if err != nil || take.Partial || take.Request.Text != "Hi there." {
		t.Errorf("the take is %+v, %v", take, err)
	}
	if _, err := os.Stat(take.File); err != nil {
		t.Error(err)
	}
	d.sees("the take is " + shortPath(take.File)) // since there is no device
	d.press("tab", "space")
	d.until("it plays again", func() bool { return d.m.sound.status.State == player.Playing })
	d.press("space")
	d.until("it pauses", func() bool { return d.m.sound.status.State == player.Paused })
	d.sees("‖ 0:00.")
}

func TestAnEmptyScriptSpeaksThePlaceholder(t *testing.T) {
	d := sit(t)
	d.sees("Welcome to the voice studio.")
	d.press("f5")
	d.until("it plays", func() bool { return d.m.sounding.speech != nil })
	if text := d.m.sounding.speech.Request.Text; text != session.Placeholder {
		t.Errorf("spoken: %q", text)
	}
	d.press("esc")
}

func TestSpeakingAnewAtOnceIsNotCutShort(t *testing.T) {
	d := sit(t)
	for i := range 3 {
		d.write("One sentence more, and it is not a short one. ")
		d.press("ctrl+r")
		d.m.Update(tickMsg{}) // before the host has answered
		d.until("it plays", func() bool {
			return d.m.sounding.speech != nil && d.m.sounding.speech.Request.Text == d.m.doc.text && d.m.sound.status.State == player.Playing
		})
		if i == 0 {
			d.press("esc")
		}
	}
	d.misses("context canceled")
}

func TestSlidersByKey(t *testing.T) {
	d := sit(t)
	speed := func() any { return d.m.doc.settings.Get("voice_setting.speed") }
	d.press("tab", "down")
	if speed() != nil {
		t.Error("speed is set before anyone touched it")
	}
	d.sees("○")
	for _, step := range []struct {
		keys []string
		want any
	}{
		{[]string{"right"}, 1.05}, {[]string{"l"}, 1.1}, {[]string{"left", "h"}, 1.0}, {[]string{"shift+right"}, 1.5},
		{[]string{"shift+right", "shift+right"}, 2.0}, {[]string{"backspace"}, nil},
		{[]string{"1", ".", "3", "3", "enter"}, 1.33}, {[]string{"=", "0", ".", "5", "enter"}, 0.5}, {[]string{"left"}, 0.5},
		{[]string{"3", "esc"}, 0.5}, {[]string{"enter", "backspace", "backspace", "backspace", "2", "enter"}, 2.0},
	} {
		d.press(step.keys...)
		if speed() != step.want {
			t.Fatalf("after %v speed is %v, not %v", step.keys, speed(), step.want)
		}
	}
	d.press("3", "enter")
	d.sees("speed must be from 0.5 to 2, not \"3\"", "3▏")
	if speed() != 2.0 {
		t.Error("a wrong value was stored")
	}
	d.press("esc", "down", "-", "3", "enter", "down", "left")
	if pitch, vol := d.m.doc.settings.Get("voice_setting.pitch"), d.m.doc.settings.Get("voice_setting.vol"); pitch != -3 || vol != 0.9 {
		t.Errorf("pitch %v, volume %v", pitch, vol)
	}
	d.press("shift+left", "left")
	if vol := d.m.doc.settings.Get("voice_setting.vol"); vol != 0.1 {
		t.Errorf("the least volume of the arrows is %v", vol)
	}
	d.press("down", "right", "right", "j", "l")
	if d.m.doc.settings.VoiceSetting.Emotion != "sad" {
		t.Errorf("emotion %q", d.m.doc.settings.VoiceSetting.Emotion)
	}
	if d.m.focus != blendPanel {
		t.Error("down from the last row goes to the next form")
	}
}

func TestABlend(t *testing.T) {
	d := sit(t)
	weights := func() []tts.TimbreWeight { return d.m.doc.request().TimbreWeights }
	d.press("tab", "tab", "+")
	d.sees("Add a voice", "401/401")
	d.write("wise woman")
	d.press("enter")
	if w := weights(); len(w) != 2 || w[0].Weight != 50 || w[1] != (tts.TimbreWeight{VoiceID: "Wise_Woman", Weight: 50}) {
		t.Fatalf("%v", w)
	}
	d.press("shift+right", "right")
	d.sees("61  55%", "50  45%", "one speaker of 2 voices")
	d.press("m")
	if r := d.m.doc.request(); r.VoiceSetting.VoiceID != session.DefaultVoice || r.TimbreWeights != nil {
		t.Errorf("muted, but sent: %+v", r)
	}
	d.sees("muted")
	d.press("up", "m")
	d.sees("one voice must be heard")
	d.press("s")
	d.sees("solo")
	d.press("s", "down", "m", "backspace")
	d.sees("alone, so it needs no weight")
	d.press("u")
	if len(weights()) != 2 {
		t.Error("undo does not bring the voice back")
	}
	for range 2 {
		d.press("+")
		d.write("storyteller")
		d.press("enter")
	}
	d.press("+")
	d.sees("at most four voices")
	if formula := (document{voices: []voice{{ID: "Wise_Woman", Weight: 60}, {ID: "Chinese (Mandarin)_News_Anchor", Weight: 40}}}).formula(); formula != `Wise_Woman(60)+"Chinese (Mandarin)_News_Anchor"(40)` {
		t.Error(formula)
	}
}

func TestAVoiceOutsideTheCatalogue(t *testing.T) {
	d := sit(t)
	d.press("tab", "enter")
	d.write("my_clone_7")
	d.sees("in no list; taken as typed")
	d.press("enter")
	if id := d.m.doc.voices[0].ID; id != "my_clone_7" {
		t.Errorf("%q", id)
	}
	d.press("ctrl+r")
	d.until("the sandbox refuses it", func() bool { return d.m.status.tone == failure })
	d.sees("the host has no such voice (2054)", "trace id")
}

func TestSaveQuitOpen(t *testing.T) {
	home := t.TempDir()
	d := sitAt(t, home, sandboxSession(t))
	d.write("Guten Tag 你好")
	d.press("tab", "down", "right", "tab", "+")
	d.write("wise woman")
	d.press("enter", "tab", "right", "ctrl+s")
	d.sees("Save the preset as", "Graceful Lady + Wise Woman")
	d.write("My 声音")
	d.press("enter")
	d.until("it is saved", func() bool { return d.m.preset == "My 声音" })
	d.sees("saved My 声音", "my-声音.json")
	d.misses("My 声音*")
	saved := d.m.doc.request()
	d.press("right")
	d.sees("My 声音*")
	if err := d.m.Flush(); err != nil {
		t.Fatal(err)
	}

	again := sitAt(t, home, sandboxSession(t))
	again.sees("Guten Tag 你好", "My 声音*")
	again.press("ctrl+o")
	again.until("the presets are listed", func() bool { return again.m.library.whole && again.m.browser().rows() == 7 })
	again.sees("▸ My 声音", "Warm narrator", "starters", "open")
	again.press("enter")
	if got := again.m.doc.request(); !got.Equal(saved) {
		t.Errorf("opened %+v\nsaved %+v", got, saved)
	}
	again.misses("My 声音*")
	again.press("tab", "u")
	again.sees("My 声音*")
}

func TestPresetsAreRenamedDeletedAndBroughtBack(t *testing.T) {
	d := sit(t)
	folder := d.m.library.Places[0]
	for _, name := range []string{"One", "Two"} {
		if _, err := folder.Save(presets.Preset{Name: name, Request: d.m.doc.request()}); err != nil {
			t.Fatal(err)
		}
	}
	os.WriteFile(folder.Dir+"/bad.json", []byte("{\n  nonsense"), 0o644)
	d.press("f4")
	listed := func(n int) func() bool {
		return func() bool { return d.m.library.whole && d.m.browser().rows() == n }
	}
	d.until("the presets are listed", listed(9))
	d.sees("bad.json", "broken")
	d.press("ctrl+x")
	d.until("One is gone", listed(8))
	d.misses("One ")
	d.press("alt+z")
	d.until("One is back", listed(9))
	d.press("ctrl+n")
	d.write("Three")
	d.press("enter")
	d.until("it is renamed", func() bool {
		return strings.Contains(d.screen(), "▸ Three") || strings.Contains(d.screen(), "  Three")
	})
	d.misses("  One ")
	d.write("Phone")
	d.press("ctrl+x")
	d.sees("starters stay as they are")
	d.press("esc", "ctrl+s")
	d.write("Two")
	d.press("enter")
	d.until("it asks", func() bool { return strings.Contains(d.screen(), "enter again replaces it") })
	d.press("enter")
	d.until("it is saved", func() bool { return d.m.preset == "Two" })
}

func TestTooMuchTextIsRefusedAndKept(t *testing.T) {
	d := sit(t)
	d.send(tea.PasteMsg{Content: strings.Repeat("字", 10000)})
	d.press("ctrl+r")
	d.sees("text: 10000 characters are too many; shorten it to 9999, or split it", "10000 / 9999")
	if len([]rune(d.m.doc.text)) != 10000 {
		t.Error("text was lost")
	}
	d.press("alt+z")
	if d.m.doc.text != "" {
		t.Error("undo does not take the paste back")
	}
}

func TestACommandThatCannotBeDoneSaysWhy(t *testing.T) {
	d := sit(t)
	d.press("tab", "space")
	d.sees("nothing has been spoken yet; ctrl+r speaks")
	d.press("?")
	d.write("mute")
	d.press("enter")
	d.sees("this works in Blend")
}

func TestEscStopsAHostThatDoesNotAnswer(t *testing.T) {
	asked, gone := make(chan struct{}), make(chan struct{})
	silent := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		close(asked)
		io.Copy(io.Discard, r.Body) // only then does the server notice that the caller is gone
		<-r.Context().Done()
		close(gone)
	}))
	defer silent.Close()
	d := sitAt(t, t.TempDir(), session.New(session.Config{Hosts: map[tts.HostName]config.HostSettings{tts.Sandbox: {BaseURL: silent.URL}}, Takes: t.TempDir()}))
	d.press("ctrl+r")
	d.until("it waits", func() bool { return strings.Contains(d.screen(), "waiting for the host") })
	<-asked
	d.press("esc")
	d.sees("stopped")
	select {
	case <-gone:
	case <-time.After(5 * time.Second):
		t.Error("the host was not told")
	}
	d.settle()
	d.misses("waiting for the host")
}

func TestTheMouseDoesWhatKeysDo(t *testing.T) {
	d := sit(t)
	x, y := d.find("speed")
	d.click(x+24, y)
	fast := d.m.doc.settings.VoiceSetting.Speed
	if fast == nil || *fast <= 1.2 {
		t.Fatalf("speed %v", d.m.doc.settings.Get("voice_setting.speed"))
	}
	d.m.clicked = click{}
	d.send(tea.MouseClickMsg{X: x + 15, Y: y, Button: tea.MouseLeft})
	d.send(tea.MouseMotionMsg{X: x + 10, Y: y, Button: tea.MouseLeft})
	d.send(tea.MouseReleaseMsg{X: x + 10, Y: y, Button: tea.MouseLeft})
	if v := *d.m.doc.settings.VoiceSetting.Speed; v != 0.5 {
		t.Errorf("dragged to the left end: %v", v)
	}
	d.send(tea.MouseWheelMsg{X: x + 15, Y: y, Button: tea.MouseWheelUp})
	if v := *d.m.doc.settings.VoiceSetting.Speed; v != 0.55 {
		t.Errorf("after the wheel: %v", v)
	}
	d.click(x+12, y)
	d.click(x+12, y)
	if d.m.doc.settings.VoiceSetting.Speed != nil {
		t.Error("a double click should unset")
	}
	x, y = d.find("surprised")
	d.click(x, y)
	if d.m.doc.settings.VoiceSetting.Emotion != "surprised" {
		t.Errorf("emotion %q", d.m.doc.settings.VoiceSetting.Emotion)
	}
	x, y = d.find("add a voice")
	d.click(x, y)
	d.sees("Add a voice")
	x, y = d.find("青涩青年音色")
	d.click(x, y)
	if len(d.m.doc.voices) != 2 {
		t.Errorf("%v", d.m.doc.voices)
	}
	d.press("ctrl+p")
	d.click(0, 0)
	if d.m.top() != nil {
		t.Error("a click beside a list should close it")
	}
}

func TestEmotionsOfTheHostAreGreyedOutAndPassedOver(t *testing.T) {
	s := session.New(session.Config{Host: tts.DashScope, Takes: t.TempDir()})
	d := sitAt(t, t.TempDir(), s)
	d.press("tab", "down", "down", "down", "down")
	for range 12 {
		d.press("right")
	}
	if e := d.m.doc.settings.VoiceSetting.Emotion; e != "calm" {
		t.Errorf("%q, but DashScope's 2.8 models have neither fluent nor whisper", e)
	}
	d.sees("2.8 models have no emotion whisper")
}

func TestOneHistory(t *testing.T) {
	d := sit(t)
	now := time.Now()
	d.m.now = func() time.Time { return now }
	d.write("one")
	now = now.Add(10 * time.Second)
	d.press("tab", "down", "right", "right")
	now = now.Add(10 * time.Second)
	d.press("down", "right")
	start := d.m.doc
	d.press("u", "u")
	if d.m.doc.settings.VoiceSetting.Speed != nil || d.m.doc.settings.VoiceSetting.Pitch != nil || d.m.doc.text != "one" {
		t.Errorf("%+v", d.m.doc)
	}
	d.press("u")
	if d.m.doc.text != "" || d.m.editor.words != "" {
		t.Error("the words should be undone last")
	}
	d.press("u")
	d.sees("nothing to undo")
	d.press("U", "U", "U")
	if !d.m.doc.equal(start) {
		t.Errorf("redo: %+v", d.m.doc)
	}
}

func TestADraftThatCannotBeReadIsPutAside(t *testing.T) {
	home := t.TempDir()
	os.WriteFile(home+"/draft.json", []byte("{"), 0o600)
	d := sitAt(t, home, sandboxSession(t))
	d.sees("draft.json.broken")
	if _, err := os.Stat(home + "/draft.json.broken"); err != nil {
		t.Error(err)
	}
}
