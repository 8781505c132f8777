package presets

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"voicestudio/tts"
)

func temp(t testing.TB) Folder { return Folder{Dir: filepath.Join(t.TempDir(), "a", "presets")} }

func mustSave(t testing.TB, f Folder, p Preset) Entry {
	t.Helper()
	e, err := f.Save(p)
	if err != nil {
		t.Fatalf("saving %q: %v", p.Name, err)
	}
	return e
}

func write(t testing.TB, f Folder, base, text string) string {
	t.Helper()
	path := filepath.Join(f.Dir, base)
	if err := errors.Join(os.MkdirAll(f.Dir, 0o755), os.WriteFile(path, []byte(text), 0o644)); err != nil {
		t.Fatal(err)
	}
	return path
}

// files are the names of everything in the folder, hidden files included.
func files(t testing.TB, f Folder) (names []string) {
	t.Helper()
	list, err := os.ReadDir(f.Dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		names = append(names, e.Name())
	}
	return names
}

func names(t testing.TB, f Folder) (names []string) {
	t.Helper()
	entries, _, err := f.List()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name)
	}
	return names
}

func TestWhereThePresetsAre(t *testing.T) {
	t.Setenv("HOME", "/home/anna")
	t.Setenv("VOICESTUDIO_PRESETS", "")
	for _, c := range []struct{ own, xdg, want string }{
		{"team", "/xdg", "team"},
		{"", "/xdg", "/xdg/voicestudio/presets"},
		{"", "", "/home/anna/.config/voicestudio/presets"},
		{"", "relative", "/home/anna/.config/voicestudio/presets"},
	} {
		t.Setenv("VOICESTUDIO_PRESETS", c.own)
		t.Setenv("XDG_CONFIG_HOME", c.xdg)
		if got, err := DefaultDir(); err != nil || got != filepath.FromSlash(c.want) {
			t.Errorf("%+v: got %q, %v", c, got, err)
		}
	}
}

