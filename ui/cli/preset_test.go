package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// own is where a person's presets are.
const own = ".config/voicestudio/presets/"

// warm is a preset as somebody wrote it by hand.
const warm = `{
  "version": 1,
  "name": "Warm",
  "tags": ["narration"],
  "request": {
    "voice_setting": {"voice_id": "Wise_Woman", "speed": 1.1}
  },
  "updated": "2026-11-02T10:00:00Z"
}
`

// author is a person who works with presets. Under the race detector every
// run of the program would end with a second's sleep.
func author(t testing.TB) *person { return newPerson(t).with("GORACE=atexit_sleep_ms=0") }

func TestPresetExitCodesAndSentences(t *testing.T) {
	t.Parallel()
	p := author(t).with("VOICESTUDIO_PRESETS=", "EDITOR=", "VISUAL=")
	p.write(".config/voicestudio/config.json", `{"teams": {"team": "`+p.path("team")+`"}}`)
	p.write(own+"warm.json", warm)
	p.write(own+"both.json", strings.Replace(warm, "Warm", "Both", 1))
	p.write("team/both.json", strings.NewReplacer("Warm", "Both", "1.1", "1.2").Replace(warm))
	p.write("team/same.json", strings.Replace(warm, "Warm", "Same", 1))
	p.write(own+"same.json", strings.Replace(warm, "Warm", "Same", 1))
	p.write(own+"fixed.json", strings.Replace(warm, "Warm", "Fixed", 1))
	p.write("broken.json", "{\n  \"version\": 1,\n  \"request\": {\"voice_setting\": {\"speed\": \"fast\"}}\n}")
	p.write("unspeakable.json", strings.Replace(warm, "1.1", "9", 1))
	p.write("doubtful.json", strings.Replace(warm, `"version"`, `"colour": "red", "version"`, 1))
	p.write("colliding.json", `{"voicestudio_bundle": 1, "presets": [{"preset": `+strings.Replace(warm, "1.1", "1.3", 1)+`}]}`)
	p.write("plain/x", "")
	for _, c := range []struct {
		args      []string
		code      int
		out, says string
	}{
		{[]string{}, 0, "voicestudio preset COMMAND", ""},
		{[]string{"frob"}, 2, "", "there is no command"},
		{[]string{"list", "zzz"}, 0, "", "no preset fits"},
		{[]string{"list", "wise", "--folder", "team"}, 0, "Both  team  narration  2026-11-02", ""},
		{[]string{"show"}, 2, "", "show takes NAME"},
		{[]string{"show", "Nobody"}, 2, "", `no preset is named "Nobody"; preset list shows all`},
		{[]string{"show", "say", "--json"}, 2, "", `no preset is named "say"`},
		{[]string{"new", "Odd", "--from", "broken.json"}, 2, "", "from: line 3: "},
		{[]string{"show", "Both"}, 2, "", `"Both" means different presets: choose own:Both in ` + p.path(own+"both.json") + `, or team:Both in ` + p.path("team/both.json")},
		{[]string{"show", "Same"}, 0, "Same", ""},
		{[]string{"show", "team:Both"}, 0, "speed 1.20×", ""},
		{[]string{"show", "team/both.json"}, 0, "speed 1.20×", ""},
		{[]string{"show", "./broken.json"}, 2, "", "broken.json: line 3: "},
		{[]string{"show", "nowhere.json"}, 2, "", "nowhere.json"},
		{[]string{"lint", "team"}, 0, "", ""},
		{[]string{"lint"}, 0, "", ""},
		{[]string{"lint", "doubtful.json"}, 0, `doubtful.json:2: warning: the key "colour" is not known`, ""},
		{[]string{"lint", "broken.json", "team"}, 1, "broken.json:3: error: ", ""},
		{[]string{"lint", "unspeakable.json"}, 1, "unspeakable.json:6: error: voice_setting.speed: 9 is out of range; choose a value from 0.5 to 2", ""},
		{[]string{"lint", "--host", "dashscope", "--model", "speech-2.6-hd", "team"}, 1, "DashScope", ""},
		{[]string{"lint", "nowhere"}, 2, "", "nowhere"},
		{[]string{"lint", "--host", "nowhere", "team"}, 2, "", `there is no host "nowhere"`},
		{[]string{"lint", "--host", "ppio", "--account", "team"}, 2, "", "PPIO_API_KEY"},
		{[]string{"diff", "Warm", "./" + own + "warm.json"}, 0, "", ""},
		{[]string{"diff", "own:Both", "team:Both"}, 1, "speed 1.10 → 1.20×\n", ""},
		{[]string{"diff", "Warm", "Warm narrator"}, 1, "+ Graceful Lady 60\nWise Woman 40\nspeed 1.10 → 0.95×\n", ""},
		{[]string{"diff", "Warm", "Nobody"}, 2, "", "Nobody"},
		{[]string{"new", "Warm"}, 2, "", `another preset is named "Warm" (warm.json)`},
		{[]string{"new", "Odd", "--set", "voice_setting.sped=1"}, 2, "", "did you mean voice_setting.speed?"},
		{[]string{"new", "Odd", "--set", "voice_setting.speed=9"}, 2, "", "voice_setting.speed: 9 is out of range"},
		{[]string{"new", "Odd", "--voice", "Wise_Woman", "--host", "dashscope", "--set", "voice_setting.emotion=fluent"}, 2, "", "DashScope has no emotion fluent"},
		{[]string{"new", "Odd", "--folder", "nowhere"}, 2, "", `there is no folder "nowhere"; choose one of own, team, or a path with /`},
		{[]string{"new", "Odd", "--folder", "project"}, 2, "", "mkdir -p .voicestudio/presets"},
		{[]string{"new", "Odd", "--voice", "Wise_Woman", "--folder", "./broken.json/x"}, 1, "", "cannot create the folder"},
		{[]string{"new", ""}, 2, "", "name"},
		{[]string{"edit", "Warm"}, 2, "", "no editor is set; set VISUAL or EDITOR"},
		{[]string{"edit", "Warm", "--set", "voice_setting.speed=1.1"}, 0, "", "nothing was changed"},
		{[]string{"edit", "Warm", "--set", "voice_setting.speed=3"}, 2, "", "3 is out of range"},
		{[]string{"edit", "Warm narrator", "--notes", "x"}, 2, "", `"Warm narrator" is a starter, which stays as it is; preset copy makes one of your own`},
		{[]string{"copy", "Warm narrator", "Warm"}, 2, "", "another preset is named"},
		{[]string{"rename", "Warm", "Both"}, 2, "", "another preset is named"},
		{[]string{"rm", "Fixed", "Nobody"}, 2, "", "Nobody"},
		{[]string{"rm", "Warm narrator"}, 2, "", "is a starter"},
		{[]string{"export", "Warm"}, 2, "", "give --out FILE"},
		{[]string{"export", "Warm", "--out", "no/such/x.json"}, 1, "", "cannot be written"},
		{[]string{"import", "colliding.json"}, 1, "collides  Warm  speed 1.10 → 1.30×\nnothing was imported: ", ""},
		{[]string{"import", "colliding.json", "--dry-run"}, 1, "collides  Warm", ""},
		{[]string{"import", "colliding.json", "--dry-run", "--replace"}, 0, "this was a dry run", ""},
		{[]string{"import", "broken.json"}, 2, "", "this is not a bundle of presets"},
		{[]string{"import", "plain"}, 2, "", `"plain" is a folder; name a file in it`},
		{[]string{"import", "nowhere.json"}, 2, "", "nowhere.json"},
		{[]string{"schema"}, 0, `"$schema": "https://json-schema.org/draft/2020-12/schema"`, ""},
		{[]string{"pull", "plain"}, 2, "", "plain is not in a git checkout"},
		{[]string{"push", "nowhere"}, 2, "", `there is no folder "nowhere"`},
		{[]string{"push", "plain", "--prefer", "both"}, 2, "", "choose mine or theirs"},
		{[]string{"snippet", "Warm", "--language", "perl"}, 2, "", "choose one of curl, go, python, json"},
		{[]string{"snippet", "Warm", "--host", "nowhere"}, 2, "", "there is no host"},
	} {
		t.Run(strings.Join(c.args, " "), func(t *testing.T) {
			got := p.runs("", append([]string{"preset"}, c.args...)...)
			if got.code != c.code || !strings.Contains(got.out, c.out) || !strings.Contains(got.err, c.says) {
				t.Errorf("exit %d, not %d\n%s\n%s", got.code, c.code, got.out, got.err)
			}
			if c.says == "" && got.err != "" || c.code > 1 && (got.out != "" || strings.Count(got.err, "\n") != 1) {
				t.Errorf("more than the sentence:\n%s\n%s", got.out, got.err)
			}
		})
	}
	if after, _ := os.ReadFile(p.path(own + "warm.json")); string(after) != warm {
		t.Errorf("what was refused changed the file:\n%s", after)
	}
	if _, err := os.Stat(p.path(own + "fixed.json")); err != nil {
		t.Error("one wrong name, and yet something was removed")
	}
}

