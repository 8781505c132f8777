package studio

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/document"
)

// deleteTake puts the take under the cursor into the trash.
func (m *Model) deleteTake() tea.Cmd {
	row := m.takes.current()
	switch s := m.sounding; {
	case row.making.runs(), row == s.take && !s.making.runs():
		m.endSound()
	case row == s.take:
		m.player.Pause() // what another take arrives into goes on
	}
	name, id, a, b := fmt.Sprintf("take %d", row.number), row.ID, row == m.takes.a, row == m.takes.b
	folder := m.session.Takes()
	back := func() error { return nil } // where it could not be deleted
	var d *document.Deed
	remove := func(failed func(error) tea.Cmd) tea.Cmd {
		return m.alterTakes(takesChange{do: func() error {
			undo, err := folder.Delete(id)
			if err == nil {
				back = undo
			}
			return err
		}, said: "deleted " + name + "; u brings it back", failed: failed})
	}
	d = m.work.Did(document.Deed{What: "deleting " + name, At: m.now(),
		Undo: func() tea.Cmd {
			return m.alterTakes(takesChange{do: func() error { return back() }, said: name + " is back", failed: m.failed(d),
				then: func() { m.takes.marked(id, a, b) }})
		},
		Redo: func() tea.Cmd { return remove(m.failed(d)) }})
	return remove(func(err error) tea.Cmd {
		m.work.Forget(d)
		return m.fail(err)
	})
}

// marked puts the marks back on a take that is back, where no other has them.
func (l *takeList) marked(id string, a, b bool) {
	row := l.find(id)
	if a && l.a == nil {
		l.a = row
	}
	if b && l.b == nil {
		l.b = row
	}
}
