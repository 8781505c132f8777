package dialog

import (
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/trial"
)

func seen(d Dialog) string {
	box, _ := d.Draw(paint.NewTheme(true), 120, 40)
	return ansi.Strip(box)
}

func typed(d Dialog, words string) Dialog {
	d.Type(tea.PasteMsg{Content: words})
	return d
}

func TestAChoiceIsWhatTheLineUnderTheCursorDoes(t *testing.T) {
	three := func() *Picker {
		return NewPicker("Choose", "enter chooses", []Item{
			{Title: "one", Value: "1", Action: Insert{"(one)"}},
			{Title: "two", Value: "2", Action: Insert{"(two)"}},
			{Title: "three", Value: "3", Off: "three is not to be had here", Action: Insert{"(three)"}},
		}).At("2")
	}
	for name, c := range map[string]struct {
		do   func(*Picker) Action
		want Action
	}{
		"at once":               {(*Picker).Accept, Chosen{Insert{"(two)"}}},
		"one up":                {func(p *Picker) Action { p.Move(-1); return p.Accept() }, Chosen{Insert{"(one)"}}},
		"far up":                {func(p *Picker) Action { p.Move(-9); return p.Accept() }, Chosen{Insert{"(one)"}}},
		"what is not to be had": {func(p *Picker) Action { p.Move(9); return p.Accept() }, Say{true, "three is not to be had here"}},
		"filtered":              {func(p *Picker) Action { typed(p, "on"); return p.Accept() }, Chosen{Insert{"(one)"}}},
		"by mouse":              {func(p *Picker) Action { seen(p); return p.Click(5, 3, false) }, Chosen{Insert{"(one)"}}},
		"below the list":        {func(p *Picker) Action { seen(p); return p.Click(5, 9, false) }, nil},
	} {
		if got := c.do(three()); got != c.want {
			t.Errorf("%s: %#v, not %#v", name, got, c.want)
		}
	}
	if p := NewPicker("Choose", "", nil); p.Accept() != (Say{Text: "nothing in the list fits; backspace takes letters away"}) || !strings.Contains(seen(p), "nothing found") {
		t.Error("an empty list can be chosen from")
	}
}

func TestAQuestionStaysOpenWithWhatIsWrong(t *testing.T) {
	p := NewPrompt("Rename", "enter renames", "Old name", func(line string) Action { return Insert{line} })
	if typed(p, "New"); p.Accept() != (Insert{"New"}) {
		t.Error("the suggestion is not replaced")
	}
	if p.Refuse(errors.New("that name\x1b[31m is taken")); !strings.Contains(seen(p), "that name[31m is taken") || !strings.Contains(seen(p), "New") {
		t.Error(seen(p))
	}
	if long := typed(NewPrompt("", "", "", nil), strings.Repeat("a", 200)).(*Prompt); len(long.input.Value()) != longestLine {
		t.Error(len(long.input.Value()))
	}
	if more := typed(NewPrompt("Tags", "", "one", func(line string) Action { return Insert{line} }).Adding(500), ", two").(*Prompt); more.Accept() != (Insert{"one, two"}) {
		t.Errorf("%v", more.Accept())
	}
	n := NewNotes("Notes", "first", func(text string) Action { return Insert{text} })
	n.NewLine()
	if typed(n, "second  "); n.Accept() != (Insert{"first\nsecond"}) {
		t.Errorf("%q", n.Accept())
	}
}

// spoken is a preset with a speed.
func spoken(name string, speed float64) presets.Preset {
	p := presets.Preset{Name: name, Request: tts.Request{Model: tts.DefaultModel}}
	p.Request.Set("voice_setting.speed", speed)
	return p
}

// atWork is a work that a preset was opened in, and changed.
func atWork(e presets.Entry) Present {
	w := document.Begin(document.Of(tts.Request{Model: tts.DefaultModel}, "Hello"))
	w.Open(e, time.Unix(0, 0))
	w.Change(w.Doc().Set("voice_setting.speed", 1.5), "speed", time.Unix(9, 0))
	return Present{Work: w}
}

func TestSavingSaysWhatItWillDo(t *testing.T) {
	own, team := presets.Place{Name: "yours", Folder: presets.Folder{Dir: "/own"}}, presets.Place{Name: "brand", Folder: presets.Folder{Dir: "/brand"}}
	calm := presets.Entry{Preset: spoken("Calm", 1.1), File: "/own/calm.json", Folder: "yours"}
	loud := presets.Entry{Preset: spoken("Loud", 1.2), File: "/own/loud.json", Folder: "yours"}
	lib := Library{Library: presets.Library{Places: []presets.Place{own, team}}, Shelf: presets.NewShelf([]presets.Entry{calm, loud}, nil)}
	s := NewSaver(lib, atWork(calm), "Calm", false)
	if screen := seen(s); !strings.Contains(screen, "saves over it") || !strings.Contains(screen, "speed 1.10 → 1.50×") {
		t.Error(screen)
	}
	if a := s.Accept().(Save); a.Over == nil || a.Over.File != calm.File || a.Place.Name != "yours" {
		t.Errorf("%+v", a)
	}
	if s.NextPlace(1); s.Accept().(Save).Over != nil || s.Accept().(Save).Place.Name != "brand" {
		t.Errorf("in another folder: %+v", s.Accept())
	}
	lib.Closed = map[string]bool{"brand": true}
	s = NewSaver(lib, atWork(calm), "Calm", false)
	if why, is := s.NextPlace(1).(Say); !is || why.Text != "there is no other folder that can be written to" {
		t.Errorf("%v", why)
	}
	s.input.SelectAll()
	typed(s, "Loud")
	if a := s.Accept().(Save); a.Over != nil || !strings.Contains(seen(s), "another preset has this name") {
		t.Errorf("enter once: %+v", a)
	}
	if s.Taken(loud); s.Accept().(Save).Over == nil || !strings.Contains(seen(s), "enter again replaces it") {
		t.Errorf("enter twice: %+v", s.Accept())
	}
	if beside := NewSaver(lib, atWork(calm), "Calm", true); beside.Name() != "Calm 2" {
		t.Error(beside.Name())
	}
}

