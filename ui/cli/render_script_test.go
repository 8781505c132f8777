package cli

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"

	"voicestudio/presets/script"
)

func TestAHostThatLimitsRefusesALineAndBreaksOffInAnother(t *testing.T) {
	t.Parallel()
	p, h := narrator(t)
	p.numbered("s.json", 10)
	h.behaves(map[string]string{numberedLine(3): "rate_limit=1", numberedLine(7): "code=1026", numberedLine(9): "cut=2000"}, nil)
	render := append([]string{"render", "s.json"}, h.args...)
	got := p.runs("", render...)
	rows, total := got.rows(t)
	if got.code != exitStream || len(rows) != 10 || total["made"] != 8.0 || total["failed"] != 2.0 || fmt.Sprint(total["missing"]) != "[7 9]" {
		t.Fatalf("%+v", got)
	}
	for _, says := range []string{"10 lines, 10 to be made at MiniMax, about 151 characters, about $0.0091", "going on in 1 s", "line 7: ", "(1026)", "line 9: ", "made 8 lines: ", "lines 7, 9 are missing: run it again"} {
		if !strings.Contains(got.err, says) {
			t.Errorf("without %q:\n%s", says, got.err)
		}
	}
	if f := p.script("s.json"); len(made(f)) != 8 || !strings.Contains(p.read("s.json"), `"x_mine": "stays"`) || h.times(numberedLine(3)) != 2 {
		t.Errorf("%v, line 3 was asked for %d times", made(f), h.times(numberedLine(3)))
	}
	h.behaves(nil, nil)
	got = p.runs("", render...)
	if _, total := got.rows(t); got.code != 0 || total["made"] != 2.0 || total["there"] != 8.0 || fmt.Sprint(total["missing"]) != "[]" {
		t.Errorf("%+v", got)
	}
	if !slices.Equal(h.texts(), []string{numberedLine(7), numberedLine(9)}) {
		t.Errorf("asked again for %q", h.texts())
	}
}

func TestARenderThatIsKilledPaysNothingTwice(t *testing.T) {
	t.Parallel()
	p, h := narrator(t)
	p.numbered("s.json", 8)
	arrived, never := make(chan string, 8), make(chan struct{})
	defer close(never)
	h.behaves(nil, func(text string) {
		if text == numberedLine(5) || text == numberedLine(6) { // two at once: those before have ended
			arrived <- text
			<-never
		}
	})
	render := append([]string{"render", "s.json"}, h.args...)
	cmd := p.command(t.Context(), render...)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	<-arrived
	<-arrived
	cmd.Process.Kill()
	cmd.Wait()
	if f := p.script("s.json"); len(f.Rows) != 8 {
		t.Fatalf("%+v", f)
	}
	before := len(h.texts())
	h.behaves(nil, nil)
	got := p.runs("", render...)
	_, total := got.rows(t)
	if f := p.script("s.json"); got.code != 0 || before != 6 || len(h.texts()) != 4 || h.times(numberedLine(1)) != 0 || len(made(f)) != 8 || total["there"] != 4.0 {
		t.Errorf("asked for %d, then for %q: %+v", before, h.texts(), got)
	}
}

func TestWhatIsBeingSpokenEndsWhenARenderIsInterrupted(t *testing.T) {
	t.Parallel()
	p, h := narrator(t)
	p.numbered("s.json", 8)
	arrived, goOn := make(chan string, 8), make(chan struct{})
	h.behaves(nil, func(text string) {
		if text == numberedLine(3) || text == numberedLine(4) {
			arrived <- text
			<-goOn
		}
	})
	cmd := p.command(t.Context(), append([]string{"render", "s.json"}, h.args...)...)
	said, out := &said{what: "ctrl+c again ends at once", heard: make(chan struct{})}, &bytes.Buffer{}
	cmd.Stderr, cmd.Stdout = said, out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	<-arrived
	<-arrived
	cmd.Process.Signal(syscall.SIGINT)
	<-said.heard
	close(goOn)
	cmd.Wait()
	_, total := ran{out: out.String()}.rows(t)
	if f := p.script("s.json"); cmd.ProcessState.ExitCode() != exitInterrupted || fmt.Sprint(made(f)) != "[1 2 3 4]" || len(h.texts()) != 4 || total["made"] != 4.0 {
		t.Errorf("exit %d, made %v, asked for %q\n%s", cmd.ProcessState.ExitCode(), made(f), h.texts(), out)
	}
}

