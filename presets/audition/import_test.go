package audition

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

func TestVotesThatAreNotOnThePageAreRefused(t *testing.T) {
	f := folder(t)
	takes := voiced(t, f, "Graceful", "Wise", "Calm")
	test := examine(t, f, Pairs, takes, "c1", "c2")
	good := said(test, "listener-1", "Anna", "c1 c2 1")
	imports(t, f, good, New)
	before := read(t, f.Path("Opening"))
	for says, spoil := range map[string]func(*Session){
		`votes on another page: none that was exported of "Opening" asks this`: func(s *Session) { s.Test = "feedfeed" },
		`has no clip "feedfeed"`:             func(s *Session) { s.Answers[0].B = "feedfeed" },
		"2 answers, and the page asks 1 que": func(s *Session) { s.Answers = append(s.Answers, s.Answers[0]) },
	} {
		bad := good
		bad.Session, bad.Answers = "listener-2", slices.Clone(good.Answers)
		spoil(&bad)
		got, err := f.Import("Opening", bad, good)
		if err != nil || len(got) != 2 || !errors.Is(got[0].Refused, fs.ErrInvalid) || !strings.Contains(got[0].Refused.Error(), says) || got[1].What != Known {
			t.Errorf("%+v, %v; want %s", got, err, says)
		}
	}
	if _, err := f.Import("nothing", good); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	if read(t, f.Path("Opening")) != before {
		t.Error("what was refused has changed the file")
	}
}

func TestTheSameSessionAgainKeepsTheLonger(t *testing.T) {
	f := folder(t)
	takes := voiced(t, f, "Graceful", "Wise", "Calm")
	test := examine(t, f, Pairs, takes, "c1", "c2", "c3")
	imports(t, f, said(test, "listener-2", "Ben", "c1 c2 1"), New)
	imports(t, f, said(test, "listener-1", "Anna", "c1 c2 1"), New)
	imports(t, f, said(test, "listener-2", "Ben", "c1 c2 1", "c2 c3 0"), Longer)
	before := read(t, f.Path("Opening"))
	imports(t, f, said(test, "listener-2", "Ben", "c1 c2 1", "c2 c3 0"), Known)
	imports(t, f, said(test, "listener-2", "Ben", "c1 c2 -1"), Known)
	if read(t, f.Path("Opening")) != before {
		t.Error("nothing is new, and the file is another")
	}
	imports(t, f, said(test, "listener-2", "Ben", "c1 c2 1", "c2 c3 2"), Differs)
	if a := loaded(t, f); len(a.Sessions) != 2 || a.Sessions[0].Name != "Anna" || len(a.Sessions[1].Answers) != 2 {
		t.Errorf("%+v", a.Sessions)
	}
}

func TestTwoProgramsExportAndImportAtOnce(t *testing.T) {
	f := folder(t)
	takes := voiced(t, f, "Graceful", "Wise", "Calm")
	var all sync.WaitGroup
	for who := range 4 {
		all.Go(func() {
			test, err := f.Examine("Opening", Pairs, takes, asked)
			if err != nil {
				t.Error(err)
				return
			}
			imports(t, f, said(test, fmt.Sprint("listener-", who), "", "c1 c2 1"), New)
		})
	}
	all.Wait()
	if a := loaded(t, f); len(a.Tests) != 1 || len(a.Sessions) != 4 || listened(t, f).Panel.Votes != 4 {
		t.Errorf("%+v", a)
	}
}

func TestVotesComeInAnyOrderAnyNumberOfTimes(t *testing.T) {
	f := folder(t)
	takes := voiced(t, f, "Graceful", "Wise", "Calm")
	tests := []Test{examine(t, f, Pairs, takes, "c1", "c2", "c3"), examine(t, f, Rank, takes, "c1", "c3")}
	base := loaded(t, f)
	rapid.Check(t, func(r *rapid.T) {
		var files []Session
		for range rapid.IntRange(1, 6).Draw(r, "files") {
			test := rapid.SampledFrom(tests).Draw(r, "test")
			s := Session{Version: 1, Test: test.ID, Session: rapid.SampledFrom([]string{"listener-1", "listener-2", "listener-3"}).Draw(r, "session"), Name: rapid.SampledFrom([]string{"", "Anna"}).Draw(r, "name")}
			for i, x := range test.Clips {
				for _, y := range test.Clips[:i] {
					if a := rapid.IntRange(-3, 2).Draw(r, "answer"); a >= -2 {
						s.Answers = append(s.Answers, Vote{A: x.Clip, B: y.Clip, First: y.Clip, Answer: a})
					}
				}
			}
			files = append(files, s)
		}
		mixed := rapid.Permutation(slices.Repeat(files, 2)).Draw(r, "mixed")
		kept := func(files []Session) string {
			a := base
			for _, s := range files {
				if _, err := a.take(s); err != nil {
					r.Fatal(err)
				}
			}
			b, _ := json.Marshal(a.Sessions)
			return string(b)
		}
		if one, other := kept(files), kept(mixed); one != other {
			r.Fatalf("%+v\n%s\n%s", files, one, other)
		}
	})
}

func TestWhatANewerVersionSaysOfVotesStays(t *testing.T) {
	f := folder(t)
	takes := voiced(t, f, "Graceful", "Wise")
	test := examine(t, f, Pairs, takes, "c1", "c2")
	imports(t, f, said(test, "listener-1", "Anna", "c1 c2 1"), New)
	text := strings.NewReplacer(`"session": "listener-1"`, `"session": "listener-1", "x_age": 30`, `"answer": 1`, `"answer": 1, "x_sure": true`,
		`"kind": "pairs"`, `"kind": "pairs", "x_loop": 1`, `"label": "Wise",`+"\n          \"take\"", `"label": "Wise", "x_gain": -3, "take"`).Replace(read(t, f.Path("Opening")))
	put(t, f, "opening.json", text)
	f.Edit("Opening", func(a *Audition) { a.Candidates[0].Stars = 2 })
	imports(t, f, said(test, "listener-0", "Ben", "c1 c2 0"), New)
	examine(t, f, Pairs, takes, "c2", "c1")
	for _, kept := range []string{`"x_age": 30`, `"x_sure": true`, `"x_loop": 1`, `"x_gain": -3`} {
		if !strings.Contains(read(t, f.Path("Opening")), kept) {
			t.Errorf("%s is lost", kept)
		}
	}
}
