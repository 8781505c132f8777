package team

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"voicestudio/presets"
)

// agreed keeps what a preset sounds like, as the program does.
func agreed(t testing.TB, f presets.Folder, host string, day int, hz float64) {
	t.Helper()
	e, err := f.Load("Warm")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Remember(e, presets.Fingerprint{At: time.Date(2026, 11, day, 9, 0, 0, 0, time.UTC), Host: host, Model: "speech-2.8-hd", TextHash: "aa", RequestHash: "bb", AudioMS: 1000,
		Measures: presets.Figures{Version: 1, F0MedianHz: &hz}}); err != nil {
		t.Fatal(err)
	}
}

// kept are the pitches that a preset has by host.
func kept(t testing.TB, f presets.Folder) map[string]float64 {
	t.Helper()
	e, err := f.Load("Warm")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]float64{}
	for _, one := range e.Fingerprints {
		all[one.Host] = *one.Measures.F0MedianHz
	}
	return all
}

func TestTwoPeoplesFingerprintsNeverAskAnybody(t *testing.T) {
	for name, c := range map[string]struct {
		before    func(*presets.Preset) // what Anna has changed beside that
		committed bool                  // Bo has pushed his, or tried
	}{
		"in a file that is not committed":     {func(*presets.Preset) {}, false},
		"in two commits":                      {func(*presets.Preset) {}, true},
		"beside a setting, not committed":     {speed(1.3), false},
		"beside a setting, in another commit": {speed(1.3), true},
	} {
		t.Run(name, func(t *testing.T) {
			anna, bo := team(t)
			mustSave(t, anna, presets.Preset{Name: "Warm", SampleText: "Hello."})
			agreed(t, anna, "sandbox", 1, 100)
			mustPush(t, anna)
			mustPull(t, bo)
			change(t, anna, "Warm", c.before)
			agreed(t, anna, "sandbox", 2, 110)
			agreed(t, anna, "minimax", 2, 200)
			mustPush(t, anna)
			agreed(t, bo, "sandbox", 3, 120)
			agreed(t, bo, "dashscope", 3, 300)
			if c.committed {
				run(t, bo.Dir, "commit", "-qam", "presets: Warm")
			}
			s := mustPull(t, bo)
			if want := map[string]float64{"dashscope": 300, "minimax": 200, "sandbox": 120}; !maps.Equal(kept(t, bo), want) {
				t.Errorf("%v", kept(t, bo))
			}
			e, _ := bo.Load("Warm")
			if len(s.News) != 1 || len(s.News[0].Retaken) != 2 || *s.News[0].Retaken[1].Was.Measures.F0MedianHz != 100 || *s.News[0].Retaken[1].Is.Measures.F0MedianHz != 110 {
				t.Errorf("%+v", s.News)
			}
			if was, found := s.Before[e.File]; !found || was.Name != "Warm" || was.Request.VoiceSetting.Speed != nil {
				t.Errorf("%+v", s.Before)
			}
			if status := run(t, bo.Dir, "status", "--short"); (status == "") != c.committed {
				t.Errorf("%q", status)
			}
			if s := mustPush(t, bo); !s.Pushed {
				t.Errorf("%+v", s)
			}
			mustPull(t, anna)
			if !maps.Equal(kept(t, anna), kept(t, bo)) {
				t.Errorf("%v and %v", kept(t, anna), kept(t, bo))
			}
		})
	}
}

func TestAFingerprintAloneIsToldToThoseWhoPushAndPull(t *testing.T) {
	anna, bo := team(t)
	mustSave(t, anna, presets.Preset{Name: "Warm", SampleText: "Hello."})
	mustPush(t, anna)
	mustPull(t, bo)
	agreed(t, anna, "sandbox", 1, 100)
	edits, _, err := Outgoing(ctx, anna.Dir)
	if err != nil || len(edits) != 1 || edits[0].Deed != Edited || len(edits[0].Changes) > 0 || len(edits[0].Retaken) != 1 || edits[0].Retaken[0].Was != nil {
		t.Fatalf("%v %+v", err, edits)
	}
	mustPush(t, anna)
	if s := mustPull(t, bo); len(s.News) != 1 || len(s.News[0].Retaken) != 1 || s.News[0].Retaken[0].Host != "sandbox" || !slices.Equal(s.Pulled, []string{"Warm"}) {
		t.Errorf("%+v", s)
	}
}

// What is aside comes back as it was where a pull is refused.
func TestAPullThatIsRefusedLeavesAFingerprintWhereItWas(t *testing.T) {
	anna, bo := team(t)
	for _, name := range []string{"Warm", "Other"} {
		mustSave(t, anna, presets.Preset{Name: name, SampleText: "Hello."})
	}
	mustPush(t, anna)
	mustPull(t, bo)
	write(t, anna, "notes.txt", "one\n")
	run(t, anna.Dir, "add", ".")
	agreed(t, anna, "sandbox", 1, 100)
	run(t, anna.Dir, "commit", "-qam", "all")
	mustPush(t, anna)
	agreed(t, bo, "sandbox", 2, 120)
	write(t, bo, "notes.txt", "two\n")
	run(t, bo.Dir, "add", "notes.txt")
	run(t, bo.Dir, "commit", "-qm", "notes", "--", "notes.txt")
	file := filepath.Join(bo.Dir, "warm.json")
	before, _ := os.ReadFile(file)
	if _, err := Pull(ctx, bo.Dir, PreferNone); !errors.As(err, new(*SyncConflict)) {
		t.Fatal(err)
	}
	if after, _ := os.ReadFile(file); string(after) != string(before) || len(before) == 0 {
		t.Errorf("%s", after)
	}
}
