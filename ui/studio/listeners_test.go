package studio

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

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

// votes is a file as a listener sends it, who likes voices in an order: each better
// than those behind it, and of others none.
func (d *desk) votes(name string, likes ...string) (file string) {
	d.t.Helper()
	all, _, err := d.auditions().List()
	if err != nil || len(all) != 1 || len(all[0].Tests) == 0 {
		d.t.Fatalf("%v, %+v", err, all)
	}
	test := all[0].Tests[len(all[0].Tests)-1]
	place := func(c audition.TestClip) int {
		return slices.IndexFunc(append(likes, c.Label), func(like string) bool { return strings.HasPrefix(c.Label, like) })
	}
	s := audition.Session{Version: 1, Test: test.ID, Session: fmt.Sprintf("session-of-%x", name), Name: name}
	for i, a := range test.Clips {
		for j, b := range test.Clips[i+1:] {
			v := audition.Vote{A: a.Clip, B: b.Clip, First: []string{a.Clip, b.Clip}[(i+j)%2], Answer: 1, Plays: 2, Switches: 1, MS: 4000}
			if place(a) < place(b) {
				v.Answer = -1
			}
			s.Answers = append(s.Answers, v)
		}
	}
	b, err := json.Marshal(s)
	if err != nil {
		d.t.Fatal(err)
	}
	file = filepath.Join(d.home, "downloads", name+"-votes.json")
	os.MkdirAll(filepath.Dir(file), 0o755)
	if err := os.WriteFile(file, b, 0o644); err != nil {
		d.t.Fatal(err)
	}
	return file
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

// listening has a page of two voices and a preset of the person's own.
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
	d.press("esc", "g", "c")
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
	file := d.pages("page")
	d.awaits("wrote ", "page.html, ", "3 clips, 3 questions; levels matched")
	html, err := os.ReadFile(file + ".html")
	if err != nil || !bytes.HasPrefix(bytes.ToLower(html), []byte("<!doctype html>")) || bytes.Contains(html, []byte("Brisk")) {
		t.Fatalf("%v: %.100s", err, html)
	}
	d.awaits("Nobody has voted yet.")
	for _, name := range []string{"anna", "ben", "安娜"} {
		d.votes(name, "Brisk", "Calm", "Serene")
	}
	d.brings(strings.ReplaceAll(filepath.Join(d.home, "downloads", "*-votes.json"), " ", `\ `))
	d.awaits("votes of 3 listeners came in")
	d.awaits("━ 3 listeners ━")
	fmt.Println(d.screen())
	for _, s := range [][2]int{{80, 24}, {60, 18}, {200, 60}} {
		d.resize(s[0], s[1])
		fmt.Println(d.screen())
	}
}
