package audition

import (
	"bytes"
	"cmp"
	"encoding/json"
	"io/fs"
	"slices"

	"voicestudio/presets/keep"
)

// Imported is what became of a session.
type Imported string

const (
	New    Imported = "new"
	Longer Imported = "longer" // than what was there of it
	Known  Imported = "known"  // nothing new
	// Differs is as long as what was there of it, and says something else: which of
	// the two is kept does not depend on which came first.
	Differs Imported = "differs"
)

// Arrival is what became of a session, or why it was refused.
type Arrival struct {
	What    Imported
	Refused error // nil: it was not
}

// Import takes votes in, all with one change of the file: the same session again
// keeps the longer, in whatever order they come. A refusal is a sentence: of another
// test, a clip that is none of the test's, more answers than questions; it is
// fs.ErrInvalid. Where the error is set nothing came in.
func (f Folder) Import(name string, sessions ...Session) (arrivals []Arrival, err error) {
	_, err = f.Edit(name, func(a *Audition) {
		for _, s := range sessions {
			what, refused := a.take(s)
			arrivals = append(arrivals, Arrival{what, refused})
		}
	})
	if err != nil {
		return nil, err
	}
	return arrivals, nil
}

func (a *Audition) take(s Session) (Imported, error) {
	if err := a.refuses(s); err != nil {
		return "", err
	}
	before := united(a.Sessions)
	a.Sessions = united(append(slices.Clone(before), s))
	return became(before, s), nil
}

// refuses says why votes are not on one of the audition's pages.
func (a Audition) refuses(s Session) error {
	w := say.votes
	t, is := a.tested(s.Test)
	if !is {
		return keep.Refuse(fs.ErrInvalid, w.otherPage(a.Name))
	}
	if n := len(s.Answers); n > t.Questions() {
		return keep.Refuse(fs.ErrInvalid, w.tooMany(n, t.Questions()))
	}
	for _, v := range s.Answers {
		for _, clip := range []string{v.A, v.B} {
			if !t.has(clip) {
				return keep.Refuse(fs.ErrInvalid, w.noClip(quoted(clip)))
			}
		}
	}
	return nil
}

// became says what a session is beside those that were there.
func became(before []Session, s Session) Imported {
	i := slices.IndexFunc(before, func(b Session) bool { return sameSession(b, s) == 0 })
	if i < 0 {
		return New
	}
	switch was := before[i]; {
	case len(s.Answers) > len(was.Answers):
		return Longer
	case len(s.Answers) == len(was.Answers) && fuller(was, s) != 0:
		return Differs
	}
	return Known
}

// united are sessions as they are kept: in the order of their ids, each once, of
// the same one the longer.
func united(sessions []Session) []Session {
	sessions = slices.Clone(sessions)
	slices.SortStableFunc(sessions, func(x, y Session) int {
		if other := sameSession(x, y); other != 0 {
			return other // most are, and fuller takes long
		}
		return fuller(x, y)
	})
	return slices.CompactFunc(sessions, func(x, y Session) bool { return sameSession(x, y) == 0 })
}

// sameSession compares by what a session is known by. A page draws one for itself;
// were it on two pages, both would count, as one listener.
func sameSession(x, y Session) int {
	return cmp.Or(cmp.Compare(x.Session, y.Session), cmp.Compare(x.Test, y.Test))
}

// fuller puts the longer one first; of two that are as long, always the same.
func fuller(x, y Session) int {
	if len(x.Answers) != len(y.Answers) {
		return len(y.Answers) - len(x.Answers)
	}
	one, _ := json.Marshal(x) // texts and numbers can be written
	other, _ := json.Marshal(y)
	return bytes.Compare(one, other)
}
