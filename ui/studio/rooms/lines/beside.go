package lines

import "voicestudio/ui/studio/rooms"

// DrawTakes draws the takes of the line under the cursor.
func (r *Lines) DrawTakes(at rooms.Rect) string { return r.stub(rooms.LineTakesPanel, at) }

// DrawSettings draws in which settings the line differs.
func (r *Lines) DrawSettings(at rooms.Rect) string { return r.stub(rooms.LineSettingsPanel, at) }

// DrawWhole draws how the lines become one sound.
func (r *Lines) DrawWhole(at rooms.Rect) string { return r.stub(rooms.WholePanel, at) }

// DrawQueue draws what is made and waits.
func (r *Lines) DrawQueue(at rooms.Rect) string { return r.stub(rooms.QueuePanel, at) }

func (r *Lines) stub(p rooms.Panel, at rooms.Rect) string {
	return r.Theme.Frame(rooms.Say.Panels[p], "", r.Focus == p, at.W, at.H, nil)
}
