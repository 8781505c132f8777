package audition

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"voicestudio/presets/keep"
	"voicestudio/tts"
)

func folder(t *testing.T) Folder { return Folder{filepath.Join(t.TempDir(), "auditions")} }

func create(t *testing.T, f Folder, name string, labels ...string) Audition {
	t.Helper()
	a := Audition{Name: name, Text: "Hello."}
	for _, l := range labels {
		a.Candidates = append(a.Candidates, Candidate{Label: l, Kind: Voice})
	}
	a, err := f.Create(a)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func put(t *testing.T, f Folder, base, text string) string {
	t.Helper()
	if err := os.MkdirAll(f.Dir, 0o700); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(f.Dir, base)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestAnAuditionIsAFileOfItsOwn(t *testing.T) {
	f := folder(t)
	if all, broken, err := f.List(); len(all)+len(broken) > 0 || err != nil {
		t.Fatal(all, broken, err)
	}
	a := create(t, f, "  Onboarding / 新 ", "Graceful\x1b[2J Lady", strings.Repeat("x", 300))
	info, err := os.Stat(filepath.Join(f.Dir, "onboarding-新.json"))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Fatal(info, err)
	}
	if a.Name != "Onboarding / 新" || a.Candidates[0].ID != "c1" || a.Candidates[1].ID != "c2" || a.Candidates[0].Label != "Graceful[2J Lady" || len(a.Candidates[1].Label) > 125 {
		t.Errorf("%+v", a)
	}
	for _, name := range []string{"onboarding / 新", "onboarding-新", a.Name} {
		if got, err := f.Load(name); err != nil || !keep.Same(got, a) {
			t.Errorf("%q: %+v %v", name, got, err)
		}
	}
	for _, name := range []string{"../onboarding-新", "onboarding: 新", "nothing", "", "../../etc/passwd"} {
		if got, err := f.Load(name); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%q: %+v %v", name, got, err)
		}
	}
	for name, says := range map[string]string{
		"ONBOARDING / 新":         `there is an audition "Onboarding / 新" already`,
		"onboarding: 新":          `has the file onboarding-新.json, which this name would have, too`,
		" \n":                    "it has no name",
		"a\x1bb":                 "cannot be shown",
		strings.Repeat("n", 121): "longer than 120",
	} {
		if _, err := f.Create(Audition{Name: name}); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: %v", name, err)
		}
	}
	create(t, f, "../escape")
	create(t, f, "CON")
	create(t, f, "😀")
	if entries, _ := os.ReadDir(filepath.Dir(f.Dir)); len(entries) != 1 {
		t.Errorf("something lies beside the folder: %v", entries)
	}
	if _, err := f.Load("🎉"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("one name without letters is another: %v", err)
	}
	f.Edit("con", func(a *Audition) { a.Text = "New." })
	if all, _, err := f.List(); err != nil || len(all) != 4 || all[0].Name != "CON" {
		t.Errorf("%+v %v", all, err)
	}
}

const strange = `{"version": 1, "x_first": [1, {"a": 2}], "name": "Strange", "text": "Hello.",
 "candidates": [{"id": "c2", "x_mine": "a", "label": "A", "kind": "voice", "host": "sandbox", "stars": 2,
   "request": {"voice_setting": {"voice_id": "Wise_Woman", "x_new": 7, "speed": 1.1}, "timbre_weights": [{"voice_id": "b", "weight": 1, "x_w": 1}]}},
  {"id": "c7", "label": "B", "kind": "voice", "host": "sandbox", "request": {}, "x_theirs": "b"}],
 "bench": {"order": ["c7", "c2"], "x_view": true},
 "duels": {"seed": 18446744073709551615, "final": 10, "answers": [{"a": "c2", "b": "c7", "won": "", "at": "2026-11-30T00:00:00Z", "x_ms": 5}]},
 "x_sessions": [{"session": "s1", "votes": [1, 2.50, null]}], "created": "2026-11-30T00:00:00Z", "updated": "2026-11-30T00:00:00Z"}`

