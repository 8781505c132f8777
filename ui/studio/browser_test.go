package studio

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/rooms/library"
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

// browse opens the list and waits until everything is known, which nothing on
// the screen tells.
func (d *desk) browse() {
	d.t.Helper()
	d.press("ctrl+o")
	l := d.m.(*Model).presets
	gen := l.Gen
	d.until("the folders have been read", func() bool { return l.Gen == gen && l.Cancel == nil && l.Git != nil })
}

// saves presses enter and waits until the prompt is gone.
func (d *desk) saves() {
	d.t.Helper()
	d.press("enter")
	d.loses("Save the preset as")
}

func TestEveryFolderIsListedWithWhatIsParticular(t *testing.T) {
	home, team := newHome(t), t.TempDir()
	store(t, team, "Podcast intro", wiseWoman, func(p *presets.Preset) { p.Tags = []string{"podcast", "en"} })
	store(t, team, "Alarm", wiseWoman, nil)
	inGit(t, team, "init", "-q")
	inGit(t, team, "add", ".")
	inGit(t, team, "commit", "-qm", "presets: two voices")
	store(t, team, "Alarm", calmBlend, nil)
	store(t, team, "Draft", wiseWoman, nil)
	store(t, filepath.Join(home, ".voicestudio", "presets"), "Gate keeper", wiseWoman, nil)
	d := seat{home: home, teams: map[string]string{"acme": team}}.sit(t)
	locked := store(t, d.own, "Locked", wiseWoman, nil)
	os.Chmod(locked.File, 0o444)
	os.WriteFile(filepath.Join(d.own, "half.json"), []byte("{\n\"version\": 1,\n"), 0o644)
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
	d.sees("▸ Draft", "not committed", "not committed to git yet", "acme: ", "draft.json")
	d.write("podc")
	d.sees("Anna Berg, ", "presets:", "two voices")
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
	store(t, d.own, "客服小雅", wiseWoman, func(p *presets.Preset) { p.Notes, p.Tags = "电话客服", []string{"zh"} })
	store(t, d.own, "Onboarding", calmBlend, func(p *presets.Preset) { p.Notes = "Anna liked it with 55." })
	d.browse()
	for typed, found := range map[string]string{"客服": "客服小雅", "anna 55": "Onboarding", "graceful onb": "Onboarding", "#zh 小雅": "客服小雅", "ONB": "Onboarding"} {
		d.write(typed)
		d.sees("▸ "+found, "1 of 8")
		for range []rune(typed) {
			d.press("backspace")
		}
	}
	d.press("tab")
	d.sees("[own]", "2 of 8")
	d.press("shift+tab", "shift+tab")
	d.sees("[starters]", "6 of 8")
	d.misses("Onboarding")
	d.press("tab", "alt+s", "alt+s")
	d.sees("[all]", "newest first")
}

func TestWhatAPresetWouldChangeIsSaidBeforeItDoes(t *testing.T) {
	for _, size := range [][2]int{{60, 18}, {80, 24}, {120, 40}, {200, 60}} {
		d := sit(t)
		store(t, d.own, "Calm", calmBlend, nil)
		d.resize(size[0], size[1])
		d.browse()
		d.sees("▸ Calm", "enter changes 5", "Graceful Lady 60", "+ Wise Woman 40", "emotion ")
		d.press("enter", "ctrl+o")
		d.sees("Calm", "exactly the settings of now", "open")
	}
}

func TestOnlyPartsOfAPreset(t *testing.T) {
	t.Parallel()
	d := sit(t)
	store(t, d.own, "Calm", calmBlend, nil)
	d.press("tab", "down", "right") // a pitch of one's own
	d.browse()
	d.press("ctrl+g")
	d.sees("[ ] Voice", "speed 1.10×", "pitch +1 st → unset", "[ ] Effects", "effect echo", "Output", "changes nothing")
	d.press("down", "down", "space", "enter")
	d.sees("applied Effects of Calm", "no preset")
	if r := d.asks(); r.VoiceModify.SoundEffects != "spacious_echo" || r.VoiceSetting.Speed != nil || len(r.TimbreWeights) > 0 || *r.VoiceSetting.Pitch != 1 {
		t.Errorf("%+v", r)
	}
	d.press("u")
	if r := d.asks(); r.VoiceModify.SoundEffects != "" || *r.VoiceSetting.Pitch != 1 {
		t.Errorf("undone: %+v", r)
	}
	d.browse()
	d.press("ctrl+g")
	d.sees("[x] Effects") // as the last time
	d.press("b", "enter")
	if r := d.asks(); len(r.TimbreWeights) != 2 || r.VoiceSetting.Speed != nil || r.VoiceModify.SoundEffects == "" {
		t.Errorf("%+v", r)
	}
}

