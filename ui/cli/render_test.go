package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// rows are the lines of `render --json`, the total last.
func (r ran) rows(t testing.TB) (rows []map[string]any, total map[string]any) {
	t.Helper()
	for line := range strings.Lines(r.out) {
		var row map[string]any
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		rows = append(rows, row)
	}
	if len(rows) == 0 {
		t.Fatalf("no total: %+v", r)
	}
	return rows[:len(rows)-1], rows[len(rows)-1]
}

// servesWithLog serves the sandbox and counts what was asked of it.
func (p *person) servesWithLog(args ...string) (s served, asked func() int) {
	p.t.Helper()
	exe, err := os.Executable()
	if err != nil {
		p.t.Fatal(err)
	}
	log := p.path("sandbox.log")
	logging := *p
	logging.program = p.write("serve.sh", fmt.Sprintf("#!/bin/sh\nexec '%s' \"$@\" 2>>'%s'\n", exe, log))
	if err := os.Chmod(logging.program, 0o755); err != nil {
		p.t.Fatal(err)
	}
	return logging.serves(args...), func() int {
		b, err := os.ReadFile(log)
		if err != nil {
			p.t.Fatal(err)
		}
		return bytes.Count(b, []byte("POST "))
	}
}

const fiveRows = "text,preset,out,x_scene\n" +
	"Welcome back.,Warm narrator,a/1.mp3,intro\n" +
	"\"Let us begin, shall we?\",,a/2.mp3,intro\n" +
	"今天是不是很开心呀,,3.mp3,\n" +
	"Welcome back.,Warm narrator,4.mp3,the same again\n" +
	"\"Two\nlines\",,5.mp3,\n"

func TestFiveRowsTwice(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame", "mpg123")
	p := author(t)
	s, asked := p.servesWithLog()
	p.write("s.csv", "\ufeff"+strings.ReplaceAll(fiveRows, "\n", "\r\n"))
	args := []string{"render", "s.csv", "--json", "--preset", "Storyteller", "--base-url", s.urls["sandbox"], "--out-dir", "audio", "--jobs", "2"}
	rehearsal := p.runs("", append(args, "--dry-run")...)
	if _, total := rehearsal.rows(t); rehearsal.code != 0 || asked() != 0 || total["done"] != 0.0 || total["cached"] != 1.0 ||
		!strings.Contains(rehearsal.err, "5 rows, 1 from disk, free, 4 to be made at sandbox, about 63 characters, free") {
		t.Fatalf("%+v", rehearsal)
	}
	got := p.runs("", args...)
	rows, total := got.rows(t)
	if got.code != 0 || len(rows) != 5 || asked() != 4 || total["done"] != 5.0 || total["cached"] != 1.0 || total["failed"] != 0.0 || total["usage_characters"] != 63.0 {
		t.Fatalf("%d sent: %+v", asked(), got)
	}
	for _, row := range rows {
		out, take := row["out"].(string), row["take"].(string)
		file, err := os.ReadFile(p.path(out))
		kept, _ := os.ReadFile(p.path(takesDir + take + ".mp3"))
		if err != nil || !bytes.Equal(file, kept) || row["audio_ms"].(float64) < 100 || row["error"] != nil || row["skipped"] != false {
			t.Errorf("%v: %v", row, err)
		}
		p.hears("mpg123", "-q", "-t", out)
	}
	again := p.runs("", args...)
	if _, total := again.rows(t); again.code != 0 || asked() != 4 || total["skipped"] != 5.0 || total["done"] != 0.0 || total["usage_characters"] != 0.0 {
		t.Errorf("%d sent: %+v", asked(), again)
	}
	os.Remove(p.path("audio/a/2.mp3"))
	missing := p.runs("", args...)
	if _, total := missing.rows(t); missing.code != 0 || asked() != 4 || total["skipped"] != 4.0 || total["cached"] != 1.0 {
		t.Errorf("the missing file comes from disk; %d sent: %+v", asked(), missing)
	}
	if anew := p.runs("", append(args, "--again")...); anew.code != 0 || asked() != 8 {
		t.Errorf("--again sends each once; %d sent: %+v", asked()-4, anew)
	}
	if after := p.runs("", args...); after.code != 0 || asked() != 8 {
		t.Errorf("an older take's file is the row's own, too; %d sent: %+v", asked()-8, after)
	}
}

