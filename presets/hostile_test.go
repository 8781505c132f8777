package presets

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"voicestudio/tts"
)

// refused checks that the file is refused in one printable sentence, and that
// the good preset beside it is still there.
func refused(t *testing.T, f Folder, base, want string) {
	t.Helper()
	write(t, f, "good.json", `{"name": "Good", "request": {}}`)
	entries, broken, err := f.List()
	if err != nil || len(entries) != 1 || len(broken) != 1 {
		t.Fatalf("got %v %v %v", entries, broken, err)
	}
	_, fileErr := LoadFile(filepath.Join(f.Dir, base))
	if fileErr == nil {
		t.Fatal("LoadFile took it")
	}
	for _, sentence := range []string{broken[0].Error(), fileErr.Error()} {
		if !strings.Contains(sentence, want) || strings.ContainsFunc(sentence, tts.Steers) || len(sentence) > 500 {
			t.Errorf("want %s, got %q", want, sentence)
		}
	}
}

func TestHostileFilesAreRefusedInASentence(t *testing.T) {
	deep := strings.Repeat("[", 65) + strings.Repeat("]", 65)
	abyss := strings.Repeat("[", 400_000)
	for _, c := range []struct{ what, base, text, want string }{
		{"deep nesting", "x.json", `{"x": ` + deep + `, "request": {}}`, "line 1: nested deeper than 64 levels"},
		{"an abyss", "x.json", abyss, "not valid JSON"},
		{"2 MB", "x.json", strings.Repeat(" ", 2<<20), "larger than 1 MB"},
		{"a huge number", "x.json", `{"request": {"voice_setting": {"speed": 1e999}}}`, "voice_setting.speed must be a smaller number"},
		{"a huge whole number", "x.json", `{"request": {"voice_setting": {"pitch": 99999999999999999999}}}`, "voice_setting.pitch must be a whole number"},
		{"a number of many digits", "x.json", `{"version": ` + strings.Repeat("9", 9000) + `}`, "version must be a whole number"},
		{"invalid UTF-8", "x.json", "{\n\"name\": \"\xff\", \"request\": {}}", "line 2: not UTF-8 text"},
		{"UTF-16", "x.json", "\xff\xfe{\x00}\x00", "line 1: not UTF-8 text"},
		{"an escape in the name", "x.json", `{"name": "a\u001b]0;x\u0007", "request": {}}`, "line 1: the name holds control characters"},
		{"a turned name", "x.json", `{"name": "a\u202eb", "request": {}}`, "line 1: the name holds control characters"},
		{"a long name", "x.json", `{"name": "` + strings.Repeat("n", 101) + `", "request": {}}`, "longer than 100 characters"},
		{"an escape in a key", "x.json", `{"a\u001b\u202e": 1, "a\u001b\u202e": 2}`, `the key "a" stands twice`},
		{"a long key", "x.json", `{"` + strings.Repeat("k", 9000) + `": 1, "` + strings.Repeat("k", 9000) + `": 2}`, `kkk…" stands twice`},
		{"an escape where a value should be", "x.json", "{\"a\": \u202e\x1b}", "line 1: not valid JSON"},
		{"an escape in the file name", "x\x1b[31m\u202ey.json", `{"request": 7}`, "x[31my.json: line 1: request must be an object"},
		{"an escape in the file name as the name", "x\x1by.json", `{"request": {}}`, "of its file name: the name holds control characters"},
	} {
		t.Run(c.what, func(t *testing.T) {
			f := temp(t)
			write(t, f, c.base, c.text)
			refused(t, f, c.base, c.want)
		})
	}
}

func TestNestingOfSixtyFourIsFine(t *testing.T) {
	mustParse(t, `{"x": `+strings.Repeat("[", 64)+strings.Repeat("]", 64)+`, "request": {}}`)
}

func TestAFolderIsNoPreset(t *testing.T) {
	f := temp(t)
	os.MkdirAll(filepath.Join(f.Dir, "x.json"), 0o755)
	refused(t, f, "x.json", "a folder, not a regular file")
}

func TestLinksStayInsideTheFolder(t *testing.T) {
	for what, target := range map[string]string{
		"up":       "../outside.json",
		"absolute": "/etc/passwd",
		"device":   "/dev/zero",
		"nothing":  "gone.json",
		"itself":   "x.json",
	} {
		t.Run(what, func(t *testing.T) {
			f := temp(t)
			os.MkdirAll(f.Dir, 0o755)
			os.WriteFile(filepath.Join(f.Dir, "../outside.json"), []byte(`{"request": {}}`), 0o644)
			if err := os.Symlink(target, filepath.Join(f.Dir, "x.json")); err != nil {
				t.Fatal(err)
			}
			refused(t, f, "x.json", "a link, but not to a regular file inside a known folder")
		})
	}

	f := temp(t)
	write(t, f, "a.json", `{"name": "A", "request": {}}`)
	write(t, Folder{Dir: filepath.Join(f.Dir, "sub")}, "b.json", `{"name": "B", "request": {}}`)
	for link, target := range map[string]string{"alias.json": "a.json", "b.json": "sub/b.json"} {
		if err := os.Symlink(target, filepath.Join(f.Dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	if got := strings.Join(names(t, f), " "); got != "A B" {
		t.Errorf("got %q", got)
	}
	if err := os.Symlink(filepath.Join(f.Dir, "sub", "b.json"), filepath.Join(f.Dir, "c.json")); err != nil {
		t.Fatal(err)
	}
	if _, err := LoadFile(filepath.Join(f.Dir, "c.json")); err != nil {
		t.Errorf("an absolute link inside the folder: %v", err)
	}
	os.Remove(filepath.Join(f.Dir, "c.json"))
	mustSave(t, f, Preset{Name: "B", Notes: "mine"})
	if data, _ := os.ReadFile(filepath.Join(f.Dir, "sub", "b.json")); strings.Contains(string(data), "mine") {
		t.Error("saving wrote through a link")
	}
}
