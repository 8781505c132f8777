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
	for name, c := range map[string]struct {
		first []string // with time for each
		keys  []string // without
		text  func(m *Model) string
	}{
		"saving":      {nil, []string{"ctrl+s"}, func(m *Model) string { return m.top().(*saver).input.Value() }},
		"presets":     {nil, []string{"ctrl+o"}, func(m *Model) string { return m.top().(*browser).filter.Value() }},
		"palette":     {nil, []string{"ctrl+p"}, func(m *Model) string { return m.top().(*picker).filter.Value() }},
		"help":        {nil, []string{"f1"}, func(m *Model) string { return m.top().(*picker).filter.Value() }},
		"voices":      {[]string{"tab"}, []string{"enter"}, func(m *Model) string { return m.top().(*picker).filter.Value() }},
		"one more":    {[]string{"tab", "tab"}, []string{"+"}, func(m *Model) string { return m.top().(*picker).filter.Value() }},
		"tags":        {[]string{"ctrl+o"}, []string{"ctrl+t"}, func(m *Model) string { return m.top().(*prompt).input.Value() }},
		"renaming":    {[]string{"ctrl+o"}, []string{"ctrl+n"}, func(m *Model) string { return m.top().(*prompt).input.Value() }},
		"copying":     {[]string{"ctrl+o"}, []string{"ctrl+d"}, func(m *Model) string { return m.top().(*prompt).input.Value() }},
		"notes":       {[]string{"ctrl+o"}, []string{"ctrl+e"}, func(m *Model) string { return m.top().(*notes).editor.words }},
		"two dialogs": {nil, []string{"ctrl+s", "esc", "ctrl+p"}, func(m *Model) string { return m.top().(*picker).filter.Value() }},
	} {
		t.Run(name, func(t *testing.T) {
			d := sit(t)
			store(t, d.own(), "Calm", calmBlend, func(p *presets.Preset) { p.Tags = nil })
			for _, key := range c.first {
				d.press(key)
				if key == "ctrl+o" {
					d.until("the presets are listed", func() bool { return d.m.library.whole && d.m.browser().current().Name == "Calm" })
				}
			}
			later := d.typesAhead(c.keys, "quick")
			for _, cmd := range later {
				d.run(cmd)
			}
			d.settle()
			if got := c.text(d.m); got != "quick" {
				t.Errorf("%q", got)
			}
			if d.m.doc.text != "" {
				t.Errorf("%q went into the script", d.m.doc.text)
			}
		})
	}
}

func TestLettersTypedBehindTheAnswerComeAfterTheDialog(t *testing.T) {
	d := sit(t)
	later := d.typesAhead([]string{"ctrl+s"}, "Mine")
	later = append(later, d.typesAhead([]string{"enter"}, "Hello there")...)
	later = append(later, d.typesAhead([]string{"enter"}, "you")...)
	if d.m.top() == nil || d.m.doc.text != "" {
		t.Fatal("it is saved already; the test shows nothing")
	}
	for _, cmd := range later {
		d.run(cmd)
	}
	d.until("it is saved", func() bool { return d.m.preset == "Mine" })
	if d.m.doc.text != "Hello there\nyou" || d.m.top() != nil {
		t.Errorf("the script is %q", d.m.doc.text)
	}
	// What will not do stays open, with what was typed.
	later = d.typesAhead([]string{"ctrl+s"}, "/")
	later = append(later, d.typesAhead([]string{"enter"}, "fine")...)
	for _, cmd := range later {
		d.run(cmd)
	}
	d.settle()
	if s, open := d.m.top().(*saver); open && s.input.Value() != "/fine" {
		t.Errorf("the field has %q", s.input.Value())
	}
}

