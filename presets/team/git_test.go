package team

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"voicestudio/presets"
	"voicestudio/tts"
)

func TestATeammateGetsExactlyThisVoice(t *testing.T) {
	anna, bo := team(t)
	p, err := presets.LoadFile(filepath.Join("..", "testdata", "v1.json")) // with every setting
	if err != nil {
		t.Fatal(err)
	}
	mustSave(t, anna, p.Preset)
	if _, err := anna.SetPreview(p.Name, []byte("clip")); err != nil {
		t.Fatal(err)
	}
	write(t, anna, "notes.txt", "not a preset")
	write(t, anna, "broken.json", "{")
	run(t, anna.Dir, "add", "notes.txt") // staged by hand: it stays so
	s := mustPush(t, anna)
	if !s.Pushed || !slices.Equal(s.Committed, []string{p.Name}) || len(s.Skipped) != 1 {
		t.Errorf("%+v", s)
	}
	if got := run(t, anna.Dir, "log", "--format=%s", "--name-only", "main"); !strings.HasPrefix(got, "presets: "+p.Name+"\n") || strings.Contains(got, "notes.txt") || strings.Contains(got, "broken") {
		t.Errorf("%s", got)
	}
	if got := run(t, anna.Dir, "status", "--short"); got != "A  notes.txt\n?? broken.json\n" {
		t.Errorf("%s", got)
	}

	if s := mustPull(t, bo); !slices.Equal(s.Pulled, []string{p.Name}) {
		t.Errorf("%+v", s)
	}
	e, err := bo.Load(p.Name)
	if err != nil || e.Preview == "" {
		t.Fatal(e, err)
	}
	want, got := must(presets.Preset{Request: p.Request}.Encode()), must(presets.Preset{Request: e.Request}.Encode())
	if !bytes.Equal(want, got) || !e.Request.Equal(p.Request) {
		t.Errorf("another request:\n%s", got)
	}
	a, _ := os.ReadFile(filepath.Join(anna.Dir, filepath.Base(e.File)))
	if b, _ := os.ReadFile(e.File); !bytes.Equal(a, b) {
		t.Error("another file")
	}
}

func TestGitTellsWhoChangedWhatAndWhatIsNotCommitted(t *testing.T) {
	anna, bo := team(t)
	mustSave(t, anna, presets.Preset{Name: "One"})
	mustSave(t, anna, presets.Preset{Name: "Zwei \"ü\""})
	mustPush(t, anna)
	mustPull(t, bo)
	change(t, bo, "One", speed(1.5))
	mustPush(t, bo)
	mustPull(t, anna)
	change(t, anna, "Zwei \"ü\"", speed(1.5))
	mustSave(t, anna, presets.Preset{Name: "New"})
	got, err := Git(ctx, anna.Dir)
	if err != nil || len(got) != 3 {
		t.Fatal(got, err)
	}
	if one := got["one.json"]; one.Author != "Bo[31m" || !one.Committed || one.Subject != "presets: One" || one.Time.IsZero() {
		t.Errorf("%+v", one)
	}
	if two := got["zwei-ü.json"]; two.Author != "Anna[31m" || two.Committed {
		t.Errorf("%+v", two)
	}
	if fresh := got["new.json"]; fresh != (Tracked{}) {
		t.Errorf("%+v", fresh)
	}
	l := presets.Library{Places: []presets.Place{{Name: "team", Folder: anna}, {Name: "other", Folder: presets.Folder{Dir: filepath.Join(t.TempDir(), "none")}}}}
	if all := GitAll(ctx, l); len(all) != 3 || all[filepath.Join(anna.Dir, "one.json")] != got["one.json"] {
		t.Errorf("%v", all)
	}
	for _, dir := range []string{t.TempDir(), filepath.Join(anna.Dir, "none")} {
		if got, err := Git(ctx, dir); got != nil || err != nil {
			t.Errorf("%s: %v %v", dir, got, err)
		}
	}
	if _, err := Pull(ctx, t.TempDir(), PreferNone); err == nil || !strings.Contains(err.Error(), "is not in a git checkout") {
		t.Error(err)
	}
	t.Setenv("PATH", "")
	if got, err := Git(ctx, anna.Dir); got != nil || err != nil {
		t.Errorf("without git: %v %v", got, err)
	}
	if _, err := Push(ctx, anna.Dir, PreferNone); err == nil || !strings.Contains(err.Error(), "git is not installed") {
		t.Error(err)
	}
}

