package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

const welcome = "Welcome aboard."

// tunes runs `voicestudio tune` with a judge.
func (p *person) tunes(judge string, args ...string) ran {
	p.t.Helper()
	return p.runs("", append([]string{"tune", "--judge", judge}, args...)...)
}

// leavesNobody runs the program to its end, and looks whether all that it has started
// has ended, too: each of them holds a pipe open that it got.
func (p *person) leavesNobody(args ...string) ran {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.t.Context(), time.Minute)
	defer cancel()
	cmd := p.command(ctx, args...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	alive := p.held(cmd)
	cmd.Run()
	if alive() {
		p.t.Errorf("somebody lives on after %v", args)
	}
	return ran{cmd.ProcessState.ExitCode(), out.String(), errs.String()}
}

// held gives a program that is about to start a pipe, and returns how to wait until
// nobody has it open; true: somebody keeps it.
func (p *person) held(cmd *exec.Cmd) (alive func() bool) {
	p.t.Helper()
	mine, theirs, err := os.Pipe()
	if err != nil {
		p.t.Fatal(err)
	}
	cmd.ExtraFiles = []*os.File{theirs}
	return func() bool {
		defer mine.Close()
		theirs.Close()
		mine.SetReadDeadline(time.Now().Add(20 * time.Second))
		_, err := io.ReadAll(mine)
		return err != nil
	}
}

// likes is a judge that always answers the same.
func likes(answer string) string { return "while read -r q; do echo " + answer + "; done" }

// tuning is a file of the folder of tunings, if there is just one.
func (p *person) tuning() (text string) {
	p.t.Helper()
	files, _ := filepath.Glob(p.path(".local/share/voicestudio/tunings/*.json"))
	if len(files) != 1 {
		p.t.Fatalf("there are %d tunings", len(files))
	}
	b, err := os.ReadFile(files[0])
	if err != nil {
		p.t.Fatal(err)
	}
	return string(b)
}

// says starts a program and waits until it has said something on standard error; the
// rest can be read.
func (p *person) says(cmd *exec.Cmd, what string) io.Reader {
	p.t.Helper()
	errs, err := cmd.StderrPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		p.t.Fatal(err)
	}
	said := ""
	for part := make([]byte, 4096); !strings.Contains(said, what); {
		n, err := errs.Read(part)
		if said += string(part[:n]); err != nil {
			p.t.Fatalf("%v after %s", err, said)
		}
	}
	return errs
}

// settings are the named object of the preset that was found.
func settings(t *testing.T, r ran, group string) map[string]any {
	t.Helper()
	request, _ := r.report(t)["request"].(map[string]any)
	of, _ := request[group].(map[string]any)
	return of
}

// The judge of the README, as it stands there.
func TestTheJudgeOfTheREADMEFindsTheSlowestVoice(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	blocks := blocksOf(readmeText(t))
	at := slices.IndexFunc(blocks, func(b block) bool { return b.mark == "file longest.sh" })
	if at < 0 || strings.Count(blocks[at].text, "\n") != 3 {
		t.Fatal("the README has no judge of three lines")
	}
	p := newPerson(t)
	p.write("longest.sh", blocks[at].text)
	command := []string{"--text", welcome, "--axes", "speed", "--out-preset", "Slow"}
	got := p.tunes("sh longest.sh", append(command, "--json")...)
	end := got.report(t)
	if got.code != 0 || end["stopped"] != "done" || settings(t, got, "voice_setting")["speed"] != 0.5 || end["clips"] != end["made"] || end["sent_characters"] != 15*end["made"].(float64) {
		t.Fatalf("%+v", got)
	}
	if !strings.HasPrefix(got.out, `{"question":1,"axis":"speed","pass":1,"candidates":[{"n":1,"label":"slower, 0.66×","take":"`) {
		t.Errorf("the first question is %s", got.out)
	}
	if saved := p.read(own + "slow.json"); !strings.Contains(saved, `"speed": 0.5`) || !strings.Contains(saved, `"sample_text": "`+welcome+`"`) || strings.Contains(saved, `"text"`) {
		t.Errorf("the preset is %s", saved)
	}
	if got := p.tunes("sh longest.sh", command...); got.code != exitRequest || !strings.Contains(got.err, `there is a preset "Slow" already`) {
		t.Errorf("saved again: %+v", got)
	}
	again := p.tunes("sh longest.sh", command[:4]...)
	if lines := strings.Split(again.out, "\n"); again.code != 0 || lines[0] != "pass 1  speed      ← slower, 0.66×" || !strings.Contains(again.out, "changed: speed 0.50×\n") ||
		!strings.Contains(again.out, "clips heard, none made now; nothing is left that can be told apart") {
		t.Errorf("the same again: %+v", again)
	}
}

