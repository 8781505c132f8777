package studio

import (
	"fmt"
	"image/color"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/listen"
)

// failing is a test, or one of its examples.
type failing interface {
	Helper()
	Fatalf(string, ...any)
}

// fits reports a screen that does not cover the terminal exactly, and returns
// it.
func (d *desk) fits(t failing) (screen string) {
	t.Helper()
	screen = d.view().Content
	lines := strings.Split(screen, "\n")
	if d.tooSmall() {
		if len(lines) != 1 || ansi.StringWidth(lines[0]) > d.w {
			t.Fatalf("%dx%d: %q", d.w, d.h, lines)
		}
		return screen
	}
	if len(lines) != d.h {
		t.Fatalf("%dx%d: %d lines\n%s", d.w, d.h, len(lines), ansi.Strip(screen))
	}
	boxed := boxIn(ansi.Strip(screen))
	for i, line := range lines {
		// A compositor leaves out blanks at the end of a line.
		if n := ansi.StringWidth(line); n > d.w || n < d.w && !boxed {
			t.Fatalf("%dx%d: line %d has %d cells: %q in\n%s", d.w, d.h, i, n, ansi.Strip(line), ansi.Strip(screen))
		}
	}
	return screen
}

func (d *desk) tooSmall() bool { return d.w < 60 || d.h < 18 }

// boxed reports whether something covers the panels.
func (d *desk) boxed() bool { return boxIn(d.screen()) }

var strongFrame = regexp.MustCompile(`┏━ (.+?) ━|╭─ (?:Error|Warning|错误|警告|‹Érrõr~*›|‹Wàrñíñg~*›) ─`)

// boxIn finds a frame that is none of the panels': a strong one, or that of what
// is too long for the status line.
func boxIn(screen string) bool {
	for _, title := range strongFrame.FindAllStringSubmatch(screen, -1) {
		if !slices.Contains([]string{"Voice", "Blend", "Effects", "Output", "Pronunciation", "Script", "Sound", "Takes", "Bench", "Duels", "Listeners", "Ladder", "Pad", "Tune by ear", "Axes", "1", "2", "3", "4", "5", "6"}, title[1]) {
			return true
		}
	}
	return false
}

var crowded = strings.Repeat("界e\u0301 “quoted” … ", 20)

