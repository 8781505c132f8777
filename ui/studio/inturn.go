package studio

import tea "charm.land/bubbletea/v2"

// inTurn lets what is done on disk happen in the order of the keys: commands
// run side by side, and an undo must not overtake what it takes back.
type inTurn struct{ last chan struct{} }

func (q *inTurn) cmd(do func() tea.Msg) tea.Cmd {
	before, done := q.last, make(chan struct{})
	q.last = done
	return func() tea.Msg {
		defer close(done)
		if before != nil {
			<-before
		}
		return do()
	}
}
