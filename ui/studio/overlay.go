package studio

import (
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"voicestudio/ui/studio/paint"
)

// overlay is a box over the panels that takes the keys until it closes.
type overlay interface {
	// draw returns the box and, if it has one, the caret within it.
	draw(t paint.Theme, w, h int) (box string, caret *tea.Cursor)
	// key handles a key or a paste that is no command.
	key(m *Model, msg tea.Msg) tea.Cmd
	// click handles a click at a cell of the box; wheel moves by lines.
	click(m *Model, x, y int) tea.Cmd
	wheel(lines int)
}

// top is the overlay that has the keys, or nil.
func (m *Model) top() overlay {
	if len(m.overlays) == 0 {
		return nil
	}
	return m.overlays[len(m.overlays)-1]
}

func (m *Model) push(o overlay) { m.overlays = append(m.overlays, o) }

func (m *Model) pop() {
	m.overlays = m.overlays[:len(m.overlays)-1]
}

// place centres the top overlay on the screen.
func (m *Model) place() (box string, at rect, caret *tea.Cursor) {
	box, caret = m.top().draw(m.theme, m.layout.w, m.layout.h)
	w, h := lipgloss.Size(box)
	at = rect{max(0, (m.layout.w-w)/2), max(0, (m.layout.h-h)/2), w, h}
	if caret != nil {
		caret.Position.X += at.x
		caret.Position.Y += at.y
	}
	return box, at, caret
}
