package studio

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/presets"
	"voicestudio/tts"
)

// store puts a preset into a folder, as somebody else does.
func store(t testing.TB, dir, name, request string, edit func(*presets.Preset)) presets.Entry {
	t.Helper()
	p, err := presets.Parse([]byte(`{"version": 1, "request": ` + request + `}`))
	if err != nil {
		t.Fatal(err)
	}
	if p.Name = name; edit != nil {
		edit(&p)
	}
	e, err := presets.Folder{Dir: dir}.Save(p)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func stored(t testing.TB, dir, name string) presets.Entry {
	t.Helper()
	e, err := presets.Folder{Dir: dir}.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func inGit(t *testing.T, dir string, args ...string) {
	t.Helper()
	cmd := exec.Command("git", append([]string{"-C", dir, "-c", "user.name=Anna Berg", "-c", "user.email=anna@example.com"}, args...)...)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

const (
	calmBlend = `{"model": "speech-2.8-turbo", "voice_setting": {"speed": 1.1, "emotion": "calm"}, "timbre_weights": [{"voice_id": "English_Graceful_Lady", "weight": 60}, {"voice_id": "Wise_Woman", "weight": 40}], "voice_modify": {"sound_effects": "spacious_echo"}}`
	wiseWoman = `{"model": "speech-2.8-turbo", "voice_setting": {"voice_id": "Wise_Woman", "speed": 1.2}}`
)

// browse opens the list and waits until everything is known.
func (d *desk) browse() {
	d.t.Helper()
	d.press("ctrl+o")
	gen := d.m.library.gen
	d.until("the folders have been read", func() bool {
		return d.m.library.gen == gen && d.m.library.cancel == nil && d.m.library.git != nil
	})
}

// saves presses enter and waits until the prompt is gone.
func (d *desk) saves() {
	d.t.Helper()
	d.press("enter")
	d.until("it is saved", func() bool { return d.m.top() == nil })
}

func (d *desk) own() string { return d.m.library.Places[0].Dir }

func TestEveryFolderIsListedWithWhatIsParticular(t *testing.T) {
	home, team := t.TempDir(), t.TempDir()
	store(t, team, "Podcast intro", wiseWoman, func(p *presets.Preset) { p.Tags = []string{"podcast", "en"} })
	store(t, team, "Alarm", wiseWoman, nil)
	inGit(t, team, "init", "-q")
	inGit(t, team, "add", ".")
	inGit(t, team, "commit", "-qm", "presets: two voices")
	store(t, team, "Alarm", calmBlend, nil)
	store(t, team, "Draft", wiseWoman, nil)
	store(t, filepath.Join(home, ".voicestudio", "presets"), "Gate keeper", wiseWoman, nil)
	d := sitWith(t, home, sandboxSession(t), map[string]string{"acme": team})
	locked := store(t, d.own(), "Locked", wiseWoman, nil)
	os.Chmod(locked.File, 0o444)
	os.WriteFile(filepath.Join(d.own(), "half.json"), []byte("{\n\"version\": 1,\n"), 0o644)
	d.browse()
	line := func(name string) string {
		_, y := d.find("  " + name)
		row, _, _ := strings.Cut(strings.Split(d.screen(), "\n")[y], " │ ")
		return row
	}
	d.press("down", "down", "up", "up", "down") // Draft
	for name, marks := range map[string][]string{
		"Alarm": {"acme", "changed"}, "Podcast intro": {"#podcast #en", "acme"}, "Gate keeper": {"project"},
		"Locked": {"own", "read-only"}, "Warm narrator": {"starters"}, "half.json": {"own", "broken"},
	} {
		for _, mark := range marks {
			if !strings.Contains(line(name), mark) {
				t.Errorf("%s is not marked %s: %s", name, mark, line(name))
			}
		}
	}
	d.sees("▸ Draft", "not in git", "not committed to git yet", "acme: ", "draft.json")
	d.write("podc")
	d.sees("Anna Berg, ", ": presets: two voices")
	d.press("backspace", "backspace", "backspace", "backspace")
	d.write("half")
	d.sees("line 2", "correct the file")
	d.press("enter")
	d.sees("half.json: line 2")
	d.press("ctrl+x")
	d.sees("half.json: line 2")
}

func TestSearchingPresets(t *testing.T) {
	d := sit(t)
	store(t, d.own(), "客服小雅", wiseWoman, func(p *presets.Preset) { p.Notes, p.Tags = "电话客服", []string{"zh"} })
	store(t, d.own(), "Onboarding", calmBlend, func(p *presets.Preset) { p.Notes = "Anna liked it with 55." })
	d.browse()
	for typed, found := range map[string]string{"客服": "客服小雅", "anna 55": "Onboarding", "graceful onb": "Onboarding", "#zh 小雅": "客服小雅", "ONB": "Onboarding"} {
		d.write(typed)
		d.sees("▸ "+found, "1/8")
		for range []rune(typed) {
			d.press("backspace")
		}
	}
	d.press("tab")
	d.sees("[own]", "2/8")
	d.press("shift+tab", "shift+tab")
	d.sees("[starters]", "6/8")
	d.misses("Onboarding")
	d.press("tab", "alt+s", "alt+s")
	d.sees("[all]", "newest first")
}

func TestWhatAPresetWouldChangeIsSaidBeforeItDoes(t *testing.T) {
	for _, size := range [][2]int{{60, 18}, {80, 24}, {120, 40}, {200, 60}} {
		d := sit(t)
		store(t, d.own(), "Calm", calmBlend, nil)
		d.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		d.browse()
		d.sees("▸ Calm", "enter changes 4", "English_Graceful_Lady(60)+Wise_Woman(40)", "emotion calm")
		d.press("enter", "ctrl+o")
		d.sees("Calm", "exactly the settings of now", "open")
	}
}

func TestOnlyPartsOfAPreset(t *testing.T) {
	d := sit(t)
	store(t, d.own(), "Calm", calmBlend, nil)
	d.press("tab", "down", "down", "right") // a pitch of one's own
	before := d.m.doc
	d.browse()
	d.press("ctrl+g")
	d.sees("[ ] Voice", "speed 1.1 ×", "pitch +1 semitones → unset", "[ ] Effects", "sound effect spacious_echo", "Output", "changes nothing")
	d.press("down", "down", "space", "enter")
	r := d.m.doc.request()
	if r.VoiceModify.SoundEffects != "spacious_echo" || r.VoiceSetting.Speed != nil || len(r.TimbreWeights) > 0 || *r.VoiceSetting.Pitch != 1 {
		t.Errorf("%+v", r)
	}
	d.sees("applied Effects of Calm", "no preset")
	d.press("u")
	if !d.m.doc.equal(before) {
		t.Errorf("undone: %+v", d.m.doc)
	}
	d.browse()
	d.press("ctrl+g")
	d.sees("[x] Effects") // as the last time
	d.press("b", "enter")
	if r := d.m.doc.request(); len(r.TimbreWeights) != 2 || r.VoiceSetting.Speed != nil || r.VoiceModify.SoundEffects == "" {
		t.Errorf("%+v", r)
	}
}

func TestHearingAPresetDoesNotOpenIt(t *testing.T) {
	const sample, words = "This is the sample of a preset, and it takes a while to say all of it.", "These are my own words, and they take quite a while to be said as well."
	d := sit(t)
	store(t, d.own(), "Calm", calmBlend, func(p *presets.Preset) { p.SampleText = sample })
	before := d.m.doc
	for _, script := range []string{"", words} {
		d.write(script)
		d.browse()
		d.press("ctrl+r")
		want := script
		if want == "" {
			want = sample
		}
		d.until("it plays", func() bool {
			return d.m.sounding.speech != nil && d.m.sounding.speech.Request.Text == want && d.m.sound.status.State == player.Playing
		})
		if r := d.m.sounding.speech.Request; len(r.TimbreWeights) != 2 || r.VoiceModify.SoundEffects != "spacious_echo" {
			t.Errorf("%+v", r)
		}
		d.sees("Calm", "▶ playing")
		d.press("esc", "esc")
	}
	if before.text = words; !d.m.doc.equal(before) || d.m.preset != "" {
		t.Errorf("it was opened: %q %+v", d.m.preset, d.m.doc)
	}
}

func TestSavingOverShowsWhatChanges(t *testing.T) {
	d := sit(t)
	store(t, d.own(), "Calm", calmBlend, func(p *presets.Preset) { p.Notes, p.Tags = "Keep me.", []string{"en"} })
	d.browse()
	d.press("enter", "ctrl+s")
	d.sees("nothing has changed since it was saved")
	d.press("esc", "tab", "down", "right", "tab")
	d.m.forms[blendPanel].cursor = 0
	d.press("right", "ctrl+s")
	d.sees("Calm*", "saves over it; this changes:", "speed 1.1 → 1.15 ×", "voice English_Graceful_Lady(60)+Wise_Woman(40) → English_Graceful_Lady(61)")
	d.saves()
	d.misses("Calm*")
	e := stored(t, d.own(), "Calm")
	if e.Notes != "Keep me." || len(e.Tags) != 1 || *e.Request.VoiceSetting.Speed != 1.15 || e.Request.TimbreWeights[0].Weight != 61 {
		t.Errorf("%+v", e.Preset)
	}
	if len(e.HeardOn) > 0 {
		t.Error("nobody has heard it")
	}
}

func TestTheMarkOfAChangedPresetIsRight(t *testing.T) {
	d := sit(t)
	now := time.Now()
	d.m.now = func() time.Time { return now }
	step := func(keys ...string) { now = now.Add(10 * time.Second); d.press(keys...) }
	changed := func(yes bool, when string) {
		t.Helper()
		if strings.Contains(d.screen(), d.m.preset+"*") != yes {
			t.Fatalf("%s the mark is wrong:\n%s", when, d.screen())
		}
	}
	store(t, d.own(), "Calm", calmBlend, nil)
	store(t, d.own(), "Wise", wiseWoman, nil)
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
	d.sees("Wise ")
	changed(false, "another opened")
	step("u")
	if d.m.preset != "Calm" {
		t.Errorf("undo goes back to the settings of Calm, but %q is open", d.m.preset)
	}
	changed(false, "back at the first")
	step("U")
	if d.m.preset != "Wise" {
		t.Errorf("redo: %q", d.m.preset)
	}
	changed(false, "again at the other")
}

func TestAPresetTellsWhereItWasHeard(t *testing.T) {
	d := sit(t)
	d.write("Hello.")
	d.press("ctrl+r")
	d.until("it plays", func() bool { return d.m.sounding.timeline != nil })
	d.press("ctrl+s")
	d.write("Heard")
	d.saves()
	if on := stored(t, d.own(), "Heard").HeardOn; len(on) != 1 || on[0] != (presets.Heard{Host: "sandbox", Model: tts.DefaultModel}) {
		t.Errorf("%+v", on)
	}
	d.press("tab", "down", "right", "ctrl+s")
	d.saves()
	if on := stored(t, d.own(), "Heard").HeardOn; len(on) > 0 {
		t.Errorf("the new settings were not heard: %+v", on)
	}
}

func TestTheFolderOfANewPreset(t *testing.T) {
	team, shut := t.TempDir(), t.TempDir()
	os.Chmod(shut, 0o555)
	d := sitWith(t, t.TempDir(), sandboxSession(t), map[string]string{"acme": team, "shut": shut})
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
	d.press("tab", "down", "right", "ctrl+s")
	d.sees("[acme]", "saves over it", "speed 1.05 ×")
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
		"merge":             {faster, []string{"down", "down", "right"}, []string{"they changed:", "speed 1.1 → 1.3 ×", "you changed:", "pitch +1 semitones"}, []string{"m"}, 1.3, true, "Calm", false},
		"keep mine":         {faster, []string{"down", "right"}, []string{"both changed:", "speed: yours 1.15 ×, theirs 1.3 ×"}, []string{"k"}, 1.15, false, "Calm", false},
		"take theirs":       {faster, []string{"down", "right"}, nil, []string{"up", "enter"}, 1.3, false, "Calm", false},
		"a new name":        {faster, []string{"down", "right"}, nil, []string{"enter", "enter"}, 1.3, false, "Calm 2", false},
		"gone, kept":        {"", []string{"down", "right"}, []string{"removed Calm"}, []string{"k"}, 1.15, false, "Calm", false},
		"gone, let go":      {"", []string{"down", "right"}, []string{"let it go"}, []string{"t"}, 0, false, "", false},
		"not now":           {faster, []string{"down", "right"}, nil, []string{"esc", "esc"}, 1.3, false, "Calm", true},
		"no merging at all": {faster, []string{"down", "right"}, []string{"both changed the same setting"}, []string{"m", "k"}, 1.15, false, "Calm", false},
	} {
		t.Run(name, func(t *testing.T) {
			d := sit(t)
			e := store(t, d.own(), "Calm", calmBlend, nil)
			d.browse()
			d.press("enter", "tab")
			d.press(c.mine...)
			if c.theirs == "" {
				os.Remove(e.File)
			} else {
				store(t, d.own(), "Calm", c.theirs, nil)
			}
			mine := d.m.doc
			d.press("ctrl+s", "enter")
			d.until("it is noticed", func() bool { _, clash := d.m.top().(*clash); return clash })
			d.sees(c.sees...)
			d.press(c.answer...)
			d.until("it is done", func() bool { return d.m.top() == nil })
			d.settle()
			if d.m.preset != c.open || d.m.dirty() != c.mark {
				t.Errorf("%q is open, changed: %v", d.m.preset, d.m.dirty())
			}
			if c.speed == 0 {
				if _, err := os.Stat(e.File); err == nil {
					t.Error("it was written again")
				}
			} else if r := stored(t, d.own(), "Calm").Request; *r.VoiceSetting.Speed != c.speed || (r.VoiceSetting.Pitch != nil) != c.pitch {
				t.Errorf("the file: %+v", r)
			}
			switch name {
			case "merge":
				if *d.m.doc.settings.VoiceSetting.Speed != 1.3 {
					t.Error("the screen does not show what was written")
				}
			case "take theirs":
				if d.press("u"); !d.m.doc.equal(mine) {
					t.Error("my settings are lost")
				}
			case "a new name":
				if r := stored(t, d.own(), "Calm 2").Request; *r.VoiceSetting.Speed != 1.15 {
					t.Errorf("%+v", r)
				}
			}
		})
	}
}

func TestEnterTwiceSavesOnce(t *testing.T) {
	d := sit(t)
	store(t, d.own(), "Calm", calmBlend, nil)
	d.browse()
	d.press("enter", "tab", "down", "right", "ctrl+s", "enter", "enter")
	d.sees("one moment")
	d.until("it is saved", func() bool { return d.m.top() == nil })
	d.misses("Somebody else")
	if e := stored(t, d.own(), "Calm"); *e.Request.VoiceSetting.Speed != 1.15 {
		t.Errorf("%+v", e.Request)
	}
	d.misses("Calm*")
}

func TestAChangeBySomebodyElseIsNoticedAfterARestart(t *testing.T) {
	home := t.TempDir()
	d := sitAt(t, home, sandboxSession(t))
	store(t, d.own(), "Calm", calmBlend, nil)
	d.browse()
	d.press("enter", "tab", "down", "right")
	if err := d.m.Flush(); err != nil {
		t.Fatal(err)
	}
	store(t, d.own(), "Calm", wiseWoman, nil)
	again := sitAt(t, home, sandboxSession(t))
	again.sees("Calm*")
	again.press("ctrl+s", "enter")
	again.until("it is noticed", func() bool { _, clash := again.m.top().(*clash); return clash })
	again.sees("Somebody else changed Calm")
}

func TestTagsNotesAndACopy(t *testing.T) {
	d := sit(t)
	store(t, d.own(), "Calm", calmBlend, func(p *presets.Preset) { p.Tags = []string{"en"} })
	d.browse()
	done := func(what string) {
		t.Helper()
		d.until(what, func() bool { return d.m.top() == overlay(d.m.browser()) })
	}
	d.press("ctrl+t")
	d.sees("Tags of Calm", "in use: #en")
	d.write(", #客服，long tag")
	d.press("enter")
	done("tagged")
	d.sees("#en #客服 #long tag")
	d.press("ctrl+e")
	d.write("Two")
	d.press("alt+enter")
	d.write("lines")
	d.press("enter")
	done("noted")
	if e := stored(t, d.own(), "Calm"); e.Notes != "Two\nlines" || len(e.Tags) != 3 {
		t.Errorf("%+v", e.Preset)
	}
	d.press("tab", "tab")
	d.write("phone")
	d.press("ctrl+e")
	d.sees("starters stay as they are; ctrl+d copies it")
	d.press("ctrl+d")
	d.sees("Copy the preset as", "Phone line")
	d.press("enter")
	done("copied")
	d.sees("[own]", "▸ Phone line", "copied as Phone line")
	d.press("ctrl+d")
	d.sees("Phone line 2")
}

func TestEditingTagsOfTheOpenPresetIsNoChangeBySomebodyElse(t *testing.T) {
	d := sit(t)
	store(t, d.own(), "Calm", calmBlend, nil)
	d.browse()
	d.press("enter", "tab", "down", "right")
	d.browse()
	d.press("ctrl+t")
	d.write("mine")
	d.press("enter")
	d.until("tagged", func() bool { return d.m.top() == overlay(d.m.browser()) })
	d.press("ctrl+n")
	d.write("Quiet")
	d.press("enter")
	d.until("renamed", func() bool { return d.m.preset == "Quiet" })
	d.press("esc", "ctrl+s")
	d.sees("Quiet*", "speed 1.1 → 1.15 ×")
	d.saves()
	if e := stored(t, d.own(), "Quiet"); len(e.Tags) != 1 || *e.Request.VoiceSetting.Speed != 1.15 {
		t.Errorf("%+v", e.Preset)
	}
}

func TestSeveralDeletedPresetsComeBack(t *testing.T) {
	d := sit(t)
	for _, name := range []string{"A", "B", "C"} {
		store(t, d.own(), name, wiseWoman, nil)
	}
	d.browse()
	rows := func(n int) func() bool { return func() bool { return d.m.browser().rows() == n } }
	d.press("ctrl+x")
	d.until("one is gone", rows(8))
	d.press("ctrl+x")
	d.until("two are gone", rows(7))
	d.press("alt+z")
	d.until("one is back", rows(8))
	d.press("alt+z")
	d.until("both are back", rows(9))
	d.until("they are in the list", func() bool { return strings.Contains(d.screen(), " A ") && strings.Contains(d.screen(), " B ") })
}

func TestThePresetsByMouse(t *testing.T) {
	d := sit(t)
	store(t, d.own(), "Calm", calmBlend, nil)
	store(t, d.own(), "Wise", wiseWoman, nil)
	d.browse()
	x, y := d.find("Wise  ")
	d.click(x, y)
	d.sees("▸ Wise", "Presets")
	d.send(tea.MouseWheelMsg{X: x, Y: y, Button: tea.MouseWheelUp})
	d.sees("▸ Calm")
	x, y = d.find(" starters ")
	d.click(x+1, y)
	d.sees("[starters]", "6/8")
	x, y = d.find(" own ")
	d.click(x+1, y)
	x, y = d.find("Wise  ")
	d.click(x, y)
	d.click(x, y)
	if d.m.preset != "Wise" || d.m.top() != nil {
		t.Errorf("%q is open", d.m.preset)
	}
}

// tenThousand is a studio whose library holds as many presets.
func tenThousand(t testing.TB) *desk {
	d := sit(t)
	var entries []presets.Entry
	request := store(t, d.own(), "Calm", calmBlend, nil).Request
	for i := range 10000 {
		p := presets.Preset{Name: fmt.Sprintf("Narrator %d of 声音", i), Notes: "For the onboarding videos; Anna liked it.", Tags: []string{"narration", fmt.Sprint("t", i%50)}, Request: request}
		entries = append(entries, presets.Entry{Preset: p, File: fmt.Sprintf("/p/%d.json", i), Folder: presets.FolderOwn})
	}
	d.m.library.shelf, d.m.library.whole = presets.NewShelf(entries, nil), true
	d.m.push(&browser{m: d.m, filter: newInput("", ""), clicked: -1})
	d.m.browser().search()
	d.m.View()
	return d
}

func BenchmarkKeyAmongTenThousandPresets(b *testing.B) {
	for name, keys := range map[string][]string{"typing": {"n", "backspace"}, "nothing fits": {"ž", "backspace"}, "cursor": {"down", "up"}, "folder": {"tab", "shift+tab"}} {
		b.Run(name, func(b *testing.B) {
			d := tenThousand(b)
			b.ReportAllocs()
			for b.Loop() {
				d.press(keys...)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(len(keys)*b.N), "ms/key")
		})
	}
}

func TestAListThatIsBeingReadFills(t *testing.T) {
	d := sit(t)
	for i := range 600 {
		os.MkdirAll(d.own(), 0o755)
		os.WriteFile(filepath.Join(d.own(), fmt.Sprintf("p%d.json", i)), []byte(fmt.Sprintf(`{"version": 1, "name": "P %d", "request": {}}`, i)), 0o644)
	}
	d.press("ctrl+o")
	d.sees("reading…", "the folders are being read")
	d.write("P 599")
	d.until("all have been read", func() bool { return d.m.library.whole })
	if e := d.m.browser().current(); e == nil || e.Name != "P 599" {
		t.Errorf("%+v", e)
	}
	d.misses("reading…")
	ctx, cancel := context.WithCancel(d.m.ctx)
	d.m.ctx = ctx
	cancel() // the program ends while it reads
	d.m.library.cancel = nil
	if msg := d.m.readLibrary()().(shelvedMsg); msg.err == nil {
		t.Error("it reads on after the end")
	}
}
