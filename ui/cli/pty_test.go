package cli

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// terminal is a terminal of 120 by 40 with the studio in it.
type terminal struct {
	t    testing.TB
	cmd  *exec.Cmd
	file *os.File

	mu     sync.Mutex
	screen *vt.Emulator
	got    strings.Builder // all that came
	bytes  int
	done   chan struct{}
}

func (p *person) opens(t testing.TB, args ...string) *terminal {
	t.Helper()
	return p.opensIn(t, func(answer []byte) []byte { return answer }, args...)
}

// opensIn opens it in a terminal that answers otherwise than others do.
func (p *person) opensIn(t testing.TB, tells func(answer []byte) []byte, args ...string) *terminal {
	t.Helper()
	cmd := p.command(t.Context(), args...)
	file, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 40, Cols: 120})
	if err != nil {
		t.Fatal(err)
	}
	x := &terminal{t: t, cmd: cmd, file: file, screen: vt.NewEmulator(120, 40), done: make(chan struct{})}
	answers := x.screen.InputPipe().(io.Closer)
	answered := make(chan struct{})
	go func() { // what the terminal answers to the program's questions
		defer close(answered)
		buf := make([]byte, 1<<10)
		for {
			n, err := x.screen.Read(buf)
			file.Write(tells(buf[:n]))
			if err != nil {
				return
			}
		}
	}()
	go func() {
		defer close(x.done)
		buf := make([]byte, 32<<10)
		for {
			n, err := file.Read(buf)
			x.mu.Lock()
			x.screen.Write(buf[:n])
			x.got.Write(buf[:n])
			x.bytes += n
			x.mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
		file.Close()
		<-x.done
		answers.Close()
		<-answered
	})
	return x
}

func (x *terminal) text() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.screen.String()
}

// sees waits until something is on the screen.
func (x *terminal) sees(what string) {
	x.t.Helper()
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		if strings.Contains(x.text(), what) {
			return
		}
	}
	x.t.Fatalf("%q never came:\n%s", what, x.text())
}

func (x *terminal) types(keys string) {
	x.t.Helper()
	if _, err := io.WriteString(x.file, keys); err != nil {
		x.t.Fatal(err)
	}
}

// ends waits for the program's end and returns its exit code.
func (x *terminal) ends() int {
	x.t.Helper()
	select {
	case <-x.done:
	case <-time.After(10 * time.Second):
		x.t.Fatalf("it does not end:\n%s", x.text())
	}
	err := x.cmd.Wait()
	if exit, failed := errors.AsType[*exec.ExitError](err); failed {
		return exit.ExitCode()
	}
	return 0
}

const (
	ctrlO = "\x0f"
	ctrlQ = "\x11"
	ctrlR = "\x12"
	ctrlS = "\x13"
	enter = "\r"
	tab   = "\t"
	down  = "\x1b[B"
	right = "\x1b[C"
	left  = "\x1b[D"
)

func TestTypeSpeakSaveQuitOpen(t *testing.T) {
	need(t, "espeak-ng", "lame")
	p := newPerson(t)
	x := p.opens(t)
	x.sees("Welcome to the voice studio.")
	x.types("Hello 你好")
	x.sees("Hello 你好")
	x.types(tab + right + right)
	x.sees("1.10×")
	x.types(ctrlR)
	x.sees("~/.local/share/voicestudio/takes/") // and why nothing is heard, over what it has cost
	x.types(ctrlS)
	x.sees("Save the preset as")
	x.types("Fast lady" + enter)
	x.sees("saved Fast lady")
	x.types(ctrlQ)
	if code := x.ends(); code != 0 {
		t.Errorf("exit %d", code)
	}
	file, err := os.ReadFile(p.path(".config/voicestudio/presets/fast-lady.json"))
	if err != nil || !strings.Contains(string(file), `"speed": 1.1`) {
		t.Errorf("%v\n%s", err, file)
	}

	x = p.opens(t)
	x.sees("Hello 你好") // the draft
	x.types(ctrlO)
	x.sees("Warm narrator")
	x.types("warm" + enter)
	x.sees("opened Warm narrator")
	x.types(ctrlO)
	x.sees("Fast lady")
	x.types("fast" + enter)
	x.sees("opened Fast lady")
	x.sees("1.10×")
	x.types(ctrlR)
	x.sees("from disk, free")
	x.types(ctrlQ)
	if code := x.ends(); code != 0 {
		t.Errorf("exit %d", code)
	}
}

// A whole session of tuning by ear, by keys, with the sandbox's real voice.
func TestTuneByEarAndSave(t *testing.T) {
	need(t, "espeak-ng", "lame")
	p := newPerson(t)
	x := p.opens(t)
	x.types("Hello there.")
	x.sees("Hello there.")
	x.types(tab + "gn")
	x.sees("speed: slower, as it is, or faster?")
	x.sees("✓ heard")
	x.types("3")
	x.sees("3 · faster, 1.52×")
	x.types(right)
	x.sees("pitch: lower, as it is, or higher?")
	x.types("1" + left)
	x.sees("deep–bright: deeper, as it is, or brighter?")
	x.types("\x1b") // another day
	x.sees("2 answers are kept; g n goes on")
	x.types(ctrlQ)
	if code := x.ends(); code != 0 {
		t.Errorf("exit %d", code)
	}

	x = p.opens(t)
	x.sees("Hello there.")
	x.types(tab + "gn")
	x.sees("2 answers; n begins anew")
	for range 40 {
		if strings.Contains(x.text(), "No axis can be told apart any more") {
			break
		}
		x.types(down)
	}
	x.sees("No axis can be told apart any more")
	x.types(enter)
	x.sees("tuned: speed 1.52×, pitch −7 st; u goes back")
	x.types(ctrlS)
	x.sees("Save the preset as")
	x.types("By ear" + enter)
	x.sees("saved By ear")
	x.types(ctrlQ)
	if code := x.ends(); code != 0 {
		t.Errorf("exit %d", code)
	}
	file, err := os.ReadFile(p.path(".config/voicestudio/presets/by-ear.json"))
	if err != nil || !strings.Contains(string(file), `"speed": 1.52`) || !strings.Contains(string(file), `"pitch": -7`) {
		t.Errorf("%v\n%s", err, file)
	}
}

func TestSoundLibrariesDoNotTearTheScreen(t *testing.T) {
	need(t, "espeak-ng", "lame")
	x := newPerson(t).opens(t)
	x.sees("no sound")
	time.Sleep(200 * time.Millisecond)
	if text := x.text(); strings.Contains(text, "ALSA") || strings.Contains(text, "jack") {
		t.Errorf("%s", text)
	}
}

func TestAProgramThatIsToldToEndRestoresTheTerminal(t *testing.T) {
	x := newPerson(t).opens(t)
	x.sees("voicestudio")
	x.cmd.Process.Signal(os.Interrupt)
	x.ends()
	x.mu.Lock()
	defer x.mu.Unlock()
	if strings.Contains(x.screen.String(), "Script") {
		t.Error("the alternate screen is still there")
	}
}
