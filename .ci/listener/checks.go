package main

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync/atomic"
)

// check is one promise. What it returns is said beside it.
type check struct {
	promise string
	keep    func(l *listener, tests tests) (note string, err error)
	loud    bool // the browser complains of what is tried
}

// tests are pages of each kind of the same clips.
type tests struct{ pairs, rank test }

var checks = []check{
	{"opens from a disk, asks the network for nothing", opens, false},
	{"enter only starts, both are heard before an answer, digits go by their place, a held key counts once", keys, false},
	{"pairs to the end by keyboard; what is saved is what was answered", pairs, false},
	{"a reload goes on where it was, in the same order", reloads, false},
	{"a switch is at the same place, by a ramp of 5 ms, at the clip's level", switches, false},
	{"a ranking by keyboard; what is saved is the order", ranks, false},
	{"focus is seen, buttons have names, progress is told", accessible, false},
	{"runs no script but its own, lets nothing be sent", refuses, true},
	{"without scripts a sentence says what to do", scriptless, false},
}

func opens(l *listener, tests tests) (string, error) {
	if err := l.attend(tests.pairs); err != nil {
		return "", err
	}
	if w, ok := l.browser.(watched); ok {
		requests, _ := w.Told()
		requests = slices.DeleteFunc(requests, func(url string) bool {
			return strings.HasPrefix(url, "file:///") && strings.HasSuffix(url, "/pairs-en.html") || strings.HasPrefix(url, "data:")
		})
		if len(requests) > 0 {
			return "", fmt.Errorf("it asked for %q", requests)
		}
	}
	var resources []string
	err := l.Evaluate(`performance.getEntriesByType("resource").map((entry) => entry.name)`, &resources)
	if err != nil || len(resources) > 0 {
		return "", fmt.Errorf("it loaded %q (%w)", resources, err)
	}
	return "", nil
}

// refuses tries what the page's policy must refuse.
func refuses(l *listener, tests tests) (string, error) {
	if err := l.arrive(tests.pairs); err != nil {
		return "", err
	}
	var served atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { served.Add(1) }))
	defer server.Close()
	var done []string
	err := l.Evaluate(fmt.Sprintf(`(async () => {
		const done = [];
		if (window.intruder) done.push("a script in the text ran");
		const script = document.createElement("script");
		script.textContent = "window.injected = 1";
		document.body.append(script);
		if (window.injected) done.push("an injected script ran");
		try { setTimeout("window.evaluated = 1"); } catch {} // from here, unlike eval, it is the page's
		const url = %q;
		if (await fetch(url, { mode: "no-cors" }).then(() => true, () => false)) done.push("fetch");
		await new Promise((then) => {
			const image = new Image();
			image.onload = image.onerror = then;
			image.src = url + "/image";
		});
		if (window.evaluated) done.push("a text was evaluated");
		return done;
	})()`, server.URL), &done)
	if err != nil {
		return "", err
	}
	if len(done) > 0 || served.Load() > 0 {
		return "", fmt.Errorf("%q; %d requests arrived", done, served.Load())
	}
	return "", nil
}

func keys(l *listener, tests tests) (string, error) {
	if err := l.arrive(tests.pairs); err != nil {
		return "", err
	}
	for _, k := range []key{digit(1), left, down} {
		if err := l.unmoved(k, "before the start"); err != nil {
			return "", err
		}
	}
	if err := l.begin(); err != nil {
		return "", err
	}
	arrows := []key{left, right, down, left.shifted(), enter}
	for _, k := range arrows {
		if err := l.unmoved(k, "before anything was heard"); err != nil {
			return "", err
		}
	}
	first, err := l.hear(digit(1))
	if err != nil {
		return "", err
	}
	for _, k := range append(arrows, digit(3)) {
		if err := l.unmoved(k, "before the other was heard"); err != nil {
			return "", err
		}
	}
	// WebDriver gives a key the place that it has on a keyboard of the United
	// States, Chromium any.
	elsewhere, note := key{Key: "!", Code: "Digit1"}, "! for Digit1"
	if _, is := l.browser.(*chromium); is {
		elsewhere, note = key{Key: "&", Code: "Digit1"}, "& for Digit1"
	}
	again, err := l.hear(elsewhere)
	if err != nil || again.clip != first.clip {
		return "", fmt.Errorf("%s heard clip %d, not %d (%w)", elsewhere.Key, again.clip, first.clip, err)
	}
	held := digit(2)
	held.Repeats = 5
	if second, err := l.hear(held); err != nil || second.clip == first.clip {
		return "", fmt.Errorf("2, held, heard the clip of 1, or: %w", err)
	}
	if err := l.unmoved(enter, "when both were heard"); err != nil {
		return "", err
	}
	answer := right.shifted()
	answer.Repeats = 5
	if err := l.answer(answer); err != nil {
		return "", err
	}
	for _, k := range arrows {
		if err := l.unmoved(k, "in the second question before anything was heard"); err != nil {
			return "", err
		}
	}
	if now, err := l.look(); err != nil || !strings.Contains(now.Question, "2") {
		return "", fmt.Errorf("after one answer %q is asked (%w)", now.Question, err)
	}
	return note, nil
}

