package benches

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// HearNumber lets a row of the page sound, from 1, in the place of what sounds.
func (r *Bench) HearNumber(n int) tea.Cmd {
	page := r.onPage()
	if n > len(page) {
		return r.Say(rooms.Note, Say.noRow(n, len(page)))
	}
	r.list.To(n - 1)
	return r.HearRow()
}

// HearRow lets the row under the cursor sound.
func (r *Bench) HearRow() tea.Cmd {
	row := r.current()
	r.pair = audition.Pair{}
	cmd, can := r.Hear(row)
	switch {
	case can:
		return cmd
	case row.State() == Failed:
		return r.Say(rooms.Caution, Say.tryAgain(r.number(row), r.why(row)))
	case r.Blind:
		return r.Say(rooms.Caution, Say.makeFirst)
	}
	price, _ := priceOf([]*Row{row})
	return r.Say(rooms.Caution, Say.enterMakes(r.number(row), price))
}

// Loop repeats all of what sounds, or the part that is marked in Sound; again lets
// it go on.
func (r *Bench) Loop() tea.Cmd {
	cmd := r.Sound.LoopTo()
	if r.Sound.Loops() {
		return tea.Batch(cmd, r.Say(rooms.Note, Say.loops))
	}
	return cmd
}

// Star gives the row under the cursor one star more, or after three none.
func (r *Bench) Star() tea.Cmd {
	row := r.current()
	was, now := row.Stars, (r.stars(row)+1)%4
	r.judged(row)
	set := func(n int) edit { return r.of(row.ID, func(c *audition.Candidate) { c.Stars = n }) }
	return r.deed(Say.starring(r.called(row)), set(now), set(was))
}

// stars are those of a row; while nobody shall know which it is, only those that
// it got since.
func (r *Bench) stars(row *Row) int {
	if r.Blind && !r.fresh[row.ID] {
		return 0
	}
	return row.Stars
}

// note is that of a row, under the same condition.
func (r *Bench) note(row *Row) string {
	if r.Blind && !r.fresh[row.ID] {
		return ""
	}
	return row.Note
}

// judged remembers that somebody has said something of a row since the names are
// hidden.
func (r *Bench) judged(row *Row) {
	if r.fresh == nil {
		r.fresh = map[string]bool{}
	}
	r.fresh[row.ID] = true
}

// of is a change of one candidate.
func (r *Bench) of(id string, do func(*audition.Candidate)) edit {
	return func(a *audition.Audition) {
		for i := range a.Candidates {
			if a.Candidates[i].ID == id {
				do(&a.Candidates[i])
			}
		}
	}
}

// called is what a row is called in what is said of it.
func (r *Bench) called(row *Row) string {
	if r.Blind {
		return Say.candidate(r.place(row), len(r.shown))
	}
	return short(row.Label)
}

// short is a name that leaves room for what is said of it.
func short(label string) string {
	const most = 40
	return paint.Cut(tts.Clean(label), most)
}

// Note asks for a note on the row under the cursor.
func (r *Bench) AskNote() tea.Cmd {
	row := r.current()
	was := row.Note
	r.Push(dialog.NewPrompt(Say.noteOn(r.called(row)), Say.noteHint, r.note(row), func(text string) dialog.Action {
		return dialog.Chosen{Action: does(func() tea.Cmd {
			r.judged(row)
			set := func(note string) edit { return r.of(row.ID, func(c *audition.Candidate) { c.Note = note }) }
			return r.deed(Say.noting(r.called(row)), set(text), set(was))
		})}
	}), rooms.InPrompt)
	return nil
}

// TakeOut takes the row under the cursor out; undo brings it back.
func (r *Bench) TakeOut() tea.Cmd {
	row := r.current()
	was, at := row.Candidate, -1
	for i, c := range r.a.Candidates {
		if c.ID == row.ID {
			at = i
		}
	}
	out := func(a *audition.Audition) {
		for i, c := range a.Candidates {
			if c.ID == was.ID {
				a.Candidates = append(a.Candidates[:i:i], a.Candidates[i+1:]...)
				return
			}
		}
	}
	back := func(a *audition.Audition) {
		i := min(at, len(a.Candidates))
		a.Candidates = append(a.Candidates[:i:i], append([]audition.Candidate{was}, a.Candidates[i:]...)...)
	}
	if row == r.Sounding() {
		r.Sound.Clear()
	}
	called := r.called(row)
	return tea.Batch(r.deed(Say.takingOut(called), out, back), r.Say(rooms.Note, Say.out(called)))
}

// OnlyStarred shows the rows with a star only, or all again.
func (r *Bench) OnlyStarred() tea.Cmd {
	on := !r.a.Bench.OnlyStarred
	starred := false
	for _, row := range r.Rows {
		starred = starred || r.stars(row) > 0
	}
	if on && !starred {
		return r.Say(rooms.Note, Say.noStars)
	}
	return r.change(func(a *audition.Audition) { a.Bench.OnlyStarred = on })
}

// orders are the ways to sort, in turn.
var orders = []string{"", "stars", "name", "level"}

// NextOrder sorts in another way.
func (r *Bench) NextOrder() tea.Cmd {
	if r.Blind {
		return r.Say(rooms.Note, Say.byLot)
	}
	next := orders[0]
	for i, o := range orders {
		if o == r.a.Bench.Sort {
			next = orders[(i+1)%len(orders)]
		}
	}
	return r.change(func(a *audition.Audition) { a.Bench.Sort = next })
}

// Press hears the row at a cell of the screen, and takes it over by a double click.
func (r *Bench) Press(x, y int, double bool) tea.Cmd {
	row, add := r.pressed(y)
	switch {
	case add && !double:
		return r.Add()
	case row < 0:
		return nil
	}
	r.list.To(row)
	if double {
		return r.Accept()
	}
	if r.current().Audible() || r.current().State() == Waiting {
		return r.HearRow()
	}
	return nil
}
