package benches

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/audition"
	"voicestudio/ui/studio/rooms"
)

// Beside shows a bench of its own for candidates that somebody wants to hear now: the
// first that is on disk sounds at once, what is free is made at once, of the others
// the price is said.
func (r *Bench) Beside(name, text string, all ...audition.Candidate) tea.Cmd {
	r.FocusOn(rooms.BenchPanel)
	r.atOnce = true
	for i := range all {
		all[i].ID, all[i].Host, all[i].Request.Text = fmt.Sprint("c", i+1), r.Session.Host(), ""
	}
	if r.a.Text == text && slices.EqualFunc(r.a.Candidates, all, func(a, b audition.Candidate) bool {
		return a.Label == b.Label && a.Host == b.Host && a.Request.Equal(b.Request)
	}) {
		return r.Show(r.a) // they are there already
	}
	return tea.Batch(r.create(audition.Audition{Version: audition.Version, Name: name, Text: text, Candidates: all}), r.sync())
}

// begun lets them be heard once it is known what there is.
func (r *Bench) begun() tea.Cmd {
	if !r.atOnce || len(r.Rows) == 0 || slices.ContainsFunc(r.Rows, func(row *Row) bool { return !row.looked() }) {
		return nil
	}
	r.atOnce = false
	var make tea.Cmd
	if len(r.missing()) > 0 {
		make = r.MakeAll()
	}
	for _, row := range r.Rows {
		if cmd, can := r.Hear(row); can {
			r.to(r.place(row) - 1)
			return tea.Batch(make, cmd)
		}
	}
	return make
}