func TestOnlyPartsThatChangeSomethingCanBeChosen(t *testing.T) {
	now := tts.Request{Model: tts.DefaultModel}
	e := presets.Entry{Preset: spoken("Fast", 1.4)}
	e.Request.Set("voice_modify.pitch", 20)
	g := NewGroups(e, now, map[presets.Group]bool{presets.GroupEffects: true})
	if a := g.Accept().(Apply); len(a.Groups) != 1 || a.Groups[0] != presets.GroupEffects || a.Names != "Effects" {
		t.Errorf("as it was the last time: %+v", a)
	}
	g.ToggleGroup(presets.GroupVoice)
	g.ToggleGroup(presets.GroupOutput)
	if a := g.Accept().(Apply); a.Names != "Voice, Effects" {
		t.Errorf("%+v", a)
	}
	if NewGroups(e, e.Request, nil) != nil {
		t.Error("a preset that changes nothing can be applied")
	}
}

func TestThePresetUnderTheCursorStaysWhileTheListFills(t *testing.T) {
	calm, loud := presets.Entry{Preset: spoken("Calm", 1.1), File: "/own/calm.json"}, presets.Entry{Preset: spoken("Loud", 1.2), File: "/own/loud.json"}
	lib := Library{Shelf: presets.NewShelf([]presets.Entry{loud}, nil)}
	b := NewBrowser(lib, atWork(loud))
	if b.Current() == nil || b.Current().Name != "Loud" {
		t.Fatal(b.Current())
	}
	b.To(0)
	lib.Shelf = presets.NewShelf([]presets.Entry{calm, loud}, []presets.Broken{{File: "/own/bad.json", Reason: "no JSON"}})
	b.Refresh(lib)
	if b.Current().Name != "Loud" {
		t.Error(b.Current().Name)
	}
	b.To(99)
	if b.Current() != nil || b.Broken() == nil || !strings.Contains(seen(b), "no JSON") {
		t.Error(seen(b))
	}
	if typed(b, "calm"); b.Current() == nil || b.Current().Name != "Calm" {
		t.Error(b.Current())
	}
}

func TestEveryDialogFitsEverySize(t *testing.T) {
	hostile := strings.Join(trial.Texts, "")
	e := presets.Entry{Preset: spoken(hostile, 1.4), File: "/own/" + hostile}
	lib := Library{Library: presets.Library{Places: []presets.Place{{Name: hostile, Folder: presets.Folder{Dir: "/own"}}}}, Shelf: presets.NewShelf([]presets.Entry{e}, []presets.Broken{{File: hostile, Reason: hostile}})}
	mine, theirs := spoken(hostile, 1.6), spoken(hostile, 1.7)
	for name, d := range map[string]Dialog{
		"picker": NewPicker(hostile, hostile, []Item{{Title: hostile, Detail: hostile, Right: hostile}}), "voices": NewVoices(hostile, 0, hostile, "", []ListedVoice{{Voice: tts.Voice{ID: hostile, Name: hostile, Language: hostile}, From: hostile, Presets: []string{hostile}}}, time.Now()), "prompt": NewPrompt(hostile, hostile, hostile, nil), "notes": NewNotes(hostile, hostile, nil),
		"browser": NewBrowser(lib, atWork(e)), "saver": NewSaver(lib, atWork(e), hostile, false), "groups": NewGroups(e, tts.Request{}, nil),
		"clash": NewClash(&presets.Changed{Base: e.Preset, Mine: mine, Theirs: theirs, File: e.File}, true),
	} {
		for _, size := range [][2]int{{60, 18}, {80, 24}, {200, 60}} {
			box, _ := d.Draw(paint.NewTheme(false), size[0], size[1])
			lines := strings.Split(box, "\n")
			if len(lines) > size[1] {
				t.Errorf("%s has %d lines of %d", name, len(lines), size[1])
			}
			for _, line := range lines {
				trial.Occupies(t, line, paint.Width(lines[0]))
			}
			if paint.Width(lines[0]) > size[0] {
				t.Errorf("%s is %d wide of %d", name, paint.Width(lines[0]), size[0])
			}
		}
	}
}
