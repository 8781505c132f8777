package cli

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"voicestudio/presets/audition"
)

const auditionsDir = ".local/share/voicestudio/auditions/"

// auditions is where a person's are, as another program sees them.
func (p *person) auditions() audition.Folder { return audition.Folder{Dir: p.path(auditionsDir)} }

// candidates are those of `audition new --json` and show: their labels and which
// of them have a take.
func (r ran) candidates(t testing.TB) (labels []string, made int) {
	t.Helper()
	for i, each := range r.report(t)["candidates"].([]any) {
		c := each.(map[string]any)
		labels = append(labels, c["label"].(string))
		if len(c) != 5 || c["n"] != float64(i+1) {
			t.Errorf("%v", c)
		}
		if c["take"] != nil {
			made++
		}
	}
	return labels, made
}

func TestEverybodySpeaksTheSameLine(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := author(t)
	s, asked := p.servesWithLog()
	at := []string{"--base-url", s.urls["sandbox"], "--text", "Hello there, how are you?"}
	take := p.speaks(append([]string{"--voice", "Calm_Woman", "Hello there, how are you?"}, at[:2]...)...)
	args := append([]string{"audition", "new", "Onboarding / 1", "--take", take[:12], "--voice", "Wise_Woman", "--set", "voice_setting.speed=0.9,", "--ladder", `Wise_Woman,"Chinese (Mandarin)_News_Anchor",3`,
		"--preset", "Storyteller", "--set", "voice_setting.pitch=2", "--json"}, at...)
	got := p.runs("", args...)
	labels, made := got.candidates(t)
	want := []string{"take " + take[:8] + "-1", "Wise Woman, speed 0.90×, pitch +2 st", "Wise Woman, pitch +2 st",
		"Wise Woman 100 / 0 新闻女声", "Wise Woman 50 / 50 新闻女声", "Wise Woman 0 / 100 新闻女声", "Storyteller"}
	if got.code != 0 || !slices.Equal(labels, want) || made != 7 || asked() != 7 || !strings.Contains(got.err, "7 candidates, 1 from disk, free, 6 to be made at sandbox, about 150 characters, free") {
		t.Fatalf("asked %d times: %q\n%+v", asked(), labels, got)
	}
	first := got.report(t)["candidates"].([]any)[0].(map[string]any)
	if level := first["lufs"].(float64); first["take"] != take || first["audio_ms"].(float64) < 1000 || level > -10 || level < -40 {
		t.Errorf("%v", first)
	}
	if info, err := os.Stat(p.path(auditionsDir + "onboarding-1.json")); err != nil || info.Mode().Perm() != 0o600 {
		t.Error(info, err)
	}
	if again := p.runs("", args...); again.code != exitRequest || !strings.Contains(again.err, `there is an audition "Onboarding / 1" already`) || again.out != "" {
		t.Errorf("%+v", again)
	}
	args[2] = "Second"
	if second := p.runs("", args...); second.code != 0 || asked() != 7 {
		t.Errorf("what is on disk was paid for again, asked %d times: %+v", asked(), second)
	}
	if shown := p.runs("", "audition", "show", "onboarding / 1", "--json"); shown.out != got.out {
		t.Errorf("%s\n%s", shown.out, got.out)
	}
	p.auditions().Edit("Onboarding / 1", func(a *audition.Audition) { a.Candidates[1].Stars, a.Candidates[1].Note = 2, "warm" })
	shown := p.runs("", "audition", "show", "onboarding-1")
	if rows := strings.Split(shown.out, "\n"); len(rows) != 11 || !strings.HasSuffix(rows[4], "★★  warm") || strings.Index(rows[3], "LUFS") != strings.Index(rows[9], "LUFS") {
		t.Errorf("%s", shown.out)
	}
	list := p.runs("", "audition", "list")
	if rows := strings.Split(list.out, "\n"); !strings.HasPrefix(rows[0], "Onboarding / 1  ") || !strings.HasSuffix(rows[0], "7 candidates  Hello there, how are you?") || len(rows) != 3 {
		t.Errorf("%s", list.out)
	}

	// What an audition holds is not pruned, and whoever deletes it is told.
	if pruned := p.runs("", "takes", "prune", "--budget", "0"); pruned.code != 0 || !strings.Contains(pruned.out, "removed 0 takes") || !strings.Contains(pruned.err, "is in an audition") {
		t.Errorf("%+v", pruned)
	}
	if gone := p.runs("", "takes", "rm", take); gone.code != 0 || !strings.Contains(gone.err, `is in the auditions "Onboarding / 1", "Second"`) {
		t.Errorf("%+v", gone)
	}
	p.runs("", "takes", "prune", "--budget", "0")
	if back := p.runs("", "takes", "restore", take); back.code != 0 {
		t.Errorf("%+v", back)
	}
	if gone := p.runs("", "audition", "rm", "Second"); gone.code != 0 {
		t.Errorf("%+v", gone)
	} else if _, command, _ := strings.Cut(gone.out, "to have it back: "); command != "" {
		p.hears("sh", "-c", command)
	}
	if shown := p.runs("", "audition", "show", "Second", "--json"); shown.code != 0 {
		t.Errorf("the command that was printed does not bring it back: %+v", shown)
	}
	p.runs("", "audition", "rm", "Second")
	p.runs("", "audition", "rm", "Onboarding / 1")
	if pruned := p.runs("", "takes", "prune", "--budget", "0"); !strings.Contains(pruned.out, "removed 7 takes") {
		t.Errorf("%+v", pruned)
	}
}

