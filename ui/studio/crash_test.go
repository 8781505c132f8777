package studio

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/takes"
)

// hostile are requests that a teammate's preset or an old draft may hold.
var hostile = map[string]tts.Request{
	"a speed below zero":  {VoiceSetting: tts.VoiceSetting{VoiceID: "Wise_Woman", Speed: new(-1.0)}},
	"a volume below zero": {VoiceSetting: tts.VoiceSetting{VoiceID: "Wise_Woman", Vol: new(-0.1)}},
	"no speed, no volume": {VoiceSetting: tts.VoiceSetting{VoiceID: "Wise_Woman", Speed: new(0.0), Vol: new(0.0)}},
	"endless numbers": {VoiceSetting: tts.VoiceSetting{VoiceID: "Wise_Woman", Speed: new(math.MaxFloat64), Vol: new(1e300), Pitch: new(1_000_000_000_000_000_000)},
		VoiceModify: tts.VoiceModify{Pitch: new(math.MaxInt), Intensity: new(math.MinInt), Timbre: new(-1 << 62)}},
	"weights of 2^62":   {TimbreWeights: []tts.TimbreWeight{{VoiceID: "Wise_Woman", Weight: 1 << 62}, {VoiceID: "Deep_Voice_Man", Weight: 1 << 62}, {VoiceID: "x", Weight: 1}}},
	"weights below 1":   {TimbreWeights: []tts.TimbreWeight{{VoiceID: "Wise_Woman", Weight: 0}, {VoiceID: "Deep_Voice_Man", Weight: -5}}},
	"nine voices":       {TimbreWeights: []tts.TimbreWeight{{VoiceID: "a", Weight: 1}, {VoiceID: "b", Weight: 2}, {VoiceID: "c", Weight: 3}, {VoiceID: "d", Weight: 4}, {VoiceID: "e", Weight: 5}, {VoiceID: "f", Weight: 6}, {VoiceID: "g", Weight: 7}, {VoiceID: "h", Weight: 8}, {VoiceID: "i", Weight: 9}}},
	"voices twice":      {TimbreWeights: []tts.TimbreWeight{{VoiceID: "Wise_Woman", Weight: 1}, {VoiceID: "Wise_Woman", Weight: 1}}},
	"voices of no id":   {TimbreWeights: []tts.TimbreWeight{{Weight: 1}, {Weight: 2}}},
	"no voice":          {},
	"unknown choices":   {Model: "1\ufe0f\x1b[31m", VoiceSetting: tts.VoiceSetting{VoiceID: "Wise_Woman", Emotion: strings.Repeat("elated 1\ufe0f ", 30)}, VoiceModify: tts.VoiceModify{SoundEffects: "\x1b[2J\u202egnirts"}, LanguageBoost: "Klingon"},
	"a keycap in an id": {VoiceSetting: tts.VoiceSetting{VoiceID: "1\ufe0f\u20e3 " + strings.Repeat("界\u0301", 50)}},
	"marks without end": {VoiceSetting: tts.VoiceSetting{VoiceID: "a" + strings.Repeat("\u0301", 9000)}},
}

var hostileWords = strings.Join(foreign, "") + strings.Join(foreign, " ")

// everywhere looks at a studio at several sizes, with the keys in each panel.
func (d *desk) everywhere() {
	d.t.Helper()
	for _, size := range [][2]int{{60, 18}, {80, 24}, {120, 40}, {200, 60}} {
		d.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		fits(d.t, d.m, size[0], size[1])
		if d.m.top() == nil {
			d.press("tab")
		}
		nothingForeign(d.t, d.m.View().Content)
	}
}

