package team

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"go.uber.org/goleak"

	"voicestudio/presets"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// run calls git as a person would.
func run(t testing.TB, dir string, args ...string) string {
	t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return string(out)
}

// team is a bare repository and the checkouts of two people.
func team(t testing.TB) (anna, bo presets.Folder) {
	t.Helper()
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", "")
	t.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	bare := filepath.Join(home, "team.git")
	run(t, home, "init", "--quiet", "--bare", "--initial-branch=main", bare)
	for _, who := range []string{"Anna", "Bo"} {
		run(t, home, "clone", "--quiet", bare, who)
		dir := filepath.Join(home, who)
		run(t, dir, "symbolic-ref", "HEAD", "refs/heads/main")
		run(t, dir, "config", "user.name", who+"\x1b[31m")
		run(t, dir, "config", "user.email", who+"@example.org")
		os.MkdirAll(filepath.Join(dir, "voices"), 0o755)
	}
	return presets.Folder{Dir: filepath.Join(home, "Anna", "voices")}, presets.Folder{Dir: filepath.Join(home, "Bo", "voices")}
}

var ctx = context.Background()

func mustPush(t testing.TB, f presets.Folder) Synced {
	t.Helper()
	s, err := Push(ctx, f.Dir, PreferNone)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func mustPull(t testing.TB, f presets.Folder) Synced {
	t.Helper()
	s, err := Pull(ctx, f.Dir, PreferNone)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// change edits a preset as a person does.
func change(t testing.TB, f presets.Folder, name string, edit func(*presets.Preset)) {
	t.Helper()
	e, err := f.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	p := e.Preset
	edit(&p)
	if _, err := f.Update(e, p); err != nil {
		t.Fatal(err)
	}
}

func speed(x float64) func(*presets.Preset) {
	return func(p *presets.Preset) { p.Request.VoiceSetting.Speed = &x }
}

func mustSave(t testing.TB, f presets.Folder, p presets.Preset) {
	t.Helper()
	if _, err := f.Save(p); err != nil {
		t.Fatalf("saving %q: %v", p.Name, err)
	}
}

func write(t testing.TB, f presets.Folder, base, text string) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(f.Dir, 0o755), os.WriteFile(filepath.Join(f.Dir, base), []byte(text), 0o644)); err != nil {
		t.Fatal(err)
	}
}

func must[T any](v T, _ error) T { return v }
