package cli

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"voicestudio/tts"
	"voicestudio/tts/host"
	"voicestudio/ui/session"
)

// gits runs git as the person.
func (p *person) gits(args ...string) string {
	p.t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir, cmd.Env = p.home, append(p.env, "GIT_CONFIG_NOSYSTEM=1")
	out, err := cmd.CombinedOutput()
	if err != nil {
		p.t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return string(out)
}

// teammates are two people with checkouts of one bare repository, which both
// know as the team "us".
func teammates(t *testing.T) (anna, bo *person) {
	need(t, "git")
	bare := filepath.Join(t.TempDir(), "us.git")
	var both []*person
	for _, name := range []string{"Anna", "Bo"} {
		p := author(t)
		p.gits("config", "--global", "user.name", name)
		p.gits("config", "--global", "user.email", name+"@example.org")
		if len(both) == 0 {
			p.gits("init", "--quiet", "--bare", "--initial-branch=main", bare)
		}
		p.gits("clone", "--quiet", bare, "checkout")
		p.gits("-C", "checkout", "symbolic-ref", "HEAD", "refs/heads/main")
		p.write("checkout/voices/.keep", "")
		p.write(".config/voicestudio/config.json", `{"teams": {"us": "~/checkout/voices"}}`)
		both = append(both, p)
	}
	return both[0], both[1]
}

func TestATeammateHearsExactlyThisVoice(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	anna, bo := teammates(t)
	blend := `timbre_weights=[{"voice_id":"Wise_Woman","weight":60},{"voice_id":"Deep_Voice_Man","weight":40}]`
	if got := anna.runs("", "preset", "new", "Hero 英雄", "--set", blend, "--set", "voice_setting.speed=1.15", "--set", "voice_modify.pitch=-20", "--folder", "us"); got.code != 0 {
		t.Fatalf("%+v", got)
	}
	if got := anna.runs("", "preset", "list", "hero"); got.out != "Hero 英雄  us    not committed\n" {
		t.Errorf("%q", got.out)
	}
	if got := anna.runs("", "preset", "push", "checkout/voices"); got.code != 0 || got.out != "committed Hero 英雄\npushed\n" {
		t.Fatalf("%+v", got)
	}
	if got := bo.runs("", "preset", "pull", "us", "--json"); got.code != 0 {
		t.Fatalf("%+v", got)
	}
	sameJSON(t, bo.runs("", "preset", "pull", "checkout/voices", "--json"), 0, `{"committed": [], "pulled": [], "pushed": false, "skipped": [], "conflicts": [], "news": []}`)
	if got := bo.gits("-C", "checkout", "log", "--format=%an %s"); got != "Anna presets: Hero 英雄\n" {
		t.Errorf("%q", got)
	}
	if got := bo.runs("", "preset", "list", "hero"); !strings.HasPrefix(got.out, "Hero 英雄  us    Anna, 2") || strings.Contains(got.out, "since") {
		t.Errorf("%q", got.out)
	}
	take := func(p *person) (id string, audio []byte, body any) {
		got := p.runs("", "say", "--no-play", "--json", "--preset", "us:Hero 英雄", "--out", "said.mp3", "Are you happy today?")
		if got.code != 0 {
			t.Fatalf("%+v", got)
		}
		id = got.report(t)["take"].(string)
		data, _ := os.ReadFile(p.path(".local/share/voicestudio/takes/" + id + ".json"))
		var kept map[string]any
		if err := json.Unmarshal(data, &kept); err != nil {
			t.Fatal(err)
		}
		audio, _ = os.ReadFile(p.path("said.mp3"))
		return id, audio, kept["request"]
	}
	id, audio, body := take(anna)
	id2, audio2, body2 := take(bo)
	if id != id2 || len(audio) == 0 || !bytes.Equal(audio, audio2) || body == nil || cmp.Diff(body, body2) != "" {
		t.Errorf("%s and %s, %d and %d bytes\n%s", id, id2, len(audio), len(audio2), cmp.Diff(body, body2))
	}
}

func TestTwoPeopleChangeOnePreset(t *testing.T) {
	t.Parallel()
	anna, bo := teammates(t)
	anna.write("checkout/voices/warm.json", warm)
	for _, step := range []struct {
		who  *person
		args []string
		code int
		out  string
	}{
		{anna, []string{"push", "us"}, 0, "committed Warm\npushed\n"},
		{bo, []string{"pull", "us"}, 0, "pulled Warm\n"},
		{anna, []string{"edit", "Warm", "--set", "voice_setting.speed=1.2", "--notes", "Anna's"}, 0, ""},
		{bo, []string{"edit", "Warm", "--set", "voice_setting.speed=0.9", "--tag", "bo"}, 0, ""},
		{bo, []string{"list", "warm", "--folder", "us"}, 0, "Warm  us  bo  Anna, "},
		{anna, []string{"push", "us"}, 0, "committed Warm\npushed\n"},
		{bo, []string{"pull", "us"}, 1, ""},
		{bo, []string{"push", "us"}, 1, "committed Warm\nboth changed \"Warm\": speed: yours 0.90×, theirs 1.20×\nnothing was overwritten"},
		{bo, []string{"push", "us", "--prefer", "mine"}, 0, "pushed\n"},
		{bo, []string{"push", "us"}, 0, "nothing new\n"},
		{anna, []string{"pull", "us"}, 0, "pulled Warm\n"},
		{anna, []string{"list", "warm", "--folder", "us"}, 0, "Warm  us  bo  Bo, "},
	} {
		got := step.who.runs("", append([]string{"preset"}, step.args...)...)
		if got.code != step.code || !strings.Contains(got.out, step.out) || (step.code == 0 || step.out != "") && got.err != "" {
			t.Fatalf("%v: exit %d, not %d\n%s%s", step.args, got.code, step.code, got.out, got.err)
		}
	}
	got := anna.runs("", "preset", "show", "--json", "Warm").out
	if !strings.Contains(got, `"speed": 0.9`) || !strings.Contains(got, "Anna's") || !strings.Contains(got, `"bo"`) {
		t.Errorf("fields that one of them changed were not joined:\n%s", got)
	}

	anna.write("checkout/voices/broken.json", "{")
	anna.gits("-C", "checkout", "remote", "set-url", "origin", anna.path("gone.git"))
	if got := anna.runs("", "preset", "pull", "us"); got.code != exitStream || !strings.Contains(got.err, "git fetch failed: ") {
		t.Errorf("nobody there: %+v", got)
	}
}

func TestAPushThatTheRemoteRefuses(t *testing.T) {
	t.Parallel()
	anna, _ := teammates(t)
	anna.write("checkout/voices/warm.json", warm)
	anna.write("checkout/voices/broken.json", "{")
	bare := strings.TrimSpace(anna.gits("-C", "checkout", "remote", "get-url", "origin"))
	hook := filepath.Join(bare, "hooks", "pre-receive")
	if err := os.WriteFile(hook, []byte("#!/bin/sh\nexit 1\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	if got := anna.runs("", "preset", "push", "us"); got.code != exitRefused || got.out != "committed Warm\n" || !strings.Contains(got.err, "pre-receive hook declined") {
		t.Errorf("%+v", got)
	}
	os.Remove(hook)
	if got := anna.runs("", "preset", "push", "us"); got.code != 0 || got.out != "pushed\n" || !strings.Contains(got.err, "not committed: ") || !strings.Contains(got.err, "broken.json: line 1: ") {
		t.Errorf("%+v", got)
	}
}

func TestSnippetsSendWhatSayWouldSend(t *testing.T) {
	t.Parallel()
	need(t, "curl", "python3", "go")
	type call struct {
		path, key string
		body      any
	}
	arrived := make(chan call, 1)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		data, _ := io.ReadAll(r.Body)
		c := call{r.URL.Path, r.Header.Get("Authorization"), nil}
		json.Unmarshal(data, &c.body)
		arrived <- c
		io.WriteString(w, "heard")
	}))
	defer server.Close()
	p := author(t)
	file := p.write(own+"warm.json", strings.Replace(warm, `"request"`, `"sample_text": "It's <#0.5#> \"me\".", "request"`, 1))
	for name, variable := range map[string]string{"dashscope": "DASHSCOPE_API_KEY", "ppio": "PPIO_API_KEY", "minimax": "MINIMAX_API_KEY", "sandbox": session.SandboxKey} {
		r := tts.Request{Model: tts.DefaultModel, Text: `It's <#0.5#> "me".`, VoiceSetting: tts.VoiceSetting{VoiceID: "Wise_Woman", Speed: new(1.1)}}
		client, err := host.New(host.Config{Name: tts.HostName(name), BaseURL: server.URL, Key: host.NewKey("k")})
		if err != nil {
			t.Fatal(err)
		}
		_, header, body := client.Render(r, true)
		var want any
		json.Unmarshal(body, &want)
		for language, run := range map[string]string{"curl": "bash x", "python": "python3 x", "go": "cp x x.go && go run x.go", "json": `curl -sS -H "Authorization: Bearer $` + variable + `" --data-binary @x ` + server.URL} {
			got := p.runs("", "preset", "snippet", file, "--language", language, "--host", name, "--base-url", server.URL)
			if got.code != 0 || strings.Contains(got.out, "secret") || language != "json" && !strings.Contains(got.out, header["X-DashScope-SSE"]) {
				t.Fatalf("%+v", got)
			}
			p.write("x", got.out)
			cmd := exec.Command("bash", "-c", run)
			cmd.Dir, cmd.Env = p.home, append(os.Environ(), variable+"=secret", "GO111MODULE=off")
			if out, err := cmd.CombinedOutput(); err != nil || string(out) != "heard" {
				t.Fatalf("%s for %s: %v\n%s\n%s", language, name, err, out, got.out)
			}
			if is := <-arrived; is.key != "Bearer secret" || cmp.Diff(want, is.body) != "" {
				t.Errorf("%s for %s: %+v\n%s", language, name, is, cmp.Diff(want, is.body))
			}
		}
	}
	if got := p.runs("", "preset", "snippet", "Warm", "--host", "ppio"); !strings.Contains(got.out, "https://api.ppio.com/v3/minimax-speech-2.8-turbo") || !strings.Contains(got.out, "Bearer $PPIO_API_KEY") {
		t.Errorf("%+v", got)
	}
	p.write(own+"wav.json", strings.NewReplacer("Warm", "Wav", `"voice_setting"`, `"audio_setting": {"format": "wav"}, "voice_setting"`).Replace(warm))
	if got := p.runs("", "preset", "snippet", "Wav", "--host", "ppio"); got.code != 2 || !strings.Contains(got.err, "--no-stream") {
		t.Errorf("%+v", got)
	}
	if got := p.runs("", "preset", "snippet", "Wav", "--host", "ppio", "--no-stream"); got.code != 0 || strings.Contains(got.out, `"stream"`) {
		t.Errorf("%+v", got)
	}
}