func TestExitCodesOfAudition(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	var asked atomic.Int32
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		http.Error(w, "no", http.StatusUnauthorized)
	}))
	defer host.Close()
	p := author(t).with("MINIMAX_API_KEY=a", "NOVITA_API_KEY=a")
	paid := func(host string) []string { return []string{"--host", host, "--base-url"} }
	p.write(auditionsDir+"newer.json", `{"version": 2, "name": "newer"}`)
	p.write(auditionsDir+"broken.json", "{\n\"name\": \"bro")
	blend := `timbre_weights=[{"voice_id":"Wise_Woman","weight":60},{"voice_id":"Calm_Woman","weight":40}]`
	for _, c := range []struct {
		name string
		args []string
		code int
		says string
	}{
		{"no line", []string{"--voice", "Wise_Woman"}, 2, "no line is given"},
		{"an empty line", []string{"--text", "", "--voice", "Wise_Woman"}, 2, "text: there is nothing to speak"},
		{"only a pause", []string{"--text", "<#1#>", "--voice", "Wise_Woman", "--voice", "Calm_Woman"}, 2, "voicestudio: text: the pause marker"},
		{"10,000", []string{"--text", strings.Repeat("a", 10000), "--voice", "Wise_Woman", "--voice", "Calm_Woman"}, 2, "voicestudio: text: 10000 characters are too many"},
		{"nobody", []string{"--text", "Hi."}, 2, "there is nobody to hear"},
		{"nothing to vary", []string{"--text", "Hi.", "--ladder", "Wise_Woman,Calm_Woman", "--set", "voice_setting.speed=1,2"}, 2, "nothing for --set to vary"},
		{"twelve", []string{"--text", "Hi.", "--set", "voice_setting.speed=1,1.1,1.2", "--set", "voice_setting.pitch=0,1,2,3"}, 2, "that makes 12 candidates, and a page of the bench has room for 9; ask for fewer, or give --all"},
		{"ten to the six", []string{"--text", "Hi.", "--all", "--set", "voice_setting.pitch=1,2,3,4,5,6,7,8,9", "--set", "voice_modify.pitch=1,2,3,4,5,6,7,8,9", "--set", "voice_modify.timbre=1,2,3,4,5,6,7,8,9"}, 2, "more than 99"},
		{"no value", []string{"--text", "Hi.", "--set", "voice_setting.speed"}, 2, "has no value; write --set FIELD=VALUE"},
		{"no field", []string{"--text", "Hi.", "--set", "voice_setting.sped=1,2"}, 2, "voice_setting.speed"},
		{"a voice without a name", []string{"--text", "Hi.", "--voice", ""}, 2, "--voice needs a value"},
		{"no number", []string{"--text", "Hi.", "--set", "voice_setting.speed=1,fast"}, 2, `"fast" is not a number`},
		{"half a quote", []string{"--text", "Hi.", "--set", `voice_setting.voice_id="a,b`}, 2, "a value in double quotes ends wrongly"},
		{"no JSON", []string{"--text", "Hi.", "--set", "timbre_weights=[1,2]"}, 2, "timbre_weights"},
		{"one of them is refused", []string{"--text", "Hi.", "--set", "voice_setting.speed=1,9", "--set", blend}, 2, "speed 9.00×: voice_setting.speed: 9 is out of range"},
		{"no ladder", []string{"--text", "Hi.", "--ladder", "Wise_Woman"}, 2, `"Wise_Woman" is no ladder`},
		{"a rung", []string{"--text", "Hi.", "--ladder", "Wise_Woman,Calm_Woman,1"}, 2, "2 to 99 steps"},
		{"no such take", []string{"--text", "Hi.", "--take", "3fa9c2d1-1"}, 2, "there is no take"},
		{"no such preset", []string{"--text", "Hi.", "--preset", "nobody"}, 2, "nobody"},
		{"no such host", []string{"--text", "Hi.", "--voice", "Wise_Woman", "--host", "nowhere"}, 2, "there is no host nowhere"},
		{"nobody to ask", append([]string{"--text", "Hi.", "--voice", "Wise_Woman"}, append(paid("minimax"), host.URL)...), 2, "this costs money, and there is no terminal to ask on; give --yes"},
		{"nobody knows the price", append([]string{"--text", "Hi.", "--voice", "Wise_Woman"}, append(paid("novita"), host.URL)...), 2, "at a price that this program does not know\nvoicestudio: yes: this costs money"},
		{"no key", []string{"--text", "Hi.", "--voice", "Wise_Woman", "--host", "dashscope", "--yes"}, 2, "DASHSCOPE_API_KEY"},
		{"two arguments", []string{"y", "--text", "Hi."}, 2, "2 arguments were given"},
	} {
		got := p.runs("", append([]string{"audition", "new", "x"}, c.args...)...)
		if got.code != c.code || !strings.Contains(got.err, c.says) || got.out != "" {
			t.Errorf("%s: %d, %s%s", c.name, got.code, got.out, got.err)
		}
	}
	for name, says := range map[string]string{"newer": "newer.json", "broken": "broken.json", " ": "it has no name", "a\x1b[2J": "cannot be shown"} {
		got := p.runs("", "audition", "new", name, "--text", "Hi.", "--voice", "Wise_Woman")
		if got.code != exitRequest || !strings.Contains(got.err, says) {
			t.Errorf("%q: %+v", name, got)
		}
	}
	p.write(".config/voicestudio/config.json", `{"spend_cap": {"amount": 0.0001, "currency": "USD"}}`)
	capped := append([]string{"audition", "new", "x", "--text", "Hi.", "--voice", "Wise_Woman", "--yes"}, append(paid("minimax"), host.URL)...)
	if got := p.runs("", capped...); got.code != exitRequest || !strings.Contains(got.err, "spend_cap") || asked.Load() != 0 {
		t.Errorf("asked %d times: %+v", asked.Load(), got)
	}
	os.Remove(p.path(".config/voicestudio/config.json"))
	if got := p.runs("", capped...); got.code != exitRefused || !strings.Contains(got.err, "nothing was made, so the audition is not kept") || asked.Load() != 1 {
		t.Errorf("asked %d times: %+v", asked.Load(), got)
	}
	list := p.runs("", "audition", "list", "--json")
	report := list.report(t)
	if broken := report["broken"].([]any); list.code != 0 || len(report["auditions"].([]any)) != 0 || len(broken) != 2 || !strings.Contains(fmt.Sprint(broken[1]), "made by a newer voicestudio") {
		t.Errorf("%+v", list)
	}
	for name, says := range map[string]string{"newer": "made by a newer voicestudio", "broken": "line 2: not valid JSON"} {
		if got := p.runs("", "audition", "show", name); got.code != exitMachine || !strings.Contains(got.err, says) {
			t.Errorf("%+v", got)
		}
	}
	if got := p.runs("", "audition", "show", "nothing"); got.code != exitRequest || !strings.Contains(got.err, "audition list shows all") {
		t.Errorf("%+v", got)
	}
	os.Mkdir(p.path(auditionsDir+"folder.json"), 0o700)
	if got := p.runs("", "takes", "prune"); got.code != exitMachine || !strings.Contains(got.err, "folder.json cannot be read: not a regular file") {
		t.Errorf("nobody knows what an audition holds that cannot be read: %+v", got)
	}
	if text := p.read(auditionsDir + "newer.json"); text != `{"version": 2, "name": "newer"}` {
		t.Errorf("it was overwritten: %s", text)
	}
}

