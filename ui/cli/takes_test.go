package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// takesDir is where a person's takes are.
const takesDir = ".local/share/voicestudio/takes/"

// speaks makes a take and returns its id.
func (p *person) speaks(args ...string) string {
	p.t.Helper()
	got := p.runs("", append([]string{"say", "--no-play", "--json"}, args...)...)
	id, made := got.report(p.t)["take"].(string)
	if got.code != exitDone || !made {
		p.t.Fatalf("%+v", got)
	}
	return id
}

// hears runs a program and returns all it says.
func (p *person) hears(name string, args ...string) string {
	p.t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = p.home
	out, err := cmd.CombinedOutput()
	if err != nil {
		p.t.Errorf("%s %v: %v\n%s", name, args, err, out)
	}
	return string(out)
}

func TestTheListOfTakesToTheLetter(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := author(t)
	if got := p.runs("", "takes", "list", "--json"); got.code != 0 || got.out != "[]\n" {
		t.Errorf("nobody has spoken yet: %+v", got)
	}
	first, second := p.speaks("Hello <there> & you."), p.speaks("--voice", "Wise_Woman", "今天是不是很开心呀")
	p.runs("", "takes", "note", second, "for \"Anna\"")
	var want []string
	for _, id := range []string{first, second} {
		meta, err := os.ReadFile(p.path(takesDir + id + ".json"))
		var take struct {
			Time    string
			AudioMS int `json:"audio_ms"`
		}
		if err != nil || json.Unmarshal(meta, &take) != nil || take.AudioMS == 0 {
			t.Fatalf("%v\n%s", err, meta)
		}
		characters, note := 20, ``
		if id == second {
			characters, note = 18, `for \"Anna\"`
		}
		want = append(want, fmt.Sprintf(`{"id":%q,"time":%q,"host":"sandbox","model":"speech-2.8-turbo","audio_ms":%d,"usage_characters":%d,"partial":false,"starred":false,"note":"%s","file":%q}`,
			id, take.Time, take.AudioMS, characters, note, p.path(takesDir+id+".mp3")))
	}
	// Takes of one second have no order.
	got := p.runs("", "takes", "list", "--json")
	if got.out != "["+want[1]+","+want[0]+"]\n" && got.out != "["+want[0]+","+want[1]+"]\n" {
		t.Errorf("%s\nis not\n%s", got.out, want)
	}
	if got := p.runs("", "takes", "list", "--json", "WISE", "anna"); got.out != "["+want[1]+"]\n" {
		t.Errorf("every word is found in the voice and the note: %s", got.out)
	}
	if got := p.runs("", "takes", "list", "anna"); !strings.HasSuffix(got.out, "  18  free    今天是不是很开心呀 · for \"Anna\"\n") {
		t.Errorf("the text and the note: %+v", got)
	}
	if got := p.runs("", "__complete", "takes", "show", second[:4]); !strings.HasPrefix(got.out, second[:8]+"-1\t今天") {
		t.Errorf("the shell completes ids: %+v", got)
	}
	if got := p.runs("", "takes", "list", "there"); !strings.HasPrefix(got.out, first[:8]+"-1  ") || !strings.HasSuffix(got.out, "  20  free    Hello <there> & you.\n") || strings.Count(got.out, "\n") != 1 {
		t.Errorf("the table: %+v", got)
	}
}

func TestABrokenTakeHidesNone(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := author(t)
	p.speaks("Hi.")
	p.write(takesDir+"0123456789abcdef-1.json", "{\"id\": \x1b[31m")
	got := p.runs("", "takes", "list")
	if got.code != 0 || !strings.Contains(got.out, "Hi.") || !strings.Contains(got.err, "0123456789abcdef-1.json: ") || strings.Contains(got.err, "\x1b") {
		t.Errorf("%+v", got)
	}
	if got := p.runs("", "takes", "show", "01234567"); got.code != exitMachine {
		t.Errorf("%+v", got)
	}
	if got := p.runs("", "takes", "rm", "01234567"); got.code != 0 || strings.Contains(p.runs("", "takes", "list").err, "0123456789abcdef") {
		t.Errorf("what is left of it is moved away: %+v", got)
	}
}

