package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"voicestudio/tts"
)

func TestTheConfigFile(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", dir)
	t.Setenv("HOME", dir)
	if s, err := Load(); err != nil || s.Host != "" {
		t.Fatalf("without a file: %+v %v", s, err)
	}
	file := filepath.Join(dir, "voicestudio", "config.json")
	os.MkdirAll(filepath.Dir(file), 0o700)
	write := func(text string) {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(`{"host": "minimax-cn", "hosts": {"minimax-cn": {"group_id": "19", "rpm": 10, "api_key": "sk"}, "mars": {}}, "teams": {"brand": "~/brand"}, "warm": false, "colour": 1, "spend_cap": {"amount": 1.5, "currency": "USD", "per": "day"}}`)
	s, err := Load()
	if err != nil || s.Host != tts.MiniMaxCN || s.Hosts[tts.MiniMaxCN] != (HostSettings{GroupID: "19", RPM: 10}) || s.Teams["brand"] != filepath.Join(dir, "brand") || s.Warm == nil || *s.Warm || *s.SpendCap != (tts.Money{Amount: 1.5, Currency: "USD"}) {
		t.Fatalf("%+v %v", s, err)
	}
	said := strings.Join(s.Warnings, "\n")
	for _, want := range []string{"hosts.mars means nothing", "colour means nothing", "spend_cap.per means nothing", "hosts.minimax-cn.api_key is not read; API keys belong in the environment"} {
		if !strings.Contains(said, want) {
			t.Errorf("no warning %q in\n%s", want, said)
		}
	}
	write("{\n// mine\n\"keys\": {\"speak\": \"f5\", \"quit\": [\"f12\"],},\n\"Host\": \"ppio\", \"warm\": null, \"keys.speak\": [], /* x */ \"warm\": false, \"warm\": true}")
	s, err = Load()
	if err != nil || len(s.Keys) != 1 || s.Keys["quit"][0] != "f12" || s.Lines["keys.quit"] != 3 || s.Host != "" || !*s.Warm {
		t.Fatalf("%+v %v", s, err)
	}
	said = strings.Join(s.Warnings, "\n")
	for _, want := range []string{"line 3: keys.speak is not a list of texts; write it as [", "line 4: Host means nothing to this version; did you mean host?", "line 4: keys.speak means nothing", "line 4: warm stands in line 4 already"} {
		if !strings.Contains(said, want) {
			t.Errorf("no warning %q in\n%s", want, said)
		}
	}
	write("\ufeff{\r\n\"host\": \"ppio\"}\r\n")
	if s, err := Load(); err != nil || s.Host != tts.PPIO {
		t.Errorf("with a byte order mark: %+v %v", s, err)
	}
	for text, want := range map[string]string{
		"{\"hosts\": {\"ppio\": {\"rpm\": -1}}}":           "hosts.ppio.rpm: -1 requests in a minute cannot be",
		"{\n\"host\": \"mars\"}":                           `there is no host "mars"`,
		"{\n\"hosts\": {\n\"ppio\": {\"rpm\": \"many\"}}}": "line 3: hosts.ppio.rpm is not a whole number",
		"{\n\n\"host\" \"ppio\"}":                          "line 3: a colon is missing before a quotation mark",
		`{"warm": "no"}`:                                   "warm is not true or false, without quotes",
		`{"spend_cap": 1}`:                                 "spend_cap is not a group",
		`{"spend_cap": {"amount": "1"}}`:                   "spend_cap.amount is not a number",
		`{"spend_cap": {"amount": 1, "currency": "$"}}`:    "spend_cap.currency is \"$\", which is none of its values; write one of CNY, USD",
		`{"spend_cap": {"amount": -1, "currency":"USD"}}`:  "spend_cap is no amount of money",
		`{"spend_cap": {"amount": 1}}`:                     "spend_cap is no amount of money; write it as",
		`{"theme": "pink"}`:                                `theme is "pink", which is none of its values; write one of auto, light`,
		`{"lang": "fr"}`:                                   `lang is "fr", which is none of its values; write one of en, zh`,
		`{"keys": ["speak"]}`:                              "keys is not a group",
		"{\n// all of it\n/* \"host\"":                     "line 3: a comment begins here and never ends",
		"{\n// the host\n\"host\": \"mars\",\n}":           "line 3: there is no host",
		`[]`:                                               "line 1: the settings are not in a group",
		`{"warm": 0}`:                                      "warm is not true or false, without quotes",
		`{"host": 5}`:                                      "host is not text",
		`{"hosts": "ppio"}`:                                "hosts is not a group",
		`{"teams": ["one"]}`:                               "teams is not a group",
	} {
		write(text)
		if _, err := Load(); err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), file) {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestALongLogBeginsAnew(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	write := func(text string) string {
		log, err := OpenLog()
		if err != nil {
			t.Fatal(err)
		}
		defer log.Close()
		if _, err := log.WriteString(text); err != nil {
			t.Fatal(err)
		}
		return log.Name()
	}
	name := write(strings.Repeat("x", longestLog))
	if write("y"); len(contents(t, name)) != longestLog+1 {
		t.Errorf("%d bytes", len(contents(t, name)))
	}
	if write("z"); contents(t, name) != "z" || len(contents(t, name+".1")) != longestLog+1 {
		t.Errorf("%d bytes, %d before", len(contents(t, name)), len(contents(t, name+".1")))
	}
}

func contents(t *testing.T, name string) string {
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// Everything that the first file explains can be had by taking the // away, and
// is then as it was without.
func TestTheFirstFileIsAsIfThereWereNone(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", dir)
	commands := []Command{{"speak", "Speak the script", "anywhere", []string{"ctrl+r", "f5"}}, {"voice", "Choose the voice…", "anywhere", nil}}
	file, made, err := Make(commands)
	if err != nil || !made {
		t.Fatal(err)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", info.Mode(), err)
	}
	if s, findings, err := Check(); err != nil || len(findings) > 0 || s.Host != "" || s.Keys["speak"] != nil {
		t.Errorf("%+v %v %v", s, findings, err)
	}
	text := contents(t, file)
	os.Mkdir(filepath.Join(dir, "src"), 0o700)
	var bare []string
	for _, line := range strings.Split(text, "\n") {
		if trimmed := strings.TrimSpace(line); strings.HasPrefix(trimmed, `// "`) {
			line = strings.TrimPrefix(trimmed, "// ")
		}
		bare = append(bare, strings.ReplaceAll(line, "~/src/brand-voices", dir))
	}
	os.WriteFile(file, []byte(strings.Join(bare, "\n")), 0o600)
	s, findings, err := Check()
	if err != nil || len(findings) > 0 {
		t.Fatalf("%v %v", findings, err)
	}
	for path, usual := range map[string]string{"host": string(s.Host), "theme": s.Theme, "motion": s.Motion} {
		if usual != Usual(path) || usual == "" {
			t.Errorf("%s is %q", path, usual)
		}
	}
	if len(s.Keys) != 2 || strings.Join(s.Keys["speak"], " ") != "ctrl+r f5" || len(s.Keys["voice"]) != 0 || !*s.Warm || s.ASCII || len(s.Hosts) < 5 || s.SpendCap == nil {
		t.Errorf("%+v", s)
	}
	for _, row := range all {
		if row.path != "hosts.*" && row.path != "teams.*" && row.path != "keys.*" && !strings.HasPrefix(row.path, "spend_cap.") && len(english.file.settings[row.path]) == 0 {
			t.Errorf("nothing explains %s", row.path)
		}
	}
	if _, made, err := Make(commands); made || err != nil {
		t.Errorf("made anew: %v", err)
	}
}

func TestEverythingWrongInTheConfigFileIsNamed(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", dir)
	if _, findings, err := Check(); err != nil || len(findings) > 0 {
		t.Fatalf("without a file: %v %v", findings, err)
	}
	os.MkdirAll(filepath.Join(dir, "voicestudio"), 0o700)
	os.WriteFile(filepath.Join(dir, "voicestudio", "config.json"), []byte("\ufeff"+`{
"host": "mars", "langue": "en",
"theme": "pink", "ascii": 1,
"hosts": {"dashscope": {"base_url": "https://example.com/v1", "rmp": 3},
"minimax": {"base_url": "http://example.com"}, "ppio": {"base_url": "ftp://x"},
"novita": {"base_url": "https://api.novita.ai/v1/t2a_v2", "api_token": "x"}},
"teams": {"gone": "`+dir+`/gone", "near": "voices", "file": "`+dir+`/voicestudio/config.json"},
"DASHSCOPE": "sk-123"
}`), 0o600)
	_, findings, err := Check()
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, f := range findings {
		if f.Message == "" || f.Cure == "" {
			t.Errorf("%+v", f)
		}
		said = append(said, strings.TrimPrefix(f.String(), f.File+":"))
	}
	text := strings.Join(said, "\n")
	for _, want := range []string{"1: warning: the file begins with a byte order mark", `2: error: there is no host "mars"`, "2: error: langue means nothing to this version; did you mean lang?", "3: error: theme is", "3: error: ascii is not true or false",
		"4: error: hosts.dashscope.base_url: DashScope's address ends in /api/v1", "4: error: hosts.dashscope.rmp means nothing to this version; did you mean rpm?", "5: error: hosts.minimax.base_url: the API key would leave unencrypted", "5: error: hosts.ppio.base_url: \"ftp://x\" is not an address",
		"6: error: hosts.novita.base_url: \"https://api.novita.ai/v1/t2a_v2\" has the path", "6: error: hosts.novita.api_token is not read; API keys belong", "7: error: teams.gone: there is no folder", "7: error: teams.near: the folder \"voices\" is another one", "7: error: teams.file: ", "8: error: DASHSCOPE is not read; API keys"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if len(findings) != 15 {
		t.Errorf("%d:\n%s", len(findings), text)
	}
}