func TestExitCodesOfRender(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := author(t).with("MINIMAX_API_KEY=wrong")
	sandbox, cut := p.serves(), p.serves("--fault", "cut=2000")
	p.write("other.mp3", "somebody's")
	p.write("wav.json", `{"version": 1, "name": "w", "request": {"audio_setting": {"format": "wav"}}}`)
	p.write("titled.json", `{"version": 1, "name": "t", "request": {"subtitle_enable": true}}`)
	p.write("nobody.json", `{"version": 1, "name": "n", "request": {"voice_setting": {"voice_id": "nobody"}}}`)
	p.write("folder/x", "")
	const head = "text,preset,out\n"
	for _, c := range []struct {
		name, sheet string
		args        []string
		code        int
		says        string
	}{
		{"one row", head + "Hi.,Warm narrator,one.mp3\n", nil, 0, "made 1 row: "},
		{"whole", head + "Hi.,./wav.json,w.wav\n", []string{"--no-stream"}, 0, "made 1 row: "},
		{"empty", "", nil, 2, "the file is empty"},
		{"no rows", head + ",,\n", nil, 2, "there is no row below the header"},
		{"a column of its own", "text,out,voice\nHi.,a.mp3,x\n", nil, 2, `line 1: there is no column "voice"`},
		{"semicolons", "text;preset;out\nHi.;;a.mp3\n", nil, 2, "separated by commas"},
		{"no out", "text,preset\nHi.,x\n", nil, 2, "line 1: the column out is missing"},
		{"a column twice", "text,out,out\nHi.,x,y\n", nil, 2, `the column "out" is there twice`},
		{"too many cells", head + "Hi.,Warm narrator,a.mp3\nHello, you,Warm narrator,b.mp3\n", nil, 2, "line 3: the row has more or fewer cells"},
		{"an open quote", head + "\"Hi.,Warm narrator,a.mp3\n", nil, 2, "line 2: a cell's closing double quote is missing"},
		{"Latin-1", head + "Hi.,Warm narrator,a.mp3\ncaf\xe9,Warm narrator,b.mp3\n", nil, 2, "line 3: the file is not UTF-8"},
		{"no preset", head + "Hi.,,a.mp3\n", nil, 2, "line 2: the row names no preset"},
		{"unknown preset", head + "Hi.,nobody,a.mp3\n", nil, 2, "line 2: "},
		{"a rule", head + "Hi.,Warm narrator,a.mp3\nHi.,./titled.json,b.mp3\n", nil, 2, "line 3: subtitle_enable: subtitles come only with a whole answer"},
		{"no text", head + ",Warm narrator,a.mp3\n", nil, 2, "line 2: text: there is nothing to speak"},
		{"no file", head + "Hi.,Warm narrator,\n", nil, 2, "line 2: out: the row names no file"},
		{"out of the folder", head + "Hi.,Warm narrator,../a.mp3\n", nil, 2, "leads out of the folder"},
		{"one file twice", head + "Hi.,Warm narrator,folder/a.mp3\nHo.,Warm narrator,./folder//a.mp3\n", nil, 2, "line 3: out: ./folder//a.mp3 is the file of line 2, too"},
		{"somebody's file", head + "Hi.,Warm narrator,other.mp3\n", nil, 1, "other.mp3 is there already and is not what this row makes; move it away, or overwrite it with --replace"},
		{"a folder", head + "Hi.,Warm narrator,folder\n", nil, 1, "folder is not a regular file"},
		{"jobs", head + "Hi.,Warm narrator,a.mp3\n", []string{"--jobs", "0"}, 2, "jobs: 0 is out of range; choose 1 to 16"},
		{"host", head + "Hi.,Warm narrator,a.mp3\n", []string{"--host", "mars"}, 2, "there is no host mars"},
		{"no key", head + "Hi.,Warm narrator,a.mp3\n", []string{"--host", "ppio"}, 2, "PPIO_API_KEY"},
		{"nobody to ask", head + "Hi.,Warm narrator,a.mp3\n", []string{"--host", "minimax", "--base-url", sandbox.urls["minimax"]}, 2, "this costs money, and there is no terminal to ask on; give --yes"},
		{"wrong key", head + "Hi.,Warm narrator,a.mp3\nHo.,Warm narrator,b.mp3\n", []string{"--yes", "--host", "minimax", "--base-url", sandbox.urls["minimax"]}, 3, "every other row would fail as well"},
		{"cut short", head + "Hello there.,Warm narrator,a.mp3\n", []string{"--base-url", cut.urls["sandbox"]}, 5, "line 2: "},
	} {
		t.Run(c.name, func(t *testing.T) {
			p.write("s.csv", c.sheet)
			got := p.runs("", append([]string{"render", "s.csv", "--json"}, c.args...)...)
			_, total := got.rows(t)
			if got.code != c.code || !strings.Contains(got.err, c.says) {
				t.Errorf("exit %d, not %d: %s", got.code, c.code, got.err)
			}
			if total["rows"] == nil || (c.code == 0) != (total["done"] == 1.0) {
				t.Errorf("%v", total)
			}
		})
	}
	if got := p.runs("", "render", "none.csv", "--json"); got.code != 2 || !strings.Contains(got.err, "none.csv") {
		t.Errorf("%+v", got)
	}
	if other, _ := os.ReadFile(p.path("other.mp3")); string(other) != "somebody's" {
		t.Error("somebody's file was overwritten")
	}
	for _, pattern := range []string{"a.mp3", "b.mp3", ".voicestudio-*", "folder/a.mp3"} {
		if left, _ := filepath.Glob(p.path(pattern)); len(left) > 0 {
			t.Errorf("left over: %v", left)
		}
	}
}

