package cli

import (
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// hostSaying is a host that answers every request with these bytes as its audio,
// and leaves out the last frame where the answer is to be cut.
func hostSaying(t *testing.T, audio string, cut bool) (url string) {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "data: {\"data\":{\"audio\":\"%s\",\"status\":1}}\n\n", hex.EncodeToString([]byte(audio)))
		if !cut {
			fmt.Fprint(w, "data: {\"data\":{\"audio\":\"\",\"status\":2}}\n\n")
		}
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// read is what a file of the person's holds; nothing where there is none.
func (p *person) read(name string) string {
	b, _ := os.ReadFile(p.path(name))
	return string(b)
}

func TestWhatCannotBePlayedIsKeptWhole(t *testing.T) {
	t.Parallel()
	p := newPerson(t).with("MINIMAX_API_KEY=k")
	url := hostSaying(t, strings.Repeat("this is no flac ", 500), false)
	p.write("o.flac", "an earlier recording")
	got := p.runs("", "say", "--host", "minimax", "--base-url", url, "--set", "audio_setting.format=flac", "--out", "o.flac", "--json", "Hi.")
	report := got.report(t)
	if got.code != 5 || !strings.Contains(got.err, "cannot be played") || report["complete"] != true {
		t.Errorf("exit %d: %s\n%v", got.code, got.err, report)
	}
	if p.read("o.flac") != strings.Repeat("this is no flac ", 500) {
		t.Errorf("the file holds %q", p.read("o.flac"))
	}
	if list := p.runs("", "takes", "list"); strings.Contains(list.out, "cut") {
		t.Error(list.out)
	}
}

func TestAFileChangesOnlyWhereAllHasCome(t *testing.T) {
	t.Parallel()
	p := newPerson(t).with("MINIMAX_API_KEY=k")
	p.write("o.mp3", "an earlier recording")
	got := p.runs("", "say", "--no-play", "--host", "minimax", "--base-url", hostSaying(t, "half of it", true), "--out", "o.mp3", "Hi.")
	if got.code != 5 || p.read("o.mp3") != "an earlier recording" {
		t.Errorf("exit %d, the file holds %q", got.code, p.read("o.mp3"))
	}
	if list := p.runs("", "takes", "list"); !strings.Contains(list.out, "cut") {
		t.Error(list.out)
	}
}

// The host counts with every chunk, as DashScope's may: once from 0, once what
// it has made so far.
func TestACutTakeSaysThatItsPriceIsUnknown(t *testing.T) {
	t.Parallel()
	for _, counts := range []string{"00", "47"} { // with each of two chunks
		p := newPerson(t).with("DASHSCOPE_API_KEY=k")
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			for _, n := range counts {
				fmt.Fprintf(w, "data:{\"output\":{\"base_resp\":{\"status_code\":0},\"data\":{\"audio\":\"00112233\",\"status\":1},\"extra_info\":{\"usage_characters\":%c}},\"usage\":{\"characters\":%c}}\n\n", n, n)
			}
		}))
		defer server.Close()
		at := []string{"--host", "dashscope", "--base-url", server.URL}
		got := p.runs("", append([]string{"say", "--no-play", "--json", "Hello."}, at...)...)
		report := got.report(t)
		if got.code != 5 || report["usage_characters"] != nil || report["take"] == nil || !strings.Contains(got.err, ", cut; price unknown") {
			t.Errorf("%s: exit %d %v\n%s", counts, got.code, report, got.err)
		}
		list := p.runs("", "takes", "list").out
		if fields := strings.Fields(list); !strings.Contains(list, "cut") || !strings.Contains(list, " price unknown ") || strings.Contains(list, "¥") || !slices.Contains(fields, "?") {
			t.Errorf("%s: %s", counts, list)
		}
		show := p.runs("", "takes", "show", report["take"].(string)).out
		if !regexp.MustCompile(`(?s)\nusage_characters += unknown\nprice += unknown\n`).MatchString(show) {
			t.Errorf("%s: %s", counts, show)
		}
		all := p.runs("", "takes", "list", "--json").out
		if !strings.Contains(all, `"usage_characters":null,"partial":true`) {
			t.Errorf("%s: %s", counts, all)
		}
		p.write("x.csv", "text,preset,out\nHello.,Warm narrator,a.mp3\n")
		rendered := p.runs("", append([]string{"render", "x.csv", "--yes"}, at...)...)
		if rendered.code != 5 || !strings.Contains(rendered.err, "1 failed, 1 request at a price that is unknown") {
			t.Errorf("%s: %+v", counts, rendered)
		}
	}
}

