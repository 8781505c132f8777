package audition

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"voicestudio/presets/audition/panel"
)

// listened is how votes stand.
func listened(t *testing.T, f Folder) Listened {
	t.Helper()
	l, exported := loaded(t, f).Listened()
	if !exported {
		t.Fatal("no page was exported")
	}
	return l
}

// clipOf is the number of a candidate's clip.
func clipOf(l Listened, id string) int {
	return slices.IndexFunc(l.Test.Clips, func(c TestClip) bool { return c.ID == id })
}

// label is what a clip is called.
func label(c TestClip) string { return c.Label }

func TestVotesOfAllPagesCountOnTheClipsOfTheLast(t *testing.T) {
	f := folder(t)
	takes := voiced(t, f, "Graceful", "Wise", "Calm", "Deep")
	if _, exported := loaded(t, f).Listened(); exported {
		t.Error("nothing was exported")
	}
	three := examine(t, f, Pairs, takes, "c1", "c2", "c3")
	if l := listened(t, f); l.Verdict(label) != "Nobody has voted yet." || l.Report(label) != l.Verdict(label) {
		t.Errorf("%+v", l)
	}
	two := examine(t, f, Pairs, takes, "c3", "c4")
	imports(t, f, said(three, "listener-1", "Ben", "c1 c2 -1", "c2 c3 0", "c1 c3 -2"), New)
	imports(t, f, said(three, "listener-2", "", "c1 c2 1"), New)
	imports(t, f, said(three, "listener-3", "anna", "c2 c1 -1", "c2 c3 1"), New)
	imports(t, f, said(two, "listener-4", "Carl", "c3 c4 1"), New)
	last := examine(t, f, Rank, takes, "c1", "c2") // chosen after votes on three
	imports(t, f, said(last, "listener-3", "anna", "c1 c2 2"), New)
	l := listened(t, f)
	if l.Test.ID != last.ID || l.Apart != 1 || l.Panel.Votes != 4 || l.Panel.Listeners != 3 {
		t.Errorf("%+v", l)
	}
	if want := []Listener{{"anna", 2, 2}, {"Ben", 1, 1}, {"", 1, 1}}; !slices.Equal(l.Listeners, want) {
		t.Errorf("%+v", l.Listeners)
	}
	if best := l.Test.Clips[l.Panel.Ranking[0].Clip]; best.Label != "Wise" || l.Panel.Ranking[0].Won != 3 || l.Panel.Order.First != 2 {
		t.Errorf("%s %+v", best.Label, l.Panel)
	}
	if l.Panel.Pairs[0].P != nil {
		t.Error("who goes on because of votes is tested by them")
	}
	examine(t, f, Pairs, takes, "c1", "c2", "c3")
	if l = listened(t, f); l.Panel.Votes != 7 || l.Apart != 1 {
		t.Errorf("the page that was exported again is not the last: %+v", l)
	}
	for _, p := range l.Panel.Pairs {
		if chosen := p.A != clipOf(l, "c3") && p.B != clipOf(l, "c3"); chosen == (p.P != nil) {
			t.Errorf("%+v", p)
		}
	}
}

func TestImportedAHundredTimesTheStandingIsTheSame(t *testing.T) {
	f := folder(t)
	takes := voiced(t, f, "Graceful", "Wise", "Calm")
	test := examine(t, f, Pairs, takes, "c1", "c2", "c3")
	sessions := []Session{said(test, "listener-1", "Ben", "c1 c2 -1", "c2 c3 0", "c1 c3 -2"), said(test, "listener-2", "Anna", "c3 c2 -1", "c3 c1 1")}
	for _, s := range sessions {
		imports(t, f, s, New)
	}
	once, file := listened(t, f).Report(label), read(t, f.Path("Opening"))
	for i := range 100 {
		imports(t, f, sessions[i%2], Known)
	}
	if again := listened(t, f).Report(label); again != once || read(t, f.Path("Opening")) != file {
		t.Errorf("%s\n%s", once, again)
	}
}

func TestTheOrderOfARankingIsDrawnOnce(t *testing.T) {
	f := folder(t)
	takes := voiced(t, f, "Graceful", "Wise", "Calm")
	var chance []float64
	for _, kind := range []TestKind{Pairs, Rank} {
		test := examine(t, f, kind, takes, "c1", "c2", "c3")
		f.Edit("Opening", func(a *Audition) { a.Sessions = nil })
		for i := range 3 { // who is heard first is liked best, three times
			imports(t, f, said(test, fmt.Sprint("listener-", i), "", "c1 c2 -1", "c1 c3 -1", "c2 c3 -1"), New)
		}
		chance = append(chance, *listened(t, f).Panel.Order.P)
	}
	if chance[1] <= chance[0] {
		t.Errorf("three of a ranking are three drawn orders: %v", chance)
	}
}

