package takes

import (
	"bufio"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"voicestudio/tts"
	"voicestudio/tts/takes/disk"
)

func ids(takes []Take) (s string) {
	for _, t := range takes {
		s += t.Request.Text
	}
	return s
}

// named makes a take that says its name.
func named(t *testing.T, f Folder, name string, audio int, age time.Duration) Take {
	t.Helper()
	r := must[*Recording](t)(f.Begin(fmt.Sprintf("%x", sha256.Sum256([]byte(name))), "mp3", Take{Time: time.Now().Add(-age).UTC(), Request: tts.Request{Text: name}}))
	r.Write(make([]byte, audio))
	return must[Take](t)(r.Finish(tts.Progress{Bytes: int64(audio), Complete: true}))
}

func TestDeletedTakesComeBack(t *testing.T) {
	f := Folder{filepath.Join(t.TempDir(), "takes")}
	if _, err := f.Delete("nothing"); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	a, b := named(t, f, "a", 10, 3*time.Hour), named(t, f, "b", 10, 2*time.Hour)
	named(t, f, "c", 10, time.Hour)
	if _, err := f.Delete(a.ID, "gone-1"); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	undo, err := f.Delete(a.Short(), b.ID, a.ID)
	if err != nil {
		t.Fatal(err)
	}
	left, broken, _ := f.List()
	trash, _, _ := f.Trash().List()
	if ids(left) != "c" || ids(trash) != "ba" || broken != nil {
		t.Errorf("left %q, in the trash %q, %v", ids(left), ids(trash), broken)
	}
	if again := named(t, f, "a", 5, 0); again.ID == a.ID {
		t.Error("a take in the trash lost its id")
	}
	if err := undo(); err != nil {
		t.Fatal(err)
	}
	if back := must[Take](t)(f.Load(a.ID)); !back.Whole() || back.Bytes != 10 {
		t.Errorf("%+v", back)
	}
	if err := undo(); !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), "in the trash there is no take") {
		t.Errorf("undone twice: %v", err)
	}
}

