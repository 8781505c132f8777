package presets

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"voicestudio/tts"
)

func lint(t *testing.T, l Linter, text string) (got []string) {
	t.Helper()
	f := temp(t)
	findings, err := l.Lint(write(t, f, "x.json", text))
	if err != nil {
		t.Fatal(err)
	}
	for _, each := range findings {
		if each.File != filepath.Join(f.Dir, "x.json") || strings.ContainsFunc(each.String(), tts.Steers) {
			t.Errorf("%q", each)
		}
		got = append(got, fmt.Sprintf("%d %s %s: %s", each.Line, each.Level, each.Field, each.Message))
	}
	return got
}

func TestLint(t *testing.T) {
	preset := func(request string) string {
		return "{\n\"version\": 1,\n\"name\": \"x\",\n\"request\": {\n\"voice_setting\": {\"voice_id\": \"Wise_Woman\"},\n" + request + "\n}\n}"
	}
	for _, c := range []struct {
		what string
		l    Linter
		text string
		want []string // each the beginning of a finding
	}{
		{"a good one", Linter{}, strings.Replace(preset(`"x_mine": 1`), "{", `{"$schema": "preset.v1.schema.json",`, 1), nil},
		{"what is no preset", Linter{}, "{\n\"request\": 7}", []string{"2 error request: request must be an object"}},
		{"out of range everywhere", Linter{}, preset("\"voice_modify\": {\n\"pitch\": 101}"), []string{"7 error voice_modify.pitch: 101 is out of range"}},
		{"what one host refuses is fine while another speaks it", Linter{}, strings.Replace(preset(`"model": "speech-2.6-hd"`), `"voice_id"`, `"emotion": "fluent", "voice_id"`, 1), nil},
		{"at that host it is not", Linter{Hosts: []tts.HostName{tts.DashScope}}, strings.Replace(preset(`"model": "speech-2.8-hd"`), `"voice_id"`, `"emotion": "fluent", "voice_id"`, 1), []string{"5 error voice_setting.emotion: DashScope has no emotion fluent"}},
		{"of two hosts the one is named", Linter{Hosts: []tts.HostName{tts.DashScope, tts.PPIO}}, preset(`"continuous_sound": true`), []string{"6 warning continuous_sound: dashscope: DashScope does not know"}},
		{"what only streaming refuses", Linter{Hosts: []tts.HostName{tts.DashScope}}, preset(`"audio_setting": {"format": "wav"}`), []string{"6 warning audio_setting.format: wav does not stream"}},
		{"another model", Linter{Hosts: []tts.HostName{tts.PPIO}, Models: []string{"speech-99"}}, preset(`"x_": 1`), []string{"4 warning model: speech-99 is not a model"}},
		{"an unknown key", Linter{}, preset("\"voice_modify\": {\n\"sped\": 101}"), []string{`7 warning voice_modify.sped: the key "sped" is not known`}},
		{"an unknown key with an escape", Linter{}, preset(`"a\u001b\u202eb": 1`), []string{`6 warning ab: the key "ab" is not known`}},
		{"the script", Linter{}, preset(`"text": "Hello"`), []string{"6 warning text: the script is no part"}},
		{"no voice", Linter{}, "{\n\"request\": {}}", []string{"2 warning request: no voice is chosen"}},
		{"an unknown voice", Linter{}, strings.Replace(preset(`"x_": 1`), "Wise_Woman", "Wise_Man", 1), []string{`5 warning voice_setting.voice_id: the voice "Wise_Man" is not in the catalogue`}},
		{"one of the account", Linter{Voices: []string{"Wise_Man"}}, strings.Replace(preset(`"x_": 1`), "Wise_Woman", "Wise_Man", 1), nil},
		{"not of the account either", Linter{Voices: []string{}}, preset("\"timbre_weights\": [{\"voice_id\": \"Wise_Woman\", \"weight\": 1},\n{\"voice_id\": \"Wise_Man\", \"weight\": 1}]"),
			[]string{"5 warning voice_setting.voice_id: a blend replaces", `7 error timbre_weights[1]: the voice "Wise_Man" is not in the catalogue and not among`}},
		{"a wrong sample", Linter{}, "{\n\"sample_text\": \"<#0.5#> a\", \"request\": {\"voice_setting\": {\"voice_id\": \"Wise_Woman\"}}}", []string{"2 error sample_text: the pause marker"}},
		{"a later version", Linter{}, "{\n\"version\": 2, \"request\": {\"odd\": 1}}", []string{"2 warning version: made by a newer version"}},
	} {
		got := lint(t, c.l, c.text)
		if len(got) != len(c.want) || slices.ContainsFunc(c.want, func(w string) bool {
			return !slices.ContainsFunc(got, func(g string) bool { return strings.HasPrefix(g, w) })
		}) {
			t.Errorf("%s: got\n%s\nwant\n%s", c.what, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

func TestTheStartersAreCleanAtEveryHost(t *testing.T) {
	var hosts []tts.HostName
	for _, h := range tts.Hosts {
		hosts = append(hosts, h.Name)
	}
	findings, err := Linter{Hosts: hosts}.Lint("starters")
	if err != nil || len(findings) > 0 {
		t.Error(findings, err)
	}
}

func TestTwoFilesOfOneNameAreFound(t *testing.T) {
	f := temp(t)
	text := `{"name": "Twin", "request": {"voice_setting": {"voice_id": "Wise_Woman"}}}`
	write(t, f, "a.json", text)
	write(t, f, "b.json", text)
	write(t, f, "README.md", text)
	findings, err := Linter{}.Lint(f.Dir)
	if err != nil || len(findings) != 1 || findings[0].Message != `"Twin" is also the name in a.json` {
		t.Error(findings, err)
	}
	if _, err := (Linter{}).Lint(filepath.Join(f.Dir, "none")); err == nil {
		t.Error("no error for a path that does not exist")
	}
}

func TestWhatEveryHostRefusesForAnotherReasonIsAnError(t *testing.T) {
	// DashScope and MiniMax do not whisper with 2.8, PPIO makes no opus.
	text := `{"request": {"model": "speech-2.8-hd", "voice_setting": {"voice_id": "Wise_Woman", "emotion": "whisper"}, "audio_setting": {"format": "opus", "sample_rate": 24000}}}`
	got := lint(t, Linter{}, text)
	if len(got) != 1 || !strings.Contains(got[0], "error") || !strings.Contains(got[0], "no host can speak it (dashscope:") || !strings.Contains(got[0], "minimax:") {
		t.Errorf("%q", got)
	}
}

func FuzzLint(f *testing.F) {
	f.Add([]byte(withUnknown))
	f.Add([]byte(`{".": 1, "[0]": 2, "request": {"": 1, "timbre_weights": [{"x": 1, "voice_id": "a", "weight": 1}], "a.b[9]": 1}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, broken := parse(data)
		if broken != nil {
			return
		}
		lines := 1 + strings.Count(string(data), "\n") + strings.Count(string(data), "\r")
		for _, each := range (Linter{}).check("x.json", stored{Entry: Entry{Preset: p}, data: data}) {
			if strings.ContainsFunc(each.String(), tts.Steers) || each.Line < 1 || each.Line > lines {
				t.Fatalf("%q", each)
			}
		}
	})
}
