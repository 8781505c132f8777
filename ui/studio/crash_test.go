package studio

import (
	"encoding/json"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms/form"
	"voicestudio/ui/studio/trial"
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

var hostileWords = strings.Join(trial.Texts, "") + strings.Join(trial.Texts, " ")

// everywhere looks at a studio at several sizes, with the keys in each panel.
func (d *desk) everywhere() {
	d.t.Helper()
	for _, size := range [][2]int{{60, 18}, {120, 40}} {
		d.w, d.h = size[0], size[1]
		d.update(tea.WindowSizeMsg{Width: d.w, Height: d.h})
		nothingForeign(d.t, d.fits(d.t))
		if !d.boxed() {
			d.press("tab")
			nothingForeign(d.t, d.view().Content)
		}
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

// draftOf is the file of a draft.
func draftOf(t *testing.T, r tts.Request, text, preset string) []byte {
	t.Helper()
	settings := r
	settings.SetVoices(nil)
	b, err := json.Marshal(map[string]any{"text": text, "settings": settings, "voices": r.Voices(), "preset": preset, "saved": r})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

var percent = regexp.MustCompile(` +(\d+)% [│┃]`)

func TestABlendOfOneVoiceIsAFormulaWithoutWeight(t *testing.T) {
	d := document.Of(tts.Request{VoiceSetting: tts.VoiceSetting{VoiceID: "Santa_Claus "}}, "")
	if got := d.Formula(); got != `"Santa_Claus "` {
		t.Error(got)
	}
	if got := d.Add("Wise_Woman").Formula(); got != `"Santa_Claus "(50)+Wise_Woman(50)` {
		t.Error(got)
	}
}

func TestADraftThatCannotBeDrawnIsPutAsideAndItsWordsStay(t *testing.T) {
	place := form.Ratio.Place
	t.Cleanup(func() { form.Ratio.Place = place })
	form.Ratio.Place = func(v, low, high float64) float64 {
		if v == 1.75 {
			panic("no such place")
		}
		return place(v, low, high)
	}
	home := newHome(t)
	b := draftOf(t, tts.Request{VoiceSetting: tts.VoiceSetting{Speed: new(1.75)}}, "These are my words.", "")
	os.WriteFile(home+"/draft.json", b, 0o600)
	os.WriteFile(home+"/draft.json.broken", []byte("an older one"), 0o600)
	d := seat{home: home}.sit(t)
	d.sees("These are my words.", "the draft's settings cannot be drawn; your words are here", "draft.json.broken2")
	if kept, err := os.ReadFile(home + "/draft.json.broken2"); err != nil || string(kept) != string(b) {
		t.Errorf("kept: %q, %v", kept, err)
	}
	if found, _ := filepath.Glob(home + "/panic-*.txt"); len(found) != 1 {
		t.Errorf("reports: %v", found)
	}
}

// stumbles runs the studio until a key makes it fail: the player does.
func (d *desk) stumbles() error {
	d.t.Helper()
	d.goes("Sound")
	d.player.mu.Lock()
	d.player.trap = true
	d.player.mu.Unlock()
	program := tea.NewProgram(d.m, tea.WithInput(strings.NewReader("m")), tea.WithOutput(io.Discard), tea.WithWindowSize(120, 40), tea.WithoutSignalHandler())
	_, err := program.Run()
	if !errors.Is(err, tea.ErrProgramPanic) {
		d.t.Fatalf("it ended with %v", err)
	}
	leaves(d.t, d)
	return d.m.(*Model).ended(err, "the log")
}

func TestAFailureIsReportedAndTheNextStartsDoNotLoop(t *testing.T) {
	// Bubble Tea prints the stack, which is not for this test's reader.
	stderr := os.Stderr
	t.Cleanup(func() { os.Stderr = stderr })
	os.Stderr, _ = os.Open(os.DevNull)
	home := newHome(t)
	d := seat{home: home}.sit(t)
	d.press("tab", "right", "shift+tab")
	d.write("Keep me.")
	for n := 1; n <= 2; n++ {
		err := d.stumbles()
		reports, _ := filepath.Glob(home + "/panic-*.txt")
		if len(reports) != n || !strings.Contains(err.Error()+err.(*tts.Error).Cure, reports[n-1]) {
			t.Fatalf("the error %q does not name the report among %q", err, reports)
		}
		if text, _ := os.ReadFile(reports[n-1]); !strings.Contains(string(text), "trapped") || !strings.Contains(string(text), "(*recorder).Mute") {
			t.Errorf("the report says\n%s", text)
		}
		d = seat{home: home}.sit(t)
		d.sees("┃ Keep me. ")
		if n == 1 {
			d.shows("speed", "1.05×")
		}
	}
	d.sees("the studio failed twice; your words are here", "draft.json.broken")
	leaves(t, d)
	if err := d.m.(*Model).ended(nil, ""); err != nil {
		t.Error(err)
	}
	d = seat{home: home}.sit(t)
	d.misses("failed")
}