func TestWhatAnotherVersionWroteStaysAtEveryLevel(t *testing.T) {
	f := folder(t)
	path := put(t, f, "strange.json", "\ufeff"+strange)
	a, err := f.Edit("strange", func(a *Audition) {
		a.Candidates[0], a.Candidates[1] = a.Candidates[1], a.Candidates[0]
		a.Candidates[0].Note, a.Candidates[1].Stars = "so so", 0
		a.Candidates[1].Request.VoiceSetting = tts.VoiceSetting{}
		a.Candidates = append(a.Candidates, Candidate{Label: "C"}, Candidate{ID: "c2", Label: "D"}, Candidate{ID: "s50-50", Label: "E"})
		a.Bench.Order = nil
		a.Name = "Other"
	})
	if err != nil || a.Name != "Strange" || a.Candidates[2].ID != "c8" || a.Candidates[3].ID != "c9" || a.Candidates[4].ID != "c10" {
		t.Fatalf("%+v %v", a, err)
	}
	text := strings.Join(strings.Fields(read(t, path)), " ")
	for _, kept := range []string{`{ "version": 1, "x_first": [ 1, { "a": 2 } ], "name": "Strange"`, `{ "id": "c2", "x_mine": "a"`, `"voice_setting": { "x_new": 7 }`, `"x_w": 1`, `"x_theirs": "b", "note": "so so"`,
		`"bench": { "x_view": true }`, `"seed": 18446744073709551615`, `"x_ms": 5`, `"x_sessions": [ { "session": "s1", "votes": [ 1, 2.50, null ] } ]`} {
		if !strings.Contains(text, kept) {
			t.Errorf("%s is lost:\n%s", kept, text)
		}
	}
	if strings.Contains(text, "stars") || strings.Contains(text, `"speed"`) || strings.Contains(text, "order") {
		t.Errorf("what was taken out is there:\n%s", text)
	}
	f.Edit("strange", func(a *Audition) { a.Candidates = a.Candidates[:2] })
	if a, err = f.Edit("strange", func(a *Audition) { a.Candidates = append(a.Candidates, Candidate{Label: "F"}) }); a.Candidates[2].ID != "c11" || err != nil {
		t.Errorf("an id was given twice: %+v %v", a.Candidates, err)
	}
	before := read(t, path)
	if _, err := f.Edit("strange", func(*Audition) {}); err != nil || read(t, path) != before {
		t.Errorf("nothing was changed, and the file is another: %v", err)
	}
}