func TestPruneSparesWhatMatters(t *testing.T) {
	f := Folder{t.TempDir()}
	old := named(t, f, "old", 1000, 9*time.Hour)
	starred, noted, heard := named(t, f, "starred", 1000, 8*time.Hour), named(t, f, "noted", 1000, 8*time.Hour), named(t, f, "heard", 1000, 8*time.Hour)
	named(t, f, "middle", 1000, time.Hour)
	deleted := named(t, f, "deleted", 1000, time.Minute)
	live := must[*Recording](t)(f.Begin(other, "mp3", Take{Time: time.Now().Add(-20 * time.Hour), Request: tts.Request{Text: "live"}}))
	live.Write(make([]byte, 1000))
	must[Take](t)(f.Star(starred.ID, true))
	must[Take](t)(f.Note(noted.ID, "keep"))
	must[Take](t)(f.Heard(heard.ID))
	if _, err := f.Delete(deleted.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Delete(live.Take().ID); err == nil {
		t.Error("a take was deleted while it was being made")
	}
	litter := filepath.Join(f.Dir, ".voicestudio-XXXXXXXX.tmp")
	os.WriteFile(litter, []byte("litter"), 0o600)
	os.Chtimes(litter, time.Time{}, time.Now().Add(-2*time.Hour))

	before, _ := size(f.Dir)
	budget := before - 1000 - 500 // the trash, and then a bit: one take has to go
	plan, err := f.Prune(budget, true, nil)
	if now, _ := size(f.Dir); err != nil || now != before {
		t.Fatalf("a dry run changed something: %v", err)
	}
	done, err := f.Prune(budget, false, nil)
	if err != nil || ids(done.Takes) != "old" || ids(plan.Takes) != "old" || done.Trash != 1 || done.Over != 0 {
		t.Errorf("%+v %v", done, err)
	}
	if now, _ := size(f.Dir); now != done.Left || before-now != done.Freed || plan.Left != done.Left {
		t.Errorf("%d bytes are left, said were %d and %d", now, plan.Left, done.Left)
	}
	if exists(old.File) || exists(litter) {
		t.Error("the oldest take or a temporary file is still there")
	}
	if done, err = f.Prune(0, false, nil); err != nil || ids(done.Takes) != "middleheard" || done.Over != done.Left {
		t.Errorf("%q %+v %v", ids(done.Takes), done, err)
	}
	if take, err := live.Finish(tts.Progress{Bytes: 1000, Complete: true}); err != nil || !take.Whole() {
		t.Errorf("%+v %v", take, err)
	}
	if left, _, _ := f.List(); len(left) != 3 {
		t.Errorf("left %q", ids(left))
	}
	if _, err := (Folder{filepath.Join(f.Dir, "none")}).Prune(0, false, nil); err != nil {
		t.Error(err)
	}
}

func TestMain(m *testing.M) {
	if work, dir, found := strings.Cut(os.Getenv("TAKES_TEST_CHILD"), ":"); found {
		child(work, Folder{dir})
	}
	goleak.VerifyTestMain(m)
}

// child is the other program of a test.
func child(work string, f Folder) {
	fault := func(err error) {
		if err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
	}
	switch work {
	case "tag":
		for range 40 {
			_, err := f.Note(hash+"-1", "from the child")
			fault(err)
			r, err := f.Begin(other, "mp3", Take{})
			fault(err)
			r.Write([]byte("child"))
			_, err = r.Finish(tts.Progress{Bytes: 5, Complete: true})
			fault(err)
		}
	case "hold":
		unlock, err := disk.Lock(f.Dir)
		fault(err)
		fmt.Println("held")
		io.Copy(io.Discard, os.Stdin) // until the test lets go
		unlock()
	case "edit":
		_, err := f.edit(hash+"-1", disk.Patience, func(d *document) {
			fmt.Println("held")
			io.Copy(io.Discard, os.Stdin)
			d.set("note", "from the child")
		})
		fault(err)
	case "trash":
		for {
			takes, _, err := f.List()
			fault(err)
			all := []string{takes[0].ID, takes[1].ID, takes[2].ID}
			undo, err := f.Delete(all...)
			fault(err)
			fmt.Println("deleted")
			fault(undo())
			fmt.Println("back")
		}
	case "record":
		for n := 0; ; n++ {
			r, err := f.Begin(other, "mp3", Take{Time: time.Now(), Request: tts.Request{Text: strings.Repeat("x", 5000)}})
			fault(err)
			for range 10 {
				r.Write([]byte("0123456789"))
				fmt.Println("writing")
			}
			_, err = r.Finish(tts.Progress{Bytes: 100, Complete: true})
			fault(err)
		}
	}
	os.Exit(0)
}

func startChild(t *testing.T, work string, f Folder) (*exec.Cmd, *bufio.Reader) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "TAKES_TEST_CHILD="+work+":"+f.Dir, "GORACE=atexit_sleep_ms=0")
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
	f := Folder{t.TempDir()}
	keep(t, f, hash, "shared", 0)
	cmd, _ := startChild(t, "tag", f)
	var tags []string
	for i := range 40 {
		tags = append(tags, fmt.Sprint(i))
		take := must[Take](t)(f.Tag(hash+"-1", tags...))
		if len(take.Tags) != i+1 {
			t.Fatalf("tags are lost: %q", take.Tags)
		}
		keep(t, f, other, "parent", 0)
	}
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	takes, broken, err := f.List()
	if len(takes) != 81 || len(broken) != 0 || err != nil {
		t.Errorf("%d takes, %v, %v", len(takes), broken, err)
	}
	shared := must[Take](t)(f.Load(hash))
	if shared.Note != "from the child" || len(shared.Tags) != 40 {
		t.Errorf("%+v", shared)
	}
	for _, take := range takes {
		if !take.Whole() {
			t.Errorf("%+v", take)
		}
	}
}

