package audition

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"voicestudio/tts"
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
	if got, err := f.Import("Opening", s); got != want || err != nil {
		t.Errorf("%s is %q, %v; want %q", s.Session, got, err, want)
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

const vote = `{"a": "11aa22bb", "b": "33cc44dd", "first": "33cc44dd", "answer": -2, "plays": 3, "switches": 2, "ms": 5200}`

// votesFile is a file of votes in which one text was replaced.
func votesFile(old, new string) string {
	file := `{"version": 1, "test": "0123456789abcdef", "session": "8Kq_x-31", "name": "Anna",` + "\n" + `"answers": [` + vote + `]}`
	return strings.Replace(file, old, new, 1)
}

func TestAFileOfVotesIsRead(t *testing.T) {
	want := Session{1, "0123456789abcdef", "8Kq_x-31", "Anna", []Vote{{"11aa22bb", "33cc44dd", "33cc44dd", -2, 3, 2, 5200}}}
	for _, file := range []string{votesFile("", ""), "\ufeff\r\n  " + votesFile("", "") + " \n\n", votesFile(`"version"`, `"x_later": {"a": [1, {}]}, "version"`), votesFile(`"plays"`, `"x": null, "plays"`), votesFile(`"Anna"`, `" Anna "`)} {
		if got, err := ParseSession([]byte(file)); err != nil || fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s\n%+v %v", file, got, err)
		}
	}
	if got, err := ParseSession([]byte(votesFile(`, "plays": 3, "switches": 2, "ms": 5200`, ""))); err != nil || got.Answers[0].Answer != -2 {
		t.Error(got, err)
	}
}

func TestWhatIsNoFileOfVotesIsRefusedInASentence(t *testing.T) {
	for _, one := range []struct{ old, new, says string }{
		{votesFile("", ""), " \n", "nothing in it"},
		{votesFile("", ""), "Here are my votes: {}", "line 1: not valid JSON"},
		{"}]}", "}]} Regards, Anna", "line 2: not valid JSON"},
		{"}]}", "}]", "line 2: not valid JSON"},
		{"}]}", "}]}" + strings.Repeat(" ", MaxSession), "larger than 1 MB"},
		{"Anna", "\xff", "not UTF-8"},
		{votesFile("", ""), "[" + vote + "]", "not a JSON object"},
		{`"Anna"`, `7`, "line 1: name is of the wrong kind: number"},
		{`[` + vote + `]`, `{}`, "line 2: answers is of the wrong kind: object"},
		{`"version": 1`, `"version": 2, "answers": 7`, "newer voicestudio (version 2, this program knows 1)"},
		{`"version": 1`, `"version": "1"`, "version is of the wrong kind: string"},
		{`"version": 1`, `"version": -3`, "version has to be 1"},
		{`"version": 1,`, ``, "version has to be 1"},
		{`"0123456789abcdef"`, `""`, "test is missing"},
		{`"0123456789abcdef"`, `"a\u202eb"`, "test has to be 1 to 64 of 0-9"},
		{`"8Kq_x-31"`, `null`, "session is missing"},
		{`8Kq_x-31`, `8Kq_x-3`, "session has to be 8 to 64 of 0-9"},
		{`8Kq_x-31`, strings.Repeat("x", 65), "session has to be"},
		{`8Kq_x-31`, `8Kq_x.31`, "session has to be"},
		{`Anna`, `An\u001b[2Jna`, "characters in it that cannot be shown"},
		{`Anna`, `An\u202ena`, "cannot be shown"},
		{`Anna`, `An\nna`, "cannot be shown"},
		{`Anna`, strings.Repeat("a", 61), "longer than 60 characters"},
		{vote, ``, "nobody has answered anything"},
		{vote, vote + `, 7`, "answer 2: not a JSON object"},
		{`"a": "11aa22bb",`, ``, "answer 1: a is missing"},
		{`"a": "11aa22bb"`, `"a": "11 aa"`, "answer 1: a has to be"},
		{`"a": "11aa22bb"`, `"a": 11`, "answer 1: a is of the wrong kind: number"},
		{`"b": "33cc44dd"`, `"b": "11aa22bb"`, "answer 1: a and b are the same clip"},
		{`"first": "33cc44dd"`, `"first": "55ee66ff"`, "answer 1: first has to be a or b"},
		{`"answer": -2`, `"answer": 3`, "answer 1: answer has to be a whole number from -2 to 2"},
		{`"answer": -2`, `"answer": 1.5`, "a whole number"},
		{`"answer": -2`, `"answer": "2"`, "a whole number"},
		{`"answer": -2, `, ``, "answer 1: answer is missing"},
		{`"plays": 3`, `"plays": -1`, "plays has to be 0 to 100000"},
		{`"switches": 2`, `"switches": 100001`, "switches has to be"},
		{`"ms": 5200`, `"ms": 1e99`, "ms is of the wrong kind: number 1e99"},
		{`"ms": 5200`, `"ms": 99999999999999`, "ms has to be"},
		{vote, vote + "," + strings.NewReplacer(`"a"`, `"b"`, `"b"`, `"a"`).Replace(vote), "answer 2: the same two clips were answered before"},
		{`"test"`, `"session": "another-one", "test"`, `line 1: "session" is there twice`},
		{`"plays": 3`, `"plays": 3, "Answer": 2`, `line 2: "answer" is there twice`},
	} {
		_, err := ParseSession([]byte(votesFile(one.old, one.new)))
		if err == nil || !strings.Contains(err.Error(), one.says) || strings.ContainsFunc(err.Error(), tts.Steers) {
			t.Errorf("%.80q: %v", one.new, err)
		}
	}
}

