package cli

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

func TestWhatIsMistypedIsToldInWords(t *testing.T) {
	t.Parallel()
	p := newPerson(t)
	for line, want := range map[string]string{
		"sya hello":              `there is no command "sya"; did you mean say?`,
		"preset lits":            `there is no command "preset lits"; did you mean list?`,
		"xyzzy":                  `there is no command "xyzzy"; voicestudio --help lists them`,
		"say --hsot ppio hi":     "there is no flag --hsot; did you mean --host?",
		"say -q hi":              "there is no flag -q; voicestudio say --help lists them",
		"say --out":              "--out needs a value; write it behind the flag",
		"render a.csv --jobs x":  `--jobs: "x" is not a whole number`,
		"preset diff a":          "diff takes A B, and 1 argument was given; voicestudio preset diff --help shows how",
		"render":                 "render takes SCRIPT.json|FILE.csv, and nothing was given; voicestudio render --help shows how",
		"takes prune everything": "prune takes no arguments, and 1 argument was given; voicestudio takes prune --help shows how",
	} {
		if got := p.runs("", strings.Fields(line)...); got.code != 2 || got.err != "voicestudio: "+want+"\n" {
			t.Errorf("%s: exit %d: %s", line, got.code, got.err)
		}
	}
}

func TestHelpAndErrorsAskTheTerminalNothing(t *testing.T) {
	t.Parallel()
	p := newPerson(t)
	for line, want := range map[string]string{"sya": "there is no command", "say --help": "Examples", "--help": "Commands"} {
		cmd := p.command(t.Context(), strings.Fields(line)...)
		terminal, err := pty.Start(cmd)
		if err != nil {
			t.Fatal(err)
		}
		said, _ := io.ReadAll(terminal) // which answers nothing
		cmd.Wait()
		terminal.Close()
		plain := strings.NewReplacer("\x1b[1m", "", "\x1b[m", "").Replace(string(said)) // bold headings
		if !strings.Contains(plain, want) || strings.Contains(plain, "\x1b") {
			t.Errorf("%s: %q", line, said)
		}
	}
}

func TestCtrlCEndsTheWaitingForStandardInput(t *testing.T) {
	t.Parallel()
	for _, line := range []string{"say --no-play -", "preset import -"} {
		p := newPerson(t)
		cmd := p.command(t.Context(), strings.Fields(line)...)
		in, err := cmd.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		var errs bytes.Buffer
		cmd.Stderr = &errs
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		// More than a pipe holds, so that it is written only once it is read.
		in.Write(bytes.Repeat([]byte("a"), 70_000))
		interrupt(t, cmd)
		if code := cmd.ProcessState.ExitCode(); code != 130 || !strings.Contains(errs.String(), "stopped") {
			t.Errorf("%s: exit %d: %s", line, code, errs.String())
		}
		in.Close()
	}
}

// interrupt presses ctrl+c and waits for the program's end.
func interrupt(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	cmd.Process.Signal(os.Interrupt)
	ended := make(chan struct{})
	go func() { cmd.Wait(); close(ended) }()
	select {
	case <-ended:
	case <-time.After(20 * time.Second):
		cmd.Process.Kill()
		<-ended
		t.Fatal("ctrl+c does not end it")
	}
}

func TestWhatCannotBePrintedIsNoSuccess(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := newPerson(t)
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer full.Close()
	for _, args := range [][]string{{"preset", "list"}, {"preset", "list", "--json"}, {"voices"}, {"takes", "list", "--json"}, {"version"}, {"preset", "schema"}, {"man"}, {"--help"},
		{"tune", "--text", welcome, "--axes", "speed", "--clips", "3", "--json", "--judge", likes("2")}} {
		cmd := p.command(t.Context(), args...)
		var errs bytes.Buffer
		cmd.Stdout, cmd.Stderr = full, &errs
		cmd.Run()
		if code := cmd.ProcessState.ExitCode(); code != 1 || !strings.Contains(errs.String(), "standard output cannot be written: no space left on device") {
			t.Errorf("%v: exit %d: %s", args, code, errs.String())
		}
	}
}

func TestAReaderWhoLeavesEndsNoTake(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := newPerson(t)
	cmd := p.command(t.Context(), "say", "--out", "-", "A sentence that is long enough for a pipe to be closed in the midst of it, again and again.")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	io.ReadFull(out, make([]byte, 10))
	out.Close()
	cmd.Wait()
	if status := cmd.ProcessState.Sys().(syscall.WaitStatus); status.Signaled() {
		t.Error(status.Signal())
	}
	if list := p.runs("", "takes", "list"); list.out == "" || strings.Contains(list.out, "cut") {
		t.Errorf("%q", list.out)
	}
}

func TestDoctorSaysWhatCannotBeUsed(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := newPerson(t)
	p.write(".config/voicestudio/config.json", `{"host": "mars"}`)
	if got := p.runs("", "doctor", "--no-play"); !strings.Contains(got.out, `config.json:1: `) || !strings.Contains(got.out, `"mars"`) || !strings.Contains(got.out, "-> choose one of sandbox") || !strings.Contains(got.out, "voicestudio config opens the file") {
		t.Errorf("exit %d: %s\n%s", got.code, got.err, got.out)
	}
	for set, says := range map[string]string{
		"HTTPS_PROXY=http://anna:hunter2@10.0.0.1:3128 NO_PROXY=a.test": "http://10.0.0.1:3128: directly to a.test",
		"https_proxy=anna:hunter2@10.0.0.1:3128":                        "http://10.0.0.1:3128",
		"HTTPS_PROXY=socks5://anna:hunter2@[::1]:1080":                  "socks5://[::1]:1080",
		"HTTPS_PROXY=http://anna:hun%ter2@10.0.0.1":                     "HTTPS_PROXY is not an address: hosts are asked directly",
		"ALL_PROXY=socks5://anna:hunter2@10.0.0.1":                      "ALL_PROXY is not read\n                        -> set HTTPS_PROXY",
		"SSL_CERT_FILE=/none.pem":                                       "/none.pem: no certificate (PEM) can be read from it",
	} {
		other := *p
		if got := other.with(strings.Fields(set)...).runs("", "doctor"); !strings.Contains(got.out, says) || strings.Contains(got.out+got.err, "hun") {
			t.Errorf("%s: exit %d: %s\n%s", set, got.code, got.err, got.out)
		}
	}
	p.write(".config/voicestudio/config.json", "\ufeff{\"host\": \"sandbox\"}")
	if got := p.runs("", "doctor", "--no-play"); got.code != 0 {
		t.Errorf("exit %d: %s\n%s", got.code, got.err, got.out)
	}
}
