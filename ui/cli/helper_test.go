package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// mainEnv makes this test binary behave as the program itself.
const mainEnv = "VOICESTUDIO_TEST_MAIN"

func TestMain(m *testing.M) {
	if os.Getenv(mainEnv) != "" {
		os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
	}
	os.Setenv("LC_ALL", "C.UTF-8") // a person's own locale is not asked, nor where they live
	time.Local = time.UTC
	os.Exit(m.Run())
}

func need(t testing.TB, tools ...string) {
	t.Helper()
	for _, tool := range tools {
		if _, err := exec.LookPath(tool); err != nil {
			if os.Getenv("CI") != "" {
				t.Fatalf("%s is not installed", tool)
			}
			t.Skipf("%s is not installed", tool)
		}
	}
}

// person is someone with a home folder of their own and, at first, no sound
// device and no keys.
type person struct {
	t    testing.TB
	home string
	env  []string
	// program is what they run; empty: this test binary as the program.
	program string
}

func newPerson(t testing.TB) *person {
	// With the race detector every program would sleep for a second at its end.
	home := t.TempDir()
	p := &person{t: t, home: home, env: []string{mainEnv + "=1", "HOME=" + home, "PATH=" + os.Getenv("PATH"), "TERM=xterm-256color", "LANG=C.UTF-8", "TZ=UTC", "TMPDIR=" + os.TempDir(), "GORACE=atexit_sleep_ms=0",
		"PULSE_SERVER=unix:/nonexistent/native", "ALSA_CONFIG_PATH=/nonexistent/alsa.conf"}}
	return p
}

// with sets variables of the person's environment.
func (p *person) with(env ...string) *person {
	p.env = append(p.env, env...)
	return p
}

func (p *person) command(ctx context.Context, args ...string) *exec.Cmd {
	exe := p.program
	if exe == "" {
		var err error
		if exe, err = os.Executable(); err != nil {
			p.t.Fatal(err)
		}
	}
	cmd := exec.CommandContext(ctx, exe, args...)
	cmd.Env, cmd.Dir = p.env, p.home
	return cmd
}

// ran is how a run of the program ended.
type ran struct {
	code     int
	out, err string
}

// runs runs the program to its end, with input on standard input.
func (p *person) runs(input string, args ...string) ran {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.t.Context(), time.Minute)
	defer cancel()
	cmd := p.command(ctx, args...)
	var out, errs bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(input), &out, &errs
	err := cmd.Run()
	if _, exited := errors.AsType[*exec.ExitError](err); err != nil && !exited {
		p.t.Fatal(err)
	}
	return ran{cmd.ProcessState.ExitCode(), out.String(), errs.String()}
}

// report is the JSON on the last line of the output.
func (r ran) report(t testing.TB) map[string]any {
	t.Helper()
	lines := strings.Split(strings.TrimRight(r.out, "\n"), "\n")
	var report map[string]any
	if err := json.Unmarshal([]byte(lines[len(lines)-1]), &report); err != nil {
		t.Fatalf("the last line is no JSON: %v\n%s", err, r.out)
	}
	return report
}

// path is a file in the person's home.
func (p *person) path(name string) string { return filepath.Join(p.home, name) }

func (p *person) write(name, text string) string {
	p.t.Helper()
	path := p.path(name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		p.t.Fatal(err)
	}
	return path
}
