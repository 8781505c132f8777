package studio

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
)

// escape closes the top overlay; else cancels or stops; else leaves the editor
// for the panel that had the focus before. An error that is shown goes, too.
func (m *Model) escape() tea.Cmd {
	m.dismiss()
	switch {
	case m.top() != nil:
		m.pop()
	case m.sound.busy(), m.player.Status().State == player.Paused && m.takes.side != nil:
		running := m.sound.making.runs()
		m.sound.endSound()
		if running {
			return m.say(note, say.screen.stopped)
		}
	case m.takes.side != nil:
		m.takes.leaveSide()
	case m.focus == scriptPanel:
		m.focusOn(m.before)
	}
	return nil
}

// move goes to another panel.
func (m *Model) move(by int) tea.Cmd {
	if m.top() != nil {
		return m.deaf()
	}
	m.focusOn((m.focus + panel(by) + panelCount) % panelCount)
	if m.focus == takesPanel {
		return m.takes.lookAgain()
	}
	return nil
}
