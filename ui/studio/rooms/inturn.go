package rooms

import tea "charm.land/bubbletea/v2"

// InTurn lets what is done on disk happen in the order of the keys: commands
// run side by side, and an undo must not overtake what it takes back.
type InTurn struct{ last chan struct{} }

// Cmd is a command that runs after the one before it has ended.
func (q *InTurn) Cmd(do func() tea.Msg) tea.Cmd {
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
