package benches

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/audition"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/lineup"
)

// Beside shows a bench of its own for candidates that somebody wants to hear now: the
// first that is on disk sounds at once, what is free is made at once, of the others
// the price is said. keys says what can be done then.
func (r *Bench) Beside(name, text, keys string, all ...audition.Candidate) tea.Cmd {
	for i := range all {
		all[i].Host, all[i].Request.Text = r.Session.Host(), ""
	}
	numbered(all)
	if r.a.Text == text && slices.EqualFunc(r.a.Candidates, all, func(a, b audition.Candidate) bool {
		return a.Label == b.Label && a.Host == b.Host && a.Request.Equal(b.Request)
	}) {
		r.FocusOn(rooms.BenchPanel)
		r.keys = keys
		return r.Show(r.a) // they are there already
	}
	return r.own(audition.Audition{Name: name, Text: text, Candidates: all}, keys)
}

// Meet does so without their names: which is better is decided before it is told. A
// thing by this name tells the bench from others.
func (r *Bench) Meet(what, text string, all []audition.Candidate) tea.Cmd {
	numbered(all)
	a := audition.Audition{Name: Say.benchName(r.Now(), what), Text: text, Candidates: all}
	for _, at := range r.Lot(len(all)) {
		a.Bench.Order = append(a.Bench.Order, all[at].ID)
	}
	a.Bench.Blind = true
	return r.own(a, Say.hidden)
}

func numbered(all []audition.Candidate) {
	for i := range all {
		all[i].ID = fmt.Sprint("c", i+1)
	}
}

// own makes a bench of candidates, which are heard once it is known what there is.
func (r *Bench) own(a audition.Audition, keys string) tea.Cmd {
	r.FocusOn(rooms.BenchPanel)
	r.keys, a.Version = keys, audition.Version
	return tea.Batch(r.create(a), r.sync())
}

// begun lets them be heard once it is known what there is.
func (r *Bench) begun() tea.Cmd {
	if r.keys == "" || len(r.Rows) == 0 || slices.ContainsFunc(r.Rows, func(row *lineup.Row) bool { return !row.Looked() }) {
		return nil
	}
	keys := r.keys
	r.keys = ""
	var cmds []tea.Cmd
	if len(r.Missing()) > 0 {
		cmds = append(cmds, r.MakeAll())
	}
	if r.offered == "" { // else it has said what that costs
		cmds = append(cmds, r.Say(rooms.Note, keys))
	}
	for _, row := range r.shown { // as they stand there: the first of a lot tells nothing
		if cmd, can := r.Hear(row); can {
			r.to(r.place(row) - 1)
			return tea.Batch(append(cmds, cmd)...)
		}
	}
	return tea.Batch(cmds...)
}
