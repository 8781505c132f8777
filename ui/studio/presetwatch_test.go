package studio

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"voicestudio/presets"
	"voicestudio/tts"
)

// elsewhere changes a preset as another program does.
func (d *desk) elsewhere(name string, edit func(*presets.Preset)) {
	d.t.Helper()
	e := stored(d.t, d.own, name)
	edit(&e.Preset)
	if _, err := (presets.Folder{Dir: d.own}).Save(e.Preset); err != nil {
		d.t.Fatal(err)
	}
}

func faster(speed float64) func(*presets.Preset) {
	return func(p *presets.Preset) { p.Request.VoiceSetting.Speed = new(speed) }
}

// opens is a studio that watches, with the preset Calm open.
func opens(t *testing.T) *desk {
	t.Helper()
	d := sit(t)
	store(t, d.own, "Calm", calmBlend, nil)
	store(t, d.own, "Hero", `{"voice_setting": {"voice_id": "Wise_Woman"}}`, nil)
	d.run(d.m.Init())
	d.until("the presets are known", func() bool { return d.m.(*Model).outside.Ready() })
	d.press("ctrl+o")
	d.write("calm")
	d.awaits("▸ Calm")
	d.press("enter")
	d.shows("speed", "1.10×")
	return d
}

func TestTheHeaderTellsThatTheOpenPresetWasChangedOutside(t *testing.T) {
	t.Parallel()
	d := opens(t)
	d.goes("Effects")
	d.press("right")
	d.shows("deep", "1")
	d.elsewhere("Calm", faster(1.5))
	d.awaits("Calm changed  ")
	x, y := d.find("Calm changed")
	d.click(x+1, y)
	d.sees("━ Somebody else changed Calm ", "they changed:", "speed 1.10 → 1.50×", "you changed:")
	d.press("m")
	d.shows("speed", "1.50×")
	d.shows("deep", "1")
	d.sees("both sides' changes are here", "Calm*")
	d.misses("Calm changed")
	d.press("alt+z")
	d.shows("speed", "1.10×")
	d.sees("Calm changed")
	d.press("alt+n", "k")
	d.misses("Calm changed")
	d.shows("speed", "1.10×")
	d.press("ctrl+s", "enter")
	d.awaits("saved Calm in")
	d.misses("Somebody else")
	if speed := stored(t, d.own, "Calm").Request.VoiceSetting.Speed; tts.Or(speed, 0) != 1.1 {
		t.Errorf("saved is %v", tts.Or(speed, 0))
	}
	d.elsewhere("Calm", faster(0.8))
	d.awaits("Calm changed  ")
	d.press("alt+n", "t")
	d.shows("speed", "0.80×")
	d.sees("Calm is as it is on disk")
	if err := os.Remove(filepath.Join(d.own, "calm.json")); err != nil {
		t.Fatal(err)
	}
	d.awaits("Calm was removed  ")
	d.press("alt+n", "t")
	d.sees("no preset is open; your settings stay", "no preset ")
	d.shows("speed", "0.80×")
}

func TestTheHeaderCountsThePresetsThatOthersChangedAndNotItsOwn(t *testing.T) {
	t.Parallel()
	d := opens(t)
	d.press("alt+n")
	d.sees("nothing was changed outside this studio")
	d.goes("Effects")
	d.press("right", "ctrl+s", "enter")
	d.awaits("saved Calm in")
	d.elsewhere("Hero", faster(1.5))
	d.awaits("1 preset changed  ")
	d.elsewhere("Hero", faster(1.2))
	store(t, d.own, "New", calmBlend, nil)
	d.awaits("2 presets changed  ")
	d.misses("Calm changed")
	d.press("alt+n")
	d.awaits("━ Presets ", "New ", "▸ Hero")
	d.press("esc")
	d.misses("presets changed")
}

// Taking an import back writes as many files as the import did.
func TestWhatABundleBroughtWasNotChangedByOthers(t *testing.T) {
	t.Parallel()
	d := opens(t)
	other := t.TempDir()
	for _, name := range []string{"News", "One", "Two"} {
		store(t, other, name, wiseWoman, nil)
	}
	d.imports(bundle(t, other))
	d.awaits("imported 3 into own")
	d.press("esc", "alt+z")
	d.awaits("own is as before the import")
	d.elsewhere("Hero", faster(1.5))
	d.until("the header tells of it", func() bool { return strings.Contains(d.screen(), "changed  ") })
	d.sees("1 preset changed  ")
	d.press("alt+shift+z")
	d.awaits("imported 3 into own")
	d.elsewhere("Hero", faster(1.2))
	store(t, d.own, "New", calmBlend, nil)
	d.awaits("2 presets changed  ")
}

// bundle is a file with all presets of a folder.
func bundle(t *testing.T, dir string) string {
	t.Helper()
	all, _, _ := (presets.Folder{Dir: dir}).List()
	data, err := presets.Export(all...)
	file := filepath.Join(t.TempDir(), "some.bundle")
	if err == nil {
		err = os.WriteFile(file, data, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// imports brings a bundle of new presets into the person's own.
func (d *desk) imports(file string) {
	d.t.Helper()
	d.browse()
	d.press("alt+i")
	d.write(file)
	d.press("enter")
	d.awaits("enter imports ")
	d.press("enter")
}

func TestWhoChangedAPresetIsSaidWhereGitKnows(t *testing.T) {
	t.Parallel()
	d := opens(t)
	inGit(t, d.own, "init", "-q")
	d.elsewhere("Calm", faster(1.5))
	d.awaits("Calm changed  ")
	inGit(t, d.own, "add", ".")
	inGit(t, d.own, "commit", "-q", "-m", "Faster")
	d.elsewhere("Calm", func(*presets.Preset) {}) // as a checkout writes it
	inGit(t, d.own, "checkout", "-q", ".")
	d.elsewhere("Hero", faster(1.2))
	d.awaits("Calm changed by Anna Berg")
}
