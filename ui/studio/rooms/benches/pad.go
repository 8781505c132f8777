package benches

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/listen"
)

// Pad is the panel of mixes between three or four voices.
type Pad struct {
	*rooms.Shared
	Sound *listen.Sound
}

// Draw draws it with its border.
func (r *Pad) Draw(at rooms.Rect) string {
	return r.Theme.Frame(rooms.Say.Panels[rooms.PadPanel], "", r.Focus == rooms.PadPanel, at.W, at.H, nil)
}

// Press handles a press at a cell of the screen.
func (r *Pad) Press(x, y int, double bool) tea.Cmd { return nil }
