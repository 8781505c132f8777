package studio

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
)

const welcome = "Welcome back. Let us pick up where we left off."

// speaksSo gives a preset words to speak.
func speaksSo(p *presets.Preset) { p.SampleText = welcome }

// otherwise answers as a host does whose voice has become louder and slower.
func otherwise(a *answer) {
	a.to.VoiceSetting.Vol, a.to.VoiceSetting.Speed = new(1.6), new(0.8)
	whole(a)
}

// agreed is a desk in Presets, at which it was kept how Hero sounds.
func agreed(t *testing.T, s seat) *desk {
	t.Helper()
	d := s.sit(t)
	store(t, d.own, "Hero", wiseWoman, speaksSo)
	d.browse()
	d.press("alt+t")
	d.awaits("Keep how Hero sounds on ")
	d.press("enter")
	d.awaits("kept how Hero sounds: ")
	d.settle()
	return d
}

func TestAVoiceThatDriftedIsToldInWords(t *testing.T) {
	d := sit(t)
	file := store(t, d.own, "Hero", wiseWoman, speaksSo).File
	d.browse()
	d.awaits("sounded   not kept yet on sandbox;")
	d.press("alt+t")
	d.awaits("Keep how Hero sounds on sandbox", "▸ one take", "5 takes", "free")
	if n := len(d.host.asked()); n > 0 {
		t.Errorf("the host was asked %d times before anybody agreed", n)
	}
	d.waits(-time.Minute)
	d.press("down", "enter")
	d.awaits("kept how Hero sounds: 2.", "so today on sandbox, by 5 takes", "alt+v checks whether it still does")
	e := stored(t, d.own, "Hero")
	if f, found := e.Fingerprint(tts.Sandbox); !found || f.Spread.Takes != 5 || len(d.host.asked()) != 5 || d.sent().Text != welcome {
		t.Fatalf("%+v, asked %d times", e.Fingerprints, len(d.host.asked()))
	}
	d.press("alt+z")
	d.awaits("Hero has the fingerprint that it had", "not kept yet")
	if e := stored(t, d.own, "Hero"); len(e.Fingerprints) > 0 {
		t.Errorf("%+v", e.Fingerprints)
	}
	d.press("alt+shift+z")
	d.awaits("Hero has its new fingerprint again", "so today on sandbox")
	d.until("the takes are listed", func() bool { return len(d.m.(*Model).takes.Rows) == 5 })
	d.ages()
	d.waits(time.Minute)
	d.send(tea.FocusMsg{}) // looks at them anew
	d.press("alt+v")
	d.awaits("Hero: sounds as earlier today", ": the same")
	d.misses("≠")
	before, _ := os.ReadFile(file)

	d.host.will(otherwise)
	d.press("alt+v")
	d.awaits("Hero: 33 % slower, 4.5 dB louder than earlier today", "≠ drifted", "! checked today ")
	if after, _ := os.ReadFile(file); string(after) != string(before) {
		t.Errorf("to check is to change:\n%s", after)
	}
	d.until("the takes are listed", func() bool { return len(d.m.(*Model).takes.Rows) == 7 })
	d.press("alt+h")
	d.awaits("1 is Hero as it was kept, 2 as it was checked; esc goes back", "then · Hero", "now · Hero", "2 of 2 ready")
	d.until("then sounds", func() bool { n := d.player.hears().answer; return n >= 0 && n < 5 })
	d.press("2")
	d.until("now sounds", func() bool { return d.player.hears().answer == 6 })
	d.press("esc", "esc")
	d.awaits("▸ Hero", "≠ drifted")
	// It is remembered, and its age is told.
	d.settle()
	leaves(t, d)
	again := seat{home: d.home}.sit(t)
	again.waits(27 * 24 * time.Hour)
	again.browse()
	again.awaits("≠ drifted")
	again.tells("on sandbox, 27 days ago, by 5 takes", "33 % slower, 4.5 dB louder than")
	again.resize(80, 24)
	again.sees("≠ drifted")
	again.tells("33 % slower, 4.5 dB louder")
}