func TestHearingAPresetDoesNotOpenIt(t *testing.T) {
	t.Parallel()
	const sample, words = "This is the sample of a preset.", "These are my own words."
	d := sit(t)
	store(t, d.own, "Calm", calmBlend, func(p *presets.Preset) { p.SampleText = sample })
	for _, script := range []string{"", words} {
		d.write(script)
		d.browse()
		d.press("ctrl+r")
		want := script
		if want == "" {
			want = sample
		}
		d.sounds("the preset", func(r tts.Request) bool {
			return r.Text == want && len(r.TimbreWeights) == 2 && r.VoiceModify.SoundEffects == "spacious_echo"
		})
		d.awaits("Calm", "▶ playing")
		d.press("esc", "esc")
		d.sees("no preset")
	}
	if r := d.asks(); r.Text != words || len(r.TimbreWeights) > 0 || r.VoiceSetting.Speed != nil {
		t.Errorf("it was opened: %+v", r)
	}
}

func TestTagsNotesAndACopy(t *testing.T) {
	d := sit(t)
	store(t, d.own, "Calm", calmBlend, func(p *presets.Preset) { p.Tags = []string{"en"} })
	d.browse()
	done := func(title string) {
		t.Helper()
		d.loses(title)
		d.sees("━ Presets ━")
	}
	d.press("ctrl+t")
	d.sees("Tags of Calm", "in use: #en")
	d.write(", #客服，long tag")
	d.press("enter")
	done("Tags of Calm")
	d.sees("#en #客服 #long #tag")
	d.press("ctrl+e")
	d.write("Two")
	d.press("alt+enter")
	d.write("lines")
	d.press("enter")
	done("Notes on Calm")
	if e := stored(t, d.own, "Calm"); e.Notes != "Two\nlines" || len(e.Tags) != 4 {
		t.Errorf("%+v", e.Preset)
	}
	d.press("tab", "tab")
	d.write("phone")
	d.press("ctrl+e")
	d.sees("starters stay as they are; ctrl+d copies it")
	d.press("ctrl+d")
	d.sees("Copy the preset as", "Phone line")
	d.press("enter")
	done("Copy the preset as")
	d.sees("[own]", "▸ Phone line", "copied as Phone line")
	d.press("ctrl+d")
	d.sees("Phone line 2")
}

func TestSeveralDeletedPresetsComeBack(t *testing.T) {
	t.Parallel()
	d := sit(t)
	for _, name := range []string{"A", "B", "C"} {
		store(t, d.own, name, wiseWoman, nil)
	}
	d.browse()
	d.press("ctrl+x")
	d.awaits("8 of 8", "deleted A")
	d.press("ctrl+x")
	d.awaits("7 of 7", "deleted B")
	d.press("alt+z")
	d.awaits("8 of 8", "B is back")
	d.press("alt+z")
	d.awaits("9 of 9", "A is back")
	d.awaits(" A ", " B ", " C ")
	stored(t, d.own, "A")
	stored(t, d.own, "B")
}

func TestThePresetsByMouse(t *testing.T) {
	d := sit(t)
	store(t, d.own, "Calm", calmBlend, nil)
	store(t, d.own, "Wise", wiseWoman, nil)
	d.browse()
	x, y := d.find("Wise  ")
	d.click(x, y)
	d.sees("▸ Wise", "Presets")
	d.sounds("a click hears", func(r tts.Request) bool { return r.VoiceSetting.VoiceID == "Wise_Woman" })
	d.send(tea.MouseWheelMsg{X: x, Y: y, Button: tea.MouseWheelUp})
	d.sees("▸ Calm")
	x, y = d.find(" starters ")
	d.click(x+1, y)
	d.sees("[starters]", "6 of 8")
	x, y = d.find(" own ")
	d.click(x+1, y)
	x, y = d.find("Wise  ")
	d.click(x, y)
	d.click(x, y)
	d.sees("voicestudio · Wise ")
	d.misses("━ Presets ━")
}

// tenThousand is a studio with as many presets, and the list of them open.
func tenThousand(t testing.TB) *desk {
	d := sit(t)
	one := store(t, d.own, "Calm", calmBlend, nil).Preset
	os.Remove(filepath.Join(d.own, "calm.json"))
	for i := range 10000 {
		p := one
		p.Version, p.Name, p.Notes, p.Tags = 1, fmt.Sprintf("Narrator %d of 声音", i), "For the onboarding videos; Anna liked it.", []string{"narration", fmt.Sprint("t", i%50)}
		b, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(d.own, fmt.Sprintf("p%d.json", i)), b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	d.browse()
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
	t.Parallel()
	d := sit(t)
	os.MkdirAll(d.own, 0o755)
	for i := range 600 {
		os.WriteFile(filepath.Join(d.own, fmt.Sprintf("p%d.json", i)), []byte(fmt.Sprintf(`{"version": 1, "name": "P %d", "request": {}}`, i)), 0o644)
	}
	d.press("ctrl+o")
	d.sees("reading…", "the folders are being read")
	d.write("P 599")
	d.awaits("▸ P 599", "1 of 606")
	d.loses("reading…")
}

func TestReadingEndsWithTheProgram(t *testing.T) {
	t.Parallel()
	home := newHome(t)
	store(t, home, "Calm", calmBlend, nil)
	lib, err := presets.OpenLibrary(home, home, nil)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if msg := library.ReadShelf(ctx, 1, lib, make(chan *presets.Shelf, 1)); msg.Err == nil {
		t.Error("it reads on after the end")
	}
}
