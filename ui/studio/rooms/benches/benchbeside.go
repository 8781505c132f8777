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
	r.FocusOn(rooms.BenchPanel)
	r.keys = keys
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
	for _, row := range r.Rows {
		if cmd, can := r.Hear(row); can {
			r.to(r.place(row) - 1)
			return tea.Batch(append(cmds, cmd)...)
		}
	}
	return tea.Batch(cmds...)
}
