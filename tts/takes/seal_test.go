package takes

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"voicestudio/tts"
	"voicestudio/tts/subtitles"
	"voicestudio/tts/takes/disk"
)

// startHolder is another program that has the folder's lock until release.
func startHolder(t *testing.T, work string, f Folder) (release func()) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "TAKES_TEST_CHILD="+work+":"+f.Dir, "GORACE=atexit_sleep_ms=0")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	if _, err := io.ReadFull(out, make([]byte, len("held\n"))); err != nil {
		t.Fatal(err)
	}
	return func() {
		in.Close()
		if err := cmd.Wait(); err != nil {
			t.Error(err)
		}
	}
}

func hidden(t *testing.T, f Folder) (names []string) {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(f.Dir, ".*"))
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestATakeThatEndsWhileAnotherProgramIsBusyIsWhole(t *testing.T) {
	for _, work := range []string{"hold", "edit"} { // "edit" read the take before its end and writes it after
		t.Run(work, func(t *testing.T) {
			f := Folder{t.TempDir()}
			r := begin(t, f)
			r.Write([]byte("audio"))
			release := startHolder(t, work, f)
			price := tts.Money{Amount: 0.5, Currency: "CNY"}
			r.Price = &price
			take, err := r.Finish(tts.Progress{Bytes: 5, Complete: true, FirstChunk: 61 * time.Millisecond, Info: tts.Info{TraceID: "t1", UsageCharacters: new(7)}})
			if err != nil || !take.Whole() {
				t.Fatalf("%+v, %v", take, err)
			}
			check := func(when string) {
				t.Helper()
				got, found, err := lookUp(f, hash)
				if err != nil || !found || got.Live || got.Bytes != 5 || got.TraceID != "t1" || *got.UsageCharacters != 7 || *got.Price != price || *got.FirstChunkMS != 61 {
					t.Errorf("%s: %v %+v %v", when, found, got, err)
				}
				if list, broken, err := f.list(); len(list) != 1 || !list[0].Whole() || broken != nil || err != nil {
					t.Errorf("%s, in the list: %+v %v %v", when, list, broken, err)
				}
			}
			check("while it is busy")
			release()
			check("once it is done")
			if _, err := f.Star(hash, true); err != nil {
				t.Fatal(err)
			}
			check("after an edit")
			if s := stored(t, f, hash+"-1"); s.Partial || !s.Starred || (work == "edit") != (s.Note == "from the child") {
				t.Errorf("the file says %+v", s)
			}
			if left := hidden(t, f); len(left) != 0 {
				t.Errorf("left %q", left)
			}
		})
	}
}

// sealedTake is a take that could only be sealed.
func sealedTake(t *testing.T, f Folder) Take {
	t.Helper()
	r := begin(t, f)
	r.Write([]byte("audio"))
	unlock, err := disk.Lock(f.Dir)
	if err != nil {
		t.Fatal(err)
	}
	defer unlock()
	take := must[Take](t)(r.Finish(tts.Progress{Bytes: 5, Complete: true}))
	if len(hidden(t, f)) != 1 || !stored(t, f, take.ID).Partial {
		t.Fatal("it was not sealed")
	}
	return take
}

func TestASealedTakeIsMendedDeletedAndBroughtBack(t *testing.T) {
	f := Folder{t.TempDir()}
	take := sealedTake(t, f)
	if list, _, err := f.List(); err != nil || len(list) != 1 || !list[0].Whole() {
		t.Errorf("%+v %v", list, err)
	}
	if stored(t, f, take.ID).Partial || len(hidden(t, f)) != 0 {
		t.Error("a list mends it")
	}
	second := sealedTake(t, f)
	undo := must[func() error](t)(f.Delete(second.ID))
	if trash, _, _ := f.Trash().List(); len(trash) != 1 || !trash[0].Whole() {
		t.Errorf("in the trash: %+v", trash)
	}
	if err := undo(); err != nil {
		t.Fatal(err)
	}
	if got := must[Take](t)(f.Load(second.ID)); !got.Whole() {
		t.Errorf("%+v", got)
	}
	third := sealedTake(t, f)
	if _, err := f.Delete(third.ID); err != nil {
		t.Fatal(err)
	}
	if done, err := f.Prune(0, false, nil); err != nil || done.Left != 0 || len(hidden(t, f)) != 0 {
		t.Errorf("%+v %v, left %q", done, err, hidden(t, f))
	}
}