// tells lets the studio work until the boxes at the right say something. Where their
// lines break hangs on how long a date is.
func (d *desk) tells(what ...string) {
	d.t.Helper()
	d.until(fmt.Sprintf("%q is told", what), func() bool {
		var told []string
		for line := range strings.Lines(d.screen()) {
			boxes := strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune("│┃\n", r) })
			if n := len(boxes); n > 0 {
				told = append(told, strings.Fields(boxes[n-1])...)
			}
		}
		text := strings.Join(told, " ")
		return !slices.ContainsFunc(what, func(w string) bool { return !strings.Contains(text, w) })
	})
}

func TestTheCardSaysWhatAFingerprintIsOf(t *testing.T) {
	d := agreed(t, seat{})
	kept := stored(t, d.own, "Hero")
	for name, c := range map[string]struct {
		edit func(*presets.Preset)
		says []string
		mark string
	}{
		"fresh":          {func(*presets.Preset) {}, []string{"sounded   so today on sandbox", "alt+v checks whether it still does"}, ""},
		"other settings": {func(p *presets.Preset) { p.Request.VoiceSetting.Speed = new(0.9) }, []string{"! its settings have changed since;", "alt+t takes it anew"}, "? fingerprint"},
		"other words":    {func(p *presets.Preset) { p.SampleText = "Another one." }, []string{"! its sample has changed since;"}, "? fingerprint"},
		"no words":       {func(p *presets.Preset) { p.SampleText = "" }, []string{"! no sample to speak: open it,"}, "? fingerprint"},
		"another engine": {func(p *presets.Preset) { p.Fingerprints[0].Engine = "0" }, []string{"! that was another version of the"}, "? fingerprint"},
		"other measures": {func(p *presets.Preset) { p.Fingerprints[0].Measures.Version = 99 }, []string{"! another version of the studio"}, "? fingerprint"},
		"another host":   {func(p *presets.Preset) { p.Fingerprints[0].Host = "minimax" }, []string{"not kept yet on sandbox;", "so today on MiniMax"}, ""},
		"none":           {func(p *presets.Preset) { p.Fingerprints = nil }, []string{"not kept yet on sandbox;"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			d := seat{host: d.host}.sit(t)
			store(t, d.own, "Hero", wiseWoman, func(p *presets.Preset) {
				speaksSo(p)
				p.Fingerprints = slices.Clone(kept.Fingerprints)
				c.edit(p)
			})
			d.browse()
			d.awaits("▸ Hero")
			d.sees(c.says...)
			if row := d.row("▸ Hero"); strings.Contains(row, "? ") != (c.mark != "") || !strings.Contains(row, c.mark) {
				t.Errorf("want the mark %q in %q", c.mark, row)
			}
		})
	}
}

func TestNothingIsSpokenToBeMeasuredBeforeItsPriceWasAgreedTo(t *testing.T) {
	d := seat{at: tts.MiniMax, cap: &tts.Money{Amount: 0.008, Currency: "USD"}}.sit(t)
	store(t, d.own, "Hero", wiseWoman, speaksSo)
	store(t, d.own, "Mute", wiseWoman, nil)
	d.browse()
	asked := func(n int) {
		t.Helper()
		if got := len(d.host.asked()); got != n {
			t.Fatalf("the host was asked %d times, not %d\n%s", got, n, d.screen())
		}
	}
	d.press("alt+t")
	d.awaits("Keep how Hero sounds on MiniMax", "≈ $0.0028", "≈ $0.014")
	asked(0)
	d.press("esc")
	d.misses("Keep how")
	d.press("alt+t")
	d.awaits("Keep how Hero")
	d.press("down", "enter") // five of them pass the cap
	d.awaits("This would pass what the session may cost")
	d.press("enter")
	asked(0)
	d.press("alt+t", "enter")
	d.awaits("kept how Hero sounds")
	asked(1)
	// One of two can be compared; the price is of that.
	d.press("space", "space")
	d.sees("2 marked")
	d.press("alt+v")
	d.awaits("Check whether Hero still sounds so on MiniMax", "enter speaks it: about 47 characters, ≈ $0.0028", "Mute has no sample to speak")
	asked(1)
	d.press("esc")
	d.settle()
	asked(1)
	d.press("alt+v")
	d.awaits("enter speaks it")
	d.press("enter")
	d.awaits("How they sound beside their fingerprints", "same ", "no comparison")
	asked(2)
}

