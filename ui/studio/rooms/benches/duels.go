package benches

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/rooms"
)

// Duels is the panel beside the bench in which its candidates meet, two at a time.
type Duels struct {
	*rooms.Shared
	Bench *Bench
}

// Draw draws it with its border.
func (r *Duels) Draw(at rooms.Rect) string {
	return r.Theme.Frame(rooms.Say.Panels[rooms.DuelsPanel], "", r.Focus == rooms.DuelsPanel, at.W, at.H, nil)
}

// Press handles a press at a cell of the screen.
func (r *Duels) Press(x, y int, double bool) tea.Cmd { return nil }
