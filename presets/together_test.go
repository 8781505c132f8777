package presets

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"

	"voicestudio/tts"
)

func waitFor(t *testing.T, true func() bool) {
	t.Helper()
	for deadline := time.Now().Add(30 * time.Second); !true(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("it never came")
		}
	}
}

func TestReadersNeverSeeHalfAFile(t *testing.T) {
	f := temp(t)
	mustSave(t, f, Preset{Name: "Busy"})
	done := make(chan error, 1)
	go func() {
		p, err := Preset{Name: "Busy", Notes: string(make([]byte, 5000))}, error(nil)
		for range 20 {
			if _, e := f.Save(p); e != nil {
				err = e
			}
		}
		done <- err
	}()
	for {
		if _, broken, err := f.List(); len(broken) > 0 || err != nil {
			t.Fatal(broken, err)
		}
		select {
		case err := <-done:
			if err != nil {
				t.Fatal(err)
			}
			return
		default:
		}
	}
}

func TestAFileThatSomebodyElseChangedIsNotOverwritten(t *testing.T) {
	f := temp(t)
	opened := mustSave(t, f, Preset{Name: "Warm", Request: tts.Request{VoiceSetting: tts.VoiceSetting{VoiceID: "A", Speed: ptr(1.0)}}})
	mine := opened.Preset
	mine.Request.VoiceSetting.Speed = ptr(1.2)

	other := opened.Preset
	mustSave(t, f, other) // saved again, but nothing changed
	saved, err := f.Update(opened, mine)
	if err != nil || *saved.Request.VoiceSetting.Speed != 1.2 {
		t.Fatalf("%+v %v", saved, err)
	}

	other = saved.Preset
	other.Request.VoiceSetting.Pitch = ptr(3)
	mustSave(t, f, other)
	mine.Notes = "mine"
	_, err = f.Update(saved, mine)
	changed, found := errors.AsType[*Changed](err)
	if !found || !strings.Contains(err.Error(), `"Warm" was changed on disk since it was opened (pitch +3 st)`) {
		t.Fatal(err)
	}
	if got := Sentences(Diff(changed.Base, changed.Mine)); !slices.Equal(got, []string{`notes mine`}) {
		t.Errorf("%q", got)
	}
	merged, conflicts := changed.Merge()
	if len(conflicts) > 0 || merged.Notes != "mine" || *merged.Request.VoiceSetting.Pitch != 3 {
		t.Errorf("%+v %v", merged, conflicts)
	}
	if e, _ := f.Load("Warm"); e.Notes != "" {
		t.Error("something was written")
	}
	// The three ways on: take theirs, save as new, keep mine.
	if _, err := f.Create(mine); !errors.Is(err, fs.ErrExist) {
		t.Errorf("as new under the same name: %v", err)
	}
	if e, err := f.Save(mine); err != nil || e.Notes != "mine" {
		t.Errorf("%+v %v", e, err)
	}

	e, _ := f.Load("Warm")
	f.Delete("Warm")
	_, err = f.Update(e, mine)
	if changed, found := errors.AsType[*Changed](err); !found || !changed.Gone {
		t.Errorf("%v", err)
	}
}

func TestUpdateUnderAnotherNameRenames(t *testing.T) {
	f := temp(t)
	e := mustSave(t, f, Preset{Name: "Warm"})
	mustSave(t, f, Preset{Name: "Taken"})
	for _, elsewhere := range []Entry{Starters()[0], mustSave(t, temp(t), Preset{Name: "Warm"})} {
		if _, err := f.Update(elsewhere, e.Preset); !errors.Is(err, fs.ErrPermission) {
			t.Error(err)
		}
	}
	p := e.Preset
	p.Name = "Taken"
	if _, err := f.Update(e, p); !errors.Is(err, fs.ErrExist) {
		t.Error(err)
	}
	p.Name = "Warmer"
	if e, err := f.Update(e, p); err != nil || filepath.Base(e.File) != "warmer.json" {
		t.Errorf("%+v %v", e, err)
	}
	if got := files(t, f); !slices.Equal(got, []string{"taken.json", "warmer.json"}) {
		t.Errorf("%q", got)
	}
}

func TestMain(m *testing.M) {
	if dir := os.Getenv("PRESETS_TEST_CHILD"); dir != "" {
		if bundle := os.Getenv("PRESETS_TEST_IMPORT"); bundle != "" {
			childImports(Folder{Dir: dir}, bundle)
		}
		child(Folder{Dir: dir})
	}
	goleak.VerifyTestMain(m)
}

// child is the other program of a test: it saves until it is killed, or,
// where it is told so, a number of times.
func child(f Folder) {
	for n := 0; n < 30 || os.Getenv("PRESETS_TEST_FOREVER") != ""; n++ {
		_, err := f.Create(Preset{Name: fmt.Sprintf("child %d", n)})
		if err == nil || errors.Is(err, fs.ErrExist) {
			err = tag(f, "c")
		}
		if err == nil && os.Getenv("PRESETS_TEST_FOREVER") != "" {
			_, err = f.Rename("Moving A", "Moving B")
		}
		if err == nil && os.Getenv("PRESETS_TEST_FOREVER") != "" {
			_, err = f.Rename("Moving B", "Moving A")
		}
		if err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		fmt.Println("saved")
	}
	os.Exit(0)
}

// childImports imports a bundle.
func childImports(f Folder, bundle string) {
	data, err := os.ReadFile(bundle)
	if err == nil {
		var plan *Plan
		if plan, err = f.PlanImport(data); err == nil {
			_, err = plan.Apply(false)
		}
	}
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	os.Exit(0)
}