func TestChangesOfDifferentFieldsAreJoined(t *testing.T) {
	anna, bo := team(t)
	mustSave(t, anna, presets.Preset{Name: "Warm", Request: tts.Request{VoiceSetting: tts.VoiceSetting{VoiceID: "A", Speed: new(1.0), Vol: new(1.0)}}})
	mustPush(t, anna)
	mustPull(t, bo)
	change(t, anna, "Warm", speed(1.1))
	mustPush(t, anna)
	change(t, bo, "Warm", func(p *presets.Preset) { p.Request.VoiceSetting.Vol = new(2.0) }) // the line below
	mustPush(t, bo)
	mustPull(t, anna)
	for _, f := range []presets.Folder{anna, bo} {
		e, err := f.Load("Warm")
		if err != nil || *e.Request.VoiceSetting.Speed != 1.1 || *e.Request.VoiceSetting.Vol != 2 {
			t.Errorf("%+v %v", e.Request, err)
		}
	}
	// Saved again on both sides, nothing but updated differs.
	change(t, anna, "Warm", func(p *presets.Preset) {})
	change(t, bo, "Warm", func(p *presets.Preset) {})
	data, _ := os.ReadFile(filepath.Join(bo.Dir, "warm.json"))
	os.WriteFile(filepath.Join(bo.Dir, "warm.json"), []byte(strings.Replace(string(data), `"updated": "20`, `"updated": "21`, 1)), 0o644)
	mustPush(t, anna)
	mustPush(t, bo)
	if e, err := bo.Load("Warm"); err != nil || e.Updated.Year() < 2100 {
		t.Errorf("the later is not taken: %v %v", e.Updated, err)
	}
	// A voice here and a blend there are one field, though git would join the lines.
	change(t, anna, "Warm", func(p *presets.Preset) { p.Request.VoiceSetting.VoiceID = "B" })
	mustPush(t, anna)
	change(t, bo, "Warm", func(p *presets.Preset) {
		p.Request.TimbreWeights = []tts.TimbreWeight{{VoiceID: "A", Weight: 1}, {VoiceID: "B", Weight: 1}}
	})
	if _, err := Push(ctx, bo.Dir, PreferNone); err == nil || !strings.Contains(err.Error(), "voice: yours") {
		t.Error(err)
	}
}

func TestWhatIsNotCommittedSurvivesAPull(t *testing.T) {
	anna, bo := team(t)
	mustSave(t, anna, presets.Preset{Name: "One"})
	mustSave(t, anna, presets.Preset{Name: "Two"})
	mustPush(t, anna)
	mustPull(t, bo)
	change(t, bo, "One", speed(1.5))
	mustPush(t, bo)
	change(t, anna, "Two", speed(0.5))
	mustSave(t, anna, presets.Preset{Name: "New"})
	if s := mustPull(t, anna); !slices.Equal(s.Pulled, []string{"One"}) || s.Pushed || s.Committed != nil {
		t.Errorf("%+v", s)
	}
	if e, err := anna.Load("Two"); err != nil || *e.Request.VoiceSetting.Speed != 0.5 {
		t.Errorf("%+v %v", e, err)
	}
	if got := run(t, anna.Dir, "status", "--short", "--branch"); got != "## main...origin/main\n M two.json\n?? new.json\n" {
		t.Errorf("%s", got)
	}
	stopped, stop := context.WithCancel(ctx)
	stop()
	if _, err := Push(stopped, anna.Dir, PreferNone); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestAPullBringsTheBranchThatItNames(t *testing.T) {
	anna, bo := team(t)
	mustSave(t, anna, presets.Preset{Name: "One"})
	mustPush(t, anna)
	mustPull(t, bo)
	run(t, bo.Dir, "remote", "set-branches", "origin", "other") // as in a clone of a single branch
	change(t, anna, "One", speed(1.5))
	mustPush(t, anna)
	if s := mustPull(t, bo); !slices.Equal(s.Pulled, []string{"One"}) {
		t.Errorf("%+v", s)
	}
	anna.Delete("One")
	mustPush(t, anna)
	if s := mustPull(t, bo); !slices.Equal(s.Pulled, []string{"One"}) {
		t.Errorf("by its name, though it is gone: %+v", s)
	}
	run(t, filepath.Join(anna.Dir, "..", "..", "team.git"), "update-ref", "-d", "refs/heads/main")
	if s := mustPush(t, bo); !s.Pushed {
		t.Errorf("nothing new, with nothing there: %+v", s)
	}
}

func TestAConflictStopsAndIsSaidByField(t *testing.T) {
	anna, bo := team(t)
	mustSave(t, anna, presets.Preset{Name: "Warm", Request: tts.Request{VoiceSetting: tts.VoiceSetting{VoiceID: "A", Speed: new(1.0)}}})
	mustSave(t, anna, presets.Preset{Name: "Gone"})
	mustPush(t, anna)
	mustPull(t, bo)
	change(t, anna, "Warm", speed(1.1))
	anna.Delete("Gone")
	if s := mustPush(t, anna); !slices.Equal(s.Committed, []string{"Gone", "Warm"}) {
		t.Errorf("%+v", s)
	}

	change(t, bo, "Warm", speed(1.2))
	change(t, bo, "Gone", speed(1.2))
	if _, err := Pull(ctx, bo.Dir, PreferNone); !errors.Is(err, fs.ErrExist) || !strings.Contains(err.Error(), "without a commit") {
		t.Errorf("uncommitted: %v", err)
	}
	head := run(t, anna.Dir, "rev-parse", "origin/main")
	for range 2 { // a second try is no different
		_, err := Push(ctx, bo.Dir, PreferNone)
		conflict, is := errors.AsType[*SyncConflict](err)
		if !is || len(conflict.Files) != 2 {
			t.Fatal(err)
		}
		for _, want := range []string{`"Warm" (speed: yours 1.20×, theirs 1.10×)`, `"Gone" (changed here, deleted there)`} {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%v", err)
			}
		}
	}
	if e, err := bo.Load("Warm"); err != nil || *e.Request.VoiceSetting.Speed != 1.2 {
		t.Errorf("the working copy is not as it was: %+v %v", e, err)
	}
	if got := run(t, bo.Dir, "status", "--short"); got != "" {
		t.Errorf("%s", got)
	}
	if now := run(t, bo.Dir, "rev-parse", "origin/main"); now != head {
		t.Error("something was pushed")
	}
	// The ways on: theirs by hand for one, mine for the rest.
	change(t, bo, "Warm", speed(1.1))
	if s, err := Push(ctx, bo.Dir, PreferMine); err != nil || !s.Pushed {
		t.Fatal(s, err)
	}
	mustPull(t, anna)
	if all, _, err := anna.List(); err != nil || len(all) != 2 || all[0].Name != "Gone" || all[1].Name != "Warm" {
		t.Errorf("%v %v", all, err)
	}
	change(t, anna, "Warm", speed(1.3))
	mustPush(t, anna)
	change(t, bo, "Warm", speed(1.4))
	if _, err := Push(ctx, bo.Dir, PreferTheirs); err != nil {
		t.Fatal(err)
	}
	if e, _ := bo.Load("Warm"); *e.Request.VoiceSetting.Speed != 1.3 {
		t.Errorf("%+v", e.Request)
	}
}

