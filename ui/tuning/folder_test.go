package tuning

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/tts/tune"
)

// begun is a course of one voice that is kept in a folder.
func begun(t *testing.T, f Folder) Course {
	t.Helper()
	var r tts.Request
	r.SetVoices([]tts.TimbreWeight{{VoiceID: "Wise_Woman"}})
	c, err := Begin(1, tts.Sandbox, "Welcome aboard.", []Start{{"Wise Woman", r}})
	if err == nil {
		c, err = f.Create(c)
	}
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// answer answers the next question of a course and keeps it.
func answer(t *testing.T, f Folder, c Course, a tune.Answer) Course {
	t.Helper()
	search, err := tune.Open(c.Session)
	if err == nil {
		err = search.Answer(a)
	}
	if err == nil {
		c.Session = search.Session()
		c, err = f.Save(c)
	}
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func last(t *testing.T, f Folder) *Course {
	t.Helper()
	c, _, err := f.Last()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestTheCourseThatWasChangedLastIsResumedUntilItEnds(t *testing.T) {
	f := Folder{filepath.Join(t.TempDir(), "tunings")}
	if c := last(t, f); c != nil {
		t.Fatalf("of no folder is resumed %+v", c)
	}
	one, other := begun(t, f), begun(t, f)
	one = answer(t, f, one, tune.Right)
	if c := last(t, f); c == nil || c.ID != one.ID || len(c.Session.Answers) != 1 || c.Labels[0] != "Wise Woman" {
		t.Errorf("resumed is %+v", c)
	}
	if err := f.End(one.ID); err != nil {
		t.Fatal(err)
	}
	if c := last(t, f); c == nil || c.ID != other.ID {
		t.Errorf("after its end is resumed %+v", c)
	}
	for path, mode := range map[string]fs.FileMode{f.Dir: 0o700, f.Path(one.ID): 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != mode {
			t.Errorf("%s: %v %v", path, info.Mode(), err)
		}
	}
	ended, err := f.Load(one.ID)
	if err != nil || !ended.Ended {
		t.Fatalf("%+v %v", ended, err)
	}
	data, _ := os.ReadFile(f.Path(one.ID))
	old := ended.Updated.Format(time.RFC3339Nano)
	put(t, f.Path(one.ID), strings.Replace(string(data), `"updated": "`+old, `"updated": "2020-01-01T00:00:00Z`, 1))
	begun(t, f)
	if _, err := f.Load(one.ID); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("it is remembered for years: %v", err)
	}
}

func TestTwoProgramsOnOneCourse(t *testing.T) {
	f := Folder{t.TempDir()}
	c := begun(t, f)
	here, there := c, c
	here = answer(t, f, here, tune.Right)
	if _, err := f.Save(there); !errors.Is(err, fs.ErrExist) || !strings.Contains(err.Error(), "another program goes on with this tuning") {
		t.Errorf("the other one goes on: %v", err)
	}
	if kept, err := f.Load(c.ID); err != nil || len(kept.Session.Answers) != 1 || !kept.Updated.Equal(here.Updated) {
		t.Errorf("kept is %+v, %v", kept, err)
	}
	var all sync.WaitGroup
	for range 4 { // each has its own
		all.Go(func() {
			c := begun(t, f)
			for range 5 {
				c = answer(t, f, c, tune.Middle)
			}
		})
	}
	all.Wait()
	if courses, broken, err := f.List(); len(courses) != 5 || len(broken) > 0 || err != nil {
		t.Errorf("%d courses, %v, %v", len(courses), broken, err)
	}
}

func TestWhatAnotherVersionKnowsOfACourseStays(t *testing.T) {
	f := Folder{t.TempDir()}
	c := begun(t, f)
	data, _ := os.ReadFile(f.Path(c.ID))
	put(t, f.Path(c.ID), strings.NewReplacer(`"seed": 1`, `"seed": 1, "x_lots": [1, 2.50]`, `"voice_setting": {`, `"voice_setting": {"x_new": 7,`, `"clips"`, `"x_mine": "a", "clips"`).Replace(string(data)))
	answer(t, f, c, tune.Left)
	text, _ := os.ReadFile(f.Path(c.ID))
	for _, kept := range []string{`"x_lots":[1,2.50]`, `"x_new":7`, `"x_mine":"a"`, `"answer":"left"`} {
		if !strings.Contains(strings.NewReplacer(" ", "", "\n", "").Replace(string(text)), kept) {
			t.Errorf("%s is lost:\n%s", kept, text)
		}
	}
}

func TestAFileThatIsNoCourseIsToldAndNeverOverwritten(t *testing.T) {
	f := Folder{t.TempDir()}
	c := begun(t, f)
	data, _ := os.ReadFile(f.Path(c.ID))
	for text, says := range map[string]string{
		"": "empty, as after a power cut",
		strings.Replace(string(data), `"version": 1`, `"version": 2`, 1):           "made by a newer voicestudio (version 2 of the file, this program knows 1)",
		strings.Replace(string(data), `"host": "sandbox"`, `"host": "moon"`, 1):    `there is no host "moon"`,
		strings.Replace(string(data), `"answers": []`, `"answers": "many"`, 1):     "answers is of the wrong kind",
		strings.Replace(string(data), `"first": 0.3`, `"first": 0`, 1):             "method",
		strings.Replace(string(data), `"voice_id": "Wise_Woman"`, `"speed": 7`, 1): "starts[0].voice_setting.",
	} {
		put(t, f.Path(c.ID), text)
		_, err := f.Load(c.ID)
		resumed, broken, listed := f.Last()
		if err == nil || !strings.Contains(err.Error(), says) || resumed != nil || len(broken) != 1 || listed != nil {
			t.Errorf("%s: %v, %+v %v", says, err, broken, listed)
		}
		_, saved := f.Save(c)
		if ended := f.End(c.ID); saved == nil || ended == nil {
			t.Errorf("%s: saved %v, ended %v", says, saved, ended)
		}
		if now, _ := os.ReadFile(f.Path(c.ID)); string(now) != text {
			t.Errorf("%s: the file became %q", says, now)
		}
	}
	for _, id := range []string{"nothing", "../" + c.ID, ""} {
		if _, err := f.Load(id); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%q: %v", id, err)
		}
	}
}

func TestTakesOfOpenCoursesAreHeld(t *testing.T) {
	f := Folder{t.TempDir()}
	open, ended := begun(t, f), begun(t, f)
	for i, c := range []*Course{&open, &ended} {
		c.Heard(takes.Take{ID: []string{"0123abcd-12", "3fa9c2d1-1"}[i]})
		c.Heard(takes.Take{ID: "deadbeef-2"})
		c.Heard(takes.Take{ID: "deadbeef-2"})
		kept, err := f.Save(*c)
		if err != nil || len(kept.Takes) != 2 {
			t.Fatalf("%+v %v", kept, err)
		}
	}
	f.End(ended.ID)
	put(t, filepath.Join(f.Dir, "newer.json"), `{"version": 9, "ended": true, "takes": ["cafecafe-3"]}`)
	held, err := f.Takes()
	if err != nil || len(held) != 3 || !held["0123abcd-12"] || !held["deadbeef-2"] || !held["cafecafe-3"] {
		t.Errorf("%v %v", held, err)
	}
}
