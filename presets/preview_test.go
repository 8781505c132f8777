package presets

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"voicestudio/tts"
)

func TestTheClipGoesWhereItsPresetGoes(t *testing.T) {
	f := temp(t)
	mustSave(t, f, Preset{Name: "Warm"})
	e, err := f.SetPreview("Warm", []byte("clip"))
	if err != nil || e.Preview != filepath.Join(f.Dir, "warm.mp3") {
		t.Fatalf("%+v %v", e, err)
	}
	if listed, _, _ := f.List(); listed[0].Preview != e.Preview {
		t.Errorf("%+v", listed)
	}
	copied, err := f.Copy(e, "Copy")
	if err != nil || copied.Preview != filepath.Join(f.Dir, "copy.mp3") {
		t.Errorf("%+v %v", copied, err)
	}
	if e, err = f.Rename("Warm", "Cold"); err != nil || e.Preview != filepath.Join(f.Dir, "cold.mp3") {
		t.Errorf("%+v %v", e, err)
	}
	undo, err := f.Delete("Cold")
	if got := files(t, f); err != nil || !slices.Equal(got, []string{"copy.json", "copy.mp3"}) {
		t.Errorf("%q %v", got, err)
	}
	if err := undo(); err != nil {
		t.Fatal(err)
	}
	if data, _ := os.ReadFile(e.Preview); string(data) != "clip" {
		t.Errorf("the clip came back as %q", data)
	}
	p := e.Preset
	p.Notes, p.Request.Text = "the same voice", "with another script"
	if e = mustSave(t, f, p); e.Preview == "" {
		t.Error("a note took the clip away")
	}
	p.Request = tts.Request{LanguageBoost: "English"}
	if e = mustSave(t, f, p); e.Preview != "" {
		t.Error("another voice kept the clip of the old one")
	}
	if e, err = f.SetPreview("Copy", nil); err != nil || e.Preview != "" {
		t.Errorf("%+v %v", e, err)
	}
	if _, err = f.SetPreview("Copy", make([]byte, MaxPreview+1)); err == nil {
		t.Error("a huge clip was taken")
	}
}