func TestADialogThatOpensByItselfTakesNoLettersForAnswers(t *testing.T) {
	d := sit(t)
	now := time.Now()
	d.m.now = func() time.Time { return now }
	e := store(t, d.own(), "Calm", calmBlend, nil)
	d.browse()
	d.press("enter", "tab", "down", "right", "shift+tab")
	store(t, d.own(), "Calm", strings.Replace(calmBlend, "1.1", "1.3", 1), nil)
	later := d.typesAhead([]string{"ctrl+s", "enter"}, "took")
	for _, cmd := range later {
		d.run(cmd)
	}
	d.until("it is noticed", func() bool { _, clash := d.m.top().(*clash); return clash })
	d.write(" note")
	if _, clash := d.m.top().(*clash); !clash {
		t.Fatal("a letter of the script was taken for an answer")
	}
	now = now.Add(time.Second)
	d.press("q")
	d.sees("q does nothing here; esc closes this")
	d.press("k")
	d.until("it is done", func() bool { return d.m.top() == nil && !d.m.library.altering })
	if d.m.doc.text != "took note" {
		t.Errorf("the script is %q", d.m.doc.text)
	}
	if r := stored(t, d.own(), "Calm"); *r.Request.VoiceSetting.Speed != 1.15 {
		t.Errorf("%s: %+v", e.File, r.Request)
	}
}

// listed is a studio with the presets open.
func (d *desk) listed() {
	store(d.t, d.own(), "Calm", calmBlend, nil)
	d.browse()
}

// dialogs are the ways to open one.
var dialogs = map[string]func(d *desk){
	"the script":  func(d *desk) {},
	"a value":     func(d *desk) { d.press("tab", "down", "1", ".") },
	"voices":      func(d *desk) { d.press("tab", "enter") },
	"palette":     func(d *desk) { d.press("ctrl+p") },
	"presets":     (*desk).listed,
	"saving":      func(d *desk) { d.press("ctrl+s") },
	"saving, now": func(d *desk) { d.press("ctrl+s"); d.typesAhead([]string{"enter"}, "x") },
	"a note":      func(d *desk) { d.m.push(newPrompt("Note", "", "", nil)) },
	"tags":        func(d *desk) { d.listed(); d.press("ctrl+t") },
	"notes":       func(d *desk) { d.listed(); d.press("ctrl+e") },
	"parts":       func(d *desk) { d.listed(); d.press("ctrl+g") },
	"a clash":     func(d *desk) { states["a clash"](d) },
	"an error":    func(d *desk) { d.m.say(failure, strings.Repeat("long ", 60)) },
	"too small":   func(d *desk) { d.send(tea.WindowSizeMsg{Width: 20, Height: 5}) },
	"waiting":     func(d *desk) { d.typesAhead([]string{"ctrl+r"}, "") },
}

func TestTheStudioIsLeftFromEverywhere(t *testing.T) {
	for name, open := range dialogs {
		for _, key := range []string{"ctrl+c", "ctrl+q"} {
			t.Run(name+" "+key, func(t *testing.T) {
				d := sit(t)
				open(d)
				_, cmd := d.m.Update(d.key(key))
				if !quits(cmd) {
					t.Error("it stays")
				}
			})
		}
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
	for name, open := range dialogs {
		if name == "the script" || name == "a value" || name == "too small" || name == "waiting" || name == "an error" {
			continue
		}
		for _, key := range []string{"tab", "f11", "ctrl+y"} {
			t.Run(name+" "+key, func(t *testing.T) {
				d := sit(t)
				open(d)
				before, gen, top := d.m.View().Content, d.m.status.gen, d.m.top()
				d.press(key)
				if d.m.View().Content == before && d.m.status.gen == gen && d.m.top() == top && len(d.m.held) == 0 {
					t.Errorf("nothing happens, and nothing is said:\n%s", d.screen())
				}
			})
		}
	}
	d := sit(t)
	d.press("tab", "q")
	d.sees("q does nothing here; f1 shows every key")
	d.send(tea.PasteMsg{Content: "words"})
	d.sees("nothing takes text here; the script does")
}