func TestOneBrokenRowDoesNotStopTheOthers(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := author(t)
	p.write("titled.json", `{"version": 1, "name": "t", "request": {"subtitle_enable": true}}`)
	p.write("nobody.json", `{"version": 1, "name": "n", "request": {"voice_setting": {"voice_id": "nobody"}}}`)
	p.write("s.csv", "out,text,preset\n1.mp3,One.,Warm narrator\n2.mp3,Two.,./nobody.json\n3.mp3,Three.,Warm narrator\n")
	got := p.runs("", "render", "s.csv", "--json")
	rows, total := got.rows(t)
	if got.code != exitRefused || total["done"] != 2.0 || total["failed"] != 1.0 || !strings.Contains(got.err, "line 3: voice_setting.voice_id: the host has no such voice (2054)") ||
		!strings.Contains(got.err, "run it again for the 1 that is missing") {
		t.Errorf("%+v", got)
	}
	if fault, _ := rows[1]["error"].(map[string]any); fault["kind"] != "refused" || fault["code"] != "2054" || rows[1]["take"] != nil {
		t.Errorf("%v", rows[1])
	}
	if _, err := os.Stat(p.path("2.mp3")); err == nil {
		t.Error("it has a file")
	}
}

func TestAnEditedRowReplacesItsFileOnlyWhenTold(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := author(t)
	p.write("s.csv", "text,out\nOne.,1.mp3\nTwo.,2.mp3\n")
	p.runs("", "render", "s.csv", "--preset", "Warm narrator")
	before, _ := os.ReadFile(p.path("2.mp3"))
	p.write("s.csv", "text,out\nOne.,1.mp3\nTwo or three.,2.mp3\n")
	if got := p.runs("", "render", "s.csv", "--preset", "Warm narrator"); got.code != exitMachine || !strings.Contains(got.err, "line 3: out: 2.mp3 is there already") || !strings.Contains(got.err, "nothing was sent") {
		t.Errorf("%+v", got)
	}
	if now, _ := os.ReadFile(p.path("2.mp3")); !bytes.Equal(now, before) {
		t.Error("it was overwritten")
	}
	got := p.runs("", "render", "s.csv", "--preset", "Warm narrator", "--replace")
	if now, _ := os.ReadFile(p.path("2.mp3")); got.code != 0 || bytes.Equal(now, before) || !strings.Contains(got.err, "1 there before") {
		t.Errorf("%+v", got)
	}
}

func TestAKeyThatIsRefusedEndsTheRun(t *testing.T) {
	t.Parallel()
	var asked atomic.Int32
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		http.Error(w, `{"code":"InvalidApiKey","message":"Invalid API-key provided.","request_id":"fb53"}`, http.StatusUnauthorized)
	}))
	defer host.Close()
	p := author(t).with("DASHSCOPE_API_KEY=a")
	p.write("s.csv", "text,out\nOne.,1.mp3\nTwo.,2.mp3\nThree.,3.mp3\n")
	got := p.runs("", "render", "s.csv", "--preset", "Warm narrator", "--host", "dashscope", "--base-url", host.URL, "--yes", "--json")
	if _, total := got.rows(t); got.code != exitRefused || asked.Load() != 1 || total["failed"] != 1.0 || total["rows"] != 3.0 || !strings.Contains(got.err, "3 to be made at Alibaba DashScope, about 14 characters, about ¥0.0028") {
		t.Errorf("%d sent: %+v", asked.Load(), got)
	}
}

