package studio

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
)

// shared is a bare repository and the checkouts of two people: the one at the
// desk, and Anna.
func shared(t *testing.T) (mine, annas string) {
	t.Helper()
	dir := t.TempDir()
	t.Setenv("HOME", dir)
	t.Setenv("XDG_CONFIG_HOME", "")
	t.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	inGit(t, dir, "init", "-q", "--bare", "-b", "main", "team.git")
	for _, who := range []string{"Ben", "Anna"} {
		inGit(t, dir, "clone", "-q", "team.git", who)
		inGit(t, filepath.Join(dir, who), "symbolic-ref", "HEAD", "refs/heads/main")
		inGit(t, filepath.Join(dir, who), "config", "user.name", who)
		inGit(t, filepath.Join(dir, who), "config", "user.email", who+"@example.com")
	}
	return filepath.Join(dir, "Ben"), filepath.Join(dir, "Anna")
}

// pushes lets Anna commit what she has and push it.
func pushes(t *testing.T, annas, message string) {
	t.Helper()
	inGit(t, annas, "add", "-A")
	inGit(t, annas, "commit", "-qm", message)
	inGit(t, annas, "push", "-q", "origin", "HEAD:main")
}

// hands counts what a person presses; words that are typed count apart, since
// nobody can spare them.
type hands struct {
	*desk
	keys, letters int
}

func (h *hands) press(names ...string) {
	h.t.Helper()
	h.keys += len(names)
	h.desk.press(names...)
}

func (h *hands) write(text string) {
	h.letters += len(text)
	h.desk.write(text)
}

func TestATeamsFolderWithoutAShell(t *testing.T) {
	mine, annas := shared(t)
	d := &hands{desk: seat{teams: map[string]string{"brand": mine}}.sit(t)}
	d.run(d.m.Init())

	for i, name := range []string{"Hero", "News", "Calm"} {
		d.press("ctrl+s")
		d.write(name)
		if i == 0 {
			d.press("tab") // the team's folder; the others stay there
		}
		d.press("enter")
		d.loses("Save the preset as")
		d.sees("voicestudio · " + name + " ")
	}
	d.press("ctrl+o")
	d.awaits("9 of 9")
	for _, name := range []string{"Calm", "Hero", "News"} {
		d.awaits("▸ " + name)
		d.press("ctrl+t")
		d.write("en " + strings.ToLower(name))
		d.press("enter")
		d.loses("Tags of")
		d.press("ctrl+e")
		d.write("For the start.")
		d.press("enter")
		d.loses("Notes on")
		d.sees("#en #"+strings.ToLower(name), "For the start.")
		d.press("down")
	}
	d.press("up", "up", "up")
	d.awaits("▸ Calm")

	d.press("alt+u")
	d.awaits("Push brand: what the others will get", "new Calm", "new Hero", "new News", "enter commits and pushes these 3")
	d.press("enter")
	d.awaits("pushed Calm, Hero, News")

	inGit(t, annas, "pull", "-q", "origin", "main")
	hero := stored(t, annas, "Hero").Preset
	hero.Request.VoiceSetting.Speed = new(1.1)
	if _, err := (presets.Folder{Dir: annas}).Save(hero); err != nil {
		t.Fatal(err)
	}
	pushes(t, annas, "presets: Hero")

	d.press("alt+p")
	d.awaits("New in brand", "▸ Anna Berg changed Hero", "speed 1.10×")
	d.press("enter")
	d.awaits("▸ Hero", "Anna Berg, today", "presets:", "enter changes one setting")

	d.press("ctrl+n")
	d.write("Lead")
	d.press("enter")
	d.loses("Rename the preset")
	d.awaits("▸ Lead")
	d.press("ctrl+x")
	d.awaits("deleted Lead")
	d.press("alt+z")
	d.awaits("Lead is back", "▸ Lead")

	d.press("ctrl+home", "space", "space", "space")
	d.sees("3 marked")
	d.press("alt+e")
	d.sees("Export 3 presets into one file", "brand-presets.json")
	d.press("ctrl+u")
	file := filepath.Join(t.TempDir(), "b.json")
	d.desk.write(file)
	d.press("enter")
	d.awaits("exported 3 presets into")

	if data, err := os.ReadFile(file); err != nil || strings.Count(string(data), `"preset":`) != 3 || !strings.Contains(string(data), `"Lead"`) {
		t.Errorf("%v\n%s", err, data)
	}
	t.Logf("%d keys and %d letters of names, tags and notes", d.keys, d.letters)
	if d.keys > 45 {
		t.Errorf("it took %d keys", d.keys)
	}
}

func TestBothChangedTheSame(t *testing.T) {
	mine, annas := shared(t)
	store(t, annas, "Hero", wiseWoman, nil)
	pushes(t, annas, "presets: Hero")
	inGit(t, mine, "pull", "-q", "origin", "main")
	store(t, annas, "Hero", strings.ReplaceAll(wiseWoman, "1.2", "1.3"), nil)
	pushes(t, annas, "presets: Hero")
	store(t, mine, "Hero", strings.ReplaceAll(wiseWoman, "1.2", "0.9"), nil)
	d := seat{teams: map[string]string{"brand": mine}}.sit(t)
	d.browse()
	d.press("alt+p")
	d.awaits("Not pulled yet", "both Hero", "▸ push yours", "╭─ Presets ─") // one box has the keys
	d.press("enter")
	d.awaits("Push brand", "changed Hero", "speed 1.20 → 0.90×")
	d.press("enter")
	d.awaits("Stopped: both sides changed the same in brand", "speed: yours 0.90×, theirs 1.30×")
	d.press("down", "down", "enter") // not now
	d.sees("everything is as it was")
	if e := stored(t, mine, "Hero"); *e.Request.VoiceSetting.Speed != 0.9 {
		t.Errorf("it was overwritten: %v", *e.Request.VoiceSetting.Speed)
	}
	d.press("alt+u", "enter") // faster than git
	d.awaits("take theirs where both changed the same")
	d.press("down", "enter")
	d.awaits("Anna Berg changed Hero")
	d.press("esc")
	d.awaits("speed 1.30×")
}

