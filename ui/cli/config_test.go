package cli

import (
	"encoding/json"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/creack/pty"
)

const configFile = ".config/voicestudio/config.json"

// scribe is somebody whose editor is a shell script that has the file as $1.
func (p *person) scribe(script string) *person {
	p.write("editor", "#!/bin/sh\n"+script)
	os.Chmod(p.path("editor"), 0o755)
	return p.with("EDITOR=", "VISUAL="+p.path("editor"))
}

func TestSettingsAreMadeChangedAndChecked(t *testing.T) {
	t.Parallel()
	p := newPerson(t)
	if got := p.runs("", "config", "path"); got.code != 0 || got.out != p.path(configFile)+"\n" {
		t.Errorf("%+v", got)
	}
	if got := p.runs("", "config", "check"); got.code != 0 || !strings.Contains(got.out, "need not be") {
		t.Errorf("%+v", got)
	}
	bare := newPerson(t) // of a system that sets no editor
	if got := bare.with("EDITOR=", "VISUAL=").runs("", "config"); got.code != 2 || !strings.Contains(got.err, "no editor is set; set EDITOR, as in EDITOR=nano voicestudio config, or open "+bare.path(configFile)) {
		t.Errorf("%+v", got)
	}
	if got := bare.runs("", "config", "check"); got.code != 0 || got.out != bare.path(configFile)+": nothing is wrong\n" {
		t.Errorf("the file was not made: %+v", got)
	}
	got := p.scribe(`grep -q '// "speak": \["ctrl+r"' "$1" && sed -i 's|// "host": "sandbox"|"host": "ppio"|; s|// "speak": .*|"speak": ["f5", "C-y"], // mine|' "$1"`).runs("", "config")
	if got.code != 0 || got.out != p.path(configFile)+": nothing is wrong\n" || !strings.Contains(got.err, "made "+p.path(configFile)) {
		t.Errorf("%+v", got)
	}
	got = p.runs("", "config", "show")
	for _, want := range []string{"host = ppio  (file, line ", "keys.speak = f5 ctrl+y  (file, line ", "theme = auto  (default)", "spend_cap = not set  (default)"} {
		if got.code != 0 || !strings.Contains(got.out, want) {
			t.Errorf("no %q: %+v", want, got)
		}
	}
	got = p.with("VOICESTUDIO_PRESETS=/elsewhere").runs("", "--host", "minimax", "--base-url", "https://example.com", "config", "show", "--json")
	var shown struct {
		File     string
		Settings []inForce
	}
	if err := json.Unmarshal([]byte(got.out), &shown); err != nil || shown.File != p.path(configFile) {
		t.Fatalf("%v %+v", err, got)
	}
	from := map[string]string{}
	for _, s := range shown.Settings {
		from[s.Key] = s.From + " " + s.Name
	}
	if from["host"] != "flag --host" || from["hosts.minimax.base_url"] != "flag --base-url" || from["presets"] != "environment VOICESTUDIO_PRESETS" || from["lang"] != "environment LANG" || from["keys.speak"] != "file " {
		t.Errorf("%v", from)
	}
	if got := p.runs("", "config", "show", "--commands"); !strings.Contains(got.out, "speak ") || !strings.Contains(got.out, "f5 ctrl+y") || !strings.Contains(got.out, "star-take ") {
		t.Errorf("%+v", got)
	}
	if got := p.scribe("true").runs("", "config"); got.code != 0 || !strings.Contains(got.err, "nothing was changed") {
		t.Errorf("%+v", got)
	}
	got = p.scribe(`printf '{\n"keys": {\n"speak": ["s"], "svae": ["f5"]},\n"warm": 1}' > "$1"`).runs("", "config")
	if got.code != 1 || got.out != "" || !strings.Contains(got.err, configFile+":3: error: keys.speak: \"s\" is text where") {
		t.Errorf("%+v", got)
	}
	got = p.runs("", "config", "check", "--json")
	var findings []struct {
		Line                              int
		File, Field, Level, Message, Cure string
	}
	if err := json.Unmarshal([]byte(got.out), &findings); err != nil || got.code != 1 || len(findings) != 3 || findings[1].Field != "keys.svae" || findings[1].Cure != "did you mean save?" || findings[2].Line != 4 {
		t.Errorf("%v %+v", err, got)
	}
}

// At a terminal, what is wrong can be put right at once.
func TestAWrongConfigFileIsOpenedAgain(t *testing.T) {
	t.Parallel()
	p := newPerson(t)
	p.write(configFile, "{}")
	p.scribe(`if grep -q hots "$1"; then sed -i s/hots/host/ "$1"; else echo '{"hots": "ppio"}' > "$1"; fi`)
	cmd := p.command(t.Context(), "config")
	terminal, err := pty.Start(cmd)
	if err != nil {
		t.Fatal(err)
	}
	defer terminal.Close()
	io.WriteString(terminal, "y\n")
	said, _ := io.ReadAll(terminal) // ends with EIO once the program has ended
	if err := cmd.Wait(); err != nil || !strings.Contains(string(said), "did you mean host?") || !strings.Contains(string(said), "open it again? [Y/n]") || !strings.Contains(string(said), "nothing is wrong") {
		t.Errorf("%v %s", err, said)
	}
}

func TestTheCommandLineGoesOnWithCommentsAndWrongKeys(t *testing.T) {
	t.Parallel()
	p := newPerson(t)
	p.write(configFile, "{\n// mine\n\"spend_cap\": {\"amount\": 1, \"currency\": \"USD\",}, \"keys\": {\"speak\": 5}}")
	before, _ := os.ReadFile(p.path(configFile))
	if got := p.runs("", "doctor", "--no-play"); !strings.Contains(got.out, "config.json:3: keys.speak is not a list of texts") {
		t.Errorf("%+v", got)
	}
	if after, _ := os.ReadFile(p.path(configFile)); string(after) != string(before) {
		t.Errorf("%s", after)
	}
}
