package studio

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
)

// typesAhead presses keys and gives the studio's commands no time: what they
// answer comes later, in later.
func (d *desk) typesAhead(keys []string, text string) (later []tea.Cmd) {
	d.t.Helper()
	keep := func(msg tea.Msg) {
		_, cmd := d.m.Update(msg)
		d.drawn = ""
		later = append(later, cmd)
	}
	for _, key := range keys {
		keep(d.key(key))
	}
	for _, r := range text {
		keep(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	return later
}

func TestLettersTypedBehindAKeyAreInTheDialogItOpens(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		first []string // with time for each
		keys  []string // without
		title string
	}{
		"saving":      {nil, []string{"ctrl+s"}, "Save the preset as"},
		"presets":     {nil, []string{"ctrl+o"}, "Presets"},
		"palette":     {nil, []string{"ctrl+p"}, "Commands"},
		"help":        {nil, []string{"f1"}, "Every key"},
		"voices":      {[]string{"tab", "up"}, []string{"enter"}, "Choose a voice"},
		"one more":    {[]string{"tab", "tab"}, []string{"+"}, "Add a voice"},
		"tags":        {[]string{"ctrl+o"}, []string{"ctrl+t"}, "Tags of Calm"},
		"renaming":    {[]string{"ctrl+o"}, []string{"ctrl+n"}, "Rename the preset"},
		"copying":     {[]string{"ctrl+o"}, []string{"ctrl+d"}, "Copy the preset as"},
		"notes":       {[]string{"ctrl+o"}, []string{"ctrl+e"}, "Notes on Calm"},
		"two dialogs": {nil, []string{"ctrl+s", "esc", "ctrl+p"}, "Commands"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := sit(t)
			store(t, d.own, "Calm", calmBlend, func(p *presets.Preset) { p.Tags = nil })
			for _, key := range c.first {
				d.press(key)
				if key == "ctrl+o" {
					d.awaits("▸ Calm", "7 of 7")
				}
			}
			for _, cmd := range d.typesAhead(c.keys, "quick") {
				d.run(cmd)
			}
			d.settle()
			d.sees("━ "+c.title+" ", "quick")
			d.press("esc", "esc")
			d.sees("Welcome to the voice studio.") // the script is empty
		})
	}
}

func TestLettersTypedBehindTheAnswerComeAfterTheDialog(t *testing.T) {
	t.Parallel()
	d := sit(t)
	later := d.typesAhead([]string{"ctrl+s"}, "Mine")
	later = append(later, d.typesAhead([]string{"enter"}, "Hello there")...)
	later = append(later, d.typesAhead([]string{"enter"}, "you")...)
	d.sees("Save the preset as")
	d.misses("Hello")
	for _, cmd := range later {
		d.run(cmd)
	}
	d.awaits("saved Mine", "┃ Hello there ", "┃ you ")
	d.misses("Save the preset as")
	// What will not do stays open, with what was typed.
	later = d.typesAhead([]string{"ctrl+s"}, "/")
	later = append(later, d.typesAhead([]string{"enter"}, "fine")...)
	for _, cmd := range later {
		d.run(cmd)
	}
	d.until("what was held is typed", func() bool { return len(d.m.(*Model).keys.held) == 0 })
	if strings.Contains(d.screen(), "Save the preset as") {
		d.sees(" /fine ")
	}
}

func TestADialogThatOpensByItselfTakesNoLettersForAnswers(t *testing.T) {
	t.Parallel()
	d := sit(t)
	e := store(t, d.own, "Calm", calmBlend, nil)
	d.browse()
	d.press("enter", "tab", "right", "shift+tab")
	store(t, d.own, "Calm", strings.Replace(calmBlend, "1.1", "1.3", 1), nil)
	d.hurries()
	later := d.typesAhead([]string{"ctrl+s", "enter"}, "took")
	for _, cmd := range later {
		d.run(cmd)
	}
	d.awaits("Somebody else changed Calm")
	d.write(" note")
	d.sees("Somebody else changed Calm")
	d.waits(time.Second)
	d.press("q")
	d.sees("q does nothing here; esc closes this")
	d.press("k")
	d.loses("Somebody else changed Calm")
	d.awaits("┃ took note ", "saved Calm")
	if r := stored(t, d.own, "Calm"); *r.Request.VoiceSetting.Speed != 1.15 {
		t.Errorf("%s: %+v", e.File, r.Request)
	}
}

// listed is a studio with the presets open.
func (d *desk) listed() {
	store(d.t, d.own, "Calm", calmBlend, nil)
	d.browse()
}