func TestAnInterruptedRunIsResumed(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := author(t)
	sandbox, err := url.Parse(p.serves("--fault", "latency=400ms").urls["sandbox"])
	if err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	asked := map[string]int{} // by the row's text, as soon as it comes
	pass := httputil.NewSingleHostReverseProxy(sandbox)
	pass.ErrorLog = log.New(io.Discard, "", 0) // of who was interrupted
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		r.Body = io.NopCloser(bytes.NewReader(body))
		mu.Lock()
		asked[regexp.MustCompile(`line \d`).FindString(string(body))]++
		mu.Unlock()
		pass.ServeHTTP(w, r)
	}))
	defer host.Close()
	var sheet strings.Builder
	sheet.WriteString("text,out\n")
	for i := range 5 {
		fmt.Fprintf(&sheet, "This is line %d.,%d.mp3\n", i, i)
	}
	p.write("s.csv", sheet.String())
	args := []string{"render", "s.csv", "--preset", "Warm narrator", "--base-url", host.URL, "--json"}
	cmd := p.command(t.Context(), args...)
	var out bytes.Buffer
	cmd.Stdout = &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		if _, err := os.Stat(p.path("1.mp3")); err == nil {
			break
		}
	}
	cmd.Process.Signal(syscall.SIGINT)
	cmd.Wait()
	rows, total := ran{out: out.String()}.rows(t)
	done := total["done"].(float64)
	if code := cmd.ProcessState.ExitCode(); code != exitInterrupted || done < 2 || done > 4 {
		t.Fatalf("exit %d: %s", code, out.String())
	}
	if left, _ := filepath.Glob(p.path("*.mp3")); float64(len(left)) != done {
		t.Errorf("%v", left)
	}
	if left, _ := filepath.Glob(p.path(".voicestudio-*")); len(left) > 0 {
		t.Errorf("left over: %v", left)
	}
	got := p.runs("", args...)
	if _, total := got.rows(t); got.code != 0 || total["skipped"] != done || total["done"] != 5-done {
		t.Errorf("%+v", got)
	}
	mu.Lock()
	defer mu.Unlock()
	for _, row := range rows {
		// What was being asked when the run was interrupted has to be asked again.
		if n := asked[fmt.Sprint("line ", row["row"].(float64)-1)]; n < 1 || n > 2 || row["error"] == nil && n != 1 {
			t.Errorf("asked %d times: %v", n, row)
		}
	}
}

func TestRenderAsksBeforeItCostsAndShowsHowFarItIs(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := author(t).with("MINIMAX_API_KEY=a")
	s, asked := p.servesWithLog("--fault", "latency=600ms")
	p.write("s.csv", "text,out\nOne.,1.mp3\nTwo.,2.mp3\n")
	args := []string{"render", "s.csv", "--preset", "Warm narrator", "--host", "minimax", "--base-url", s.urls["minimax"]}
	for _, c := range []struct {
		answer     string
		code, sent int
		says       []string
	}{
		{"n\r", exitInterrupted, 0, []string{"nothing was sent"}},
		{"\x03", exitInterrupted, 0, []string{"nothing was sent"}},
		{"yes\r", exitDone, 2, []string{"━━━━━━━━━━━━────────────  50%  1 of 2  1.mp3", "2.mp3  0:00.", "made 2 rows: 0 from disk, 0 there before, 0 failed, $0.0005"}},
	} {
		x := p.opens(t, args...)
		x.sees("2 to be made at MiniMax, about 8 characters, about $0.0005")
		x.sees("Go on? [y/N]")
		x.types(c.answer)
		for _, what := range c.says {
			x.sees(what)
		}
		if code := x.ends(); code != c.code || asked() != c.sent {
			t.Errorf("%q: exit %d, %d sent:\n%s", c.answer, code, asked(), x.text())
		}
	}
	if got := p.runs("", args...); got.code != 0 || !strings.Contains(got.err, "2 are done already") {
		t.Errorf("what is there already needs no yes: %+v", got)
	}
}
