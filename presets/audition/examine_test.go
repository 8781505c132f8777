package audition

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
)

// voiced is an audition whose candidates have takes, and those of all of them.
func voiced(t *testing.T, f Folder, labels ...string) (takes map[string]string) {
	t.Helper()
	a := Audition{Name: "Opening", Text: "Hello."}
	for i, l := range labels {
		a.Candidates = append(a.Candidates, Candidate{Label: l, Kind: Voice, Take: fmt.Sprintf("%08x-1", 0xabc0+i)})
	}
	a, err := f.Create(a)
	if err != nil {
		t.Fatal(err)
	}
	takes = map[string]string{}
	for _, c := range a.Candidates {
		takes[c.ID] = c.Take
	}
	return takes
}

// asked is a page that could be made.
func asked(Test) error { return nil }

// examine exports a page of some of them.
func examine(t *testing.T, f Folder, kind TestKind, takes map[string]string, ids ...string) Test {
	t.Helper()
	some := map[string]string{}
	for _, id := range ids {
		some[id] = takes[id]
	}
	test, err := f.Examine("Opening", kind, some, asked)
	if err != nil {
		t.Fatal(err)
	}
	return test
}

// of is what a page calls a candidate.
func (t Test) of(id string) string {
	return t.Clips[slices.IndexFunc(t.Clips, func(c TestClip) bool { return c.ID == id })].Clip
}

// said is what a listener saved: who hears each pair of candidates and answers,
// such as "c1 c2 -1".
func said(t Test, session, name string, answers ...string) Session {
	s := Session{Version: 1, Test: t.ID, Session: session, Name: name}
	for _, each := range answers {
		var a, b string
		v := Vote{Plays: 2, Switches: 1, MS: 4000}
		fmt.Sscan(each, &a, &b, &v.Answer)
		v.A, v.B, v.First = t.of(a), t.of(b), t.of(a)
		s.Answers = append(s.Answers, v)
	}
	return s
}

func imports(t *testing.T, f Folder, s Session, want Imported) {
	t.Helper()
	if got, err := f.Import("Opening", s); err != nil || !slices.Equal(got, []Arrival{{What: want}}) {
		t.Errorf("%s is %+v, %v; want %q", s.Session, got, err, want)
	}
}

