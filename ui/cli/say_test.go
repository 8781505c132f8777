package cli

import (
	"bytes"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestExitCodesAndSentences(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	refusing := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Error(w, `{"code":"InvalidApiKey","message":"Invalid API-key provided.","request_id":"fb53"}`, http.StatusUnauthorized)
	}))
	defer refusing.Close()
	cut := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte("data:{\"output\":{\"data\":{\"audio\":\"00\",\"status\":1}}}\n\n"))
	}))
	defer cut.Close()
	closed, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	nobody := "http://" + closed.Addr().String()
	closed.Close()

	p := newPerson(t)
	p.write("broken.json", "{\n  \"version\": 1,\n  \"request\": {\"voice_setting\": {\"speed\": \"fast\"}}\n}")
	p.write("folder/x", "")
	for _, c := range []struct {
		args []string
		code int
		kind string
		says string
	}{
		{[]string{"Hi."}, 0, "", ""},
		{[]string{"--set", "voice_setting.speed=3", "Hi."}, 2, "request", "voice_setting.speed: 3 is out of range; choose a value from 0.5 to 2"},
		{[]string{"--set", "voice_setting.sped=1", "Hi."}, 2, "request", "did you mean voice_setting.speed?"},
		{[]string{"--set", "voice_setting.speed", "Hi."}, 2, "request", "has no value"},
		{[]string{"--set", `timbre_weights=[{"voice_id":"Wise_Woman","weight":101}]`, "Hi."}, 2, "request", "weight 101"},
		{[]string{"--set", `timbre_weights=[{"voice_id":"Wise_Woman","weight":0}]`, "Hi."}, 2, "request", "weight 0"},
		{[]string{"--set", "timbre_weights=[" + strings.TrimSuffix(strings.Repeat(`{"voice_id":"Wise_Woman","weight":1},`, 5), ",") + "]", "Hi."}, 2, "request", "at most 4 voices"},
		{[]string{strings.Repeat("a", 10000)}, 2, "request", "10000 characters are too many"},
		{[]string{" "}, 2, "request", "nothing to speak"},
		{[]string{"--set", "audio_setting.format=wav", "Hi."}, 0, "", ""},
		{[]string{"--host", "dashscope", "--set", "audio_setting.format=wav", "Hi."}, 2, "request", "--no-stream"},
		{[]string{"--set", "subtitle_enable=true", "Hi."}, 2, "request", "--no-stream"},
		{[]string{"--subtitles", "x.srt", "Hi."}, 2, "request", "--no-stream"},
		{[]string{"--subtitles", "x.txt", "--no-stream", "Hi."}, 2, "request", "neither .srt nor .vtt"},
		{[]string{"--subtitles", "no/such/x.srt", "--no-stream", "Hi."}, 1, "machine", "cannot be written"},
		{[]string{"--frob", "Hi."}, 2, "request", "there is no flag --frob"},
		{[]string{}, 2, "request", "say takes one text"},
		{[]string{"--host", "nowhere", "Hi."}, 2, "request", "choose one of sandbox, dashscope"},
		{[]string{"--host", "dashscope", "Hi."}, 2, "request", "DASHSCOPE_API_KEY"},
		{[]string{"--preset", "nobody", "Hi."}, 2, "request", "nobody"},
		{[]string{"--preset", "./broken.json", "Hi."}, 2, "request", "line 3"},
		{[]string{"--out", "folder", "Hi."}, 1, "machine", "folder"},
		{[]string{"--out", "no/such/place.mp3", "Hi."}, 1, "machine", "cannot be written"},
		{[]string{"--out", "-", "Hi."}, 2, "request", "--out"},
		{[]string{"--voice", "nobody", "Hi."}, 3, "refused", "the host has no such voice (2054)"},
		{[]string{"--base-url", refusing.URL, "Hi."}, 3, "refused", "the API key is not valid (InvalidApiKey); check the key in the environment [trace id fb53]"},
		{[]string{"--base-url", cut.URL, "Hi."}, 5, "stream", "cut short"},
		{[]string{"--base-url", nobody, "Hi."}, 5, "stream", "cannot be reached"},
	} {
		t.Run(strings.Join(c.args, " ")[:min(60, len(strings.Join(c.args, " ")))], func(t *testing.T) {
			got := p.runs("", append([]string{"say", "--no-play", "--json"}, c.args...)...)
			if got.code != c.code || !strings.Contains(got.err, c.says) {
				t.Errorf("exit %d, not %d: %s", got.code, c.code, got.err)
			}
			if strings.Count(got.err, "\n") > 1 && c.code == 2 {
				t.Errorf("more than one sentence:\n%s", got.err)
			}
			report := got.report(t)
			fault, _ := report["error"].(map[string]any)
			if c.kind == "" {
				if report["complete"] != true || fault != nil {
					t.Errorf("%v", report)
				}
			} else if fault["kind"] != c.kind || report["complete"] != false {
				t.Errorf("%v", report)
			}
		})
	}
	if left, _ := filepath.Glob(p.path(".voicestudio-*")); len(left) > 0 {
		t.Errorf("left over: %v", left)
	}
}