func TestAMissingFolderIsEmpty(t *testing.T) {
	f := temp(t)
	entries, broken, err := f.List()
	if len(entries)+len(broken) > 0 || err != nil {
		t.Errorf("got %v %v %v", entries, broken, err)
	}
	if _, err := f.Load("Warm"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat(f.Dir); err == nil {
		t.Error("looking created the folder")
	}
}

func TestSavedPresetsAreListedByName(t *testing.T) {
	f := temp(t)
	before := time.Now().Truncate(time.Second)
	for _, name := range []string{"beta", "温柔女声", "Alpha", "alpha!"} {
		mustSave(t, f, Preset{Name: name, Request: firstPreset.Request})
	}
	if got, want := names(t, f), []string{"Alpha", "alpha!", "beta", "温柔女声"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if got, want := files(t, f), []string{"alpha-2.json", "alpha.json", "beta.json", "温柔女声.json"}; !slices.Equal(got, want) {
		t.Errorf("files %q", got)
	}
	e, err := f.Load("温柔女声")
	if err != nil {
		t.Fatal(err)
	}
	want := firstPreset.Request
	want.Text = ""
	if !e.Request.Equal(want) || e.ReadOnly || e.Starter || e.File != filepath.Join(f.Dir, "温柔女声.json") || e.ModTime.IsZero() {
		t.Errorf("got %+v", e)
	}
	if e.Created.Before(before) || e.Updated != e.Created || e.Updated.Location() != time.UTC {
		t.Errorf("created %v, updated %v", e.Created, e.Updated)
	}
	if same, err := LoadFile(e.File); err != nil || same.Name != e.Name || same.File != e.File {
		t.Errorf("LoadFile: %+v, %v", same, err)
	}
}

func TestSavingAgainReplacesTheSameFile(t *testing.T) {
	f := temp(t)
	path := write(t, f, "by-hand.json", strings.Replace(withUnknown, `"heard_on"`, `"created": "2020-01-02T03:04:05Z", "heard_on"`, 1))
	os.Chmod(path, 0o600)
	e := mustSave(t, f, Preset{Name: "Warm", Request: tts.Request{Model: "speech-2.6-hd"}})
	if got := files(t, f); !slices.Equal(got, []string{"by-hand.json"}) {
		t.Errorf("files %q", got)
	}
	if e.Request.Model != "speech-2.6-hd" || e.Created.Year() != 2020 || e.Updated.Year() < 2026 {
		t.Errorf("got %+v", e)
	}
	if got := mustEncode(t, e.Preset); !strings.Contains(got, `"x_review": { "by":  "Anna", "\u0061t": 1.50 }`) {
		t.Errorf("a colleague's key is lost:\n%s", got)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("permissions changed: %v %v", info.Mode(), err)
	}
}

func TestACopyIsNewFromToday(t *testing.T) {
	f := temp(t)
	p := firstPreset
	p.Name = "A copy"
	if e := mustSave(t, f, p); !e.Created.Equal(e.Updated) {
		t.Errorf("created %v", e.Created)
	}
}

func TestABrokenFileHidesNoOther(t *testing.T) {
	f := temp(t)
	mustSave(t, f, Preset{Name: "Good"})
	bad := write(t, f, "bad-one.json", "{\n\"name\": \"Bad one\",\n\"request\": 1}")
	write(t, f, ".hidden.json", "no")
	write(t, f, "README.md", "no")
	entries, broken, err := f.List()
	if err != nil || len(entries) != 1 || len(broken) != 1 {
		t.Fatalf("got %v %v %v", entries, broken, err)
	}
	if want := (Broken{File: bad, Line: 3, Field: "request", Reason: "request must be an object"}); broken[0] != want {
		t.Errorf("got %+v", broken[0])
	}
	if _, err := f.Load("Bad one"); err == nil || !strings.Contains(err.Error(), "line 3: request must be an object") {
		t.Errorf("asked by its name: %v", err)
	}
	mustSave(t, f, Preset{Name: "Bad one"})
	if data, _ := os.ReadFile(bad); !strings.Contains(string(data), `"request": 1`) {
		t.Error("saving overwrote a file that could not be read")
	}
}

func TestAFileWithoutANameBearsItsFileName(t *testing.T) {
	f := temp(t)
	write(t, f, "Sepp's voice.json", `{"request": {}}`)
	if got := names(t, f); !slices.Equal(got, []string{"Sepp's voice"}) {
		t.Errorf("got %q", got)
	}
}

func TestTwoFilesOfOneNameAreNotGuessedBetween(t *testing.T) {
	f := temp(t)
	write(t, f, "a.json", `{"name": "Twin", "request": {}}`)
	write(t, f, "b.json", `{"name": "Twin", "request": {"model": "m"}}`)
	_, loadErr := f.Load("Twin")
	_, saveErr := f.Save(Preset{Name: "Twin"})
	_, deleteErr := f.Delete("Twin")
	for _, err := range []error{loadErr, saveErr, deleteErr} {
		if err == nil || !strings.Contains(err.Error(), "a.json, b.json") {
			t.Errorf("got %v", err)
		}
	}
}

func TestNamesThatAreRefused(t *testing.T) {
	f := temp(t)
	mustSave(t, f, Preset{Name: "Fine"})
	for _, name := range []string{"", "  ", strings.Repeat("声", MaxName+1), "a\nb", "a\x1b[31m", "a\u202eb", "a\xff"} {
		if _, err := f.Save(Preset{Name: name}); !errors.Is(err, fs.ErrInvalid) {
			t.Errorf("save %q: %v", name, err)
		}
		if _, err := f.Rename("Fine", name); !errors.Is(err, fs.ErrInvalid) {
			t.Errorf("rename to %q: %v", name, err)
		}
	}
	mustSave(t, f, Preset{Name: strings.Repeat("声", MaxName)})
	mustSave(t, f, Preset{Name: "../../up"})
	if got, want := len(files(t, f)), 3; got != want {
		t.Errorf("%d files, want %d", got, want)
	}
}

func TestRename(t *testing.T) {
	f := temp(t)
	write(t, f, "warm.json", withUnknown)
	mustSave(t, f, Preset{Name: "Other"})
	if _, err := f.Rename("Warm", "Other"); !errors.Is(err, fs.ErrExist) {
		t.Errorf("onto another preset: %v", err)
	}
	if _, err := f.Rename("Nobody", "x"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("of nothing: %v", err)
	}
	e, err := f.Rename("Warm", "Warm!")
	if err != nil || filepath.Base(e.File) != "warm.json" {
		t.Fatalf("the same slug: %v %v", e.File, err)
	}
	if e, err = f.Rename("Warm!", "other?"); err != nil || filepath.Base(e.File) != "other-2.json" {
		t.Fatalf("a taken slug: %v %v", e.File, err)
	}
	if got, want := files(t, f), []string{"other-2.json", "other.json"}; !slices.Equal(got, want) {
		t.Errorf("files %q", got)
	}
	if !strings.Contains(mustEncode(t, e.Preset), "x_review") || !e.Request.Equal(mustParse(t, withUnknown).Request) {
		t.Error("the preset itself changed")
	}
}

func TestDeleteCanBeUndone(t *testing.T) {
	f := temp(t)
	path := write(t, f, "warm.json", "\uFEFF"+withUnknown)
	undo, err := f.Delete("Warm")
	if err != nil || len(files(t, f)) != 0 {
		t.Fatalf("%v, left %q", err, files(t, f))
	}
	if err := undo(); err != nil {
		t.Fatal(err)
	}
	if data, _ := os.ReadFile(path); string(data) != "\uFEFF"+withUnknown {
		t.Errorf("other bytes came back: %q", data)
	}
	if undo, err = f.Delete("Warm"); err != nil {
		t.Fatal(err)
	}
	mustSave(t, f, Preset{Name: "Warm", Notes: "newer"})
	if err := undo(); !errors.Is(err, fs.ErrExist) {
		t.Errorf("undo over a newer preset: %v", err)
	}
	if e, err := f.Load("Warm"); err != nil || e.Notes != "newer" {
		t.Errorf("got %+v %v", e, err)
	}
}

func TestAReadOnlyFileIsLeftAlone(t *testing.T) {
	f := temp(t)
	path := mustSave(t, f, Preset{Name: "Locked"}).File
	os.Chmod(path, 0o444)
	if e, err := f.Load("Locked"); err != nil || !e.ReadOnly {
		t.Errorf("got %+v, %v", e, err)
	}
	_, saveErr := f.Save(Preset{Name: "Locked"})
	_, renameErr := f.Rename("Locked", "x")
	_, deleteErr := f.Delete("Locked")
	for _, err := range []error{saveErr, renameErr, deleteErr} {
		if !errors.Is(err, fs.ErrPermission) {
			t.Errorf("got %v", err)
		}
	}
}

func TestWhatCouldNotBeReadBackIsNotWritten(t *testing.T) {
	f := temp(t)
	mustSave(t, f, Preset{Name: "Warm", Notes: "old"})
	if _, err := f.Save(Preset{Name: "Warm", Notes: strings.Repeat("n", MaxFile)}); err == nil || !strings.Contains(err.Error(), "larger than 1 MB") {
		t.Errorf("got %v", err)
	}
	if e, err := f.Load("Warm"); err != nil || e.Notes != "old" {
		t.Errorf("got %+v %v", e.Notes, err)
	}
}

func BenchmarkListTenThousand(b *testing.B) {
	f := temp(b)
	data := mustEncode(b, firstPreset)
	for i := range 10000 {
		name := strings.Repeat("x", i%7) + string(rune('a'+i%26)) + "-" + time.Duration(i).String()
		write(b, f, Slug(name)+"-"+time.Duration(i).String()+".json", strings.Replace(data, "Wärme & 温柔 <1>", name, 1))
	}
	for b.Loop() {
		if entries, broken, err := f.List(); len(entries) != 10000 || len(broken) != 0 || err != nil {
			b.Fatal(len(entries), broken, err)
		}
	}
}
