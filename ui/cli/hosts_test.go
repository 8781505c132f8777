package cli

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"voicestudio/tts"
)

// served is `voicestudio sandbox` running, and what it printed.
type served struct {
	urls map[string]string // by host
	curl string
	said string // all of it
}

// serves starts the sandbox as a program of its own.
func (p *person) serves(args ...string) (s served) {
	t := p.t
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	cmd := p.command(ctx, append([]string{"sandbox", "--addr", "127.0.0.1:0"}, args...)...)
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cancel()
		cmd.Wait()
		if code := cmd.ProcessState.ExitCode(); code != exitDone {
			t.Errorf("the sandbox ended with %d", code)
		}
	})
	s.urls = map[string]string{}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		line := lines.Text()
		s.said += line + "\n"
		if fields := strings.Fields(line); len(fields) > 2 && strings.HasPrefix(fields[1], "http") {
			s.urls[fields[0]] = fields[1]
		}
		if strings.HasPrefix(line, "curl ") {
			s.curl = line
		}
		if strings.HasPrefix(line, "ctrl+c") {
			return s
		}
	}
	t.Fatal("the sandbox does not start")
	return s
}

func TestEveryHostIsSpokenToByTheSandboxsAddresses(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame", "curl", "mpg123")
	p := newPerson(t).with("DASHSCOPE_API_KEY=a", "PPIO_API_KEY=b", "NOVITA_API_KEY=c", "JIEKOU_API_KEY=d", "MINIMAX_API_KEY=e")
	s := p.serves()
	for _, h := range tts.Hosts {
		t.Run(string(h.Name), func(t *testing.T) {
			got := p.runs("", "say", "--no-play", "--json", "--host", string(h.Name), "--base-url", s.urls[string(h.Name)], "--out", string(h.Name)+".mp3", "Hello, "+h.Title+".")
			if report := got.report(t); got.code != 0 || report["complete"] != true || report["host"] != string(h.Name) || report["usage_characters"] == nil {
				t.Errorf("%+v", got)
			}
		})
	}
	curl := exec.Command("bash", "-c", s.curl)
	curl.Dir = p.home
	if out, err := curl.CombinedOutput(); err != nil {
		t.Fatalf("%s\n%v %s", s.curl, err, out)
	}
	if out, err := exec.Command("mpg123", "-t", p.path("voice.mp3")).CombinedOutput(); err != nil || !strings.Contains(string(out), "Decoding of voice.mp3 finished") {
		t.Errorf("curl's file: %v\n%s", err, out)
	}
	if got := p.runs("", "voices", "--account", "--host", "minimax", "--base-url", s.urls["minimax"], "sandbox_clone"); got.code != 0 || !strings.Contains(got.out, "sandbox_clone_001") {
		t.Errorf("the account's voices: %+v", got)
	}
	if got := p.runs("", "voices", "--account", "--host", "ppio", "--base-url", s.urls["ppio"]); got.code != 2 || !strings.Contains(got.err, "choose minimax") {
		t.Errorf("PPIO lists no voices: %+v", got)
	}
}

func TestWithoutOpusencOnlyOpusIsNotThere(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame", "opusenc")
	p := newPerson(t).with("MINIMAX_API_KEY=e")
	opus := func(s served) ran {
		return p.runs("", "say", "--no-play", "--json", "--host", "minimax", "--base-url", s.urls["minimax"],
			"--set", "audio_setting.format=opus", "--set", "audio_setting.sample_rate=24000", "--out", "hi.opus", "Hi.")
	}
	s := p.serves()
	got := opus(s)
	if b, _ := os.ReadFile(p.path("hi.opus")); got.code != 0 || !strings.HasPrefix(string(b), "OggS") || strings.Contains(s.said, "opus") {
		t.Errorf("%+v\n%s", got, s.said)
	}
	for _, program := range []string{"espeak-ng", "lame"} {
		path, _ := exec.LookPath(program)
		if err := os.Symlink(path, p.path(program)); err != nil {
			t.Fatal(err)
		}
	}
	p.with("PATH=" + p.home)
	s = p.serves()
	if !strings.Contains(s.said, "\nIt makes no opus: opusenc is not installed; the sandbox encodes opus with it; ") || !strings.Contains(s.said, "apt-get install opus-tools.\n") {
		t.Error(s.said)
	}
	if got := opus(s); got.code != exitRefused || !strings.Contains(got.err, "apt-get install opus-tools") {
		t.Errorf("%+v", got)
	}
	own := p.runs("", "say", "--no-play", "--json", "--set", "audio_setting.format=opus", "--set", "audio_setting.sample_rate=24000", "Hi.")
	if own.code != 1 || !strings.Contains(own.err, "opusenc is not installed") || !strings.Contains(own.out, `"kind":"machine"`) || !strings.Contains(own.out, `apt-get install opus-tools"`) {
		t.Errorf("in the program's own sandbox: %+v", own)
	}
	if got := p.runs("", "doctor"); !strings.Contains(got.out, "ok       opusenc      not installed, makes the sandbox's opus; if wanted: ") || strings.Contains(got.err, "opus") {
		t.Errorf("%+v", got)
	}
}

