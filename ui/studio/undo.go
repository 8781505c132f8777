package studio

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/library"
)

// undo takes back what was done last, whatever it was done to.
func (m *Model) undo() tea.Cmd {
	return m.turn(m.Work.Undo, rooms.Say.Deeds.NothingToUndo, rooms.Say.Deeds.Undone)
}

// redo does again what was undone last.
func (m *Model) redo() tea.Cmd {
	return m.turn(m.Work.Redo, rooms.Say.Deeds.NothingToRedo, rooms.Say.Deeds.Again)
}

// turn goes one deed back or on. What is done to files says so itself, when it
// is done.
func (m *Model) turn(step func() (*document.Deed, tea.Cmd), nothing string, done func(deed string) string) tea.Cmd {
	if m.presets.Altering {
		return m.Say(rooms.Note, library.Say.Presets.OneMoment)
	}
	deed, cmd := step()
	switch {
	case deed == nil:
		return m.Say(rooms.Note, nothing)
	case cmd != nil:
		return cmd
	}
	return m.Say(rooms.Note, done(deed.What))
}
