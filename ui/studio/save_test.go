package studio

import (
	"cmp"
	"os"
	"strings"
	"testing"
	"time"

	"voicestudio/presets"
	"voicestudio/tts"
)

func TestSavingOverShowsWhatChanges(t *testing.T) {
	d := sit(t)
	store(t, d.own, "Calm", calmBlend, func(p *presets.Preset) { p.Notes, p.Tags = "Keep me.", []string{"en"} })
	d.browse()
	d.press("enter", "ctrl+s")
	d.sees("nothing has changed since it was saved")
	d.press("esc", "tab", "right", "tab", "right", "ctrl+s")
	d.sees("Calm*", "saves over it; this changes:", "speed 1.10 → 1.15×", "Graceful Lady 60 → 61")
	d.saves()
	d.misses("Calm*")
	e := stored(t, d.own, "Calm")
	if e.Notes != "Keep me." || len(e.Tags) != 1 || *e.Request.VoiceSetting.Speed != 1.15 || e.Request.TimbreWeights[0].Weight != 61 {
		t.Errorf("%+v", e.Preset)
	}
	if len(e.HeardOn) > 0 {
		t.Error("nobody has heard it")
	}
}

// The asterisk beside a setting says that the preset has another value.
func TestTheMarkBesideASettingGoesWithSaving(t *testing.T) {
	t.Parallel()
	d := sit(t)
	store(t, d.own, "Calm", calmBlend, nil)
	d.browse()
	d.press("enter", "tab", "right")
	d.speaks("ctrl+r") // what differs from what was heard has another mark
	d.goes("Script")   // so that the form itself looks as before
	d.sees("speed     *")
	d.press("ctrl+s")
	d.saves()
	d.sees("speed      ─")
}

func TestTheMarkOfAChangedPresetIsRight(t *testing.T) {
	d := sit(t)
	open := "Calm"
	step := func(keys ...string) { d.waits(10 * time.Second); d.press(keys...) }
	changed := func(yes bool, when string) {
		t.Helper()
		mark := " "
		if yes {
			mark = "*"
		}
		if !strings.Contains(d.screen(), "voicestudio · "+open+mark) {
			t.Fatalf("%s %s%s is not what is open:\n%s", when, open, mark, d.screen())
		}
	}
	store(t, d.own, "Calm", calmBlend, nil)
	store(t, d.own, "Wise", wiseWoman, nil)
	d.browse()
	d.press("enter")
	changed(false, "opened")
	step("tab", "tab")
	step("right")
	changed(true, "with another weight")
	step("u")
	changed(false, "undone")
	step("m")
	changed(true, "with a muted voice")
	step("m")
	changed(false, "heard again")
	step("right")
	d.press("ctrl+s")
	d.saves()
	changed(false, "saved")
	step("u")
	changed(true, "before what was saved")
	step("U")
	changed(false, "as it was saved")
	step()
	d.browse()
	d.press("down", "enter")
	open = "Wise"
	changed(false, "another opened")
	step("u")
	open = "Calm"
	changed(false, "back at the first")
	step("U")
	open = "Wise"
	changed(false, "again at the other")
}

func TestAPresetTellsWhereItWasHeard(t *testing.T) {
	d := sit(t)
	d.write("Hello.")
	d.press("ctrl+r")
	d.sounds("it", saying("Hello."))
	d.press("ctrl+s")
	d.write("Heard")
	d.saves()
	if on := stored(t, d.own, "Heard").HeardOn; len(on) != 1 || on[0] != (presets.Heard{Host: "sandbox", Model: tts.DefaultModel}) {
		t.Errorf("%+v", on)
	}
	d.press("tab", "right", "ctrl+s")
	d.saves()
	if on := stored(t, d.own, "Heard").HeardOn; len(on) > 0 {
		t.Errorf("the new settings were not heard: %+v", on)
	}
}

func TestTheFolderOfANewPreset(t *testing.T) {
	team, shut := t.TempDir(), t.TempDir()
	os.Chmod(shut, 0o555)
	d := seat{teams: map[string]string{"acme": team, "shut": shut}}.sit(t)
	d.browse()
	d.press("esc", "ctrl+s")
	d.write("For all")
	d.press("tab")
	d.sees("[acme]")
	x, y := d.find("(shut)")
	d.click(x+1, y)
	d.sees("shut cannot be written to", "[acme]")
	d.press("tab")
	d.sees("[own]")
	d.press("tab")
	d.saves()
	stored(t, team, "For all")
	d.press("tab", "right", "ctrl+s")
	d.sees("[acme]", "saves over it", "speed 1.05×")
	d.press("shift+tab")
	d.sees("[own]", "a new preset; it differs from For all in:")
	d.press("tab")
	d.write("Other")
	d.sees("a new preset")
	d.saves()
	if e := stored(t, team, "For all"); e.Request.VoiceSetting.Speed != nil {
		t.Error("the first one was overwritten")
	}
}

