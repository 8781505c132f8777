package benches

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/lineup"
)

// HearNumber lets a row of the page sound, from 1, in the place of what sounds; 0 is
// the one under the cursor.
func (r *Bench) HearNumber(n int) tea.Cmd {
	page := r.onPage()
	if n > len(page) {
		return r.Say(rooms.Note, Say.noRow(n, len(page)))
	}
	if n > 0 {
		r.list.To(n - 1)
	}
	return r.HearRow()
}

// HearRow lets the row under the cursor sound.
func (r *Bench) HearRow() tea.Cmd {
	row := r.current()
	r.pair, r.offered = audition.Pair{}, ""
	cmd, can := r.Hear(row)
	switch {
	case can:
		return cmd
	case row.State() == lineup.Failed:
		return r.Say(rooms.Caution, Say.tryAgain(r.number(row), r.why(row)))
	case r.Blind:
		return r.Say(rooms.Caution, Say.makeFirst)
	}
	price, _ := lineup.Price([]*lineup.Row{row})
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
	set := func(n int) func(*audition.Candidate) { return func(c *audition.Candidate) { c.Stars = n } }
	return r.judge(row, Say.starring(r.called(row)), set(now), set(was))
}

// stars are those of a row; while nobody shall know which it is, only those that
// it got since.
func (r *Bench) stars(row *lineup.Row) int {
	if !r.tells(row) {
		return 0
	}
	return row.Stars
}

// note is that of a row, under the same condition.
func (r *Bench) note(row *lineup.Row) string {
	if !r.tells(row) {
		return ""
	}
	return row.Note
}

// tells reports whether what was said of a row may be seen.
func (r *Bench) tells(row *lineup.Row) bool { return !r.Blind || r.judged(row) }

// judged reports whether something was said of a row while the names are hidden.
func (r *Bench) judged(row *lineup.Row) bool { return slices.Contains(r.a.Bench.Judged, row.ID) }

// judge changes what is said of a row. Where that is taken back while the names
// are hidden, what it had before they were is not seen.
func (r *Bench) judge(row *lineup.Row, what string, do, back func(*audition.Candidate)) tea.Cmd {
	id, was, blind := row.ID, r.judged(row), r.Blind
	set := func(do func(*audition.Candidate), judged bool) edit {
		change := r.of(id, do)
		return func(a *audition.Audition) { change(a); a.Bench.Judge(id, judged) }
	}
	return r.deed(what, set(do, blind), set(back, was))
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
func (r *Bench) called(row *lineup.Row) string {
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
		return dialog.Chosen{Action: rooms.Does(func() tea.Cmd {
			set := func(note string) func(*audition.Candidate) { return func(c *audition.Candidate) { c.Note = note } }
			return r.judge(row, Say.noting(r.called(row)), set(text), set(was))
		})}
	}), rooms.InPrompt)
	return nil
}

// TakeOut takes the row under the cursor out; undo brings it back.
func (r *Bench) TakeOut() tea.Cmd {
	row := r.current()
	was, lot, told := row.Candidate, slices.Index(r.a.Bench.Order, row.ID), r.judged(row)
	at := slices.IndexFunc(r.a.Candidates, func(c audition.Candidate) bool { return c.ID == row.ID })
	out := func(a *audition.Audition) {
		for i, c := range a.Candidates {
			if c.ID == was.ID {
				a.Candidates = append(a.Candidates[:i:i], a.Candidates[i+1:]...)
				return
			}
		}
	}
	back := func(a *audition.Audition) {
		if holds(*a, was.ID) {
			return // it was not taken out, since that could not be kept
		}
		a.Candidates = slices.Insert(a.Candidates, min(at, len(a.Candidates)), was)
		a.Bench.Judge(was.ID, told)
		if lot >= 0 && !slices.Contains(a.Bench.Order, was.ID) {
			a.Bench.Order = slices.Insert(a.Bench.Order, min(lot, len(a.Bench.Order)), was.ID)
		}
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
	if r.current().Audible() || r.current().State() == lineup.Waiting {
		return r.HearRow()
	}
	return nil
}
