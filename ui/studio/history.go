package studio

import "time"

// history is one undo list over words, settings and blends.
type history struct {
	past, future []moment
	what         string // the change that is going on
	at           time.Time
}

// moment is a document before a change.
type moment struct {
	doc  document
	what string // the change that followed, in words
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
		h.past = append(h.past, moment{before, what})
		if len(h.past) > remembered {
			h.past = h.past[1:]
		}
	}
	h.what, h.at = what, now
}

// undo returns the document before the last change and what that was.
func (h *history) undo(now document) (document, string, bool) {
	return step(&h.past, &h.future, now, h)
}

// redo returns the document after the change that was undone last.
func (h *history) redo(now document) (document, string, bool) {
	return step(&h.future, &h.past, now, h)
}

func step(from, to *[]moment, now document, h *history) (document, string, bool) {
	if len(*from) == 0 {
		return now, "", false
	}
	m := (*from)[len(*from)-1]
	*from = (*from)[:len(*from)-1]
	*to = append(*to, moment{now, m.what})
	h.what = ""
	return m.doc, m.what, true
}