func TestTheReport(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame", "mpg123")
	p := newPerson(t)
	got := p.runs("今天是不是很开心呀\n", "say", "--no-play", "--json", "--voice", "female-shaonv", "--out", "hello.mp3", "-")
	report := got.report(t)
	audio, err := os.ReadFile(p.path("hello.mp3"))
	if err != nil || got.code != 0 {
		t.Fatal(err, got)
	}
	if report["host"] != "sandbox" || report["model"] != "speech-2.8-turbo" || report["usage_characters"] != 18.0 || report["word_count"] != 9.0 ||
		report["audio_bytes"] != float64(len(audio)) || report["chunks"].(float64) < 2 || report["first_chunk_ms"].(float64) <= 0 || report["first_sound_ms"] != nil || report["cached"] != false {
		t.Errorf("%v", report)
	}
	take, err := os.ReadFile(p.path(".local/share/voicestudio/takes/" + report["take"].(string) + ".mp3"))
	if err != nil || !bytes.Equal(take, audio) {
		t.Errorf("the take is not what was written: %v", err)
	}
	meta, _ := os.ReadFile(p.path(".local/share/voicestudio/takes/" + report["take"].(string) + ".json"))
	if !strings.Contains(string(meta), `"text": "今天是不是很开心呀"`) || strings.Contains(string(meta), `"partial": true`) {
		t.Errorf("%s", meta)
	}
	if out, err := exec.Command("mpg123", "-t", p.path("hello.mp3")).CombinedOutput(); err != nil || strings.Contains(string(out), "rror") {
		t.Errorf("%v\n%s", err, out)
	}
	direct := p.runs("", "say", "--no-play", "--voice", "female-shaonv", "--out", "-", "今天是不是很开心呀")
	if direct.out != string(audio) {
		t.Errorf("--out - wrote %d bytes, the file has %d", len(direct.out), len(audio))
	}
}

func TestSettingsComeFromPresetThenFlags(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := newPerson(t)
	got := p.runs("", "say", "--no-play", "--json", "--preset", "Warm narrator", "--voice", "Wise_Woman", "--set", "voice_setting.emotion=auto", "--set", "voice_setting.pitch=2", "Hi.")
	meta, err := os.ReadFile(p.path(".local/share/voicestudio/takes/" + got.report(t)["take"].(string) + ".json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"voice_id": "Wise_Woman"`, `"pitch": 2`, `"speed": 0.95`} {
		if !strings.Contains(string(meta), want) {
			t.Errorf("%s is missing in\n%s", want, meta)
		}
	}
	for _, gone := range []string{"timbre_weights", "emotion"} {
		if strings.Contains(string(meta), gone) {
			t.Errorf("%s should be unset in\n%s", gone, meta)
		}
	}
}

func TestInterruptedItLeavesNoFileButATake(t *testing.T) {
	t.Parallel()
	stalled := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.Copy(io.Discard, r.Body) // only then does the server notice that the caller is gone
		w.Write([]byte("data:{\"output\":{\"data\":{\"audio\":\"00\",\"status\":1}}}\n\n"))
		http.NewResponseController(w).Flush()
		<-r.Context().Done()
	}))
	defer stalled.Close()
	p := newPerson(t)
	cmd := p.command(t.Context(), "say", "--no-play", "--json", "--base-url", stalled.URL, "--out", "x.mp3", "Hi.")
	var out bytes.Buffer
	cmd.Stdout = &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	takes := func() []string {
		found, _ := filepath.Glob(p.path(".local/share/voicestudio/takes/*.mp3"))
		return found
	}
	for deadline := time.Now().Add(20 * time.Second); len(takes()) == 0 && time.Now().Before(deadline); {
		time.Sleep(10 * time.Millisecond)
	}
	time.Sleep(50 * time.Millisecond)
	cmd.Process.Signal(syscall.SIGINT)
	cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != 130 {
		t.Errorf("exit %d", code)
	}
	if report := (ran{out: out.String()}).report(t); report["error"].(map[string]any)["kind"] != "interrupted" {
		t.Errorf("%v", report)
	}
	if _, err := os.Stat(p.path("x.mp3")); err == nil {
		t.Error("a partial file appeared")
	}
	if len(takes()) != 1 {
		t.Error("what had come should stay in the take")
	}
}