// nothingForeign reports what a text could do to the terminal.
func nothingForeign(t testing.TB, screen string) {
	t.Helper()
	for _, sign := range []string{"\x1b[31m", "\x1b[2J", "\x1b]", "\u009b", "\u202e", "\u2066", "\x00", "\x7f", "\r", "\t"} {
		if strings.Contains(screen, sign) {
			t.Fatalf("%q reaches the terminal", sign)
		}
	}
	if !utf8.ValidString(screen) {
		t.Fatalf("bytes that are no letters reach the terminal")
	}
}

func TestForeignTextAndNumbersInADraftNeverStopTheStudio(t *testing.T) {
	t.Parallel()
	for name, r := range hostile {
		t.Run(name, func(t *testing.T) {
			home := t.TempDir()
			doc := open(r, hostileWords)
			b, _ := json.Marshal(draft{Text: doc.text, Settings: doc.settings, Voices: doc.voices, Preset: hostileWords, Saved: r})
			os.WriteFile(home+"/draft.json", b, 0o600)
			d := sitAt(t, home, sandboxSession(t))
			if _, err := os.Stat(home + "/draft.json.broken"); err == nil {
				t.Fatal("the draft was put aside")
			}
			d.everywhere()
			sum := 0
			for i := range d.m.doc.voices {
				sum += d.m.doc.share(i)
			}
			if sum != 100 && len(d.m.doc.voices) > 0 {
				t.Errorf("the shares add up to %d", sum)
			}
			// Every slider is moved once, and is in its range then.
			for p := voicePanel; p <= effectsPanel; p++ {
				d.m.focusOn(p)
				for d.m.form().cursor = range d.m.controls(p) {
					d.press("right")
					if c, _ := d.m.control(); c.kind == sliderControl || c.kind == weightControl && len(d.m.doc.voices) > 1 {
						if v, _ := c.number(d.m.doc); c.strange(v) {
							t.Fatalf("%s is %v after an arrow", c.label, v)
						}
					}
				}
			}
		})
	}
}

func TestForeignTextAndNumbersInPresetsAreListedAndOpened(t *testing.T) {
	t.Parallel()
	d := sit(t)
	n := 0
	for name, r := range hostile {
		n++
		p := presets.Preset{Version: 1, Name: "1\ufe0f\u20e3 " + name, Notes: hostileWords, Tags: []string{hostileWords}, SampleText: hostileWords, Request: r}
		b, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		os.MkdirAll(d.own(), 0o755)
		os.WriteFile(filepath.Join(d.own(), "p"+string(rune('a'+n))+"1\ufe0f.json"), b, 0o644)
	}
	d.browse()
	for range d.m.browser().rows() {
		fits(t, d.m, 120, 40)
		nothingForeign(t, d.m.View().Content)
		d.press("down")
	}
	for range n {
		d.press("up")
		if e := d.m.browser().current(); e == nil || e.Starter {
			continue
		}
		d.press("enter")
		d.everywhere()
		d.press("ctrl+s")
		d.everywhere()
		d.press("esc")
		d.browse()
	}
}

func TestForeignTextAndNumbersInTakesAreListedAndCompared(t *testing.T) {
	t.Parallel()
	d := sit(t)
	n := 0
	for name, r := range hostile {
		n++
		r.Text = hostileWords + name
		d.m.takes.put(takes.Take{ID: fmt.Sprint("x-", n), Host: "\x1b[31m1\ufe0f", Request: r, Note: hostileWords, File: hostileWords})
	}
	d.m.focusOn(takesPanel)
	for range n {
		d.press("a", "down", "b")
		d.everywhere()
		d.m.focusOn(takesPanel)
		d.press("r")
		d.everywhere()
		d.press("ctrl+p", "f", "esc")
		d.m.focusOn(takesPanel)
	}
}

func TestABlendOfOneVoiceIsAFormulaWithoutWeight(t *testing.T) {
	d := open(tts.Request{VoiceSetting: tts.VoiceSetting{VoiceID: "Santa_Claus "}}, "")
	if got := d.formula(); got != `"Santa_Claus "` {
		t.Error(got)
	}
	if got := d.add("Wise_Woman").formula(); got != `"Santa_Claus "(50)+Wise_Woman(50)` {
		t.Error(got)
	}
}