func TestAKilledProgramLeavesPartialTakesNeverWrongOnes(t *testing.T) {
	f := Folder{t.TempDir()}
	for lines := 1; lines <= 40; lines += 3 {
		cmd, out := startChild(t, "record", f)
		for range lines {
			if _, err := out.ReadString('\n'); err != nil {
				t.Fatal(err)
			}
		}
		cmd.Process.Kill()
		cmd.Wait()
		takes, broken, err := f.List()
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range broken { // killed between the audio and its description
			if !strings.Contains(b.Reason, "no json file describes") {
				t.Errorf("%v", b.Error())
			}
		}
		for _, take := range takes {
			audio, _ := os.ReadFile(take.File)
			if take.Fault != "" || take.Live || take.Bytes != int64(len(audio)) || take.Whole() && len(audio) != 100 {
				t.Errorf("after %d lines: %s, %d bytes, %s", lines, take.ID, take.Bytes, take.Fault)
			}
		}
	}
	if best, found, err := lookUp(f, other); err != nil || !found || best.Bytes != 100 {
		t.Errorf("%+v %v %v", best, found, err)
	}
}

func TestAProgramKilledWhileDeletingLosesNoTake(t *testing.T) {
	f := Folder{t.TempDir()}
	for _, name := range []string{"a", "b", "c", "d"} {
		named(t, f, name, 100, 0)
	}
	for round := range 12 {
		cmd, out := startChild(t, "trash", f)
		for range 1 + round {
			if line, err := out.ReadString('\n'); err != nil || line != "deleted\n" && line != "back\n" {
				t.Fatal(line, err)
			}
		}
		cmd.Process.Kill()
		cmd.Wait()
		// What is in the trash, whole or in part, comes back by being restored.
		deleted, torn, err := f.Trash().List()
		if err != nil {
			t.Fatal(err)
		}
		for _, take := range deleted {
			torn = append(torn, Broken{ID: take.ID})
		}
		for _, b := range torn {
			if err := f.Restore(b.ID); err != nil {
				t.Fatal(err)
			}
		}
		takes, broken, err := f.List()
		if len(takes) != 4 || len(broken) != 0 || err != nil {
			t.Fatalf("round %d: %d takes, %v, %v", round, len(takes), broken, err)
		}
		for _, take := range takes {
			if !take.Whole() {
				t.Errorf("%+v", take)
			}
		}
	}
}

func TestPruningSparesWhatAnotherProgramIsMaking(t *testing.T) {
	f := Folder{t.TempDir()}
	cmd, out := startChild(t, "record", f)
	made, seen := 0, 0
	for range 60 {
		if _, err := out.ReadString('\n'); err != nil {
			t.Fatal(err)
		}
		p, err := f.Prune(0, false, nil)
		if err != nil {
			t.Fatal(err)
		}
		made += len(p.Takes)
		for _, take := range p.Takes {
			if !take.Whole() {
				t.Errorf("%s was removed while it was being made", take.ID)
			}
		}
		takes, _, _ := f.List()
		for _, take := range takes {
			if take.Live {
				seen++
			}
			if take.Fault != "" {
				t.Errorf("%s: %s", take.ID, take.Fault)
			}
		}
	}
	cmd.Process.Kill()
	cmd.Wait()
	if made == 0 || seen == 0 {
		t.Errorf("%d pruned, %d seen while they were made", made, seen)
	}
}

func TestANoteMadeWhileATakeStreamsStays(t *testing.T) {
	f := Folder{t.TempDir()}
	r := must[*Recording](t)(f.Begin(hash, "mp3", Take{}))
	var noted sync.WaitGroup
	noted.Go(func() { f.Star(hash, true) })
	r.Write([]byte("audio"))
	if takes, _, _ := f.List(); len(takes) != 1 || !takes[0].Live || !takes[0].Partial {
		t.Errorf("%+v", takes)
	}
	noted.Wait()
	must[Take](t)(r.Finish(tts.Progress{Bytes: 5, Complete: true}))
	if take := must[Take](t)(f.Load(hash)); !take.Starred || take.Partial || take.Live {
		t.Errorf("%+v", take)
	}
}