func TestAPresetWithoutASampleSaysWhatToDo(t *testing.T) {
	d := sit(t)
	store(t, d.own, "Mute", wiseWoman, nil)
	d.browse()
	for _, key := range []string{"alt+t", "alt+v"} {
		d.press(key)
		d.awaits("Mute has no sample to speak: open it, write one in Script, and save it")
		d.press("ctrl+home")
		d.waits(time.Minute)
	}
	// So it gets one.
	d.press("enter")
	d.write("Hello there.")
	d.press("ctrl+s", "alt+t", "enter")
	d.awaits("kept how Mute sounds")
	if e := stored(t, d.own, "Mute"); e.SampleText != "Hello there." || len(e.Fingerprints) != 1 {
		t.Errorf("%+v", e.Preset)
	}
}

func TestSavingOffersToKeepHowItSounds(t *testing.T) {
	d := sit(t)
	d.press("ctrl+s")
	d.write("Silent")
	d.misses("how it sounds")
	d.press("alt+t")
	d.sees("there is nothing to speak yet")
	d.saves()
	d.write(welcome)
	d.press("ctrl+s")
	d.write("Ignored")
	d.sees("alt+t keeps how it sounds on sandbox, too: free")
	d.saves()
	d.settle()
	if e := stored(t, d.own, "Ignored"); len(d.host.asked()) > 0 || len(e.Fingerprints) > 0 {
		t.Errorf("it was taken unasked: %+v", e.Fingerprints)
	}
	d.press("ctrl+s")
	d.write("Hero")
	d.press("alt+t")
	d.sees("and speaks it once on sandbox to keep how it sounds: free")
	d.press("alt+t")
	d.sees("and speaks it 5 times on sandbox")
	d.press("alt+t")
	d.sees("alt+t keeps how it sounds on sandbox, too")
	x, y := d.find("alt+t keeps")
	d.click(x, y)
	d.saves()
	d.awaits("kept how Hero sounds")
	d.settle()
	if e := stored(t, d.own, "Hero"); len(e.Fingerprints) != 1 || len(d.host.asked()) != 1 {
		t.Errorf("%+v", e.Fingerprints)
	}
	// It is offered anew only after the settings were changed.
	d.press("ctrl+s")
	d.misses("how it sounds", "it sounded so")
	d.press("esc", "tab", "right", "ctrl+s")
	d.sees("it sounded so today on sandbox; alt+t takes that anew: free")
	d.press("alt+t")
	d.saves()
	d.awaits("kept how Hero sounds")
	e := stored(t, d.own, "Hero")
	if f, _ := e.Fingerprint(tts.Sandbox); *e.Request.VoiceSetting.Speed != 1.05 || f.RequestHash != presets.RequestHash(e.Request) {
		t.Errorf("%+v", e.Preset)
	}
}

func TestACheckIsStoppedByEscAndOutlivesAHostThatFails(t *testing.T) {
	d := sit(t)
	for _, name := range []string{"A one", "B two", "C three"} {
		store(t, d.own, name, wiseWoman, speaksSo)
	}
	d.browse()
	d.press("space", "space", "space", "alt+t")
	d.awaits("Keep how 3 presets sound on sandbox")
	d.press("enter")
	d.awaits("kept how 3 presets sound; alt+v checks them")
	d.settle()

	d.host.will(whole, refuses(2013, "no"), otherwise)
	d.press("alt+v")
	d.awaits("How they sound beside their fingerprints", "▸ ≠ drifted", "failed", "same ")
	d.press("enter")
	d.awaits("▸ ✓ C three", "≠ drifted")

	gate := make(chan struct{})
	defer close(gate)
	n := len(d.host.asked())
	d.host.will(whole, held(gate))
	d.press("alt+v")
	d.until("the second is asked for", func() bool { return len(d.host.asked()) == n+2 })
	d.awaits("measuring B two, 2 of 3", "esc stop")
	d.press("esc")
	d.awaits("stopped; 1 of 3 were checked")
	d.sees("━ Presets ━")

	// Nothing is kept of what was not spoken as often as it should.
	before := stored(t, d.own, "A one").Fingerprints
	d.host.will(whole, refuses(2013, "no"))
	d.press("alt+t")
	d.awaits("Keep how 3 presets")
	d.press("down", "enter")
	d.awaits("A one: ")
	d.settle()
	if after := stored(t, d.own, "A one").Fingerprints; !after[0].At.Equal(before[0].At) || after[0].Spread.Takes != 0 {
		t.Errorf("%+v", after)
	}
}
