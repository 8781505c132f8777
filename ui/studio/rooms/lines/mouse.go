package lines

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/rooms"
)

// Press puts the cursor on the line at a cell of the screen; pressed twice it is heard
// from there on.
func (r *Lines) Press(x, y int, double bool) tea.Cmd {
	at := r.Layout.Panels[rooms.LinesPanel]
	i, _, found := r.list.At(y - at.Y - 1)
	if !found {
		return nil
	}
	if double {
		return r.PlayOn()
	}
	return r.To(i)
}

// OnBar implements dialog.Scroller.
func (r *Lines) OnBar(x, y int) bool { return r.list.OnBar(x, y) }

// Drag implements dialog.Scroller; the cursor goes along.
func (r *Lines) Drag(y int) {
	r.list.Drag(y)
	r.To(r.list.Cursor())
}