func FuzzParseSession(f *testing.F) {
	f.Add([]byte(votesFile("", "")))
	f.Add([]byte(votesFile("Anna", `\ud800`)))
	f.Add([]byte(votesFile(`"Anna"`, `{"x": [[{"a": 1, "A": 2}]]}`)))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := ParseSession(data)
		if err != nil {
			if broken := (*Broken)(nil); !errors.As(err, &broken) || strings.ContainsFunc(err.Error(), tts.Steers) || len(err.Error()) > 500 {
				t.Fatalf("%q", err)
			}
			return
		}
		kept, _ := json.Marshal(s)
		if again, err := ParseSession(kept); err != nil || fmt.Sprint(again) != fmt.Sprint(s) {
			t.Fatalf("%+v\n%+v\n%v", s, again, err)
		}
	})
}

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
		if _, err := f.Import("Opening", bad); !errors.Is(err, fs.ErrInvalid) || !strings.Contains(err.Error(), says) {
			t.Errorf("%v; want %s", err, says)
		}
	}
	if _, err := f.Import("nothing", good); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	f.Edit("Opening", func(a *Audition) { a.Candidates[0].Note = strings.Repeat("n", MaxFile-len(before)-200) })
	full := read(t, f.Path("Opening"))
	if _, err := f.Import("Opening", said(test, "listener-2", "Ben", "c1 c2 1")); err == nil || !strings.Contains(err.Error(), "larger than 16 MB") || read(t, f.Path("Opening")) != full {
		t.Errorf("%v", err)
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

func TestVotesComeInAnyOrderAnyNumberOfTimes(t *testing.T) {
	base := folder(t)
	takes := voiced(t, base, "Graceful", "Wise", "Calm")
	tests := []Test{examine(t, base, Pairs, takes, "c1", "c2", "c3"), examine(t, base, Rank, takes, "c1", "c3")}
	was := read(t, base.Path("Opening"))
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
			put(t, base, "opening.json", was)
			for _, s := range files {
				if _, err := base.Import("Opening", s); err != nil {
					r.Fatal(err)
				}
			}
			_, sessions, _ := strings.Cut(read(t, base.Path("Opening")), `"sessions"`)
			return sessions
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