func TestADraftThatCannotBeDrawnIsPutAsideAndItsWordsStay(t *testing.T) {
	place := voiceControls[1].scale.place
	t.Cleanup(func() { voiceControls[1].scale.place = place })
	voiceControls[1].scale.place = func(v, low, high float64) float64 {
		if v == 1.75 {
			panic("no such place")
		}
		return place(v, low, high)
	}
	home := t.TempDir()
	doc := open(tts.Request{VoiceSetting: tts.VoiceSetting{Speed: new(1.75)}}, "These are my words.")
	b, _ := json.Marshal(draft{Text: doc.text, Settings: doc.settings, Voices: doc.voices})
	os.WriteFile(home+"/draft.json", b, 0o600)
	os.WriteFile(home+"/draft.json.broken", []byte("an older one"), 0o600)
	d := sitAt(t, home, sandboxSession(t))
	d.sees("These are my words.", "the draft's settings cannot be drawn; your words are here", "draft.json.broken2")
	if kept, err := os.ReadFile(home + "/draft.json.broken2"); err != nil || string(kept) != string(b) {
		t.Errorf("kept: %q, %v", kept, err)
	}
	if found, _ := filepath.Glob(home + "/panic-*.txt"); len(found) != 1 {
		t.Errorf("reports: %v", found)
	}
}

// trap is an overlay that fails.
type trap struct{ prompt }

func (*trap) key(*Model, tea.Msg) tea.Cmd { panic("trapped") }

// fails runs the studio until a key makes it fail.
func (d *desk) fails() error {
	d.t.Helper()
	d.m.push(&trap{})
	program := tea.NewProgram(d.m, tea.WithInput(strings.NewReader("x")), tea.WithOutput(io.Discard), tea.WithWindowSize(120, 40), tea.WithoutSignalHandler())
	_, err := program.Run()
	if !errors.Is(err, tea.ErrProgramPanic) {
		d.t.Fatalf("it ended with %v", err)
	}
	if err := d.m.Flush(); err != nil {
		d.t.Error(err)
	}
	return d.m.ended(err, "the log")
}

func TestAFailureIsReportedAndTheNextStartsDoNotLoop(t *testing.T) {
	// Bubble Tea prints the stack, which is not for this test's reader.
	stderr := os.Stderr
	t.Cleanup(func() { os.Stderr = stderr })
	os.Stderr, _ = os.Open(os.DevNull)
	home := t.TempDir()
	d := sitAt(t, home, sandboxSession(t))
	d.press("tab", "down", "right", "shift+tab")
	d.write("Keep me.")
	for n := 1; n <= 2; n++ {
		err := d.fails()
		reports, _ := filepath.Glob(home + "/panic-*.txt")
		if len(reports) != n || !strings.Contains(err.Error()+err.(*tts.Error).Cure, reports[n-1]) {
			t.Fatalf("the error %q does not name the report among %q", err, reports)
		}
		if text, _ := os.ReadFile(reports[n-1]); !strings.Contains(string(text), "trapped") || !strings.Contains(string(text), "(*trap).key") {
			t.Errorf("the report says\n%s", text)
		}
		d = sitAt(t, home, sandboxSession(t))
		if d.m.editor.words != "Keep me." || d.m.doc.text != "Keep me." {
			t.Fatalf("after %d failures the words are %q", n, d.m.editor.words)
		}
		if n == 1 && d.m.doc.settings.VoiceSetting.Speed == nil {
			t.Error("one failure took the settings")
		}
	}
	d.sees("the studio failed twice; your words are here", "draft.json.broken")
	d.m.Flush()
	if err := d.m.ended(nil, ""); err != nil {
		t.Error(err)
	}
	d = sitAt(t, home, sandboxSession(t))
	d.misses("failed")
}
