package studio

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/ui/studio/rooms"
)

// escape closes the top overlay; else cancels or stops; else leaves the editor
// for the panel that had the focus before. An error that is shown goes, too.
func (m *Model) escape() tea.Cmd {
	m.Dismiss()
	switch {
	case m.Top() != nil:
		m.Pop()
	case m.sound.Busy(), m.Player.Status().State == player.Paused && m.takes.Side != nil:
		running := m.sound.Making.Runs()
		left := m.sound.Leave()
		if running {
			return tea.Batch(left, m.Say(rooms.Note, rooms.Say.Screen.Stopped))
		}
	case m.takes.Side != nil:
		m.takes.LeaveSide()
	case m.Focus == rooms.ScriptPanel && m.Tab == rooms.RequestTab:
		m.request.Leave()
	case m.Focus == rooms.ScriptPanel:
		m.FocusOn(m.Before)
	}
	return nil
}

// move goes to another panel.
func (m *Model) move(by int) tea.Cmd {
	if m.Top() != nil {
		return m.deaf()
	}
	m.FocusOn((m.Focus + rooms.Panel(by) + rooms.PanelCount) % rooms.PanelCount)
	if m.Focus == rooms.TakesPanel {
		return m.takes.LookAgain()
	}
	return nil
}
