package main

import "strings"

// check is one promise. What keep returns is said beside it.
type check struct {
	promise string
	keep    func(l *listener, tests tests) (note string)
	loud    bool // the browser complains of what is tried
}

// tests are pages of each kind of the same clips.
type tests struct{ pairs, rank test }

var checks = []check{
	{"opens from a disk, asks the network for nothing", opens, false},
	{"enter only starts, both are heard before an answer, digits go by their place, a held key counts once", keys, false},
	{"pairs to the end by keyboard, in an order of one's own; what is saved is what was answered", pairs, false},
	{"a reload goes on where it was, in the same order", reloads, false},
	{"follows the listener into another tab, begins anew where what was kept is not whole", keeps, false},
	{"a switch is at the same place, by a ramp of 5 ms, at the clip's level", switches, false},
	{"a ranking by keyboard; what is saved is the order", ranks, false},
	{"focus is seen, buttons have names, progress is told", accessible, false},
	{"runs no script but its own, lets nothing be sent", refuses, true},
	{"without scripts a sentence says what to do", scriptless, false},
}

func keys(l *listener, tests tests) string {
	l.arrive(tests.pairs)
	l.unmoved("before the start", digit(1), left, down)
	l.begin()
	answers := []key{left, right, down, left.shifted(), enter}
	l.unmoved("before anything was heard", answers...)
	first := l.hear(digit(1))
	l.unmoved("before the other was heard", append(answers, digit(3))...)
	// WebDriver gives a key the place that it has on a keyboard of the United
	// States, Chromium any: this is one of France.
	elsewhere := key{Key: "!", Code: "Digit1"}
	if _, is := l.browser.(*chromium); is {
		elsewhere.Key = "&"
	}
	if again := l.hear(elsewhere); again.clip != first.clip {
		fail("%s heard clip %d, not %d", elsewhere.Key, again.clip, first.clip)
	}
	if second := l.hear(digit(2).held(5)); second.clip == first.clip {
		fail("2 heard the same as 1")
	}
	l.unmoved("when both were heard", enter)
	l.answer(right.shifted().held(5))
	l.unmoved("in the second question before anything was heard", answers...)
	if now := l.look(); !strings.Contains(now.Question, "2") {
		fail("after one answer %q is asked", now.Question)
	}
	return elsewhere.Key + " at the place of 1"
}

func pairs(l *listener, tests tests) string {
	order := ""
	for range 2 {
		l.attend(tests.pairs)
		there := "document.getElementById('save').checkVisibility()"
		l.wait("!"+there, "#save is there from the beginning")
		votes := l.answerAll()
		l.wait(there, "#save does not come")
		if len(votes) != len(l.test.clips)*(len(l.test.clips)-1)/2 {
			fail("there were %d questions", len(votes))
		}
		same(l.votes(), votes)
		last := order
		for _, vote := range votes {
			order += vote.A + vote.B
		}
		if order == last+last {
			fail("two listeners were asked in the same order")
		}
	}
	return ""
}

func reloads(l *listener, tests tests) string {
	l.attend(tests.pairs)
	l.answerPair(false)
	l.answerPair(true)
	type asked struct {
		question string
		clips    [2]int
	}
	third := func() asked {
		return asked{l.look().Question, [2]int{l.hear(digit(1)).clip, l.hear(digit(2)).clip}}
	}
	before := third()
	l.reload()
	l.begin()
	if after := third(); after != before {
		fail("%v was asked, after the reload %v", before, after)
	}
	answered := 2 + len(l.answerAll())
	// What was heard of the third before the reload counts with it.
	if votes := l.votes(); len(votes) != answered || votes[2].Plays != 2+2+3 {
		fail("of %d answers there are %+v", answered, votes)
	}
	return ""
}

func keeps(l *listener, tests tests) string {
	l.attend(tests.pairs)
	l.answerPair(false)
	kept := func(does string) {
		ask[bool](l, "(() => { const place = Object.keys(localStorage)[0]; let kept = JSON.parse(localStorage[place]); "+does+"; localStorage[place] = JSON.stringify(kept); return true })()")
	}
	if ask[int](l, "localStorage.length") != 1 {
		fail("the page keeps several things, or nothing")
	}
	kept("window.other = kept")
	l.answerPair(false)
	// As where the last answer is taken back in another tab.
	kept("kept = window.other; setTimeout(() => dispatchEvent(new StorageEvent('storage', { key: place })))")
	l.wait("!document.getElementById('start').hidden", "the page goes on as if nobody had answered elsewhere")
	l.begin()
	if now := l.look(); !strings.Contains(now.Question, "2") {
		fail("after one answer elsewhere %q is asked", now.Question)
	}
	for _, spoiled := range []string{"delete kept.placed", "kept.ms = {}", "kept.questions = []"} {
		l.answerPair(false)
		kept(spoiled)
		l.reload()
		l.begin()
		if now := l.look(); !strings.Contains(now.Question, "1") {
			fail("%s: %q is asked", spoiled, now.Question)
		}
	}
	kept("kept.lang = 'xx'")
	l.reload()
	l.begin()
	return ""
}

func ranks(l *listener, tests tests) string {
	l.attend(tests.rank)
	l.unmoved("before it was heard", digit(1).shifted())
	called := map[int]int{}   // a clip: its number
	heard := map[string]int{} // an id: when
	for n := len(l.test.clips); n > 0; n-- {
		clip := l.hear(digit(n)).clip
		called[clip] = n
		heard[l.test.clips[clip].ID] = len(heard)
	}
	for clip := range l.test.clips {
		l.press(digit(called[clip]).shifted().held(clip % 2)) // once more would take it out again
	}
	votes, n := l.votes(), len(l.test.clips)
	if len(heard) != n || len(votes) != n*(n-1)/2 {
		fail("of %d clips there are %d votes", len(heard), len(votes))
	}
	for _, vote := range votes {
		better, first := 1, vote.B
		if l.test.index(vote.A) < l.test.index(vote.B) {
			better = -1
		}
		if heard[vote.A] < heard[vote.B] {
			first = vote.A
		}
		if vote.A == vote.B || vote.Answer != better || vote.First != first {
			fail("a vote is %+v, of %v", vote, heard)
		}
	}
	return ""
}