func TestATuningThatWasKilledGoesOn(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := newPerson(t)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	// It answers two questions, and is thinking of the third.
	cmd := p.command(ctx, "tune", "--text", welcome, "--axes", "speed, pitch,deep", "--judge", "read -r q; echo 3; read -r q; echo 1; read -r q; echo thinking >&2; read -r q")
	p.says(cmd, "judge: thinking")
	cmd.Process.Kill()
	cmd.Wait()
	if kept := p.tuning(); strings.Count(kept, `"answer"`) != 2 || strings.Count(kept, "-1\"") != 7 {
		t.Fatalf("kept is %s", kept)
	}
	if got := p.runs("", "takes", "prune", "--budget", "1B", "--json"); got.code != 0 || len(got.report(t)["takes"].([]any)) > 0 {
		t.Errorf("its takes are pruned: %+v", got)
	}
	got := p.tunes(likes("2"), "--resume", "last", "--clips", "9", "--json")
	lines := strings.Split(got.out, "\n")
	if got.code != 0 || !strings.Contains(got.err, `, of "`+welcome+`"`) || !strings.HasPrefix(lines[0], `{"question":1,"axis":"deep"`) || got.report(t)["clips"] != 9.0 || got.report(t)["made"] != 2.0 || settings(t, got, "voice_setting")["pitch"] != -7.0 {
		t.Errorf("%+v", got)
	}
	for flag, value := range map[string]string{"--axes": "speed", "--host": "minimax", "--text": "Other."} {
		if got := p.tunes(likes("2"), "--resume", "last", flag, value); got.code != exitRequest || !strings.Contains(got.err, flag+" is what the tuning that is resumed says") {
			t.Errorf("%s: %+v", flag, got)
		}
	}
	if got := p.runs("", "takes", "prune", "--budget", "1B", "--json"); got.code != 0 || len(got.report(t)["takes"].([]any)) != 9 {
		t.Errorf("the takes of one that has ended are held: %+v", got)
	}
	// Stopped by --clips it is still the last, until nothing is left to ask.
	for _, c := range []struct{ answer, says string }{{"same", "nothing is left"}, {"2", "there is no tuning to go on with"}} {
		if got := p.tunes(likes(c.answer), "--resume", "last"); !strings.Contains(got.out+got.err, c.says) {
			t.Errorf("%s: %+v", c.says, got)
		}
	}
}

// A judge goes wrong in the second question: then what the first has changed is
// saved, and the exit code says that it has failed.
func TestWhateverTheJudgeDoesTheBestSoFarIsKept(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := newPerson(t).with("PPIO_API_KEY=nobody-elses")
	for i, c := range []struct{ name, then, says string }{
		{"dies and leaves somebody behind", "sleep 600 & exit 7", "the judge has ended, with exit code 7, before all was answered"},
		{"talks nonsense twice", `read -r q; printf 'louder\033[2J\n'; read -r q; echo 4; sleep 600`, `the judge says "louder[2J", which is no answer; it has to be a number from 1 to 3, or same. It is asked once more`},
		{"closes its output", "exec >&-; sleep 600", "closed its standard input or output"},
		{"closes its input", "exec <&-; sleep 600", "closed its standard input or output"},
		{"hangs", "sleep 600 & sleep 600", "within 3s; have it write each answer out at once, without a buffer, or give it longer"},
		{"never ends its line", "read -r q; head -c 3000000 /dev/zero | tr '\\0' x; sleep 600", "the judge gave no answer twice"},
		{"talks on", "yes same", "the judge talks on without being asked"},
		{"complains of having no key", `printf 'no\033[2J key (%s)\n' "$PPIO_API_KEY" >&2; exit 1`, "voicestudio: judge: no[2J key ()"},
	} {
		name, patience := "Kept "+strconv.Itoa(i), "1m"
		if c.name == "hangs" {
			patience = "3s" // a busy machine takes a while to start it
		}
		got := p.leavesNobody("tune", "--judge", "read -r q; echo 3; "+c.then, "--text", welcome, "--axes", "speed,deep", "--judge-timeout", patience, "--out-preset", name, "--json")
		if got.code != exitMachine || !strings.Contains(got.err, c.says) || strings.Contains(got.err, "\033") || got.report(t)["stopped"] != "judge" {
			t.Errorf("a judge that %s: %+v", c.name, got)
		}
		if saved := p.read(own + "kept-" + strconv.Itoa(i) + ".json"); !strings.Contains(saved, `"speed": 1.52`) {
			t.Errorf("a judge that %s: saved is %q", c.name, saved)
		}
	}
	if got := p.tunes("nobody-of-this-name", "--text", welcome); got.code != exitMachine || !strings.Contains(got.err, "with exit code 127") || !strings.Contains(got.out, "nothing was answered") {
		t.Errorf("no such command: %+v", got)
	}
}

