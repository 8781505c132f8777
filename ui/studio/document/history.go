package document

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"
)

// Deed is something that a person did and can take back. Undo and Redo do so,
// and return what remains to be done outside of the screen's loop, or nil.
type Deed struct {
	What string // in words: "speed", "deleting take 3"
	At   time.Time
	Undo func() tea.Cmd
	Redo func() tea.Cmd
}

// History is one list of deeds, whatever they were done to, in their order.
type History struct {
	past, future []*Deed
	change       *change // the one that goes on, to which the next may belong
}

// change is a deed that changes the document.
type change struct {
	deed  *Deed
	other state // before it, or once it is undone, after it
	opens bool  // it opened a preset
	reads bool  // it showed another script
}

const (
	// together is how close changes of the same thing must be to be one.
	together = 1200 * time.Millisecond
	// remembered bounds the list; documents share what they do not change.
	remembered = 500
)

// Did puts a deed at the end of the history. What was undone before cannot be
// done again after that.
func (h *History) Did(d Deed) *Deed {
	h.future, h.change = nil, nil
	h.past = append(h.past, &d)
	if len(h.past) > remembered {
		h.past = h.past[1:]
	}
	return &d
}

// Undo takes back the last deed; nil where there is none.
func (h *History) Undo() (*Deed, tea.Cmd) {
	d := move(&h.past, &h.future)
	if h.change = nil; d == nil {
		return nil, nil
	}
	return d, d.Undo()
}

// Redo does again what was undone last; nil where there is nothing.
func (h *History) Redo() (*Deed, tea.Cmd) {
	d := move(&h.future, &h.past)
	if h.change = nil; d == nil {
		return nil, nil
	}
	return d, d.Redo()
}

// Return puts a deed back where it was before the last Undo or Redo: it could
// not be done.
func (h *History) Return(d *Deed) {
	for _, lists := range [][2]*[]*Deed{{&h.past, &h.future}, {&h.future, &h.past}} {
		if i := slices.Index(*lists[0], d); i >= 0 {
			*lists[0] = slices.Delete(*lists[0], i, i+1)
			*lists[1] = append(*lists[1], d)
			return
		}
	}
}

// Forget takes out a deed that was not done in the end.
func (h *History) Forget(d *Deed) {
	is := func(other *Deed) bool { return other == d }
	h.past, h.future = slices.DeleteFunc(h.past, is), slices.DeleteFunc(h.future, is)
}

func move(from, to *[]*Deed) *Deed {
	if len(*from) == 0 {
		return nil
	}
	d := (*from)[len(*from)-1]
	*from = (*from)[:len(*from)-1]
	*to = append(*to, d)
	return d
}