func TestWhatOneHostMakesStaysWhereTheNextFails(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := author(t)
	s := p.serves("--fault", "cut=12000")
	args := []string{"audition", "new", "half's", "--base-url", s.urls["sandbox"], "--text", "Hi.", "--voice", "Wise_Woman", "--voice", "nobody", "--json"}
	cut := p.runs("", append(args, "--text", strings.Repeat("A long line that is cut. ", 4))...)
	if cut.code != exitStream || !strings.Contains(cut.err, "not kept") || len(must(p.auditions().List())) != 0 {
		t.Fatalf("%+v", cut)
	}
	got := p.runs("", args...)
	labels, made := got.candidates(t)
	if got.code != exitRefused || made != 1 || !slices.Equal(labels, []string{"Wise Woman", "nobody"}) || !strings.Contains(got.err, "nobody: ") || !strings.Contains(got.err, "(2054)") ||
		!strings.Contains(got.err, `1 candidate is missing; to go on: voicestudio audition rm 'half'\''s', then the same command again`) {
		t.Fatalf("%+v", got)
	}
	if list := p.runs("", "audition", "list"); !strings.Contains(list.out, "2 candidates, 1 made") {
		t.Errorf("%+v", list)
	}
	if shown := p.runs("", "audition", "show", "half's"); !strings.Contains(shown.out, " 2  nobody      not made") {
		t.Errorf("%s", shown.out)
	}
}