func TestCtrlCEndsATuningAndItsJudge(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := newPerson(t)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	cmd := p.command(ctx, "tune", "--text", welcome, "--out-preset", "So far", "--judge", "read -r q; echo 1; read -r q; echo thinking >&2; exec sleep 600")
	var out bytes.Buffer
	cmd.Stdout = &out
	alive := p.held(cmd)
	errs := p.says(cmd, "judge: thinking")
	cmd.Process.Signal(os.Interrupt)
	rest, _ := io.ReadAll(errs)
	cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != exitInterrupted || !strings.Contains(out.String(), "changed: speed 0.66×") || !strings.Contains(string(rest), "voicestudio tune --resume ") {
		t.Errorf("exit %d: %s%s", code, out.String(), rest)
	}
	if alive() {
		t.Error("the judge lives on")
	}
	if !strings.Contains(p.read(own+"so-far.json"), `"speed": 0.66`) {
		t.Error("what was found is not saved")
	}
}

// bills is a host that speaks as a sandbox does and bills more than it should, and
// after some requests refuses the key.
func (p *person) bills(times int, requests *atomic.Int32) (base string) {
	p.t.Helper()
	to, err := url.Parse(strings.TrimSuffix(p.serves().urls["minimax"], "/minimax"))
	if err != nil {
		p.t.Fatal(err)
	}
	proxy := &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(to) },
		ModifyResponse: func(r *http.Response) error {
			body, err := io.ReadAll(r.Body)
			body = regexp.MustCompile(`"usage_characters":\d+`).ReplaceAll(body, []byte(`"usage_characters":`+strconv.Itoa(times*len(welcome))))
			r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
			r.Header.Set("Content-Length", strconv.Itoa(len(body)))
			return err
		},
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if requests.Add(-1) < 0 {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		proxy.ServeHTTP(w, r)
	}))
	p.t.Cleanup(server.Close)
	return server.URL
}

func TestATuningStaysWithinThePriceThatWasAgreed(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := newPerson(t).with("MINIMAX_API_KEY=k")
	var requests atomic.Int32
	requests.Store(3)
	paid := []string{"--host", "minimax", "--base-url", p.bills(3, &requests), "--text", welcome, "--axes", "speed,pitch", "--clips", "9", "--json"}
	got := p.tunes(likes("2"), paid...)
	if got.code != exitRequest || !strings.Contains(got.err, "at most 9 to be made at MiniMax, about 135 characters, about $0.0081") || !strings.Contains(got.err, "give --yes") {
		t.Fatalf("nobody was asked: %+v", got)
	}
	got = p.tunes(likes("2"), append(paid, "--yes")...)
	end := got.report(t)
	cost, _ := json.Marshal(end["cost"])
	if got.code != 0 || end["stopped"] != "money" || end["made"] != 3.0 || end["sent_characters"] != 135.0 || !strings.HasPrefix(string(cost), `[{"amount":0.0081`) {
		t.Errorf("the host bills thrice: %+v", got)
	}
	p.write(".config/voicestudio/config.json", `{"spend_cap": {"amount": 0.005, "currency": "USD"}}`)
	got = p.tunes(likes("2"), append(paid, "--yes")...)
	if got.code != exitRequest || !strings.Contains(got.err, "spend_cap") || !strings.Contains(got.err, "or stop earlier with --clips") || strings.Contains(got.out, "question") {
		t.Errorf("beyond the cap: %+v", got)
	}
}