func pairs(l *listener, tests tests) (string, error) {
	orders := map[string]bool{}
	for range 2 {
		if err := l.attend(tests.pairs); err != nil {
			return "", err
		}
		hidden := "!document.getElementById('save').checkVisibility()"
		if err := l.wait(hidden, "#save is there from the beginning"); err != nil {
			return "", err
		}
		votes, err := l.answerAll()
		if err != nil {
			return "", err
		}
		if err := l.wait("!("+hidden+")", "#save does not come"); err != nil {
			return "", err
		}
		saved, err := l.save()
		if err != nil {
			return "", err
		}
		if saved.Test != l.test.id || len(votes) != len(l.test.clips)*(len(l.test.clips)-1)/2 {
			return "", fmt.Errorf("%d votes on the test %s", len(votes), saved.Test)
		}
		if err := same(saved.Answers, votes); err != nil {
			return "", err
		}
		order := ""
		for _, vote := range votes {
			order += vote.A + vote.B
		}
		orders[order] = true
	}
	if len(orders) < 2 {
		return "", errors.New("two listeners were asked in the same order")
	}
	return "", nil
}

func reloads(l *listener, tests tests) (string, error) {
	if err := l.attend(tests.pairs); err != nil {
		return "", err
	}
	for range 2 {
		if _, err := l.answerPair(false); err != nil {
			return "", err
		}
	}
	var asked [2]string
	for i := range asked {
		now, err := l.look()
		if err != nil {
			return "", err
		}
		asked[i] = now.Question
		for n := range 2 {
			s, err := l.hear(digit(n + 1))
			if err != nil {
				return "", err
			}
			asked[i] += fmt.Sprintf(" clip %d", s.clip)
		}
		if i > 0 {
			break
		}
		if err := l.reload(); err != nil {
			return "", err
		}
		if err := l.begin(); err != nil {
			return "", err
		}
	}
	if asked[0] != asked[1] {
		return "", fmt.Errorf("%q was asked, after the reload %q", asked[0], asked[1])
	}
	votes, err := l.answerAll()
	if err != nil {
		return "", err
	}
	saved, err := l.save()
	if err != nil {
		return "", err
	}
	// What was heard of the third before the reload counts with it.
	if len(saved.Answers) != 10 || len(votes) != 8 || saved.Answers[2].Plays != 2+2+3 {
		return "", fmt.Errorf("the votes are %+v", saved.Answers)
	}
	return "", nil
}

func ranks(l *listener, tests tests) (string, error) {
	if err := l.attend(tests.rank); err != nil {
		return "", err
	}
	if err := l.unmoved(digit(1).shifted(), "before it was heard"); err != nil {
		return "", err
	}
	called := map[int]int{} // a clip: its number
	order := map[string]int{}
	for n := len(l.test.clips); n > 0; n-- {
		s, err := l.hear(digit(n))
		if err != nil {
			return "", err
		}
		called[s.clip] = n
		order[l.test.clips[s.clip].ID] = n
	}
	for clip := range l.test.clips {
		place := digit(called[clip]).shifted()
		place.Repeats = 2 * (clip % 2) // held, an even number of times: in, out, in
		if err := l.Press(place); err != nil {
			return "", err
		}
	}
	saved, err := l.save()
	if err != nil {
		return "", err
	}
	if want := len(order) * (len(order) - 1) / 2; len(saved.Answers) != want {
		return "", fmt.Errorf("%d votes, not %d", len(saved.Answers), want)
	}
	for _, vote := range saved.Answers {
		a, b := l.index(vote.A), l.index(vote.B)
		first := vote.A
		if order[vote.B] > order[vote.A] { // they were heard from the last on
			first = vote.B
		}
		if a == b || vote.Answer != map[bool]int{true: -1, false: 1}[a < b] || vote.First != first {
			return "", fmt.Errorf("a vote is %+v", vote)
		}
	}
	return "", nil
}

// index is which clip has an id.
func (l *listener) index(id string) int {
	return slices.IndexFunc(l.test.clips, func(c clip) bool { return c.ID == id })
}
