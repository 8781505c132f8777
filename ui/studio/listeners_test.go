package studio

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/audition"
)

// pages makes a page for listeners of what is on the bench.
func (d *desk) pages(name string) (file string) {
	d.t.Helper()
	file = filepath.Join(d.home, name)
	d.press("e")
	d.sees("━ Page for listeners ", "two at a time", "all in order")
	d.press("enter")
	d.awaits("━ File of the page ")
	d.press("ctrl+u")
	d.paste(file)
	d.press("enter")
	return file
}

// examined has a page of all that is on the bench, by another program.
func (d *desk) examined() {
	d.t.Helper()
	takes := map[string]string{}
	for _, row := range d.m.(*Model).bench.Rows {
		if row.Take != nil {
			takes[row.ID] = row.Take.ID
		}
	}
	d.filed("the takes are in the file", func(a audition.Audition) bool {
		return !slices.ContainsFunc(a.Candidates, func(c audition.Candidate) bool { return c.Take != takes[c.ID] })
	})
	if _, err := d.auditions().Examine(d.m.(*Model).Audition, audition.Pairs, takes, func(audition.Test) error { return nil }); err != nil {
		d.t.Fatal(err)
	}
	d.send(tea.FocusMsg{})
	d.awaits("Nobody has voted yet.")
}

// voted is what a listener sends who likes some better than others, in that order;
// so many answers of it, or all. Between others there is no difference.
func (d *desk) voted(name string, answers int, likes ...string) audition.Session {
	d.t.Helper()
	all, _, err := d.auditions().List()
	if err != nil || len(all) != 1 || len(all[0].Tests) == 0 {
		d.t.Fatalf("%v, %+v", err, all)
	}
	test := all[0].Tests[len(all[0].Tests)-1]
	place := func(c audition.TestClip) int {
		return slices.IndexFunc(append(likes, ""), func(like string) bool { return strings.HasPrefix(c.Label, like) })
	}
	s := audition.Session{Version: 1, Test: test.ID, Session: fmt.Sprintf("%x", sha256.Sum256([]byte(name)))[:16], Name: name}
	label := map[string]string{} // the clips' names, and so their order, are drawn
	for i, a := range test.Clips {
		label[a.Clip] = a.Label
		for _, b := range test.Clips[i+1:] {
			v := audition.Vote{A: a.Clip, B: b.Clip, First: a.Clip, Plays: 2, Switches: 1, MS: 4000}
			if (a.Label < b.Label) == (sum(name+a.Label+b.Label)%2 == 0) {
				v.First = b.Clip
			}
			switch {
			case place(a) < place(b):
				v.Answer = -1
			case place(a) > place(b):
				v.Answer = 1
			}
			s.Answers = append(s.Answers, v)
		}
	}
	pair := func(v audition.Vote) string { return min(label[v.A]+label[v.B], label[v.B]+label[v.A]) }
	slices.SortFunc(s.Answers, func(x, y audition.Vote) int { return strings.Compare(pair(x), pair(y)) })
	s.Answers = s.Answers[:min(answers, len(s.Answers))]
	return s
}

// sum is of a text's bytes.
func sum(text string) (n int) {
	for _, b := range []byte(text) {
		n += int(b)
	}
	return n
}

// downloads is what somebody sent, as a file in the folder of downloads.
func (d *desk) downloads(name string, s any) (file string) {
	d.t.Helper()
	file = filepath.Join(d.home, "my downloads", name)
	b, err := json.Marshal(s)
	if err == nil {
		err = os.MkdirAll(filepath.Dir(file), 0o755)
	}
	if err == nil {
		err = os.WriteFile(file, b, 0o644)
	}
	if err != nil {
		d.t.Fatal(err)
	}
	return file
}

// downloaded is a pattern of files in that folder, as a shell takes it.
func (d *desk) downloaded(pattern string) string {
	return strings.ReplaceAll(filepath.Join(d.home, "my downloads", pattern), " ", `\ `)
}

// brings takes votes in, by what is typed or dropped.
func (d *desk) brings(typed string) {
	d.t.Helper()
	d.press("i")
	d.sees("━ Votes of listeners ")
	d.press("ctrl+u")
	d.paste(typed)
	d.press("enter")
}