// states are the ways in which a studio may look.
var states = map[string]func(d *desk){
	"fresh":         func(d *desk) {},
	"Chinese text":  func(d *desk) { d.paste(strings.Repeat("今天是不是很开心呀。", 300)) },
	"one long word": func(d *desk) { d.paste(strings.Repeat("x", 2000)) },
	"four voices":   (*desk).fourVoices,
	"a long name":   func(d *desk) { d.crowdedPresets(); d.browse(); d.press("enter") },
	"a long note":   func(d *desk) { d.fourVoices(); d.command("as a formula"); d.sees("copied ") },
	"a long error":  func(d *desk) { d.fails(crowded + "\x1b[31m") },
	"a bench": func(d *desk) {
		d.benched(crowded, "wise woman", crowded)
		d.press("m")
		d.awaits("2 of 2 ready")
		d.press("1")
	},
	"listeners": func(d *desk) {
		d.benched(crowded, "wise woman", crowded, "calm_woman")
		d.made("3 of 3")
		d.press("v")
		d.examined()
		for i := range 10 {
			s := d.voted(fmt.Sprint(i, crowded)[:50], all, "Wise", "Calm")
			d.downloads(fmt.Sprint(i, "-votes.json"), s)
		}
		d.brings(d.downloaded("*-votes.json"))
		d.awaits("━ 10 listeners ━")
	},
	"no listeners": func(d *desk) { d.press("tab", "g", "c", "v") },
	"no bench":     func(d *desk) { d.press("tab", "g", "c") },
	"takes":        func(d *desk) { d.paste(crowded); d.speaks("ctrl+r"); d.speaks("alt+r") },
	"a comparison": func(d *desk) {
		d.goes("Blend")
		d.press("+")
		d.write("wise woman")
		d.press("enter")
		d.speaks("ctrl+r")
		d.press("backspace")
		d.speaks("ctrl+r")
		d.goes("Takes")
		d.press("a", "down", "b")
	},
	"a ladder": func(d *desk) { d.fourVoices(); d.press("t"); d.awaits("5 steps") },
	"a tuning": func(d *desk) {
		d.fourVoices()
		d.press("g", "n")
		d.awaits("✓ heard")
		d.press("left", "right")
	},
	"starts to tune": func(d *desk) {
		d.crowdedPresets()
		d.fourVoices()
		d.press("g", "n")
		d.awaits("✓ heard")
		d.press("s")
		d.awaits("Which of ")
	},
	"the end of a tuning": func(d *desk) {
		d.fourVoices()
		d.press("g", "n")
		d.awaits("✓ heard")
		d.press("left", "left", "left", "left", "left", "left", "e")
		d.awaits("What has changed so far")
	},
	"a pad":   func(d *desk) { d.fourVoices(); d.press("p", "+"); d.awaits("step 10 %") },
	"Effects": func(d *desk) { d.press("tab", "tab", "tab") },
	"a value": func(d *desk) { d.press("tab", "1", ".", "2") },
	"voices":  func(d *desk) { d.press("tab", "up", "enter") },
	"palette": func(d *desk) { d.press("ctrl+p") },
	"help":    func(d *desk) { d.press("f1") },
	"presets": func(d *desk) { d.press("f4"); d.loses("reading…") },

	"crowded presets": func(d *desk) { d.crowdedPresets(); d.browse() },
	"a broken preset": func(d *desk) { d.crowdedPresets(); d.browse(); d.write("broken") },
	"parts":           func(d *desk) { d.crowdedPresets(); d.browse(); d.press("ctrl+g") },
	"tags":            func(d *desk) { d.crowdedPresets(); d.browse(); d.press("ctrl+t") },
	"notes":           func(d *desk) { d.crowdedPresets(); d.browse(); d.press("ctrl+e") },
	"saving over":     (*desk).savingOver,
	"a clash": func(d *desk) {
		d.savingOver()
		e := stored(d.t, d.own, crowdedName)
		p := e.Preset
		p.Notes, p.Request = "other "+crowded, tts.Request{LanguageBoost: crowded}
		if _, err := (presets.Folder{Dir: d.own}).Update(e, p); err != nil {
			d.t.Fatal(err)
		}
		d.press("enter")
		d.awaits("Somebody else")
	},
	"a prompt":   func(d *desk) { d.press("f3"); d.write(crowded) },
	"dark":       func(d *desk) { d.send(tea.BackgroundColorMsg{Color: color.Black}) },
	"light":      func(d *desk) { d.send(tea.BackgroundColorMsg{Color: color.White}) },
	"no matches": func(d *desk) { d.press("tab", "up", "enter"); d.write("zzzzqqq") },
}

// fourVoices makes a blend; the keys are on its last voice.
func (d *desk) fourVoices() {
	d.goes("Blend")
	for _, id := range []string{"Wise_Woman", "Chinese (Mandarin)_News_Anchor", crowded} {
		d.press("+")
		d.paste(id)
		d.press("enter")
	}
	d.sees("4 of 4 sound")
}

var crowdedName = string([]rune(strings.TrimSpace(crowded))[:presets.MaxName])

// crowdedPresets are presets of which everything is too long.
func (d *desk) crowdedPresets() {
	store(d.t, d.own, crowdedName, calmBlend, func(p *presets.Preset) {
		p.Notes, p.SampleText, p.Tags = crowded+"\n"+crowded, crowded, []string{crowded, "界"}
		p.Request.TimbreWeights = append(p.Request.TimbreWeights, tts.TimbreWeight{VoiceID: crowded, Weight: 3})
	})
	os.WriteFile(filepath.Join(d.own, "broken"+strings.Repeat("界", 60)+".json"), []byte("{"), 0o644)
}

func (d *desk) savingOver() {
	d.crowdedPresets()
	d.browse()
	d.press("enter", "tab", "right", "down", "right", "tab", "+")
	d.paste(crowded)
	d.press("enter", "ctrl+s")
}

func TestKeysAreInertWhereNothingIsDrawn(t *testing.T) {
	t.Parallel()
	d := sit(t)
	before := d.m.View().Content
	d.resize(50, 10)
	d.sees("needs 60×18, this is 50×10")
	d.press("tab", "right", "x", "ctrl+p")
	d.resize(120, 40)
	if after := d.m.View().Content; after != before {
		t.Errorf("a key did something:\n%s", d.screen())
	}
}