func TestAnythingButAPresetIsJoinedByHand(t *testing.T) {
	anna, bo := team(t)
	write(t, anna, "README.md", "one\n")
	run(t, anna.Dir, "add", ".")
	run(t, anna.Dir, "commit", "-qm", "read me")
	mustPush(t, anna)
	mustPull(t, bo)
	for _, f := range []presets.Folder{anna, bo} {
		write(t, f, "README.md", f.Dir)
		run(t, f.Dir, "commit", "-qam", "read me")
	}
	mustPush(t, anna)
	mustSave(t, bo, presets.Preset{Name: "Mine"})
	write(t, bo, "draft.txt", "not committed")
	_, err := Push(ctx, bo.Dir, PreferMine)
	if err == nil || !strings.Contains(err.Error(), `"README.md" (not a preset`) {
		t.Fatal(err)
	}
	if got := run(t, bo.Dir, "status", "--short", "--branch"); got != "## main...origin/main [ahead 2, behind 1]\n?? draft.txt\n" {
		t.Errorf("the working copy is not usable:\n%s", got)
	}
}

func TestTheConfigOfACheckoutRunsNothing(t *testing.T) {
	anna, _ := team(t)
	mustSave(t, anna, presets.Preset{Name: "One"})
	t.Setenv("PPIO_API_KEY", "secret")
	t.Setenv("GIT_DIR", "/nowhere")
	os.Unsetenv("GIT_DIR") // run, below, is not cleaned
	ran := filepath.Join(t.TempDir(), "ran")
	script := filepath.Join(t.TempDir(), "script")
	os.WriteFile(script, []byte("#!/bin/sh\nenv >> "+ran+"\n"), 0o755)
	top := filepath.Dir(anna.Dir)
	for _, hook := range []string{"pre-commit", "pre-push", "post-commit", "post-index-change", "reference-transaction"} {
		data, _ := os.ReadFile(script)
		os.WriteFile(filepath.Join(top, ".git", "hooks", hook), data, 0o755)
	}
	run(t, top, "config", "core.fsmonitor", script)
	run(t, top, "config", "core.askPass", script)
	run(t, top, "config", "core.pager", script)
	run(t, top, "config", "core.editor", script)
	t.Setenv("GIT_DIR", "/nowhere")
	t.Setenv("GIT_EXTERNAL_DIFF", script)
	os.Remove(ran)
	mustPush(t, anna)
	if got, err := Git(ctx, anna.Dir); err != nil || !got["one.json"].Committed {
		t.Errorf("%v %v", got, err)
	}
	if data, err := os.ReadFile(ran); err == nil {
		t.Errorf("it ran:\n%s", data)
	}
}

func TestAPasswordInAnAddressIsNotShown(t *testing.T) {
	got := said("fatal: unable to access 'https://anna:geheim@example.org/x': \x1b[31mno\u202e\nhint: try\n")
	if got != "unable to access 'https://example.org/x': [31mno" {
		t.Error(got)
	}
}