const all = 1000 // answers

// panel is many who like a preset best, and agree.
func (d *desk) panel(n int) {
	d.t.Helper()
	for i := range n {
		name := fmt.Sprintf("listener %c", 'a'+i)
		d.downloads(name+"-votes.json", d.voted(name, all, "Brisk", "Calm", "Serene"))
	}
	d.brings(d.downloaded("listener*-votes.json"))
	d.awaits(fmt.Sprintf("votes of %d listeners came in", n), fmt.Sprintf("━ %d listeners ━", n))
}

// listening has two voices and a preset of the person's own on the bench, and goes
// to their listeners.
func listening(t *testing.T) *desk {
	d := sit(t)
	store(t, d.own, "Brisk", wiseWoman, nil)
	d.benched("Good morning, all of you.", "Calm_Woman", "Serene_Woman")
	d.browse()
	d.write("Brisk")
	d.press("ctrl+k", "esc")
	d.knows(3)
	d.press("v")
	d.sees("┏━ Listeners", "nothing but a browser", "a page takes two that are made")
	d.press("shift+tab", "shift+tab")
	d.made("3 of 3")
	d.press("v")
	d.sees("All 3 are made.", "e      make a page")
	return d
}

func TestAPageForListenersIsWrittenAndTheirVotesAreTold(t *testing.T) {
	t.Parallel()
	d := listening(t)
	d.press("i")
	d.sees("no page was made of this bench yet")
	file := d.pages("page") + ".html"
	d.awaits("wrote ", "page.html, ", "3 clips, 3 questions; levels matched", "Nobody has voted yet.", "Send the page; i takes in the ")
	html, err := os.ReadFile(file)
	if err != nil || !bytes.HasPrefix(bytes.ToLower(html), []byte("<!doctype html>")) || bytes.Contains(html, []byte("Brisk")) {
		t.Fatalf("%v: %.100s", err, html)
	}
	d.press("enter")
	d.sees("nobody has voted yet")
	anna, ben := d.downloads("anna.json", d.voted("anna", 2, "Brisk", "Calm")), d.downloads("votes.json", d.voted("安娜", all, "Brisk", "Calm"))
	d.brings("'" + anna + "' " + (&url.URL{Scheme: "file", Path: ben}).String())
	d.awaits("votes of 2 listeners came in", "━ 2 listeners ━", "anna 2 of 3 · 安娜 3 of 3", "Not yet: 2 listeners", "─ Standing ─", "3 Brisk")
	d.press("enter")
	d.sees("not yet: the votes do not tell the first from the second")

	// Whoever goes on has more to say; undo takes out what has not changed since.
	if _, err := d.auditions().Import(d.m.(*Model).Audition, d.voted("anna", all, "Brisk", "Calm")); err != nil {
		t.Fatal(err)
	}
	d.send(tea.FocusMsg{})
	d.awaits("anna 3 of 3 · 安娜 3 of 3")
	d.press("u")
	d.awaits("━ 1 listener ━", "anna 3 of 3")
	d.misses("安娜")
	d.press("U")
	d.awaits("anna 3 of 3 · 安娜 3 of 3")
	if said := d.copies("y"); !strings.Contains(said, "\nGood morning, all of you.\n") || !strings.Contains(said, "\nBrisk: ") || !strings.Contains(said, "anna 3 of 3, 安娜 3 of 3") {
		t.Error(said)
	}
	d.press("shift+tab") // the duels say who has voted, and not for what
	d.sees("┏━ Duels", "anna 3 of 3 · 安娜 3 of 3")
	d.press("shift+tab", "t")
	d.write(" Or not.")
	d.press("enter", "v")
	d.awaits("These votes are about another")
}