func TestLintAsksTheAccountForItsVoices(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := author(t).with("MINIMAX_API_KEY=e")
	url := p.serves().urls["minimax"]
	p.write("cloned.json", strings.Replace(warm, "Wise_Woman", "sandbox_clone_001", 1))
	p.write("typo.json", strings.Replace(warm, "Wise_Woman", "sandbox_clone_01", 1))
	p.write("known.json", warm)
	account := []string{"preset", "lint", "--host", "minimax", "--base-url", url, "--host", "dashscope", "--account"}
	if got := p.runs("", append(account, "cloned.json", "known.json")...); got.code != 0 || got.out != "" {
		t.Errorf("%+v", got)
	}
	p.write(".config/voicestudio/config.json", `{"hosts": {"minimax": {"base_url": "`+url+`"}}}`)
	account = []string{"preset", "lint", "--host", "minimax", "--host", "dashscope", "--account"}
	if got := p.runs("", append(account, "cloned.json", "known.json")...); got.code != 0 || got.out != "" {
		t.Errorf("%+v", got)
	}
	if got := p.runs("", append(account, "typo.json")...); got.code != 1 || !strings.Contains(got.out, "typo.json:6: error: ") || !strings.Contains(got.out, "not among the account's voices") {
		t.Errorf("%+v", got)
	}
	if got := p.runs("", "preset", "lint", "typo.json"); got.code != 0 || !strings.Contains(got.out, "warning") {
		t.Errorf("without --account an unknown voice is doubtful: %+v", got)
	}
}