func TestTwoRendersOfOneScriptBothEndRightAndPayOnce(t *testing.T) {
	t.Parallel()
	p, h := narrator(t)
	p.numbered("s.json", 6)
	arrived, goOn := make(chan struct{}, 8), make(chan struct{})
	h.behaves(nil, func(string) { arrived <- struct{}{}; <-goOn })
	one := p.command(t.Context(), append([]string{"render", "s.json"}, h.args...)...)
	other := p.command(t.Context(), append([]string{"render", "./s.json"}, h.args...)...)
	waits, out := &said{what: "waiting for its end", heard: make(chan struct{})}, &bytes.Buffer{}
	other.Stderr, other.Stdout = waits, out
	if err := one.Start(); err != nil {
		t.Fatal(err)
	}
	<-arrived
	if err := other.Start(); err != nil {
		t.Fatal(err)
	}
	<-waits.heard
	close(goOn)
	one.Wait()
	other.Wait()
	_, total := ran{out: out.String()}.rows(t)
	if f := p.script("s.json"); one.ProcessState.ExitCode() != 0 || other.ProcessState.ExitCode() != 0 || len(h.texts()) != 6 || len(made(f)) != 6 || total["there"] != 6.0 {
		t.Errorf("asked for %q, made %v\n%s", h.texts(), made(f), out)
	}
}

func TestWhatAnotherProgramWritesIntoAScriptMeanwhileStays(t *testing.T) {
	t.Parallel()
	p, h := narrator(t)
	p.numbered("s.json", 4)
	p.runs("", append([]string{"render", "s.json", "--lines", "1"}, h.args...)...) // its lines have IDs now
	h.behaves(nil, func(text string) {
		if text != numberedLine(2) {
			return
		}
		f := p.script("s.json")
		s, kept := f.Script()
		s, _ = s.Rewrite(3, "Other words.")
		folder, _ := script.At(p.path("s.json"))
		folder.Save(f.Of(s, kept))
	})
	got := p.runs("", append([]string{"render", "s.json"}, h.args...)...)
	f := p.script("s.json")
	if got.code != 0 || f.Rows[3].Text != "Other words." || fmt.Sprint(made(f)) != "[1 2 3 4]" || h.times("Other words.") != 0 {
		t.Errorf("%+v\n%s", got, p.read("s.json"))
	}
	if show := p.runs("", append([]string{"script", "show", "s.json"}, h.args[:4]...)...); !strings.Contains(show.out, "4  words changed") || !strings.Contains(show.err, "1 to be made at MiniMax, about 12 characters") {
		t.Errorf("%+v", show)
	}
}

func TestAScriptThatCannotBeWrittenIsMadeAllTheSame(t *testing.T) {
	t.Parallel()
	p, h := narrator(t)
	p.numbered("s.json", 3)
	os.Chmod(p.path("s.json"), 0o444)
	was := p.read("s.json")
	got := p.runs("", append([]string{"render", "s.json"}, h.args...)...)
	if _, total := got.rows(t); got.code != exitMachine || total["made"] != 3.0 || p.read("s.json") != was ||
		strings.Count(got.err, "s.json cannot be written: permission denied; what was made is among the takes") != 1 {
		t.Errorf("%+v", got)
	}
	got = p.runs("", append([]string{"render", "s.json"}, h.args...)...)
	if _, total := got.rows(t); total["there"] != 3.0 || len(h.texts()) != 3 {
		t.Errorf("asked for %q: %+v", h.texts(), got)
	}
}

func TestOnlyTheLinesThatAreNamedAreSpokenAgain(t *testing.T) {
	t.Parallel()
	p, h := narrator(t)
	p.numbered("s.json", 5)
	render := append([]string{"render", "s.json"}, h.args...)
	if rehearsal := p.runs("", append(render, "--dry-run", "--lines", "2,4-5")...); rehearsal.code != 0 || len(h.texts()) != 0 || len(made(p.script("s.json"))) != 0 ||
		!strings.Contains(rehearsal.err, "5 lines, 3 to be made at MiniMax, about 45 characters, about $0.0027") {
		t.Errorf("%+v", rehearsal)
	}
	p.runs("", render...)
	before := p.script("s.json")
	h.behaves(nil, nil)
	got := p.runs("", append(render, "--lines", "2,4-5", "--again")...)
	after := p.script("s.json")
	if _, total := got.rows(t); got.code != 0 || total["made"] != 3.0 || len(h.texts()) != 3 || h.times(numberedLine(1))+h.times(numberedLine(3)) != 0 {
		t.Errorf("asked for %q: %+v", h.texts(), got)
	}
	for i, r := range after.Rows {
		again := i == 1 || i > 2
		if (r.Chosen != before.Rows[i].Chosen) != again || again && (len(r.Takes) != 2 || r.Chosen != r.Takes[1]) {
			t.Errorf("line %d: %v is %v now", i+1, before.Rows[i].Takes, r.Takes)
		}
	}
}