func TestRoomsWithoutRoomFoldToWhatIsSetInThem(t *testing.T) {
	d := sit(t)
	d.resize(80, 24)
	d.goes("Effects")
	d.press("left", "left")
	d.goes("Script")
	d.sees("bright") // it stays, for the next turn
	d.goes("Voice")
	d.goes("Script")
	d.sees("╶─ Effects ─ deep 2 ─", "calm", "whisper", "language", "LaTeX", "add a voice")
	d.misses("bright")
	d.goes("Effects")
	d.sees("bright", "╶─ Blend ─ Graceful Lady ─", "emotion   ✓auto  happy  sad  …", "language")
}

func TestBelowThatOneRoomIsInSightAndTheOthersAreNamed(t *testing.T) {
	d := sit(t)
	d.fourVoices()
	d.resize(60, 18)
	d.press("tab")
	d.sees("bright", " Script Voice Blend▸")
	d.misses("25%", "speed")
	d.press("shift+tab")
	d.sees("25%")
	d.misses("bright")
	d.click(d.find("Voice"))
	d.sees("whisper", "LaTeX")
}

func TestTheScriptKeepsAReadableMeasure(t *testing.T) {
	for w := rooms.MinWidth; w < 400; w++ {
		l := rooms.Arrange(w, 60, rooms.Spot{Form: rooms.VoicePanel}, func(rooms.Density) (none rooms.Wanted) { return none })
		if at := l.Panels[rooms.ScriptPanel].Inner(); w >= 150 && at.W > 90 || w >= 200 && at.W < 80 {
			t.Errorf("%d cells: the script has %d", w, at.W)
		}
	}
}

// Whatever the rooms want, each has its own place, and all of the screen is
// theirs.
func TestRoomsShareTheScreenAtAnySize(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		w, h := rapid.IntRange(60, 300).Draw(r, "w"), rapid.IntRange(18, 120).Draw(r, "h")
		stage := rapid.SampledFrom([]rooms.Stage{rooms.MainStage, rooms.BenchStage, rooms.LadderStage, rooms.TuneStage}).Draw(r, "stage")
		visits := rooms.Visits(rooms.Spot{Stage: stage}, w, h)
		focus := rapid.SampledFrom(visits).Draw(r, "focus")
		form := rapid.SampledFrom(rooms.FormPanels).Draw(r, "form")
		if slices.Contains(rooms.FormPanels, focus) {
			form = focus
		}
		var close, wide rooms.Wanted
		for _, p := range rooms.FormPanels {
			close[p] = rapid.IntRange(1, 40).Draw(r, "rows")
			wide[p] = close[p] + rapid.IntRange(0, 5).Draw(r, "more")
		}
		l := rooms.Arrange(w, h, rooms.Spot{Stage: stage, Focus: focus, Form: form, Lead: focus}, func(room rooms.Density) rooms.Wanted {
			if room == rooms.Tight {
				return close
			}
			return wide
		})
		owner := map[[2]int]rooms.Panel{}
		for p, at := range l.Panels {
			if here := at.W > 0 && at.H > 0; !here && stage == rooms.MainStage && slices.Contains(visits, rooms.Panel(p)) || here && !slices.Contains(visits, rooms.Panel(p)) {
				r.Fatalf("%v has %v", rooms.Panel(p), at)
			}
			for x := at.X; x < at.X+at.W; x++ {
				for y := at.Y; y < at.Y+at.H; y++ {
					if other, taken := owner[[2]int{x, y}]; taken || x >= w || y < 1 || y >= h-2 {
						r.Fatalf("%d,%d is of %v and of %v", x, y, other, rooms.Panel(p))
					}
					owner[[2]int{x, y}] = rooms.Panel(p)
				}
			}
		}
		if !l.Single && len(owner) != w*(h-3) {
			r.Fatalf("%d cells of %d are nobody's", w*(h-3)-len(owner), w*(h-3))
		}
		if l.Panels[focus].Folded() {
			r.Fatalf("the room with the focus is folded")
		}
	})
}

func TestTheCaretStandsWhereTheNextLetterGoes(t *testing.T) {
	d := sit(t)
	d.write("你好")
	x, y := d.find("你好")
	if c := d.m.View().Cursor; c == nil || c.Position.X != x+4 || c.Position.Y != y {
		t.Errorf("%+v, not %d,%d", c, x+4, y)
	}
	d.press("f3")
	d.write("你好世")
	x, y = d.find("你好世")
	if c := d.m.View().Cursor; c == nil || c.Position.X != x+6 || c.Position.Y != y {
		t.Errorf("in a prompt: %+v, not %d,%d", c, x+6, y)
	}
}