// What is pressed before the question comes answers it; where none comes, it
// does nothing else.
func TestKeysThatAreFasterThanGit(t *testing.T) {
	mine, annas := shared(t)
	store(t, annas, "Hero", wiseWoman, nil)
	pushes(t, annas, "presets: Hero")
	inGit(t, mine, "pull", "-q", "origin", "main")
	d := seat{teams: map[string]string{"brand": mine}}.sit(t)
	d.browse()
	d.press("alt+u", "enter")
	d.awaits("the others have all of brand already")
	d.sees("━ Presets ━", "no preset")
}

func TestPullingIsStoppedByEsc(t *testing.T) {
	mine, annas := shared(t)
	store(t, annas, "Hero", wiseWoman, nil)
	pushes(t, annas, "presets: Hero")
	inGit(t, mine, "config", "remote.origin.uploadpack", "sleep 60; git-upload-pack")
	d := seat{teams: map[string]string{"brand": mine}}.sit(t)
	d.browse()
	d.press("tab", "tab", "alt+p")
	d.sees(" pulling brand", "esc stop")
	d.press("alt+p")
	d.sees("pulling brand")
	d.press("esc")
	d.awaits("stopped; what was not done yet in brand is as before")
	d.sees("━ Presets ━")
}

func TestWhereNothingCanBePulledTheKeySaysWhy(t *testing.T) {
	d := sit(t)
	d.browse()
	d.press("tab", "alt+p")
	d.sees("is not in a git checkout")
	d.press("tab", "alt+u")
	d.sees("tab chooses a folder that a team shares")
	t.Setenv("PATH", "")
	d = sit(t)
	d.browse()
	d.press("tab", "alt+p")
	d.sees("git is not installed")
}

func TestABundleShowsWhatItBringsBeforeItDoes(t *testing.T) {
	d := sit(t)
	other := t.TempDir()
	for _, name := range []string{"Hero", "News", "Same"} {
		store(t, other, name, wiseWoman, nil)
	}
	all, _, _ := (presets.Folder{Dir: other}).List()
	data, err := presets.Export(all...)
	file := filepath.Join(other, "three.bundle")
	if err == nil {
		err = os.WriteFile(file, data, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	store(t, d.own, "Hero", strings.ReplaceAll(wiseWoman, "1.2", "0.9"), nil)
	store(t, d.own, "Same", wiseWoman, nil)
	d.browse()
	d.press("alt+i")
	d.write(filepath.Join(other, "thr"))
	d.press("tab")
	d.awaits("three.bundle")
	d.press("enter")
	d.awaits("differs Hero", "speed 0.90 → 1.20×", "new     News", "same    Same", "enter imports 2 into own")
	d.press("enter")
	d.sees("enter again replaces yours: Hero")
	if e := stored(t, d.own, "Hero"); *e.Request.VoiceSetting.Speed != 0.9 {
		t.Error("it was replaced before it was asked twice")
	}
	d.press("enter")
	d.awaits("imported 3 into own", "9 of 9")
	stored(t, d.own, "News")
	d.press("alt+z")
	d.awaits("own is as before the import", "8 of 8")
	if e := stored(t, d.own, "Hero"); *e.Request.VoiceSetting.Speed != 0.9 {
		t.Error("Hero is not back")
	}
	d.press("alt+i")
	d.write(filepath.Join(other, "hero.json"))
	d.press("enter")
	d.awaits("this is not a bundle")
}

func TestWhatIsWrongInAFolderLeadsToThePreset(t *testing.T) {
	d := sit(t)
	store(t, d.own, "Fine", wiseWoman, nil)
	store(t, d.own, "Odd", `{"model": "speech-2.8-turbo", "voice_setting": {"voice_id": "Wise_Woman", "speed": 9}}`, nil)
	d.browse()
	d.press("alt+l")
	d.awaits("What is wrong in own, for any host", "wrong Odd", "speed: 9 is out of range")
	d.press("enter")
	d.sees("▸ Odd")
	d.awaits("! ")         // and the card says it, too
	d.press("space", "up") // marked, and gone in a moment
	d.sees("1 marked", "▸ ✓ Odd")
	d.press("ctrl+x")
	d.awaits("deleted Odd")
	d.misses("marked")
	d.press("alt+l")
	d.awaits("nothing is wrong in own: 1 preset, for any host")
}

func TestMarkingPresetsByMouseAndSearching(t *testing.T) {
	d := sit(t)
	d.browse()
	d.press("alt+m")
	d.sees("1 marked", "✓ ")
	d.write("news")
	d.press("space") // one more letter now
	d.write("desk")
	d.sees("▸   News desk", "1 marked")
	d.send(tea.MouseWheelMsg{X: 5, Y: 5, Button: tea.MouseWheelDown})
	if got := fmt.Sprint(len(d.m.(*Model).Browser().Chosen())); got != "1" {
		t.Error(got)
	}
}