func TestWithoutGitPresetsAreListedAndPullSaysSo(t *testing.T) {
	t.Parallel()
	p := author(t).with("PATH=/nonexistent")
	p.write("team/warm.json", warm)
	if got := p.runs("", "preset", "pull", "team"); got.code != 1 || !strings.Contains(got.err, "git is not installed") {
		t.Errorf("%+v", got)
	}
	if got := p.runs("", "preset", "--presets", "team", "list", "warm", "--folder", "own"); got.code != 0 || got.out != "Warm  own  narration  2026-11-02\n" {
		t.Errorf("%+v", got)
	}
}

// sameJSON compares what was printed, which must be one JSON document.
func sameJSON(t *testing.T, got ran, code int, want string) {
	t.Helper()
	var is, should any
	if err := json.Unmarshal([]byte(got.out), &is); err != nil || got.code != code || got.err != "" {
		t.Fatalf("exit %d %v\n%s%s", got.code, err, got.out, got.err)
	}
	if err := json.Unmarshal([]byte(want), &should); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(should, is); diff != "" {
		t.Errorf("%s\n%s", diff, got.out)
	}
}

func TestTheJSONOfPresetsToTheLetter(t *testing.T) {
	t.Parallel()
	p := author(t)
	p.write(own+"warm.json", warm)
	p.write(own+"bad.json", "{\n\"version\": 1,\n\"request\": 3}")
	p.write("old.json", strings.NewReplacer("1.1", "0.9", `"tags": ["narration"],`, "").Replace(warm))
	p.write("odd.json", strings.Replace(warm, "1.1}", "9, \"sped\": 1}", 1))
	file, bad := p.path(own+"warm.json"), p.path(own+"bad.json")

	sameJSON(t, p.runs("", "preset", "list", "warm", "--folder", "own", "--json"), 0,
		`{"presets": [{"name": "Warm", "file": "`+file+`", "folder": "own", "tags": ["narration"], "updated": "2026-11-02T10:00:00Z", "committed": null}],
		  "broken": [{"file": "`+bad+`", "line": 3, "reason": "request must be an object"}]}`)
	sameJSON(t, p.runs("", "preset", "list", "#effect", "--json", "--presets", "none"), 0,
		`{"presets": [{"name": "Phone line", "file": "", "folder": "starters", "tags": ["effect", "en"], "updated": null, "committed": null}], "broken": []}`)
	sameJSON(t, p.runs("", "preset", "lint", "odd.json", "--json"), 1, `[
		{"file": "odd.json", "line": 6, "field": "voice_setting.sped", "level": "warning", "message": "the key \"sped\" is not known", "cure": "did you mean voice_setting.speed? if not, a key of your own begins with x_"},
		{"file": "odd.json", "line": 6, "field": "voice_setting.speed", "level": "error", "message": "9 is out of range", "cure": "choose a value from 0.5 to 2"}]`)
	sameJSON(t, p.runs("", "preset", "lint", file, "--json"), 0, `[]`)
	sameJSON(t, p.runs("", "preset", "diff", "Warm", "./old.json", "--json"), 1,
		`[{"field": "tags", "a": ["narration"], "b": null}, {"field": "voice_setting.speed", "a": 1.1, "b": 0.9}]`)
	sameJSON(t, p.runs("", "preset", "diff", "Warm", "own:Warm", "--json"), 0, `[]`)
	sameJSON(t, p.runs("", "preset", "show", "./old.json", "--json"), 0, strings.NewReplacer("1.1", "0.9", `"tags": ["narration"],`, "").Replace(warm))

	if got := p.runs("", "preset", "export", "Warm", "Phone line", "--out", "bundle.json"); got.code != 0 {
		t.Fatalf("%+v", got)
	}
	sameJSON(t, p.runs("", "preset", "import", "bundle.json", "--dry-run", "--json"), 0,
		`[{"name": "Warm", "outcome": "same", "changes": []}, {"name": "Phone line", "outcome": "new", "changes": []}]`)
	if got := p.runs("", "preset", "edit", "Warm", "--set", "voice_setting.speed=1.2"); got.code != 0 || got.out != "saved \"Warm\": speed 1.10 → 1.20×\n" {
		t.Errorf("%+v", got)
	}
	collision := `[{"name": "Warm", "outcome": "collides", "changes": [{"field": "voice_setting.speed", "a": 1.2, "b": 1.1}]}, {"name": "Phone line", "outcome": "new", "changes": []}]`
	sameJSON(t, p.runs("", "preset", "import", "bundle.json", "--json"), 1, collision)
	if _, err := os.Stat(p.path(own + "phone-line.json")); err == nil {
		t.Error("a collision, and yet something was imported")
	}
	sameJSON(t, p.runs("", "preset", "import", "bundle.json", "--json", "--replace"), 0, collision)
	sameJSON(t, p.runs("", "preset", "import", "bundle.json", "--json", "--into", "a/b"), 0,
		`[{"name": "Warm", "outcome": "new", "changes": []}, {"name": "Phone line", "outcome": "new", "changes": []}]`)
	if made, _ := filepath.Glob(p.path("a/b/*")); len(made) != 2 {
		t.Errorf("%q", made)
	}
	if got := p.runs("", "preset", "diff", "Warm", "a/b/warm.json"); got.code != 0 {
		t.Errorf("the bundle brought another preset: %+v", got)
	}
}