func TestSetAndUnsetDifferWithoutColour(t *testing.T) {
	d := sit(t)
	_, y := d.find("speed")
	line := func() string { return strings.Split(d.screen(), "\n")[y] }
	unset := line()
	d.press("tab", "right", "left")
	if set := line(); !strings.Contains(unset, "○") || !strings.Contains(set, "●") || !strings.Contains(set, "1.00×") {
		t.Errorf("unset %q\nset   %q", unset, set)
	}
}

func TestEveryKeyMeansOneThing(t *testing.T) {
	for i, a := range commands {
		if a.title() == "" || a.run == nil {
			t.Errorf("%s has no title or does nothing", a.id)
		}
		if len(a.keys) == 0 && a.hidden {
			t.Errorf("%s cannot be reached", a.id)
		}
		for _, b := range commands[i+1:] {
			for _, key := range a.keys {
				for _, other := range b.keys {
					if key == other && a.scope == b.scope {
						t.Errorf("%s: both %s and %s", key, a.id, b.id)
					}
				}
			}
			if a.id == b.id {
				t.Errorf("two commands %s", a.id)
			}
		}
	}
}

func TestTheKeysOfTheContractAreThere(t *testing.T) {
	for key, id := range map[string]string{"ctrl+r": "speak", "f5": "speak", "ctrl+enter": "speak", "esc": "escape", "tab": "next-panel", "ctrl+s": "save", "f3": "save",
		"ctrl+o": "open", "f4": "open", "ctrl+p": "palette", "f2": "palette", "f1": "help", "alt+z": "undo", "alt+shift+z": "redo", "ctrl+z": "suspend", "ctrl+q": "quit", "ctrl+c": "quit"} {
		d := sit(t)
		if c := d.m.(*Model).find(key); c == nil || c.id != id {
			t.Errorf("%s in the editor should be %s, not %v", key, id, c)
		}
	}
	d := sit(t)
	d.press("tab")
	for key, id := range map[string]string{"space": "pause", "?": "help-letter", "u": "undo-letter", "U": "redo-letter", "k": "up", "l": "more", "backspace": "unset", "=": "type"} {
		if c := d.m.(*Model).find(key); c == nil || c.id != id {
			t.Errorf("%s in Voice should be %s, not %v", key, id, c)
		}
	}
}

func BenchmarkKeyToFrame(b *testing.B) {
	for _, n := range []int{100, 1000, 9998} {
		for name, text := range map[string]string{"one paragraph": strings.Repeat("Happy day ", n/10), "paragraphs": strings.Repeat(strings.Repeat("Happy day ", 10)+"\n", n/100)} {
			b.Run(fmt.Sprintf("%d characters, %s", n, name), func(b *testing.B) {
				d := sit(b)
				d.paste(text)
				b.ReportAllocs()
				for b.Loop() {
					d.m.Update(tea.KeyPressMsg{Code: 'x', Text: "x"})
					d.m.View()
					d.m.Update(tea.KeyPressMsg{Code: tea.KeyBackspace})
					d.m.View()
				}
				b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(2*b.N), "ms/key")
			})
		}
	}
}

func BenchmarkSliderToFrame(b *testing.B) {
	d := sit(b)
	d.press("tab")
	for b.Loop() {
		d.m.Update(tea.KeyPressMsg{Code: tea.KeyRight})
		d.m.View()
		d.m.Update(tea.KeyPressMsg{Code: tea.KeyLeft})
		d.m.View()
	}
}

func BenchmarkTickToFrame(b *testing.B) {
	d := sit(b)
	d.write("Happy days are here again, and again, and again.")
	d.press("ctrl+r")
	d.sounds("it", func(tts.Request) bool { return true })
	d.loses("arriving")
	for b.Loop() {
		d.m.Update(listen.TickMsg{})
		d.m.View()
	}
}

// A letter with thousands of marks took seconds for every key.
func BenchmarkKeyBesideMarksWithoutEnd(b *testing.B) {
	for name, text := range map[string]string{"marks": "a" + strings.Repeat("\u0301", 9000), "nothing": strings.Repeat("\u200b", 9000), "joined": strings.Repeat("\u200d👩", 4000)} {
		b.Run(name, func(b *testing.B) {
			d := sit(b)
			d.paste(text)
			d.finds(takes.Take{Request: tts.Request{Text: text}, Note: text})
			for b.Loop() {
				d.m.Update(tea.KeyPressMsg{Code: 'x', Text: "x"})
				d.m.View()
				d.m.Update(tea.KeyPressMsg{Code: tea.KeyBackspace})
				d.m.View()
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(2*b.N), "ms/key")
		})
	}
}
