package audition

import (
	"errors"
	"slices"
	"time"
)

// How many duels decide between the last two: unless told otherwise, and at most.
const (
	FinalDuels     = 10
	MostFinalDuels = 50
)

// mostEntrants bounds those that a file may name: nobody hears more.
const mostEntrants = 200

// Begin has candidates duel: those that are ready, by their ids. Every lot is
// drawn by the seed; final is made even.
func Begin(seed uint64, final int, ids []string) *Duels {
	return &Duels{Seed: seed, Final: evenly(final), Entrants: slices.Clone(ids)}
}

// Copy is one that can be changed alone.
func (d Duels) Copy() *Duels {
	d.Entrants, d.Answers, d.Left = slices.Clone(d.Entrants), slices.Clone(d.Answers), slices.Clone(d.Left)
	return &d
}

// evenly is a legal number of final duels.
func evenly(n int) int {
	if n <= 0 {
		return FinalDuels
	}
	return min((n+1)/2*2, MostFinalDuels)
}

// SetFinal changes how many duels decide. Once there is an answer it is fixed, and
// false is returned: who stops when it suits finds a difference where there is none.
func (d *Duels) SetFinal(n int) bool {
	if len(d.Answers) > 0 {
		return false
	}
	d.Final = evenly(n)
	return true
}

// Finals is how many duels decide.
func (d Duels) Finals() int { return evenly(d.Final) }

// entrants are those that a file names, each once.
func (d Duels) entrants() []string {
	var ids []string
	for _, id := range d.Entrants[:min(len(d.Entrants), mostEntrants)] {
		if id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// Pair are the two of a duel. A is on the left.
type Pair struct{ A, B string }

// Hearing is a duel while it is heard.
type Hearing struct {
	Pair
	begun [2]bool
}

// Begun says that a candidate has begun to sound.
func (h *Hearing) Begun(id string) {
	h.begun[0] = h.begun[0] || id == h.A
	h.begun[1] = h.begun[1] || id == h.B
}

// Both reports whether both have: an answer counts from then on.
func (h Hearing) Both() bool { return h.begun[0] && h.begun[1] }

// Answer takes in which of the two is better: the id of one of them, or none for
// no difference. The error says why it does not count.
func (d *Duels) Answer(h Hearing, won string, at time.Time) error {
	now := d.Standing()
	switch {
	case now.Asked == nil || *now.Asked != h.Pair || won != "" && won != h.A && won != h.B:
		return errors.New(say.duels.notAsked)
	case !h.Both():
		return errors.New(say.duels.hearBoth)
	}
	d.Answers = append(d.Answers[:now.counted:now.counted], Answer{A: h.A, B: h.B, Won: won, At: at})
	return nil
}

// Undo takes the last answer back; false: there is none.
func (d *Duels) Undo() bool {
	n := d.Standing().counted
	if n == 0 {
		return false
	}
	d.Answers = slices.Clone(d.Answers[:n-1])
	d.Left = slices.Clone(d.Left)
	for i := range d.Left {
		d.Left[i].After = min(d.Left[i].After, n-1)
	}
	return true
}

// Present says which candidates are on the bench now. Who is there no longer is
// out, and whoever was to meet it goes on without a duel; who comes back before
// the next answer is in again. It reports whether that changed the duels.
func (d *Duels) Present(ids []string) (changed bool) {
	answers := d.Standing().counted
	kept := slices.DeleteFunc(slices.Clone(d.Left), func(l Left) bool {
		return l.After >= answers && slices.Contains(ids, l.ID)
	})
	changed = len(kept) != len(d.Left)
	for _, id := range d.entrants() {
		gone := slices.ContainsFunc(kept, func(l Left) bool { return l.ID == id })
		if !gone && !slices.Contains(ids, id) {
			kept, changed = append(kept, Left{id, answers}), true
		}
	}
	d.Left = kept
	return changed
}