func TestWithoutItsProgramsTheSandboxNamesTheirPackages(t *testing.T) {
	t.Parallel()
	p := newPerson(t).with("PATH=/nonexistent")
	got := p.runs("", "say", "--no-play", "--json", "Hi.")
	if got.code != 1 || !strings.Contains(got.err, "espeak-ng is not installed") || !strings.Contains(got.err, "apt-get install espeak-ng") {
		t.Errorf("exit %d: %s", got.code, got.err)
	}
	if got = p.runs("", "doctor"); got.code != 1 || !strings.Contains(got.out, "fault    lame") || !strings.Contains(got.err, "apt-get install espeak-ng lame") {
		t.Errorf("doctor: exit %d: %s", got.code, got.err)
	}
}

func TestDoctorNeverTellsAKey(t *testing.T) {
	t.Parallel()
	got := newPerson(t).with("DASHSCOPE_API_KEY=sk-very-secret").runs("", "doctor", "--no-play")
	if got.code != 0 || !strings.Contains(got.out, "DASHSCOPE_API_KEY is set") || !strings.Contains(got.out, "PPIO_API_KEY is not set") {
		t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
	}
	if strings.Contains(got.out+got.err, "very-secret") || got.err != "" {
		t.Errorf("%s%s", got.out, got.err)
	}
}

func TestVoices(t *testing.T) {
	t.Parallel()
	p := newPerson(t)
	if got := p.runs("", "voices"); got.code != 0 || strings.Count(got.out, "\n") != 423 || !strings.Contains(got.out, `"Santa_Claus "`) {
		t.Errorf("%d lines", strings.Count(got.out, "\n"))
	}
	if got := p.runs("", "voices", "journalist"); !strings.Contains(got.out, "seen in use") {
		t.Errorf("where the id is from is not said: %s", got.out)
	}
	voices := p.runs("", "voices", "--json", "chinese", "male").report(t)["voices"].([]any)
	if len(voices) == 0 {
		t.Fatal("none found")
	}
	for _, v := range voices {
		if v.(map[string]any)["gender"] == "female" {
			t.Errorf("%v is not male", v)
		}
	}
	if got := p.runs("", "voices", "--json", "zzz"); strings.TrimSpace(got.out) != `{"voices":[]}` {
		t.Error(got.out)
	}
}

func TestWithoutATerminalTheStudioSaysWhatToUse(t *testing.T) {
	t.Parallel()
	got := newPerson(t).runs("")
	if got.code != 2 || !strings.Contains(got.err, "the studio needs a terminal; without one, use voicestudio --plain, or voicestudio say") {
		t.Errorf("exit %d: %s", got.code, got.err)
	}
}

func TestATakeThatCannotBeKeptIsSaid(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := newPerson(t)
	p.with("XDG_DATA_HOME=" + p.write("a-file", "x"))
	if got := p.runs("", "say", "--no-play", "Hi."); got.code != 0 || !strings.Contains(got.err, "the take could not be kept, so it would be paid for again") {
		t.Errorf("%+v", got)
	}
}

func TestTheSameAgainSaysThatItIsFree(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := newPerson(t)
	p.runs("", "say", "--no-play", "Hi.")
	got := p.runs("", "say", "--no-play", "--json", "Hi.")
	if report := got.report(t); report["cached"] != true || report["usage_characters"] != 0.0 || !strings.Contains(got.err, "from disk, free; --again asks the host") {
		t.Errorf("%+v", got)
	}
	if report := p.runs("", "say", "--no-play", "--json", "--again", "Hi.").report(t); report["cached"] != false || report["usage_characters"] != 3.0 {
		t.Errorf("%v", report)
	}
	if got := p.runs("", "say", "--no-play", "--no-stream", "--subtitles", "same.srt", "--out", "./same.srt", "Hi."); got.code != 2 || !strings.Contains(got.err, "name the same file") {
		t.Errorf("%+v", got)
	}
}