func TestAHostThatRefusesAClipEndsATuningWithTheBestSoFar(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := newPerson(t).with("MINIMAX_API_KEY=k")
	var requests atomic.Int32
	requests.Store(4)
	at := []string{"--base-url", p.bills(1, &requests), "--yes", "--json"}
	got := p.tunes(likes("1"), append(at, "--host", "minimax", "--text", welcome, "--axes", "speed,pitch", "--out-preset", "So far")...)
	end := got.report(t)
	if got.code != exitRefused || end["stopped"] != "error" || end["made"] != 4.0 || end["clips"] != 4.0 || end["sent_characters"] != 60.0 || !strings.Contains(p.read(own+"so-far.json"), `"speed": 0.66`) {
		t.Errorf("%+v", got)
	}
	requests.Store(9)
	got = p.tunes(likes("1"), append(at, "--resume", "last", "--clips", "5")...)
	if end := got.report(t); got.code != 0 || !strings.HasPrefix(got.out, `{"question":1,"axis":"pitch"`) || end["made"] != 1.0 || end["stopped"] != "clips" {
		t.Errorf("gone on with: %+v", got)
	}
}

func TestTheBestOfSeveralPresetsIsTunedVoiceByVoice(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := newPerson(t)
	p.write(own+"choir.json", `{"version": 1, "name": "Choir", "sample_text": "`+welcome+`", "request": {"timbre_weights": [
		{"voice_id": "Wise_Woman", "weight": 40}, {"voice_id": "Calm_Woman", "weight": 30}, {"voice_id": "Deep_Voice_Man", "weight": 20}, {"voice_id": "Imposing_Manner", "weight": 10}]}}`)
	p.write(own+"alone.json", `{"version": 1, "name": "Alone", "request": {"voice_setting": {"voice_id": "Wise_Woman"}}}`)
	choir := `while read -r q; do case $q in *'"n":1,"label":"Choir"'*) echo 1;; *'"n":2,"label":"Choir"'*) echo 2;; *) echo 1;; esac; done`
	got := p.tunes(choir, "--preset", "Alone", "--preset", "Choir", "--axes", "weights", "--clips", "6")
	if got.code != 0 || !strings.Contains(got.out, "start      ↑ Choir\npass 1  weights.1  ← less Wise Woman, 11 %\npass 1  weights.2  ← less Calm Woman, 15 %\n") {
		t.Errorf("%+v", got)
	}
}

func TestWhatCannotBeTunedIsSaid(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := newPerson(t)
	p.write(own+"mute.json", `{"version": 1, "name": "Mute", "request": {"voice_setting": {"voice_id": "Wise_Woman"}}}`)
	text := []string{"--text", welcome}
	for _, c := range []struct {
		args []string
		says string
	}{
		{text, "--judge COMMAND"},
		{[]string{"--judge", "yes"}, "give --text"},
		{[]string{"--judge", "yes", "--preset", "Mute"}, "the preset has no sample text"},
		{append(text, "--judge", "yes", "--axes", "speed,volume"), `"volume" is no axis; choose among speed, pitch`},
		{append(text, "--judge", "yes", "--axes", ""), "--axes needs a value"},
		{append(text, "--judge", "yes", "--resume", ""), "--resume needs a value"},
		{append(text, "--judge", "yes", "--axes", "weights"), "weights is not searched: there is one voice only"},
		{append(text, "--judge", "yes", "--set", "audio_setting.format=flac", "--axes", "deep"), "deep is not searched: "},
		{append(text, "--judge", "yes", "--clips", "2"), "the first question needs 3 clips"},
		{append(text, "--judge", "yes", "--clips", "0"), "there are no clips to hear"},
		{append(text, "--judge", "yes", "--judge-timeout", "0s"), "needs time"},
		{append(text, "--judge", "yes", "--host", "mars"), "mars"},
		{append(text, "--judge", "yes", "--set", "voice_setting.speed=9"), "speed"},
		{append(text, "--judge", "yes", "--out-preset", "a\nb"), "out-preset"},
		{[]string{"--judge", "yes", "--resume", "nothing"}, "there is no tuning nothing"},
	} {
		if got := p.runs("", append([]string{"tune"}, c.args...)...); got.code != exitRequest || !strings.Contains(got.err, c.says) || got.out != "" {
			t.Errorf("%v: %+v", c.args, got)
		}
	}
	if left, _ := filepath.Glob(p.path(".local/share/voicestudio/*/*")); len(left) > 0 {
		t.Errorf("something was made: %v", left)
	}
}
