package benches

import (
	"math/rand/v2"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/audition"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/lineup"
)

// Duels is the panel beside the bench in which its candidates meet, two at a time.
// They are kept in the bench's file, answer by answer.
type Duels struct {
	*rooms.Shared
	Bench *Bench
	// Note adds a text to the notes of a preset.
	Note func(folder, preset, text string) tea.Cmd
	// Seed is what every lot of new duels is drawn by.
	Seed func() uint64

	hearing audition.Hearing // of the duel of now
	anew    int              // how many answers somebody was told would be lost
	final   int              // how many duels decide, once they begin; 0: as always
	spots   []spot           // of what can be pressed, as it was drawn
}

// NewDuels are those of a bench.
func NewDuels(all *rooms.Shared, bench *Bench) *Duels {
	r := &Duels{Shared: all, Bench: bench, Seed: rand.Uint64}
	bench.Begun = func(row *lineup.Row) { r.hearing.Begun(row.ID) }
	return r
}

// sideOf is 1 for the left one of the duel that is heard, 2 for the right one.
func (r *Bench) sideOf(row *lineup.Row) int {
	switch row.ID {
	case r.pair.A:
		return 1
	case r.pair.B:
		return 2
	}
	return 0
}

// present are the ids of an audition's candidates.
func present(a audition.Audition) (ids []string) {
	for _, c := range a.Candidates {
		ids = append(ids, c.ID)
	}
	return ids
}

// duelsOf are the duels of an audition, with who has left the bench since; nil: none
// have begun.
func duelsOf(a audition.Audition) *audition.Duels {
	if a.Duels == nil {
		return nil
	}
	d := a.Duels.Copy()
	d.Present(present(a))
	return d
}

// standing is how the duels of now stand; false: none have begun.
func (r *Duels) standing() (s audition.Standing, begun bool) {
	d := duelsOf(r.Bench.a)
	if d == nil {
		return s, false
	}
	return d.Standing(), true
}

// heard is the duel of now and who of the two was heard.
func (r *Duels) heard(s audition.Standing) *audition.Hearing {
	if s.Asked != nil && r.hearing.Pair != *s.Asked {
		r.hearing = audition.Hearing{Pair: *s.Asked}
	}
	return &r.hearing
}

// ready are the candidates that can duel: those in sight on the bench of which
// all is there and can be heard.
func (r *Duels) ready() (ids []string) {
	for _, row := range r.Bench.shown {
		if row.State() == lineup.Ready && session.Playable(row.Take.Request) {
			ids = append(ids, row.ID)
		}
	}
	return ids
}

// Start begins duels, or goes on with those that have begun, or shows how they
// ended.
func (r *Duels) Start() tea.Cmd {
	if _, begun := r.standing(); begun && !r.otherLine() {
		r.FocusOn(rooms.DuelsPanel)
		return r.side(1)
	}
	return r.Anew()
}

// TooFew says why nobody can duel.
func (r *Duels) TooFew() string {
	if r.Bench.a.Duels != nil || len(r.ready()) >= 2 {
		return ""
	}
	return Say.duels.tooFew
}

// Anew begins duels anew. Where answers would be lost that is said first, and the
// same key has to be pressed once more.
func (r *Duels) Anew() tea.Cmd {
	b := r.Bench
	answers, final := 0, r.final
	if b.a.Duels != nil {
		answers, final = len(b.a.Duels.Answers), b.a.Duels.Final
	}
	if answers > 0 && r.anew != answers {
		r.anew = answers
		r.FocusOn(rooms.DuelsPanel)
		return r.Say(rooms.Caution, Say.duels.wouldLose(r.anew))
	}
	ids := r.ready()
	if len(ids) < 2 {
		return r.Say(rooms.Caution, Say.duels.tooFew)
	}
	d := audition.Begin(r.Seed(), final, ids)
	d.Text = b.a.Text
	hide, was, state := blindly(b.lots()), b.a.Duels, b.a.Bench
	r.anew = 0
	r.silence()
	cmd := b.deed(Say.duels.deed,
		func(a *audition.Audition) { a.Duels = d; hide(a) },
		func(a *audition.Audition) { a.Duels, a.Bench = was, state })
	r.FocusOn(rooms.DuelsPanel)
	return tea.Batch(cmd, r.side(1), r.Say(rooms.Note, Say.duels.begun(len(ids))))
}

// silence ends what sounds: the next duel begins at its start.
func (r *Duels) silence() {
	r.Bench.Silence()
	r.Bench.pair, r.hearing = audition.Pair{}, audition.Hearing{}
}

// NoDuel says why there is nothing to answer.
func (r *Duels) NoDuel() string {
	s, begun := r.standing()
	switch {
	case !begun:
		return Say.duels.notBegun
	case r.otherLine():
		return Say.duels.otherLine
	case s.Asked == nil:
		return Say.duels.over
	}
	return ""
}

// otherLine reports whether the bench speaks another line since the duels began.
func (r *Duels) otherLine() bool {
	a := r.Bench.a
	return a.Duels != nil && a.Duels.Text != "" && a.Duels.Text != a.Text
}

// HearSide lets the left or the right one sound, at the same place.
func (r *Duels) HearSide(n int) tea.Cmd {
	if n < 1 || n > 2 {
		return r.Say(rooms.Note, Say.duels.twoSides)
	}
	return r.side(n)
}

func (r *Duels) side(n int) tea.Cmd {
	s, _ := r.standing()
	if s.Asked == nil {
		return nil
	}
	r.heard(s)
	r.anew = 0 // whoever goes on does not begin anew
	b := r.Bench
	rows := []*lineup.Row{b.Find(s.Asked.A), b.Find(s.Asked.B)}
	if rows[0] == nil || rows[1] == nil {
		return nil // not looked for yet
	}
	b.pair = *s.Asked
	cmd, can := b.Hear(rows[n-1])
	if !can {
		return r.Say(rooms.Caution, Say.duels.notThere)
	}
	return tea.Batch(cmd, b.Fetch(rows[2-n]))
}

// FromStart lets what sounds begin once more.
func (r *Duels) FromStart() tea.Cmd {
	if r.Bench.Sounding() == nil {
		return r.side(1)
	}
	return r.Bench.Sound.Replay()
}

// More has more or fewer duels decide, which is fixed once there is an answer.
func (r *Duels) More(by int) tea.Cmd {
	b := r.Bench
	if b.a.Duels == nil {
		d := audition.Duels{Final: r.final}
		r.final = d.Finals()
		if d.SetFinal(r.final + by); r.final+by > 0 {
			r.final = d.Final
		}
		return r.Say(rooms.Note, Say.duels.finals(r.final))
	}
	d := b.a.Duels.Copy()
	if n := d.Finals() + by; n <= 0 || !d.SetFinal(n) {
		return r.Say(rooms.Caution, Say.duels.fixed(d.Finals()))
	}
	return tea.Batch(b.change(func(a *audition.Audition) {
		if a.Duels != nil {
			changed := a.Duels.Copy()
			changed.SetFinal(d.Final)
			a.Duels = changed
		}
	}), r.Say(rooms.Note, Say.duels.finals(d.Final)))
}
