package benches

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/listen"
)

// Ladder is the panel of steps between two voices.
type Ladder struct {
	*rooms.Shared
	Sound *listen.Sound
}

// Draw draws it with its border.
func (r *Ladder) Draw(at rooms.Rect) string {
	return r.Theme.Frame(rooms.Say.Panels[rooms.LadderPanel], "", r.Focus == rooms.LadderPanel, at.W, at.H, nil)
}

// Press handles a press at a cell of the screen.
func (r *Ladder) Press(x, y int, double bool) tea.Cmd { return nil }