func TestARateLimitIsWaitedForAndGivenUp(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := newPerson(t).with("MINIMAX_API_KEY=e")
	once := p.serves("--fault", "rate_limit=1").urls["minimax"]
	got := p.runs("", "say", "--no-play", "--host", "minimax", "--base-url", once, "Hi.")
	if got.code != exitDone || !strings.Contains(got.err, "too many requests in a minute; trying again in 1 s") {
		t.Errorf("%+v", got)
	}
	patient := p.serves("--fault", "rate_limit=99,retry_after=60").urls["ppio"]
	p.with("PPIO_API_KEY=b")
	if got := p.runs("", "say", "--no-play", "--json", "--host", "ppio", "--base-url", patient, "Hi."); got.code != exitRateLimit || !strings.Contains(got.err, "RATE_LIMIT_EXCEEDED") {
		t.Errorf("%+v", got)
	}
}

func TestSubtitlesAsAFile(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := newPerson(t)
	got := p.runs("", "say", "--no-play", "--no-stream", "--subtitles", "hello.srt", "--out", "hello.mp3", "First this. Then that!")
	srt, err := os.ReadFile(p.path("hello.srt"))
	if got.code != 0 || err != nil || !strings.HasPrefix(string(srt), "1\n00:00:00,") || !strings.Contains(string(srt), "\nThen that!\n") {
		t.Errorf("%+v\n%s", got, srt)
	}
	got = p.runs("", "say", "--no-play", "--no-stream", "--set", "subtitle_type=word", "--subtitles", "hello.vtt", "First this.")
	vtt, _ := os.ReadFile(p.path("hello.vtt"))
	if got.code != 0 || !strings.HasPrefix(string(vtt), "WEBVTT\n\n00:00:00.") || !strings.Contains(string(vtt), "><") && !strings.Contains(string(vtt), "First <00:") {
		t.Errorf("%+v\n%s", got, vtt)
	}
}

func TestTheConfigFileChoosesTheHost(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := newPerson(t).with("PPIO_API_KEY=b")
	s := p.serves()
	p.write(".config/voicestudio/config.json", fmt.Sprintf(`{"host": "ppio", "hosts": {"ppio": {"base_url": %q}}, "key": "sk-1"}`, s.urls["ppio"]))
	got := p.runs("", "say", "--no-play", "--json", "Hi.")
	if report := got.report(t); got.code != 0 || report["host"] != "ppio" || !strings.Contains(got.err, "key is not read; API keys belong in the environment") || strings.Contains(got.err, "sk-1") {
		t.Errorf("%+v", got)
	}
	if got := p.runs("", "say", "--no-play", "--json", "--host", "sandbox", "Hi."); got.report(t)["host"] != "sandbox" {
		t.Errorf("the flag wins: %+v", got)
	}
	p.write(".config/voicestudio/config.json", "{\n\"host\": 1}")
	if got := p.runs("", "say", "--no-play", "Hi."); got.code != 2 || !strings.Contains(got.err, "config.json: line 2: host is not text") {
		t.Errorf("%+v", got)
	}
}
