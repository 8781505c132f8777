package plain

import (
	"slices"
	"strconv"

	"voicestudio/tts"
)

// list is what a number answers until another one is shown.
type list struct {
	items []item
	pick  func(n int) error // nil: it is only to be read
	// hint says what a number does; empty: nothing.
	hint string
	told int // how many were said
	// hears lets one be heard and chooses nothing; nil: they cannot be heard. at is the
	// number of the one that was last.
	hears func(n int) error
	at    int
	mute  bool // what is heard does not say which it is
}

// heard is a list of which a number lets one be heard.
func heardList(hear func(n int) error, at int) *list { return &list{pick: hear, hears: hear, at: at} }

type item struct {
	n    int
	text string
}

// page is how many are said at once: more are hard to keep in mind.
const page = 12

// numbered gives items their numbers from 1.
func numbered(items []item) []item {
	for i := range items {
		items[i].n = i + 1
	}
	return items
}

// offer says the beginning of a list; it becomes the one that a number answers.
func (d *desk) offer(l list) error {
	d.list = &l
	return d.more(false)
}

// more says the next of a list.
func (d *desk) more(again bool) error {
	l := d.list
	if l == nil || again && l.told >= len(l.items) {
		return wrong(say.lists.noMore)
	}
	to := min(l.told+page, len(l.items))
	for _, it := range l.items[l.told:to] {
		d.print(d.Out, strconv.Itoa(it.n)+say.lists.point+spoken(tts.Clean(it.text)))
	}
	l.told = to
	if left := len(l.items) - to; left > 0 {
		d.say(say.lists.more(left))
	}
	if l.hint != "" && !again {
		d.say(l.hint)
	}
	return nil
}

func moreOf(d *desk, _ string) error { return d.more(true) }

// pickNumber answers the list.
func (d *desk) pickNumber(n int) error {
	if d.list == nil || d.list.pick == nil {
		return wrong(say.lists.none(n))
	}
	d.list.at = n
	return d.list.pick(n)
}

// hearNext lets the next of the list be heard, or the one before.
func hearNext(d *desk, way int) error {
	l := d.list
	if l == nil || l.hears == nil {
		return wrong(say.lists.noneHeard)
	}
	n := l.at + way
	if len(l.items) > 0 { // whose numbers may run down, and have gaps
		at := slices.IndexFunc(l.items, func(it item) bool { return it.n == l.at }) + way
		if l.at == 0 {
			at = 0
		}
		if at < 0 || at >= len(l.items) {
			return wrong(say.lists.noMore)
		}
		n = l.items[at].n
		if l.mute {
			d.print(d.Out, strconv.Itoa(n)+say.lists.point+spoken(tts.Clean(l.items[at].text)))
		}
	}
	hears := l.hears
	l.at = n
	if err := hears(n); err != nil {
		return err
	}
	if d.list != l && d.list != nil && d.list.hears != nil {
		d.list.at = n
	}
	return nil
}

// wrong is what was not understood, or cannot be done.
func wrong(s tts.Said) error { return tts.Wrong("", s) }
