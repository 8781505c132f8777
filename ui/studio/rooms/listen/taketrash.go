package listen

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
)

// DeleteTake puts the take under the cursor into the trash.
func (r *Takes) DeleteTake() tea.Cmd {
	row := r.current()
	var left tea.Cmd
	switch s := r.Sound; {
	case row.making.Runs(), row == s.take && !s.Making.Runs():
		left = r.Sound.Leave()
	case row == s.take:
		r.Player.Pause() // what another take arrives into goes on
	}
	name, id, a, b := Say.Takes.Take(row.Number), row.ID, row == r.a, row == r.b
	folder, auditions := r.Session.Takes(), r.Session.Auditions()
	back := func() error { return nil } // where it could not be deleted
	var holders []string
	remove := func(failed func(error) tea.Cmd) tea.Cmd {
		return r.alter(takesChange{do: func() error {
			undo, err := folder.Delete(id)
			if err == nil {
				back = undo
				if names, err := auditions.Holders(); err == nil { // else nobody knows
					holders = names[id]
				}
			}
			return err
		}, said: Say.Takes.deleted(name), also: func() string { return Say.Takes.held(holders) }, failed: failed})
	}
	d := r.Did(rooms.Say.Deeds.Deleting(name),
		func(d *document.Deed) tea.Cmd {
			return r.alter(takesChange{do: func() error { return back() }, said: Say.Takes.back(name), failed: r.Failed(d),
				then: func() { r.marked(id, a, b); r.keepMarks() }})
		},
		func(d *document.Deed) tea.Cmd { return remove(r.Failed(d)) })
	return tea.Batch(left, remove(func(err error) tea.Cmd {
		r.Work.Forget(d)
		return r.Fail(err)
	}))
}

// marked puts the marks back on a take that is back, where no other has them.
func (l *TakeList) marked(id string, a, b bool) {
	row := l.find(id)
	if a && l.a == nil {
		l.a = row
	}
	if b && l.b == nil {
		l.b = row
	}
}