func TestVotesThatSomebodyWroteIntoTheFileDoNotCount(t *testing.T) {
	f := folder(t)
	takes := voiced(t, f, "Graceful", "Wise", "Calm")
	test := examine(t, f, Pairs, takes, "c1", "c2", "c3")
	good := said(test, "listener-1", "Ben", "c1 c2 -1", "c2 c3 0")
	f.Edit("Opening", func(a *Audition) {
		odd := said(test, "listener-2", "\u202eAn\x1bna", "c1 c2 -1", "c2 c1 1", "c1 c1 1", "c1 c3 7", "c2 c3 1")
		odd.Answers[4].B = "feedfeed"
		first := said(test, "listener-3", "Carl", "c1 c3 1")
		first.Answers[0].First = ""
		other := said(test, "listener-4", "Dora", "c1 c3 1")
		other.Test = "feedfeed"
		short := good
		short.Answers = good.Answers[:1]
		a.Sessions = []Session{short, good, odd, first, good, {}, other}
		a.Tests = append(a.Tests, Test{ID: "", Clips: []TestClip{{}, {}}}, a.Tests[0])
	})
	l := listened(t, f)
	if want := []Listener{{"Anna", 1, 3}, {"Ben", 2, 3}}; !slices.Equal(l.Listeners, want) || l.Panel.Votes != 3 {
		t.Errorf("%+v %+v", l.Listeners, l.Panel)
	}
	if text := l.Report(label); !strings.Contains(text, "Anna 1 of 3, Ben 2 of 3") {
		t.Error(text)
	}
	f.Edit("Opening", func(a *Audition) { a.Tests = []Test{{}}; a.Sessions = append(a.Sessions, Session{}) })
	listened(t, f).Report(label)
}