func TestWhatAScriptCostsIsAskedBeforeAndKeptWithinTheCap(t *testing.T) {
	t.Parallel()
	p, h := narrator(t)
	p.numbered("s.json", 3)
	render := append([]string{"render", "s.json"}, h.args...)
	free := slices.DeleteFunc(slices.Clone(render), func(arg string) bool { return arg == "--yes" })
	if got := p.runs("", free...); got.code != exitRequest || !strings.Contains(got.err, "3 to be made at MiniMax") || !strings.Contains(got.err, "give --yes") {
		t.Errorf("nobody was asked: %+v", got)
	}
	p.write(".config/voicestudio/config.json", `{"spend_cap": {"amount": 0.002, "currency": "USD"}}`)
	if got := p.runs("", render...); got.code != exitRequest || !strings.Contains(got.err, "spend_cap") {
		t.Errorf("beyond the cap: %+v", got)
	}
	if len(h.texts()) > 0 {
		t.Errorf("asked for %q", h.texts())
	}
	// A host that bills more than was thought reaches the cap in the middle.
	p.write(".config/voicestudio/config.json", `{"spend_cap": {"amount": 0.003, "currency": "USD"}}`)
	h.behaves(map[string]string{numberedLine(1): "cut=2000"}, nil) // then its price is not known, and counts
	got := p.runs("", render...)
	if _, total := got.rows(t); got.code != exitStream || total["made"] != 2.0 || !strings.Contains(got.err, "line 1 is missing") {
		t.Errorf("%+v", got)
	}
	h.behaves(nil, nil)
	keyless := *p
	keyless.env = append(slices.Clone(p.env), "MINIMAX_API_KEY=wrong")
	p.numbered("other.json", 6)
	p.write("other.json", strings.ReplaceAll(p.read("other.json"), "This", "That"))
	p.write(".config/voicestudio/config.json", "{}")
	got = keyless.runs("", append([]string{"render", "other.json"}, h.args...)...)
	if _, total := got.rows(t); got.code != exitRefused || len(h.texts()) > 2 || total["made"] != 0.0 || !strings.Contains(got.err, "not sent: every one would meet the same") {
		t.Errorf("asked for %q: %+v", h.texts(), got)
	}
}

func TestTheWholeOfAScriptIsWrittenAsAskedOrNotAtAll(t *testing.T) {
	t.Parallel()
	need(t, "ffmpeg")
	p, h := narrator(t)
	const text = `{"version": 1, "name": "Harbour", "whole": {"between_lines": 0.5, "trim": true, "loudness": -20, "file": "own.flac"},
		"lines": [{"text": "It was late when the boat came in (sighs)."}, {"text": "Nobody was there."}, {"text": "晚安，谢谢大家。", "opens": true}]}`
	p.write("s.json", text)
	render := append([]string{"render", "s.json", "--out-dir", "out"}, h.args...)
	h.behaves(map[string]string{"Nobody was there.": "code=1026"}, nil)
	files := []string{"--out", "s.wav", "--subtitles", "s.srt", "--each", "{n}-{text}.mp3"}
	got := p.runs("", append(render, files...)...)
	if _, total := got.rows(t); got.code != exitRefused || p.read("s.wav") != "" || total["out"] != nil || !strings.Contains(got.err, "the whole is not written: line 2 is missing; --partial writes it") {
		t.Fatalf("%+v", got)
	}
	got = p.runs("", append(append(render, files...), "--partial")...)
	if _, total := got.rows(t); got.code != exitRefused || p.read("s.wav") == "" || total["out"] != "s.wav" || fmt.Sprint(total["missing"]) != "[2]" || !strings.Contains(got.err, "line 2 has no take and is left out") {
		t.Fatalf("%+v", got)
	}
	h.behaves(nil, nil)
	if got = p.runs("", append(render, files...)...); got.code != exitMachine || len(h.texts()) != 0 || !strings.Contains(got.err, "s.wav is there already and holds something else") {
		t.Errorf("asked for %q: %+v", h.texts(), got)
	}
	got = p.runs("", append(append(render, files...), "--replace")...)
	_, total := got.rows(t)
	if got.code != 0 || fmt.Sprint(total["files"]) != "[out/1-it-was-late-when-the-boat-came-in.mp3 out/2-nobody-was-there.mp3 out/3-晚安-谢谢大家.mp3]" || total["subtitles"] != "s.srt" ||
		math.Abs(total["lufs"].(float64)+20) > 0.1 || total["true_peak_db"].(float64) > -1 || total["remarks"] == nil {
		t.Fatalf("%+v", got)
	}
	said := p.hears("ffmpeg", "-hide_banner", "-i", "s.wav", "-af", "ebur128", "-f", "null", "-")
	if i := strings.LastIndex(said, "I:"); !strings.HasPrefix(strings.TrimSpace(said[i+2:]), "-20.") && !strings.HasPrefix(strings.TrimSpace(said[i+2:]), "-19.9") {
		t.Error(said)
	}
	titles := p.read("s.srt")
	if strings.Count(titles, " --> ") != 3 || strings.Contains(titles, "sighs") || !strings.Contains(titles, "\n晚安，谢谢大家。\n") {
		t.Error(titles)
	}
	// Without a flag it is the file that the script names.
	if got = p.runs("", render...); got.code != 0 || !strings.HasPrefix(p.read("out/own.flac"), "fLaC") || len(h.texts()) != 1 {
		t.Errorf("%+v", got)
	}
	if got = p.runs("", append(render, "--lines", "1", "--out", "loud.wav", "--loudness", "-3")...); got.code != exitRequest || !strings.Contains(got.err, "loudness: -3.0 LUFS is out of reach") || p.read("loud.wav") != "" {
		t.Errorf("%+v", got)
	}
}