func TestARowThatTheHostHadAndDidNotAnswerMayBeBilled(t *testing.T) {
	t.Parallel()
	p := newPerson(t).with("DASHSCOPE_API_KEY=k")
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		io.Copy(io.Discard, r.Body)
		panic(http.ErrAbortHandler)
	}))
	defer server.Close()
	p.write("x.csv", "text,preset,out\nHello.,Warm narrator,a.mp3\n")
	got := p.runs("", "render", "x.csv", "--yes", "--host", "dashscope", "--base-url", server.URL)
	if got.code != 5 || !strings.Contains(got.err, "1 failed, 1 request at a price that is unknown") {
		t.Errorf("%+v", got)
	}
}

func TestAFullDiskCostsNothingTwice(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := newPerson(t)
	got := p.runs("", "say", "--no-play", "--out", "/dev/full", "The disk is full.")
	if got.code != 1 || !strings.Contains(got.err, "/dev/full cannot be written: no space left on device; the take ") {
		t.Errorf("exit %d: %s", got.code, got.err)
	}
	if again := p.runs("", "say", "--no-play", "--json", "The disk is full."); again.report(t)["cached"] != true {
		t.Errorf("it is paid for again: %v", again.report(t))
	}
}

func TestAFullDiskIsNamed(t *testing.T) {
	t.Parallel()
	o := &output{name: "x"}
	if said := o.fault(&os.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC}).Error(); said != "x cannot be written: no space left on device" {
		t.Error(said)
	}
}

func TestTheNameOfAFileThatWillHoldAnotherFormatIsTold(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := newPerson(t)
	if got := p.runs("", "say", "--no-play", "--out", "x.wav", "Hi."); got.code != 0 || !strings.Contains(got.err, "x.wav will hold mp3") {
		t.Errorf("exit %d: %s", got.code, got.err)
	}
	if got := p.runs("", "say", "--no-play", "--out", "x.mp3", "Hi."); strings.Contains(got.err, "will hold") {
		t.Error(got.err)
	}
}

func TestRowsThatAreOneFileElsewhereAreRefused(t *testing.T) {
	t.Parallel()
	p := newPerson(t)
	for name, files := range map[string][2]string{"case": {"Intro.mp3", "intro.mp3"}, "form": {"caf\u00e9.mp3", "cafe\u0301.mp3"}} {
		p.write("s.csv", "text,out\none,"+files[0]+"\ntwo,"+files[1]+"\n")
		got := p.runs("", "render", "s.csv", "--preset", "Warm narrator", "--dry-run")
		if got.code != 2 || !strings.Contains(got.err, "line 3: out: "+files[1]+" is the same file as that of line 2") {
			t.Errorf("%s: exit %d: %s", name, got.code, got.err)
		}
	}
}

func TestLeftoversOfAKilledRunGo(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := newPerson(t)
	old, fresh := p.write(".voicestudio-AAAAAAAA.tmp", "half"), p.write(".voicestudio-BBBBBBBB.tmp", "half")
	p.write(".voicestudio-mine.txt", "no leftover")
	day := syscall.NsecToTimeval(1)
	if err := syscall.Utimes(old, []syscall.Timeval{day, day}); err != nil {
		t.Fatal(err)
	}
	p.runs("", "say", "--no-play", "--out", "x.mp3", "Hi.")
	left, _ := filepath.Glob(p.path(".voicestudio-*"))
	if len(left) != 2 || left[0] != fresh {
		t.Errorf("left are %v", left)
	}
}

func TestSoundThatIsStoppedCostsNoFile(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := newPerson(t)
	cmd := p.command(t.Context(), "say", "--out", "x.mp3", "A sentence that is long enough to be stopped while it is played, although all of it has come already, again and again.")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	whole := func() bool {
		list := p.runs("", "takes", "list")
		return list.out != "" && !strings.Contains(list.out, "arriving")
	}
	for deadline := time.Now().Add(30 * time.Second); !whole() && time.Now().Before(deadline); {
		time.Sleep(10 * time.Millisecond)
	}
	interrupt(t, cmd)
	if code := cmd.ProcessState.ExitCode(); code != exitInterrupted || p.read("x.mp3") == "" {
		t.Errorf("exit %d, the file has %d bytes", code, len(p.read("x.mp3")))
	}
}

func TestAWholeAnswerThatBreaksOffMayBeBilled(t *testing.T) {
	t.Parallel()
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.Copy(io.Discard, r.Body)
		panic(http.ErrAbortHandler)
	}))
	defer host.Close()
	p := newPerson(t).with("MINIMAX_API_KEY=k")
	const billed = "the host had the request, so it may be billed"
	if got := p.runs("", "say", "--no-play", "--no-stream", "--host", "minimax", "--base-url", host.URL, "Hello"); got.code != exitStream || !strings.Contains(got.err, billed) {
		t.Errorf("%+v", got)
	}
	if got := p.runs("", "say", "--no-play", "--host", "minimax", "--base-url", "http://127.0.0.1:1", "Hello"); got.code != exitStream || strings.Contains(got.err, billed) {
		t.Errorf("%+v", got)
	}
}
