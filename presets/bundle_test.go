package presets

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"voicestudio/tts"
)

func mustPlan(t *testing.T, f Folder, data []byte) *Plan {
	t.Helper()
	p, err := f.PlanImport(data)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// change edits a preset as a person does.
func change(t testing.TB, f Folder, name string, edit func(*Preset)) {
	t.Helper()
	e, err := f.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	p := e.Preset
	edit(&p)
	if _, err := f.Update(e, p); err != nil {
		t.Fatal(err)
	}
}

func speed(x float64) func(*Preset) {
	return func(p *Preset) { p.Request.VoiceSetting.Speed = &x }
}

func TestABundleBringsTheSameFilesAndClips(t *testing.T) {
	from, to := temp(t), temp(t)
	mustSave(t, from, firstPreset)
	write(t, from, "x.json", withUnknown)
	if _, err := from.SetPreview("Warm", []byte("ID3 clip")); err != nil {
		t.Fatal(err)
	}
	entries, _, _ := from.List()
	data, err := Export(entries...)
	if err != nil || !strings.Contains(string(data), `"name": "Warm"`) {
		t.Fatalf("%v\n%s", err, data)
	}
	plan := mustPlan(t, to, data)
	if _, err := os.Stat(to.Dir); err == nil {
		t.Error("planning made the folder")
	}
	for _, one := range plan.Imports {
		if one.Outcome != ImportNew {
			t.Errorf("%+v", one)
		}
	}
	made, err := plan.Apply(false)
	if err != nil || len(made) != 2 {
		t.Fatal(made, err)
	}
	for i, e := range made {
		a, _ := os.ReadFile(entries[i].File)
		if b, _ := os.ReadFile(e.File); !bytes.Equal(a, b) {
			t.Errorf("another file:\n%s\n%s", a, b)
		}
	}
	if clip, _ := os.ReadFile(filepath.Join(to.Dir, "warm.mp3")); string(clip) != "ID3 clip" {
		t.Errorf("%q", clip)
	}

	plan = mustPlan(t, to, data)
	if made, err := plan.Apply(false); err != nil || len(made) != 2 || plan.Imports[0].Outcome != ImportSame {
		t.Errorf("%v %v %v", made, err, plan.Imports)
	}

	change(t, to, "Warm", speed(2))
	plan = mustPlan(t, to, data)
	if got := plan.Collisions(); !slices.Equal(got, []string{"Warm"}) || Sentences(plan.Imports[0].Changes)[0] != "speed 2.00 → 1.10×" {
		t.Errorf("%q %+v", got, plan.Imports)
	}
	if _, err := plan.Apply(false); !errors.Is(err, fs.ErrExist) {
		t.Error(err)
	}
	if e, _ := to.Load("Warm"); *e.Request.VoiceSetting.Speed != 2 {
		t.Error("a refused import changed something")
	}
	change(t, to, "Warm", speed(1.5))
	if _, err := plan.Apply(true); !errors.Is(err, fs.ErrExist) || !strings.Contains(err.Error(), "changed meanwhile") {
		t.Error(err)
	}
	if _, err := mustPlan(t, to, data).Apply(true); err != nil {
		t.Error(err)
	}
	if e, _ := to.Load("Warm"); *e.Request.VoiceSetting.Speed != 1.1 || e.Preview == "" {
		t.Errorf("%+v", e)
	}
}

func TestAHostileBundleIsRefused(t *testing.T) {
	f := temp(t)
	one := `{"preset": {"name": "A", "request": {}}}`
	for text, want := range map[string]string{
		``:   "not a bundle",
		`{}`: "not a bundle",
		`[]`: "not a bundle",
		`{"voicestudio_bundle": 2, "presets": []}`:                                                          "newer version",
		`{"voicestudio_bundle": 1, "presets": [{}]}`:                                                        "preset 1 of the bundle",
		`{"voicestudio_bundle": 1, "presets": [` + one + `,` + one + `]}`:                                   `another one is named "A"`,
		`{"voicestudio_bundle": 1, "presets": [` + one + `]} x`:                                             "something follows",
		`{"voicestudio_bundle": 1, "presets": [{"preset": {"request": {}}}]}`:                               "no name",
		`{"voicestudio_bundle": 1, "presets": [{"preset": {"version":2,"request":{}}}]}`:                    "newer version",
		`{"voicestudio_bundle": 1, "presets": [{"preset": {"name":"a\u001b","request":{}}}]}`:               "control characters",
		`{"voicestudio_bundle": 1, "presets": [{"preset": ` + strings.Repeat("[", 9000) + `}]}`:             "not a bundle",
		`{"voicestudio_bundle": 1, "presets": [{"preset": {"name":"A","request":{}}, "preview_mp3": "!"}]}`: "not a bundle",
	} {
		_, err := f.PlanImport([]byte(text))
		if err == nil || !strings.Contains(err.Error(), want) || strings.ContainsFunc(err.Error(), tts.Steers) {
			t.Errorf("%.80s: want %s, got %v", text, want, err)
		}
	}
	plan := mustPlan(t, f, []byte(`{"voicestudio_bundle": 1, "presets": [{"file": "../../x.json", "preset": {"name": "../../up", "request": {}}}]}`))
	if made, err := plan.Apply(false); err != nil || made[0].File != filepath.Join(f.Dir, "up.json") {
		t.Errorf("%v %v", made, err)
	}
	if _, err := Export(Entry{Preset: Preset{Name: "A"}}, Entry{Preset: Preset{Name: "A"}}); !errors.Is(err, fs.ErrExist) {
		t.Error(err)
	}
}

func FuzzImport(f *testing.F) {
	data, err := Export(Entry{Preset: firstPreset})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	folder := Folder{Dir: filepath.Join(f.TempDir(), "none")}
	f.Fuzz(func(t *testing.T, data []byte) {
		plan, err := folder.PlanImport(data)
		if err != nil {
			if strings.ContainsFunc(err.Error(), tts.Steers) {
				t.Fatalf("%q", err)
			}
			return
		}
		for _, one := range plan.Imports {
			if nameProblem(one.Name) != "" {
				t.Fatalf("%q", one.Name)
			}
		}
	})
}