func TestExitCodesOfTakes(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := author(t)
	id := p.speaks("Hi.")
	if err := os.WriteFile(p.path(takesDir+strings.Repeat("ab", 32)+"-1.mp3"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args string
		code int
		says string
	}{
		{"", 0, ""},
		{"frob", 2, `there is no command "takes frob"`},
		{"show", 2, "show takes ID"},
		{"show ffffffff", 2, `there is no take "ffffffff"; voicestudio takes list shows all`},
		{"show abab", 1, "audio that no json file describes"},
		{"play ffffffff", 2, "there is no take"},
		{"export " + id, 2, "out: no file is named; give --out FILE"},
		{"export ffffffff --out x.wav", 2, "there is no take"},
		{"export " + id + " --out x.ogg", 2, "a take in mp3 becomes mp3, wav or flac, not ogg"},
		{"export " + id + " --out x.wav --format aac", 2, `there is no format "aac"`},
		{"export " + id + " --out x.mp3 --from 0.1", 2, "choose --format wav or flac"},
		{"export " + id + " --out x.wav --from soon", 2, `from: "soon" is no time`},
		{"export " + id + " --out x.wav --from 2s --to 1s", 2, "ends before it begins"},
		{"export " + id + " --out x.wav --from 1h", 2, "begin earlier"},
		{"export " + id + " --out x.wav --loudness 3", 2, "loudness: 3 LUFS is out of range"},
		{"export " + id + " --out no/such/x.wav", 1, "cannot be written"},
		{"export " + id + " --subtitles x.srt", 2, "has none"},
		{"rm ffffffff", 2, "there is no take"},
		{"rm " + id + " ffffffff", 2, "there is no take"},
		{"restore " + id, 2, "not every one of these takes is in the trash; voicestudio takes list --trash shows what is"},
		{"prune --budget lots", 2, `budget: "lots" is no size; write it as 500MB or 2GB`},
		{"prune --budget -1GB", 2, "is no size"},
		{"star ffffffff", 2, "there is no take"},
		{"note " + id, 2, "arg"},
	} {
		t.Run(c.args, func(t *testing.T) {
			got := p.runs("", append([]string{"takes"}, strings.Fields(c.args)...)...)
			if got.code != c.code || !strings.Contains(got.err, c.says) || c.code != 0 && strings.Count(got.err, "\n") != 1 {
				t.Errorf("exit %d, not %d: %s", got.code, c.code, got.err)
			}
		})
	}
	if left, _ := filepath.Glob(p.path("*x.*")); len(left) > 0 {
		t.Errorf("left over: %v", left)
	}
}

func TestADeletedTakeComesBackUntilTheTrashIsEmptied(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := author(t)
	keep, spare := p.speaks("Keep me."), p.speaks("Spare me.")
	got := p.runs("", "takes", "rm", keep[:12])
	if got.code != 0 || got.out != fmt.Sprintf("1 take is in the trash now; voicestudio takes restore %s-1 brings it back\n", keep[:8]) {
		t.Fatalf("%+v", got)
	}
	if got := p.runs("", "takes", "list", "--trash", "--json"); !strings.Contains(got.out, keep) || strings.Contains(got.out, spare) {
		t.Errorf("the trash: %+v", got)
	}
	if got := p.runs("", "takes", "restore", keep[:8]+"-1"); got.code != 0 || !strings.Contains(p.runs("", "takes", "list").out, "Keep me.") {
		t.Errorf("%+v", got)
	}
	for _, edit := range [][]string{{"star", keep, spare}, {"star", "--off", spare}, {"tag", keep, "brand", "en"}} {
		if got := p.runs("", append([]string{"takes"}, edit...)...); got.code != 0 {
			t.Errorf("%v: %+v", edit, got)
		}
	}
	if got := p.runs("", "takes", "list", "brand"); !strings.Contains(got.out, "★  Keep me.") {
		t.Errorf("found by its tag, with a star: %+v", got)
	}
	dry := p.runs("", "takes", "prune", "--budget", "0", "--dry-run", "--json").report(t)
	if gone := dry["takes"].([]any); len(gone) != 1 || gone[0].(map[string]any)["id"] != spare || dry["dry_run"] != true {
		t.Errorf("%v", dry)
	}
	p.runs("", "takes", "rm", spare)
	if got := p.runs("", "takes", "prune", "--budget", "0"); got.code != 0 || !strings.Contains(got.out, "removed 0 takes and 1 from the trash") || !strings.Contains(got.err, "exceeds the budget") {
		t.Errorf("%+v", got)
	}
	if got := p.runs("", "takes", "list"); !strings.Contains(got.out, "Keep me.") || strings.Contains(got.out, "Spare me.") {
		t.Errorf("%+v", got)
	}
	if got := p.runs("", "takes", "restore", spare); got.code != exitRequest {
		t.Errorf("it is gone: %+v", got)
	}
}

func TestATakeSaysHowItWasMadeAndPlaysFromDisk(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := author(t).with("MINIMAX_API_KEY=very-secret")
	s := p.serves()
	id := p.speaks("--host", "minimax", "--base-url", s.urls["minimax"], "--voice", "Wise_Woman", "--set", "voice_setting.speed=1.1", "--set", "audio_setting.sample_rate=24000", "Hi.")
	got := p.runs("", "takes", "show", id)
	for _, want := range []string{"voice_setting.voice_id", "= Wise_Woman\n", "= 1.10×\n", "= 24000 Hz\n", "= minimax\n", "= 3 characters\n", "= $0.0002\n", "trace_id"} {
		if !strings.Contains(got.out, want) {
			t.Errorf("%q is missing in\n%s", want, got.out)
		}
	}
	if strings.Contains(got.out, "heard") || strings.Contains(got.out, "very-secret") {
		t.Error(got.out)
	}
	if got := p.runs("", "takes", "play", id); got.code != 0 || !strings.Contains(got.err, "nothing will be heard") {
		t.Errorf("without a sound device it plays in silence: %+v", got)
	}
	report := p.runs("", "takes", "show", id, "--json").report(t)
	if report["heard"] == nil || report["file"] != p.path(takesDir+id+".mp3") || report["request"].(map[string]any)["voice_setting"].(map[string]any)["speed"] != 1.1 {
		t.Errorf("%v", report)
	}
}

func TestExportTellsHowTheTakeWasMade(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame", "ffprobe", "ffmpeg", "flac", "mpg123")
	p := author(t)
	id := p.speaks("--no-stream", "--set", "subtitle_enable=true", "First this is said. Then that is said, too!")
	for _, file := range []string{"x.mp3", "x.wav", "x.flac"} {
		if got := p.runs("", "takes", "export", id, "--out", file); got.code != 0 || got.err != "" {
			t.Fatalf("%+v", got)
		}
		tags := p.hears("ffprobe", "-v", "error", "-show_entries", "format_tags:format=duration", "-of", "json", file)
		for _, want := range []string{`"First this is said. Then that is said, too!"`, `"Graceful Lady`, "voicestudio", `\"subtitle_enable\":true`} {
			if !strings.Contains(tags, want) {
				t.Errorf("%s: no %s in\n%s", file, want, tags)
			}
		}
	}
	if said := p.hears("flac", "-t", "x.flac"); !strings.Contains(said, "ok") {
		t.Error(said)
	}
	if said := p.hears("mpg123", "-t", "x.mp3"); !strings.Contains(said, "Decoding of x.mp3 finished") {
		t.Error(said)
	}
	p.runs("", "takes", "export", id, "--bare", "--out", "bare.mp3")
	take, err := os.ReadFile(p.path(takesDir + id + ".mp3"))
	if bare, _ := os.ReadFile(p.path("bare.mp3")); err != nil || !bytes.Equal(bare, take) {
		t.Errorf("--bare is the host's to the byte: %v", err)
	}
	if got := p.runs("", "takes", "export", id, "--bare", "--out", "-"); got.out != string(take) {
		t.Error("so is standard output")
	}
	got := p.runs("", "takes", "export", id, "--out", "part.wav", "--from", "0.25", "--to", "1000ms", "--loudness", "-30", "--subtitles", "part.srt")
	if got.code != 0 {
		t.Fatalf("%+v", got)
	}
	if said := p.hears("ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", "part.wav"); strings.TrimSpace(said) != "0.750000" {
		t.Errorf("the part is %s s long", said)
	}
	if said := p.hears("ffmpeg", "-hide_banner", "-i", "part.wav", "-af", "ebur128", "-f", "null", "-"); !strings.Contains(said[strings.LastIndex(said, "Integrated"):], "-30.") && !strings.Contains(said[strings.LastIndex(said, "Integrated"):], "-29.9") {
		t.Error(said)
	}
	if srt, err := os.ReadFile(p.path("part.srt")); err != nil || !strings.HasPrefix(string(srt), "1\n00:00:00,000 --> 00:00:00,750\nFirst this is said.\n") || strings.Contains(string(srt), "Then") {
		t.Errorf("the subtitles of the part: %v\n%s", err, srt)
	}
}

func TestWhatIsDoneToTakesAsJSON(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := newPerson(t)
	id := p.speaks("Hi.")
	for _, args := range [][]string{{"play", id}, {"export", id, "--out", "x.wav"}, {"rm", id}, {"restore", id}} {
		got := p.runs("", append(append([]string{"takes"}, args...), "--json")...)
		var list []map[string]any
		if err := json.Unmarshal([]byte(got.out), &list); err != nil || len(list) != 1 || list[0]["id"] != id {
			t.Errorf("%v: exit %d, %s %s", args, got.code, got.out, got.err)
		}
	}
}
