package cli

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func TestAPresetsLifeOnTheCommandLine(t *testing.T) {
	t.Parallel()
	p := author(t)
	must := func(args ...string) ran {
		t.Helper()
		got := p.runs("", append([]string{"preset"}, args...)...)
		if got.code != 0 || got.err != "" {
			t.Fatalf("%v: %+v", args, got)
		}
		return got
	}
	p.write(".voicestudio/presets/old.json", strings.Replace(warm, "Warm", "Old", 1))
	must("new", "Hero", "--voice", "Wise_Woman", "--model", "MiniMax/speech-2.8-hd", "--set", "voice_setting.speed=1.1", "--set", "voice_setting.emotion=calm",
		"--notes", "Two\nlines", "--tag", "a", "--tag", "b", "--sample-text", "Hello.", "--folder", "project")
	got := must("show", "Hero").out
	for _, want := range []string{"Hero\n  Two\n  lines\n\nmodel ", "speed 1.10×\nemotion calm\n", "voice Wise Woman\n", "voices   Wise_Woman\n", "tags     a, b\n", "sample   Hello.\n", "folder   project\n", "file     " + p.path(".voicestudio/presets/hero.json") + "\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
	must("edit", "Hero", "--set", "voice_setting.emotion=", "--notes", "", "--tag", "c")
	got = must("show", "--json", "Hero").out
	if !strings.Contains(got, `"model": "speech-2.8-hd"`) || !strings.Contains(got, `"c"`) || strings.Contains(got, `"a"`) || strings.Contains(got, "calm") || strings.Contains(got, "notes") {
		t.Errorf("%s", got)
	}
	must("copy", "Hero", "Heroine")
	if got := p.runs("", "preset", "copy", "Hero"); got.code != 2 || !strings.Contains(got.err, "copy takes A B, and 1 argument was given") {
		t.Errorf("%+v", got)
	}
	must("copy", "Hero", "--folder", "own")
	if got := must("show", "own:Hero").out; !strings.HasPrefix(got, "Hero\n") {
		t.Errorf("%s", got)
	}
	must("rm", "own:Hero")
	must("rename", "Heroine", "Héroïne 英雄")
	if _, err := os.Stat(p.path(own + "héroïne-英雄.json")); err != nil {
		t.Error(err)
	}
	if got := p.runs("", "preset", "diff", "Hero", "Héroïne 英雄"); got.code != 1 || got.out != "name Hero → \"Héroïne 英雄\"\n" {
		t.Errorf("%+v", got)
	}

	if got := p.runs(must("show", "--json", "Hero").out, "preset", "new", "Twin", "--from", "-", "--notes", "n"); got.code != 0 {
		t.Errorf("%+v", got)
	}
	if got := p.runs("", "preset", "diff", "Hero", "Twin"); got.code != 1 || got.out != "name Hero → Twin\nnotes n\n" {
		t.Errorf("%+v", got)
	}
	must("rm", "Twin")

	before, _ := os.ReadFile(p.path(own + "héroïne-英雄.json"))
	got = must("rm", "Héroïne 英雄", "Old", "./.voicestudio/presets/old.json").out
	back := regexp.MustCompile(`(?m)^to have it back: voicestudio (preset import \S+ --into \S+)$`).FindAllStringSubmatch(got, -1)
	if len(back) != 2 || strings.Count(got, "removed") < 2 {
		t.Fatalf("%s", got)
	}
	if got := p.runs("", "preset", "list", "--folder", "own"); got.out != "" {
		t.Errorf("still there: %s", got.out)
	}
	for _, command := range back {
		p.runs("", strings.Fields(command[1])...)
	}
	after, _ := os.ReadFile(p.path(own + "héroïne-英雄.json"))
	if old := must("list", "old", "--folder", "project").out; string(before) != string(after) || !strings.HasPrefix(old, "Old  project") {
		t.Errorf("it came back as another one:\n%s\n%s", after, old)
	}
}

func TestTheEditorsTextIsCheckedSavedAndNeverLost(t *testing.T) {
	t.Parallel()
	p := author(t)
	file := p.write(own+"warm.json", strings.Replace(warm, `"version"`, `"x_mine": [1], "version"`, 1))
	edit := func(script string) ran {
		t.Helper()
		p.write("editor", "#!/bin/sh\n"+script)
		os.Chmod(p.path("editor"), 0o755)
		return p.with("EDITOR=", "VISUAL="+p.path("editor")+" --wait").runs("", "preset", "edit", "Warm")
	}
	if got := edit(`[ "$1" = --wait ] && sed -i 's/1\.1/1.25/' "$2"`); got.code != 0 || got.out != "saved \"Warm\": speed 1.10 → 1.25×\n" || got.err != "" {
		t.Errorf("%+v", got)
	}
	if after, _ := os.ReadFile(file); !strings.Contains(string(after), `"speed": 1.25`) || !strings.Contains(string(after), `"x_mine"`) {
		t.Errorf("%s", after)
	}
	before, _ := os.ReadFile(file)
	if got := edit("true"); got.code != 0 || !strings.Contains(got.err, "nothing was changed") {
		t.Errorf("%+v", got)
	}
	for script, c := range map[string]struct {
		code int
		says string
	}{
		`echo '{' > "$2"`:           {2, "line 1: not valid JSON: it ends in the middle"},
		`sed -i 's/1\.25/7/' "$2"`:  {2, "voice_setting.speed: 7 is out of range"},
		`echo mine >> "$2"; exit 3`: {1, "ended with a fault"},
		`sed -i 's/1\.25/1.5/' "$2"; sed -i 's/1\.25/0.75/' ` + file: {1, `"Warm" was changed on disk`},
	} {
		os.WriteFile(file, before, 0o644)
		got := edit(script)
		kept := regexp.MustCompile(`voicestudio preset edit Warm --from (\S+\.json)\n$`).FindStringSubmatch(got.err)
		if got.code != c.code || !strings.Contains(got.err, c.says) || len(kept) != 2 {
			t.Errorf("%s: %+v", script, got)
			continue
		}
		if _, err := os.Stat(kept[1]); err != nil {
			t.Error(err)
		}
		if c.says == `"Warm" was changed on disk` {
			got = p.runs("", "preset", "edit", "Warm", "--from", kept[1], "--set", "voice_setting.pitch=1")
			if got.code != 0 || got.out != "saved \"Warm\": speed 0.75 → 1.50×, pitch +1 st\n" {
				t.Errorf("%+v", got)
			}
		}
		os.RemoveAll(filepath.Dir(kept[1]))
		if after, _ := os.ReadFile(file); !strings.Contains(script, file) && string(after) != string(before) {
			t.Errorf("%s: what was refused is in the file:\n%s", script, after)
		}
	}
}