func TestAProgramKilledWhileItMendsLeavesTheTakeWhole(t *testing.T) {
	f := Folder{t.TempDir()}
	take := sealedTake(t, f)
	seal := filepath.Join(f.Dir, sealOf(take.ID))
	data := must[[]byte](t)(os.ReadFile(seal))
	must[Take](t)(f.Note(take.ID, "mended"))
	os.WriteFile(seal, data, 0o600) // killed before it was removed
	must[Take](t)(f.Tag(take.ID, "x"))
	os.WriteFile(seal, data, 0o600)
	if got := must[Take](t)(f.Load(take.ID)); !got.Whole() || got.Note != "mended" || len(got.Tags) != 1 {
		t.Errorf("%+v", got)
	}
	if _, err := f.Prune(1<<40, false, nil); err != nil || exists(seal) {
		t.Errorf("the seal stays, %v", err)
	}
	// One that outlived its take says nothing of the next take of that name.
	os.Remove(f.path(take.ID, description))
	os.Remove(take.File)
	os.WriteFile(seal, data, 0o600)
	r := begin(t, f)
	r.Write([]byte("other"))
	if got := must[Take](t)(f.Load(take.ID)); got.ID != r.Take().ID || !got.Partial {
		t.Errorf("%+v", got)
	}
	r.Finish(tts.Progress{Bytes: 5})
}

func TestWhatEditorsAndPeopleWriteIsReadAsMeant(t *testing.T) {
	f := Folder{t.TempDir()}
	take := keep(t, f, hash, "audio", 0)
	path := f.path(take.ID, description)
	os.WriteFile(path, append([]byte("\ufeff"), must[[]byte](t)(os.ReadFile(path))...), 0o600)
	if got, err := f.Note(take.ID, "\ufeffCafe\u0301\tau\r\nlait"); err != nil || got.Note != "Café au\nlait" || !got.Whole() {
		t.Errorf("%+v %v", got, err)
	}
	if got, err := f.Tag(take.ID, "cafe\u0301"); err != nil || got.Tags[0] != "café" {
		t.Errorf("%+v %v", got, err)
	}
}

func TestALongTakeWithTheTimesOfItsWordsCanBeReadAgain(t *testing.T) {
	f := Folder{t.TempDir()}
	r := begin(t, f)
	r.Write([]byte("audio"))
	r.Subtitles = longSubtitles()
	must[Take](t)(r.Finish(tts.Progress{Bytes: 5, Complete: true}))
	if got, found, err := lookUp(f, hash); !found || err != nil || len(got.Subtitles) != 200 {
		t.Errorf("%v %v, %d cues", found, err, len(got.Subtitles))
	}
}

func TestTemporaryFilesOfKilledProgramsGo(t *testing.T) {
	f := Folder{t.TempDir()}
	keep(t, f, hash, "audio", 0)
	old, fresh := filepath.Join(f.Dir, ".voicestudio-OLD.tmp"), filepath.Join(f.Dir, ".voicestudio-NEW.tmp")
	os.WriteFile(old, []byte(strings.Repeat("x", 9)), 0o600)
	os.WriteFile(fresh, nil, 0o600)
	os.Chtimes(old, time.Time{}, time.Now().Add(-2*abandoned))
	if _, _, err := f.List(); err != nil || exists(old) || !exists(fresh) {
		t.Errorf("%v, the old one is there: %v, the new one: %v", err, exists(old), exists(fresh))
	}
}

// longSubtitles are those of 9,999 characters, each a word with its times.
func longSubtitles() (cues []subtitles.Cue) {
	for i := range 200 {
		c := subtitles.Cue{Text: strings.Repeat("字", 50), Begin: int64(i) * 10000, End: int64(i+1) * 10000}
		for n := range 50 {
			c.Words = append(c.Words, subtitles.Word{Text: "字", Begin: c.Begin + int64(n)*200, End: c.Begin + int64(n+1)*200})
		}
		cues = append(cues, c)
	}
	return cues
}