func TestTheListenersWinnerIsAcceptedAndTakenBack(t *testing.T) {
	t.Parallel()
	d := listening(t)
	d.pages("page.html")
	d.awaits("Nobody has voted yet.")
	d.panel(8)
	d.sees("Brisk is liked best: 8 listeners", "preferred it 16 times in 16.", "enter  accept")
	d.starred("")
	d.press("enter")
	d.awaits("Brisk has won, and has a star; u takes that back", "★ Brisk has its star", "3 ★    Brisk")
	d.starred("Wise_Woman")
	d.press("enter")
	d.sees("Brisk has its star")
	d.browse()
	d.awaits("won 16 of 16")
	d.press("esc", "u")
	d.starred("")
	d.awaits("3      Brisk")
	d.misses("★ Brisk has its star")
	d.browse()
	d.loses("won 16 of 16")
	d.press("esc")
	d.clicks("accept the win")
	d.starred("Wise_Woman")
	d.awaits("★ Brisk has its star")
	d.press("r")
	d.sees("the settings are those of 3, Brisk; u goes back")
}

func TestListenersOfABlindBenchTellNothing(t *testing.T) {
	t.Parallel()
	d := listening(t)
	d.press("shift+tab", "shift+tab", "+")
	d.write("settings")
	d.press("enter", "b", "v")
	d.sees("3 of 4 are made.")
	d.pages("blind.html")
	d.awaits("3 clips, 3 questions", "1 left out, not made", "The names are hidden")
	d.panel(8)
	d.sees("listener a 3 of 3")
	for _, key := range []string{"enter", "y", "r"} {
		d.press("esc", "g", "c", "v", key)
		d.sees("the names are hidden: b on the bench shows them")
	}
	d.misses("Brisk", "Calm", "Serene", "liked best", "%", "copy the result")
	d.press("shift+tab", "shift+tab", "b", "v")
	d.sees("Brisk is liked best")
}

func TestVotesThatAreRefusedSayWhy(t *testing.T) {
	t.Parallel()
	d := listening(t)
	d.pages("page.html")
	d.awaits("Nobody has voted yet.")
	d.brings(filepath.Join(d.home, "no*.json"))
	d.awaits("there is no ", "no*.json")
	d.press("ctrl+u")
	d.paste(d.downloads("broken.json", "nonsense"))
	d.press("enter")
	d.awaits("not a JSON object")
	d.press("esc")
	other := d.voted("eve", all, "Serene")
	other.Test = strings.Repeat("0", 16)
	d.downloads("eve-votes.json", other)
	d.downloads("anna-votes.json", d.voted("anna", all, "Brisk"))
	d.brings(`"` + filepath.Join(d.home, "my downloads") + `"/*.json`)
	d.awaits("votes of 1 listener came in, 2 files are refused; f12 lists why", "━ 1 listener ━")
	d.press("f12")
	d.sees("eve-votes.json is refused: votes on another page", "broken.json is refused: ")
	d.press("esc")
	d.brings(filepath.Join(d.home, "my downloads", "anna-votes.json"))
	d.awaits("1 listener brought nothing new")
}

func TestAPageIsGivenUpAndNeverReplacesAFileUnasked(t *testing.T) {
	t.Parallel()
	d := listening(t)
	begun, end := make(chan struct{}), make(chan struct{})
	go d.auditions().Edit(d.m.(*Model).Audition, func(*audition.Audition) { close(begun); <-end }) // another program has the file
	<-begun
	file := d.pages("page.html")
	d.awaits("making the page · esc stops", "━ making the page… ━")
	d.press("e")
	d.sees("a page is being made; esc stops it")
	d.press("esc")
	close(end)
	d.awaits("stopped")
	if _, err := os.Stat(file); err == nil {
		t.Error("there is a page")
	}
	os.WriteFile(file, []byte("mine"), 0o644)
	d.pages("page.html")
	d.awaits("page.html is there already: enter again replaces it")
	if b, err := os.ReadFile(file); err != nil || string(b) != "mine" {
		t.Fatalf("%v: %.20s", err, b)
	}
	d.press("enter")
	d.awaits("wrote ")
	d.pages("page.txt")
	d.awaits("a page ends in .html")
	d.press("ctrl+u")
	d.paste(filepath.Join(d.home, "nowhere", "page.html"))
	d.press("enter")
	d.awaits("there is no folder ")
}
