package studio

import "time"

// history is one undo list over words, settings and blends.
type history struct {
	past, future []moment
	what         string    // the change that is going on
	at           time.Time // when the last one was that can be undone
}

// moment is a document before a change.
type moment struct {
	doc  document
	what string // the change that followed, in words
	at   time.Time
	// opened is the preset that was open, where the change was to open another.
	opened *opened
}

const (
	// together is how close changes of the same thing must be to be one.
	together = 1200 * time.Millisecond
	// remembered bounds the list; documents share what they do not change.
	remembered = 500
)

// change remembers the document before a change. Changes of the same thing in
// quick succession are one.
func (h *history) change(before document, what string, now time.Time) {
	h.future = nil
	if what != h.what || now.Sub(h.at) > together {
		h.past = append(h.past, moment{doc: before, what: what})
		if len(h.past) > remembered {
			h.past = h.past[1:]
		}
	}
	h.what, h.at = what, now
	h.past[len(h.past)-1].at = now
}

// opening notes which preset was open before the last change, which was to
// open another one.
func (h *history) opening(before opened) {
	if last := &h.past[len(h.past)-1]; last.opened == nil {
		last.opened = &before
	}
}

// undo returns the moment before the last change, and what that was.
func (h *history) undo(now moment) (moment, bool) { return step(&h.past, &h.future, now, h) }

// redo returns the moment after the change that was undone last.
func (h *history) redo(now moment) (moment, bool) { return step(&h.future, &h.past, now, h) }

func step(from, to *[]moment, now moment, h *history) (moment, bool) {
	if len(*from) == 0 {
		return now, false
	}
	m := (*from)[len(*from)-1]
	*from = (*from)[:len(*from)-1]
	if now.what, now.at = m.what, m.at; m.opened == nil {
		now.opened = nil
	}
	*to = append(*to, now)
	h.what, h.at = "", time.Time{}
	if n := len(h.past); n > 0 {
		h.at = h.past[n-1].at
	}
	return m, true
}