func TestAPullTellsWhoTookAFingerprintAndHowItSoundsSince(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	anna, bo := teammates(t)
	anna.write("checkout/voices/warm.json", strings.Replace(warm, `"request"`, `"sample_text": "Welcome back. Let us pick up where we left off.", "request"`, 1))
	done := func(who *person, args ...string) string {
		t.Helper()
		got := who.runs("", append([]string{"preset"}, args...)...)
		if got.code != 0 {
			t.Fatalf("%v: %+v", args, got)
		}
		return got.out
	}
	done(anna, "push", "us")
	if got := done(bo, "pull", "us"); got != "pulled Warm\nAnna added \"Warm\"\n" {
		t.Errorf("%q", got)
	}
	done(anna, "fingerprint", "Warm")
	done(anna, "push", "us")
	if got := done(bo, "pull", "us"); got != "pulled Warm\nAnna changed \"Warm\": a new fingerprint of sandbox\n" {
		t.Errorf("%q", got)
	}
	done(bo, "verify", "Warm")
	done(anna, "edit", "Warm", "--set", "voice_setting.pitch=2")
	done(anna, "fingerprint", "Warm")
	done(anna, "push", "us")
	// Bo has taken one, too, and is not asked about it.
	done(bo, "fingerprint", "Warm")
	var told struct {
		News []struct {
			By, Deed, Name string
			Fingerprints   []struct {
				Host        string
				Differences []struct{ Measure, Words string }
			}
		}
	}
	if err := json.Unmarshal([]byte(done(bo, "pull", "us", "--json")), &told); err != nil {
		t.Fatal(err)
	}
	if n := told.News; len(n) != 1 || n[0].By != "Anna" || n[0].Deed != "edited" || len(n[0].Fingerprints) != 1 || len(n[0].Fingerprints[0].Differences) == 0 ||
		n[0].Fingerprints[0].Differences[0].Measure != "f0_median_hz" || !strings.HasSuffix(n[0].Fingerprints[0].Differences[0].Words, " st higher") {
		t.Errorf("%+v", told)
	}
}