func TestSomebodyElseChangedTheOpenPreset(t *testing.T) {
	faster := strings.Replace(calmBlend, "1.1", "1.3", 1)
	for name, c := range map[string]struct {
		theirs string // "": the file is gone
		mine   []string
		sees   []string
		answer []string
		speed  float64 // in the file, in the end
		pitch  bool
		open   string
		mark   bool
	}{
		"merge":             {faster, []string{"down", "right"}, []string{"they changed:", "speed 1.10 → 1.30×", "you changed:", "pitch +1 st"}, []string{"m"}, 1.3, true, "Calm", false},
		"keep mine":         {faster, []string{"right"}, []string{"both changed:", "speed: yours 1.15×, theirs 1.30×"}, []string{"k"}, 1.15, false, "Calm", false},
		"take theirs":       {faster, []string{"right"}, nil, []string{"up", "enter"}, 1.3, false, "Calm", false},
		"a new name":        {faster, []string{"right"}, nil, []string{"enter", "enter"}, 1.3, false, "Calm 2", false},
		"gone, kept":        {"", []string{"right"}, []string{"removed Calm"}, []string{"k"}, 1.15, false, "Calm", false},
		"gone, let go":      {"", []string{"right"}, []string{"let it go"}, []string{"t"}, 0, false, "", false},
		"not now":           {faster, []string{"right"}, nil, []string{"esc", "esc"}, 1.3, false, "Calm", true},
		"no merging at all": {faster, []string{"right"}, []string{"both changed the same setting"}, []string{"m", "k"}, 1.15, false, "Calm", false},
	} {
		t.Run(name, func(t *testing.T) {
			d := sit(t)
			e := store(t, d.own, "Calm", calmBlend, nil)
			d.browse()
			d.press("enter", "tab")
			d.press(c.mine...)
			if c.theirs == "" {
				os.Remove(e.File)
			} else {
				store(t, d.own, "Calm", c.theirs, nil)
			}
			d.press("ctrl+s", "enter")
			d.awaits("Somebody else")
			d.sees(c.sees...)
			d.press(c.answer...)
			d.loses("Somebody else")
			if c.mark {
				d.sees("voicestudio · " + c.open + "*")
			} else {
				d.awaits("voicestudio · " + cmp.Or(c.open, "no preset") + " ")
			}
			if c.speed == 0 {
				if _, err := os.Stat(e.File); err == nil {
					t.Error("it was written again")
				}
			} else {
				d.until("the file is right", func() bool {
					r := stored(t, d.own, "Calm").Request
					return *r.VoiceSetting.Speed == c.speed && (r.VoiceSetting.Pitch != nil) == c.pitch
				})
			}
			switch name {
			case "merge":
				d.shows("speed", "1.30×") // the screen shows what was written
			case "take theirs":
				d.shows("speed", "1.30×")
				d.press("u")
				d.shows("speed", "1.15×") // mine
			case "a new name":
				if r := stored(t, d.own, "Calm 2").Request; *r.VoiceSetting.Speed != 1.15 {
					t.Errorf("%+v", r)
				}
			}
		})
	}
}

func TestEnterTwiceSavesOnce(t *testing.T) {
	d := sit(t)
	store(t, d.own, "Calm", calmBlend, nil)
	d.browse()
	d.press("enter", "tab", "right", "ctrl+s", "enter", "enter")
	d.sees("one moment")
	d.loses("Save the preset as")
	d.misses("Somebody else")
	if e := stored(t, d.own, "Calm"); *e.Request.VoiceSetting.Speed != 1.15 {
		t.Errorf("%+v", e.Request)
	}
	d.misses("Calm*")
}

func TestAChangeBySomebodyElseIsNoticedAfterARestart(t *testing.T) {
	d := sit(t)
	store(t, d.own, "Calm", calmBlend, nil)
	d.browse()
	d.press("enter", "tab", "right")
	leaves(t, d)
	store(t, d.own, "Calm", wiseWoman, nil)
	again := seat{home: d.home}.sit(t)
	again.sees("Calm*")
	again.press("ctrl+s", "enter")
	again.awaits("Somebody else changed Calm")
}

func TestEditingTagsOfTheOpenPresetIsNoChangeBySomebodyElse(t *testing.T) {
	d := sit(t)
	store(t, d.own, "Calm", calmBlend, nil)
	d.browse()
	d.press("enter", "tab", "right")
	d.browse()
	d.press("ctrl+t")
	d.write("mine")
	d.press("enter")
	d.loses("Tags of Calm")
	d.press("ctrl+n")
	d.write("Quiet")
	d.press("enter")
	d.loses("Rename the preset")
	d.press("esc")
	d.awaits("voicestudio · Quiet*")
	d.press("ctrl+s")
	d.sees("Quiet*", "speed 1.10 → 1.15×")
	d.saves()
	if e := stored(t, d.own, "Quiet"); len(e.Tags) != 1 || *e.Request.VoiceSetting.Speed != 1.15 {
		t.Errorf("%+v", e.Preset)
	}
}