func TestClipsOfOneLabelAreToldApart(t *testing.T) {
	test := Test{Clips: []TestClip{{Clip: "x", ID: "c9", Label: "Wise Woman"}, {Clip: "y", ID: "c2", Label: "Wise\x1b Woman"}, {Clip: "z", ID: "c11", Label: "Wise Woman (2)"}, {Clip: "w", ID: "c10"}}}
	name := test.Names()
	for i, want := range []string{"Wise Woman (3)", "Wise Woman", "Wise Woman (2)", "w"} {
		if got := name(test.Clips[i]); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}

func TestWhatListenersPreferIsSaidInWords(t *testing.T) {
	clips := []TestClip{{Label: "Serene Woman"}, {Label: "Calm Woman"}}
	p := func(f float64) *float64 { return &f }
	standing := func(listeners, won, lost, ties int) panel.Standing {
		all := won + lost + ties
		return panel.Standing{Listeners: listeners, Votes: all, Pairs: []panel.Pair{{A: 0, B: 1, WonA: won, WonB: lost, Ties: ties}},
			Ranking: []panel.Item{{Clip: 0, Score: .7, Won: won, Of: all}, {Clip: 1, Score: .3, Won: lost, Of: all}}}
	}
	for _, one := range []struct {
		change func(*panel.Standing)
		votes  panel.Standing
		says   string
	}{
		{func(*panel.Standing) {}, standing(5, 17, 2, 1), "Serene Woman is liked best: 5 listeners preferred it 17 times in 20.\nSerene Woman: 70 %, preferred 17 times in 20\nCalm Woman: 30 %, preferred 2 times in 20\n1 pair was asked because of earlier votes: in the scores, but not tested by itself."},
		{func(s *panel.Standing) {
			s.Ranking[0].Low, s.Ranking[0].High = p(.504), p(.9)
			s.Pairs[0].P, s.Pairs[0].MuchA, s.Pairs[0].MuchB = p(.001), 2, 1
		}, standing(5, 17, 3, 2), "\n“Much better” was said 3 times; each counts as one vote.\nSerene Woman: 70 % (50 to 90), preferred 17 times in 22\n...\nSerene Woman beat Calm Woman 17 times in 20, 2 of them much better; if they were equal, chance would do as much once in 1000 times. 2 without a difference left out."},
		{func(s *panel.Standing) { s.NotYet, s.More = true, 4 }, standing(3, 12, 8, 0), "Not yet: 3 listeners preferred Serene Woman 12 times in 20, but it cannot be told from Calm Woman; about 4 more listeners would tell."},
		{func(s *panel.Standing) { s.NotYet, s.More = true, panel.Many+1 }, standing(3, 12, 8, 0), fmt.Sprintf("; it would take more than %d more listeners.\n", panel.Many)},
		{func(s *panel.Standing) { s.NotYet = true }, standing(3, 12, 8, 0), "but it cannot be told from Calm Woman.\n"},
		{func(s *panel.Standing) { s.NotYet = true; s.Ranking[0].Score = .3 }, standing(2, 0, 0, 2), "Not yet: Serene Woman and Calm Woman are level after 2 listeners.\n"},
		{func(s *panel.Standing) { s.NotYet = true }, standing(1, 7, 1, 0), "One person's view: Serene Woman is liked best, preferred 7 times in 8; others may hear otherwise."},
		{func(s *panel.Standing) { s.NotYet = true; s.Ranking[1].Score = .7 }, standing(1, 1, 1, 0), "One person's view: Serene Woman and Calm Woman are level after 2 votes; others may hear otherwise.\n"},
		{func(s *panel.Standing) { s.Pairs[0].P, s.Pairs[0].MuchB = p(.3), 1 }, standing(3, 2, 1, 0), "“Much better” was said once; each counts as one vote.\n...\n1 pair tells no difference by its own votes alone."},
		{func(s *panel.Standing) {
			s.Pairs[0].P = p(.01)
			s.Pairs = append(s.Pairs, s.Pairs[0], panel.Pair{P: p(1)}, panel.Pair{P: p(1)}, panel.Pair{}, panel.Pair{})
		}, standing(5, 1, 3, 0), "\nCalm Woman beat Serene Woman 3 times in 4; if all were equal, chance would do as much in one of the pairs once in 100 times.\n...\n2 other pairs tell no difference by their own votes alone.\n2 pairs were asked because of earlier votes: in the scores, but not tested by themselves."},
		{func(s *panel.Standing) { s.Order = panel.Order{First: 31, Second: 9, P: p(.000681)} }, standing(5, 30, 10, 0), "\nWhoever was heard first was preferred 31 times in 40; by chance that happens once in 1468 times: the order mattered, and the scores allow for it.\n"},
		{func(s *panel.Standing) { s.Order = panel.Order{First: 18, Second: 22, P: p(.6)} }, standing(5, 30, 10, 0), "\nWhoever was heard second was preferred 22 times in 40: no sign that the order mattered.\n"},
		{func(s *panel.Standing) { s.Order = panel.Order{First: 1} }, standing(5, 30, 10, 0), "\nWhoever was heard first was preferred once in 1.\n"},
	} {
		one.change(&one.votes)
		text := Listened{Test: Test{Clips: clips}, Panel: one.votes}.Report(label)
		for _, part := range strings.Split(one.says, "...") {
			if !strings.Contains(text, part) {
				t.Errorf("%q is not in\n%s", part, text)
			}
		}
	}
	three := standing(6, 6, 0, 0)
	three.Ranking = append(three.Ranking, panel.Item{Clip: 2})
	three.Pairs = append(three.Pairs, panel.Pair{A: 0, B: 2, WonA: 6, P: p(.03)})
	l := Listened{Test: Test{Clips: append(clips, TestClip{Label: "Wise Woman"})}, Panel: three}
	if lead := l.Lead(label); lead != "" {
		t.Errorf("of the first two, whose votes tell nothing: %q", lead)
	}
	three.Pairs[0].P = p(.01)
	if lead := l.Lead(label); !strings.HasPrefix(lead, "Serene Woman beat Calm Woman 6 times in 6; ") {
		t.Error(lead)
	}
	many := Listened{Apart: 2, Listeners: []Listener{{"anna", 1, 1}, {"Anna", 1, 1}, {"Ben", 1, 1}, {"Ben", 1, 1}, {"Ben", 1, 1}, {"Carl", 1, 1}, {}, {}}}.Remarks()
	if got := strings.Join(many, " "); got != "anna is there twice: counted as two listeners. Ben is there 3 times: counted as 3 listeners. 2 files of votes are about clips of an earlier page only, and do not count here." {
		t.Error(got)
	}
}
