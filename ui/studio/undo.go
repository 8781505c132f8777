package studio

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/document"
)

// undo takes back what was done last, whatever it was done to.
func (m *Model) undo() tea.Cmd { return m.turn(m.work.Undo, say.deeds.nothingToUndo, say.deeds.undone) }

// redo does again what was undone last.
func (m *Model) redo() tea.Cmd { return m.turn(m.work.Redo, say.deeds.nothingToRedo, say.deeds.again) }

// turn goes one deed back or on. What is done to files says so itself, when it
// is done.
func (m *Model) turn(step func() (*document.Deed, tea.Cmd), nothing string, done func(deed string) string) tea.Cmd {
	if m.presets.altering {
		return m.say(note, say.presets.oneMoment)
	}
	deed, cmd := step()
	switch {
	case deed == nil:
		return m.say(note, nothing)
	case cmd != nil:
		return cmd
	}
	return m.say(note, done(deed.What))
}