// tag adds a tag to the preset that both programs change.
func tag(f Folder, name string) error {
	for {
		e, err := f.Load("Shared")
		if err != nil {
			return err
		}
		p := e.Preset
		p.Tags = append(slices.Clone(p.Tags), name)
		if _, err = f.Update(e, p); err == nil {
			return nil
		}
		if _, again := errors.AsType[*Changed](err); !again {
			return err
		}
	}
}

func startChild(t *testing.T, f Folder, env ...string) (*exec.Cmd, *bufio.Reader) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(append(os.Environ(), "PRESETS_TEST_CHILD="+f.Dir, "GORACE=atexit_sleep_ms=0"), env...)
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	return cmd, bufio.NewReader(out)
}

func TestTwoProgramsLoseNothingOfEachOther(t *testing.T) {
	f := temp(t)
	mustSave(t, f, Preset{Name: "Shared"})
	cmd, out := startChild(t, f)
	for n := range 30 {
		mustSave(t, f, Preset{Name: fmt.Sprintf("parent %d", n)})
		if err := tag(f, "p"); err != nil {
			t.Fatal(err)
		}
	}
	said, _ := io.ReadAll(out)
	if err := cmd.Wait(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	e, err := f.Load("Shared")
	if got := strings.Count(strings.Join(e.Tags, ""), "c") + 100*strings.Count(strings.Join(e.Tags, ""), "p"); got != 3030 {
		t.Errorf("of 30 tags each there are %d (c + 100 p), %v", got, err)
	}
	if got := len(names(t, f)); got != 61 {
		t.Errorf("%d presets", got)
	}
	if got := files(t, f); slices.ContainsFunc(got, func(s string) bool { return !strings.HasSuffix(s, ".json") }) {
		t.Errorf("something else appeared: %q", got)
	}
}

func TestAKilledProgramLeavesNoHalfFile(t *testing.T) {
	f := temp(t)
	mustSave(t, f, Preset{Name: "Shared"})
	mustSave(t, f, Preset{Name: "Moving A", Notes: "precious"})
	for lines := 1; lines < 12; lines += 2 {
		cmd, out := startChild(t, f, "PRESETS_TEST_FOREVER=1")
		for range lines {
			if line, err := out.ReadString('\n'); err != nil || line != "saved\n" {
				t.Fatal(line, err)
			}
		}
		cmd.Process.Kill()
		cmd.Wait()
		if _, broken, err := f.List(); len(broken) > 0 || err != nil {
			t.Fatal(broken, err)
		}
		a, errA := f.Load("Moving A")
		b, errB := f.Load("Moving B")
		if a.Notes != "precious" && b.Notes != "precious" {
			t.Fatal("a renamed preset is gone", errA, errB)
		}
		if errA == nil && errB == nil { // killed between the new name and the old one's end
			f.Delete("Moving B")
		} else if errB == nil {
			f.Rename("Moving B", "Moving A")
		}
	}
	mustSave(t, f, Preset{Name: "After"}) // the dead hold no lock
}

func TestAnImportThatWasKilledCanBeRepeated(t *testing.T) {
	from := temp(t)
	var all []Entry
	for n := range 60 {
		name := fmt.Sprintf("Voice %d", n)
		mustSave(t, from, Preset{Name: name})
		e, err := from.SetPreview(name, []byte("clip of "+name))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, e)
	}
	bundle := filepath.Join(t.TempDir(), "voices.json")
	if err := os.WriteFile(bundle, must(Export(all...)), 0o644); err != nil {
		t.Fatal(err)
	}
	to := Folder{Dir: t.TempDir()}
	wholly := func() int {
		listed, broken, err := to.List()
		if len(broken) > 0 || err != nil {
			t.Fatal(broken, err)
		}
		whole := 0
		for _, e := range listed {
			if clip, _ := readClip(e.Preview); string(clip) == "clip of "+e.Name {
				whole++
			}
		}
		return whole
	}
	for killed := range 8 {
		before := len(files(t, to))
		cmd, _ := startChild(t, to, "PRESETS_TEST_IMPORT="+bundle)
		var ended atomic.Bool
		var waiting sync.WaitGroup
		waiting.Go(func() {
			cmd.Wait()
			ended.Store(true)
		})
		waitFor(t, func() bool { return len(files(t, to)) > before+killed || ended.Load() })
		cmd.Process.Kill()
		waiting.Wait()
	}
	// The narrowest place: the preset is there, its clip is not.
	os.Remove(filepath.Join(to.Dir, "voice-0.mp3"))
	plan := mustPlan(t, to, must(os.ReadFile(bundle)))
	if one := plan.Imports[0]; one.Outcome != ImportClip || len(plan.Collisions()) > 0 {
		t.Errorf("%+v %q", one, plan.Collisions())
	}
	if _, err := plan.Apply(false); err != nil || wholly() != 60 {
		t.Errorf("%d of 60, %v", wholly(), err)
	}
	if _, err := to.Copy(all[0], "Copy"); err != nil {
		t.Fatal(err)
	}
	os.Remove(filepath.Join(to.Dir, "copy.mp3"))
	if e, err := to.Copy(all[0], "Copy"); err != nil || e.Preview == "" {
		t.Errorf("a copy that was killed: %v", err)
	}
	if _, err := to.Copy(all[0], "Copy"); !errors.Is(err, fs.ErrExist) {
		t.Error(err)
	}
	old := filepath.Join(to.Dir, ".voicestudio-DEADBEEF.tmp")
	os.WriteFile(old, nil, 0o644)
	os.Chtimes(old, time.Time{}, time.Now().Add(-2*time.Hour))
	mustSave(t, to, Preset{Name: "After"})
	if _, err := os.Stat(old); err == nil {
		t.Error("what a killed program left is still there")
	}
}