func loaded(t *testing.T, f Folder) Audition {
	t.Helper()
	a, err := f.Load("Opening")
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestTheSamePageTwiceIsOneTest(t *testing.T) {
	f := folder(t)
	takes := voiced(t, f, "Graceful", "Wise", "Calm", "Deep")
	all := examine(t, f, Pairs, takes, "c1", "c2", "c3", "c4")
	a := loaded(t, f)
	if len(a.Key) != 32 || len(a.Tests) != 1 || a.Tests[0].Text != "Hello." || all.Chosen || len(all.Clips) != 4 || all.Clips[slices.IndexFunc(all.Clips, func(c TestClip) bool { return c.ID == "c3" })].Label != "Calm" {
		t.Fatalf("%+v", a)
	}
	if !slices.IsSortedFunc(all.Clips, func(x, y TestClip) int { return strings.Compare(x.Clip, y.Clip) }) {
		t.Errorf("the order of the clips may tell something: %+v", all.Clips)
	}
	before := read(t, f.Path("Opening"))
	if again := examine(t, f, Pairs, takes, "c4", "c3", "c2", "c1"); again.ID != all.ID || read(t, f.Path("Opening")) != before {
		t.Errorf("the same page is another test: %+v", again)
	}
	f.Edit("Opening", func(a *Audition) { slices.Reverse(a.Candidates) })
	if again := examine(t, f, Pairs, takes, "c1", "c2", "c3", "c4"); again.ID != all.ID {
		t.Error("candidates in another order are another test")
	}
	two := examine(t, f, Pairs, takes, "c1", "c3")
	if two.of("c1") != all.of("c1") || two.of("c3") != all.of("c3") || two.ID == all.ID || two.Chosen {
		t.Errorf("a take is called otherwise on the next page, or it was chosen by nobody's votes: %+v", two)
	}
	if other := examine(t, f, Rank, takes, "c1", "c3"); other.ID == two.ID {
		t.Error("another kind of page is the same test")
	}
	f.Edit("Opening", func(a *Audition) { a.Text = "Good morning." })
	if other := examine(t, f, Pairs, takes, "c1", "c3"); other.ID == two.ID {
		t.Error("a page with another text is the same test")
	}
	g := folder(t)
	voiced(t, g, "Graceful", "Wise", "Calm", "Deep")
	if other := examine(t, g, Pairs, takes, "c1", "c3"); other.of("c1") == two.of("c1") || other.ID == two.ID {
		t.Error("who has heard a take elsewhere knows its clip")
	}
}

func TestNoTwoTakesAreOneClip(t *testing.T) {
	f := folder(t)
	takes := voiced(t, f, "Graceful", "Wise", "Calm")
	test := examine(t, f, Pairs, takes, "c1", "c2")
	name := loaded(t, f).draw("clip", takes["c3"], "0")[:8]
	f.Edit("Opening", func(a *Audition) { a.Tests[0].Clips[0].Clip = name })
	if next := examine(t, f, Pairs, takes, "c1", "c2", "c3"); next.of("c3") == name || next.of("c2") != test.of("c2") {
		t.Errorf("%+v", next)
	}
}

func TestWhyCandidatesMakeNoPage(t *testing.T) {
	f := folder(t)
	takes := voiced(t, f, slices.Repeat([]string{"Voice"}, 41)...)
	some := func(n int, more ...string) map[string]string {
		m := map[string]string{}
		for i := range n {
			id := fmt.Sprint("c", i+1)
			m[id] = takes[id]
		}
		for i := 0; i < len(more); i += 2 {
			m[more[i]] = more[i+1]
		}
		return m
	}
	for _, one := range []struct {
		kind  TestKind
		takes map[string]string
		says  string
	}{
		{Pairs, some(1), "2 to 40 candidates with takes, and there are 1"},
		{Pairs, some(41), "2 to 40 candidates with takes, and there are 41"},
		{Rank, some(10), "2 to 9"},
		{"hearsay", some(2), `"hearsay" is no kind of page`},
		{Pairs, some(2, "c99", "0000abff-1"), `no candidate has the id "c99"`},
		{Pairs, some(2, "c2", ""), "Voice has no take yet"},
		{Pairs, some(2, "c2", takes["c1"]), "Voice and Voice are the same take"},
	} {
		if _, err := f.Examine("Opening", one.kind, one.takes, asked); !errors.Is(err, fs.ErrInvalid) || !strings.Contains(err.Error(), one.says) {
			t.Errorf("%v: %v", one.takes, err)
		}
	}
	lost := errors.New("the disk is full")
	if _, err := f.Examine("Opening", Pairs, some(2), func(Test) error { return lost }); err != lost {
		t.Error(err)
	}
	if a := loaded(t, f); a.Key != "" || a.Tests != nil {
		t.Errorf("what was refused is kept: %+v", a.Tests)
	}
	if _, err := f.Examine("nothing", Pairs, some(2), asked); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	for kind, most := range map[TestKind]int{Pairs: 40, Rank: 9} {
		if _, err := f.Examine("Opening", kind, some(most), asked); err != nil {
			t.Error(err)
		}
	}
}

func TestWhoChoosesAfterVotesIsTold(t *testing.T) {
	f := folder(t)
	takes := voiced(t, f, "Graceful", "Wise", "Calm", "Deep")
	three := examine(t, f, Pairs, takes, "c1", "c2", "c3")
	if examine(t, f, Pairs, takes, "c1", "c2").Chosen {
		t.Error("chosen before anybody voted")
	}
	imports(t, f, said(three, "listener-1", "Anna", "c1 c3 -1"), New)
	for _, one := range []struct {
		ids    string
		chosen bool
	}{
		{"c1 c2", true}, // also the page that was exported before
		{"c1 c2 c3", false},
		{"c1 c2 c3 c4", false},
		{"c1 c3 c4", true}, // the two go on, and somebody new
		{"c1 c4", false},   // which were never asked about together
	} {
		if got := examine(t, f, Pairs, takes, strings.Fields(one.ids)...); got.Chosen != one.chosen {
			t.Errorf("%s: %v", one.ids, got.Chosen)
		}
	}
	if last := loaded(t, f).Tests; len(last) != 5 || len(last[4].Clips) != 2 {
		t.Errorf("%+v", last)
	}
	f.Edit("Opening", func(a *Audition) { a.Sessions = nil })
	if !examine(t, f, Pairs, takes, "c1", "c2").Chosen {
		t.Error("what was chosen after votes is so for ever")
	}
}

func TestVotesOnAPageCanBeTakenInFromItsFirstMoment(t *testing.T) {
	f := folder(t)
	takes := voiced(t, f, "Graceful", "Wise")
	kept := false
	_, err := f.Examine("Opening", Pairs, takes, func(test Test) error {
		_, kept = loaded(t, f).tested(test.ID) // else a full disk leaves a page whose votes are refused
		return nil
	})
	if err != nil || !kept {
		t.Errorf("%v, what the page asks is kept: %v", err, kept)
	}
}