func must(all []audition.Audition, _ []audition.Broken, err error) []audition.Audition {
	if err != nil {
		panic(err)
	}
	return all
}

// trialHost answers everybody but the voice that it is silent for, and says when
// it was asked for that one.
func trialHost(t *testing.T, silent string) (url string, reached chan bool) {
	reached = make(chan bool, 1)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if body, _ := io.ReadAll(r.Body); silent != "" && bytes.Contains(body, []byte(silent)) {
			reached <- true
			<-r.Context().Done()
			return
		}
		fmt.Fprintf(w, `{"data":{"audio":"%s","status":2},"extra_info":{"usage_characters":1000,"audio_length":500}}`, hex.EncodeToString([]byte("audio")))
	}))
	t.Cleanup(server.Close)
	return server.URL, reached
}

func TestCtrlCKeepsWhatWasMade(t *testing.T) {
	t.Parallel()
	p := author(t).with("MINIMAX_API_KEY=k")
	url, reached := trialHost(t, "Calm_Woman")
	cmd := p.command(t.Context(), "audition", "new", "x", "--host", "minimax", "--base-url", url, "--yes", "--json", "--text", "Hi.", "--voice", "Wise_Woman", "--voice", "Deep_Voice_Man", "--voice", "Calm_Woman")
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	<-reached
	for made, deadline := 0, time.Now().Add(20*time.Second); made < 2 && time.Now().Before(deadline); { // both others are kept as they come
		if all, _, _ := p.auditions().List(); len(all) > 0 {
			made = answered(all[0])
		}
	}
	interrupt(t, cmd)
	got := ran{cmd.ProcessState.ExitCode(), out.String(), errs.String()}
	if _, made := got.candidates(t); got.code != exitInterrupted || made != 2 || !strings.Contains(got.err, `made "x": 2 takes, $0.12`) {
		t.Errorf("%+v", got)
	}
}

func TestAPriceIsAskedForAtATerminal(t *testing.T) {
	t.Parallel()
	p := author(t).with("MINIMAX_API_KEY=k")
	url, _ := trialHost(t, "")
	args := []string{"audition", "new", "x", "--host", "minimax", "--base-url", url, "--text", "Hello.", "--voice", "Wise_Woman", "--voice", "Calm_Woman"}
	no := p.opens(t, args...)
	no.sees("2 to be made at MiniMax, about 12 characters, about $0.0007")
	no.sees("Go on? [y/N]")
	no.types("n\r")
	if code := no.ends(); code != exitInterrupted || len(must(p.auditions().List())) != 0 {
		t.Errorf("%d:\n%s", code, no.text())
	}
	yes := p.opens(t, args...)
	yes.sees("Go on? [y/N]")
	yes.types("y\r")
	yes.sees(`made "x": 2 takes, $0.12`)
	if code := yes.ends(); code != 0 {
		t.Errorf("%d:\n%s", code, yes.text())
	}
}

func TestTwoProgramsOnOneAudition(t *testing.T) {
	t.Parallel()
	p := author(t).with("MINIMAX_API_KEY=k")
	url, _ := trialHost(t, "")
	args := []string{"audition", "new", "x", "--host", "minimax", "--base-url", url, "--text", "Hi.", "--yes", "--json", "--ladder", "Wise_Woman,Calm_Woman,9"}
	results := make(chan ran)
	for range 2 {
		go func() { results <- p.runs("", args...) }()
	}
	notes := 0
	var ended []ran
	for len(ended) < 2 {
		select {
		case r := <-results:
			ended = append(ended, r)
		default:
			if _, err := p.auditions().Edit("x", func(a *audition.Audition) { a.Candidates[0].Note += "n"; a.Text += "!" }); err == nil {
				notes++
			}
		}
	}
	slices.SortFunc(ended, func(a, b ran) int { return a.code - b.code })
	if ended[0].code != 0 || ended[1].code != exitRequest || !strings.Contains(ended[1].err, "already") {
		t.Errorf("%+v", ended)
	}
	a, err := p.auditions().Load("x")
	if err != nil || answered(a) != 9 || len(a.Candidates[0].Note) != notes || notes == 0 {
		t.Errorf("%d notes of %d, %d takes, %v", len(a.Candidates[0].Note), notes, answered(a), err)
	}
	var file map[string]any
	data, _ := os.ReadFile(filepath.Join(p.path(auditionsDir), "x.json"))
	if json.Unmarshal(data, &file) != nil || file["version"] != 1.0 {
		t.Errorf("%s", data)
	}
}