// dialogs are the ways to open one.
var dialogs = map[string]func(d *desk){
	"the script":  func(d *desk) {},
	"a value":     func(d *desk) { d.press("tab", "1", ".") },
	"voices":      func(d *desk) { d.press("tab", "up", "enter") },
	"palette":     func(d *desk) { d.press("ctrl+p") },
	"presets":     (*desk).listed,
	"saving":      func(d *desk) { d.press("ctrl+s") },
	"saving, now": func(d *desk) { d.press("ctrl+s"); d.typesAhead([]string{"enter"}, "x") },
	"a note":      func(d *desk) { d.speaks("ctrl+r"); d.goes("Takes"); d.press("n") },
	"tags":        func(d *desk) { d.listed(); d.press("ctrl+t") },
	"notes":       func(d *desk) { d.listed(); d.press("ctrl+e") },
	"parts":       func(d *desk) { d.listed(); d.press("ctrl+g") },
	"a clash":     func(d *desk) { states["a clash"](d) },
	"an error":    func(d *desk) { d.fails(strings.Repeat("long ", 60)) },
	"too small":   func(d *desk) { d.resize(20, 5) },
	"waiting":     func(d *desk) { d.typesAhead([]string{"ctrl+r"}, "") },
}

// fails makes the host refuse, in its own words.
func (d *desk) fails(words string) {
	d.t.Helper()
	d.host.will(refuses(2099, words))
	d.press("ctrl+r")
	d.awaits("trace id")
}

func TestTheStudioIsLeftFromEverywhere(t *testing.T) {
	t.Parallel()
	for name, open := range dialogs {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, key := range []string{"ctrl+c", "ctrl+q"} {
				d := sit(t)
				open(d)
				if _, cmd := d.m.Update(d.key(key)); !quits(cmd) {
					t.Errorf("%s stays", key)
				}
			}
		})
	}
}

// quits reports whether a command ends the program; others are not run.
func quits(cmd tea.Cmd) bool {
	if cmd == nil {
		return false
	}
	done := make(chan tea.Msg, 1)
	go func() { done <- cmd() }()
	select {
	case msg := <-done:
		if batch, is := msg.(tea.BatchMsg); is {
			for _, c := range batch {
				if quits(c) {
					return true
				}
			}
		}
		_, quit := msg.(tea.QuitMsg)
		return quit
	case <-time.After(5 * time.Second):
		return false
	}
}

func TestNoKeyInADialogIsDeadWithoutAWord(t *testing.T) {
	t.Parallel()
	for name, open := range dialogs {
		switch name {
		case "the script", "a value", "too small", "waiting", "an error", "saving, now": // which holds them for later
			continue
		}
		for _, key := range []string{"tab", "f11", "ctrl+y"} {
			t.Run(name+" "+key, func(t *testing.T) {
				t.Parallel()
				d := sit(t)
				open(d)
				before := d.m.View().Content
				d.press(key)
				if d.m.View().Content == before {
					t.Errorf("nothing happens, and nothing is said:\n%s", d.screen())
				}
			})
		}
	}
	d := sit(t)
	d.press("tab", "q")
	d.sees("q does nothing here; f1 shows every key")
	d.paste("words")
	d.sees("nothing takes text here; the script does")
}

// The list of presets is read while somebody types already what to open.
func TestEnterWaitsForTheListOfPresets(t *testing.T) {
	t.Parallel()
	d := sit(t)
	store(t, d.own, "Calm", calmBlend, nil)
	d.press("ctrl+o")
	d.write("Calm")
	d.press("enter")
	d.write("Hello.")
	d.awaits("voicestudio · Calm ", "Hello.")

	d = sit(t)
	store(t, d.own, "Calm", calmBlend, nil)
	d.press("ctrl+o")
	d.write("Calm")
	d.press("enter", "down", "esc")
	d.settle()
	d.sees("no preset")
	d.misses("━ Presets ")
}

func TestAnAnswerWaitsForTheChangeBefore(t *testing.T) {
	t.Parallel()
	d := sit(t)
	store(t, d.own, "One", calmBlend, nil)
	store(t, d.own, "Two", calmBlend, nil)
	d.browse()
	d.press("ctrl+x")
	d.awaits("7 of 7")
	later := d.typesAhead([]string{"alt+z", "ctrl+n"}, "Three")
	later = append(later, d.typesAhead([]string{"enter"}, "")...)
	d.sees("Rename the preset")
	for _, cmd := range later {
		d.run(cmd)
	}
	d.loses("Rename the preset")
	d.awaits("8 of 8", " One ", " Three ")
	d.misses(" Two ")
}
