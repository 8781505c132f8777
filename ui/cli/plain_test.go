package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A whole session needs nothing but standard input: no terminal, no keys.
func TestPlainlyAWholeSessionByStandardInput(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := newPerson(t)
	got := p.runs(strings.Join([]string{
		"text The quick brown fox jumps over the lazy dog.",
		"speed 1.2", "blend Graceful_Lady 60 Wise_Woman 40", "speak", "speed 0.8", "speak",
		"a 1", "b 2", "x", "difference", "bench add take 1", "bench add voice Wise_Woman", "bench make", "1", "2",
		"export 1 fox.wav", "save Fox", "quit", "speak",
	}, "\n"), "--plain")
	if got.code != exitDone || got.err != "" {
		t.Fatalf("exit %d: %s\n%s", got.code, got.err, got.out)
	}
	for _, want := range []string{"44 characters, free.", "Take 1, ", "the take is ~/.local/share/voicestudio/takes/", "A, take 1, levels matched.", "slower", "1 of 1 made.", "2, Wise Woman.", "Wrote ", "Saved Fox in ~/.config/voicestudio/presets/fox.json"} {
		if !strings.Contains(got.out, want) {
			t.Errorf("%q was not said:\n%s", want, got.out)
		}
	}
	for _, r := range got.out {
		if r < ' ' && r != '\n' || r >= 0x2500 && r <= 0x28ff {
			t.Fatalf("%q was printed:\n%s", r, got.out)
		}
	}
	if wav, err := os.ReadFile(p.path("fox.wav")); err != nil || !bytes.HasPrefix(wav, []byte("RIFF")) {
		t.Error(err)
	}
	preset, err := os.ReadFile(p.path(".config/voicestudio/presets/fox.json"))
	if err != nil || !strings.Contains(string(preset), `"speed": 0.8`) || !strings.Contains(string(preset), `"weight": 60`) {
		t.Errorf("%v: %s", err, preset)
	}
	takes, _ := filepath.Glob(p.path(".local/share/voicestudio/takes/*.mp3"))
	if len(takes) != 3 {
		t.Errorf("%d takes", len(takes))
	}

	// What is kept is there for the screen, and here again; a fault is told by the exit code.
	got = p.runs("show\nspeed 7\nsave\n", "--plain", "--lang", "zh")
	if got.code != exitRequest || !strings.Contains(got.out, "The quick brown fox") || !strings.Contains(got.err, "第 2 行：") || !strings.Contains(got.out, "已保存 Fox") {
		t.Errorf("exit %d: %s\n%s", got.code, got.err, got.out)
	}
}

func TestPlainlyAtATerminal(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := newPerson(t).with("EDITOR=sed -i s/slow/quick/", "TERM=dumb")
	x := p.opens(t, "--plain")
	x.sees("help lists the commands")
	x.types("text The slow brown fox\n")
	x.sees("18 characters")
	x.types("edit\n")
	x.sees("19 characters")
	x.types("speak\n")
	x.sees("Take 1,")
	x.types("stop\n") // without a device time passes all the same
	x.sees("> stop")
	x.types("status\n") // ctrl+c throws away what is typed and was not read yet
	x.sees("speech-2.8-turbo")
	x.types("\x03")
	x.sees("control C once more leaves")
	x.types("\x03")
	if code := x.ends(); code != exitInterrupted {
		t.Errorf("exit %d", code)
	}
	if got := p.runs("", "--plain"); got.code != exitDone || got.out+got.err != "" {
		t.Errorf("exit %d: %q", got.code, got.out+got.err)
	}
}

func TestPlainlyCtrlCStopsOnceAndLeavesTwice(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := newPerson(t)
	cmd := p.command(t.Context(), "--plain")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stdout, cmd.Stderr = w, w
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	w.Close()
	said := make(chan string, 100)
	go func() {
		defer close(said)
		buf := make([]byte, 4096)
		for {
			n, err := out.Read(buf)
			if err != nil {
				return
			}
			said <- string(buf[:n])
		}
	}()
	awaits := func(what string) {
		t.Helper()
		all, patience := "", time.After(20*time.Second)
		for !strings.Contains(all, what) {
			select {
			case more := <-said:
				all += more
			case <-patience:
				t.Fatalf("%q never came: %s", what, all)
			}
		}
	}
	in.Write([]byte("say " + strings.Repeat("A sentence that takes its time. ", 40) + "\nwhere\n"))
	awaits("Take 1")
	cmd.Process.Signal(os.Interrupt)
	awaits("Stopped.")
	interrupt(t, cmd)
	if code := cmd.ProcessState.ExitCode(); code != exitInterrupted {
		t.Errorf("exit %d", code)
	}
}