func TestTwoStudiosOnOneAudition(t *testing.T) {
	f := folder(t)
	create(t, f, "Both", "A", "B", "C", "D")
	var all sync.WaitGroup
	for who := range 4 {
		all.Go(func() {
			for i := range 8 {
				if _, err := f.Edit("Both", func(a *Audition) { a.Candidates[who].Note += fmt.Sprint(i) }); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	a, err := f.Load("Both")
	for _, c := range a.Candidates {
		if c.Note != "01234567" {
			t.Errorf("%s is lost in %q, %v", c.ID, c.Note, err)
		}
	}
}

func TestAFileThatIsNoAuditionIsNeverOverwritten(t *testing.T) {
	f := folder(t)
	for text, says := range map[string]string{
		"":                    "empty, as after a power cut",
		"\x00\x00\x00":        "empty, as after a power cut",
		"{\n\"name\": \"x\",": "line 2: not valid JSON",
		"[]":                  "not a JSON object",
		`{"name": "x", "text": "` + "\xff" + `"}`:                         "not UTF-8",
		"{\"name\": \"x\",\n\"candidates\": 7}":                           "line 2: candidates is of the wrong kind: number",
		`{"name": "x", "created": "yesterday"}`:                           `yesterday`,
		`{"text": "x"}`:                                                   "it has no name",
		`{"version": -1,"name": "x"}`:                                     "version has to be 1",
		`{"version": 2, "name": "x", "candidates": {"c1": "3fa9c2d1-1"}}`: "made by a newer voicestudio (version 2 of the file, this program knows 1)",
	} {
		path := put(t, f, "x.json", text)
		_, err := f.Load("x")
		all, broken, listed := f.List()
		if err == nil || !strings.Contains(err.Error(), says) || len(all) != 0 || len(broken) != 1 || listed != nil || broken[0].Error() != err.Error() {
			t.Errorf("%q: %v, %+v %+v", text, err, all, broken)
		}
		if _, edited := f.Edit("x", func(a *Audition) { a.Text = "mine" }); edited == nil {
			t.Errorf("%q was edited", text)
		}
		if _, err := f.Create(Audition{Name: "x"}); !errors.Is(err, fs.ErrExist) {
			t.Errorf("%q: %v", text, err)
		}
		if read(t, path) != text {
			t.Errorf("%q became %q", text, read(t, path))
		}
	}
	os.Remove(filepath.Join(f.Dir, "x.json"))
	os.Symlink("/etc/hostname", filepath.Join(f.Dir, "x.json"))
	if _, err := f.Load("x"); err == nil || !strings.Contains(err.Error(), "not a regular file") {
		t.Errorf("a link: %v", err)
	}
}

func TestATakeThatAnAuditionHoldsIsKnownWhateverTheFile(t *testing.T) {
	f := folder(t)
	if held, err := f.Takes(); len(held) != 0 || err != nil {
		t.Fatal(held, err)
	}
	create(t, f, "One", "A")
	f.Edit("One", func(a *Audition) { a.Candidates[0].Take = "0123abcd-12" })
	put(t, f, "newer.json", `{"version": 9, "takes": {"a": "3fa9c2d1-1"}}`)
	put(t, f, "broken.json", `{"candidates": [{"take": "deadbeef-2", `)
	held, err := f.Takes()
	if err != nil || len(held) != 3 || !held["0123abcd-12"] || !held["3fa9c2d1-1"] || !held["deadbeef-2"] {
		t.Errorf("%v %v", held, err)
	}
	if names, err := f.Holders(); err != nil || strings.Join(names["0123abcd-12"], "") != "One" {
		t.Errorf("%v %v", names, err)
	}
	os.Mkdir(filepath.Join(f.Dir, "folder.json"), 0o700)
	if held, err := f.Takes(); err == nil {
		t.Errorf("nobody knows what is in a file that cannot be read: %v", held)
	}
}

func TestWhatWasRemovedComesBack(t *testing.T) {
	f := folder(t)
	a := create(t, f, "One", "A")
	undo, err := f.Remove("one")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Load("One"); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	if all, _, _ := f.Trash().List(); len(all) != 1 {
		t.Errorf("%+v", all)
	}
	if err := undo(); err != nil {
		t.Fatal(err)
	}
	if got, err := f.Load("One"); err != nil || !keep.Same(got, a) {
		t.Errorf("%+v %v", got, err)
	}
	undo, _ = f.Remove("One")
	create(t, f, "One")
	if err := undo(); !errors.Is(err, fs.ErrExist) {
		t.Errorf("another one was overwritten: %v", err)
	}
	if _, err := f.Remove("nothing"); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(strange))
	f.Add([]byte(`{"version": 2}`))
	f.Add([]byte(`{"name": "a", "NAME": "b", "candidates": [{"id": "c1"}, {"id": "c1", "x": 1}], "bench": null, "duels": {"answers": null}}`))
	f.Add([]byte(`{"name": "a", "key": "k", "tests": [{"id": "t", "clips": [{"clip": "x", "id": "c1"}, {"clip": "y", "id": "c2", "label": "\u202e"}, {"clip": "x"}]}, {"id": "t"}, null],
		"sessions": [{"session": "s", "test": "t", "name": "\u001b", "answers": [{"a": "x", "b": "y", "first": "y", "answer": 1}, {"a": "y", "b": "x", "answer": -7}]}, {"session": "s", "test": "t"}, null]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := Parse(data)
		if err != nil {
			var broken *Broken
			if !errors.As(err, &broken) || strings.ContainsFunc(err.Error(), tts.Steers) {
				t.Fatalf("%#v", err)
			}
			return
		}
		a.tidy(a.Candidates)
		if l, exported := a.Listened(); exported {
			report := l.Report(l.Test.Names())
			if strings.ContainsFunc(strings.ReplaceAll(report, "\n", ""), tts.Steers) {
				t.Fatalf("%q", report)
			}
		}
		text, err := keep.Encode(a, data)
		if err != nil {
			return // such as a year that JSON has no form for
		}
		again, err := Parse(text)
		if err != nil || !keep.Same(again, a) {
			t.Fatalf("%+v\n%+v\n%s\n%v", a, again, text, err)
		}
		twice, err := keep.Encode(again, text)
		if err != nil || string(twice) != string(text) {
			t.Fatalf("%s\n%s\n%v", text, twice, err)
		}
	})
}