func TestHostileFilesDoNotSteerTheTerminal(t *testing.T) {
	t.Parallel()
	p := author(t)
	p.write(own+"evil.json", `{"version": 1, "name": "Evil", "notes": "a\u001b[31mred`+"\u2066"+`", "tags": ["`+"\u200f"+`x"], "sample_text": "\u0007", "request": {"voice_setting": {"voice_id": "v\u001b]0;x"}}}`)
	p.write(own+"\x1b[2J.json", "{")
	p.write(own+"name.json", `{"version": 1, "name": "Evil`+"\u202e"+`"}`)
	hidden := regexp.MustCompile(`[\x00-\x09\x0b-\x1f\x7f\x{200e}\x{200f}\x{202a}-\x{202e}\x{2066}-\x{2069}]`)
	for _, args := range [][]string{{"list"}, {"list", "--json"}, {"show", "./" + own + "evil.json"}, {"show", "--json", "./" + own + "evil.json"}, {"lint"}, {"lint", "--json"},
		{"diff", "./" + own + "evil.json", "Warm narrator"}, {"export", "./" + own + "evil.json", "--out", "x.json"}, {"import", "x.json", "--into", "there"}, {"snippet", "there/evil.json"}, {"rm", "there/evil.json"}} {
		got := p.runs("", append([]string{"preset"}, args...)...)
		if at := hidden.FindString(got.out + got.err); at != "" {
			t.Errorf("%v prints %q:\n%q", args, at, got.out+got.err)
		}
		if got.code > 1 {
			t.Errorf("%v: %+v", args, got)
		}
	}
}

func TestTheShellCompletesNamesOfPresets(t *testing.T) {
	t.Parallel()
	p := author(t)
	p.write(own+"warm.json", warm)
	for _, args := range [][]string{{"preset", "show", "W"}, {"say", "--preset", "W"}} {
		if got := p.runs("", append([]string{"__complete"}, args...)...); !strings.HasPrefix(got.out, "Warm\town\nWarm narrator\tstarters\n") {
			t.Errorf("%v: %s", args, got.out)
		}
	}
}
