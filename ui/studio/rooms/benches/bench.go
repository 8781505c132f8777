// Package benches is where several are heard beside each other: the bench, its
// duels, and the ladder and the pad between the voices of a blend. They speak the
// same words, at the same place and the same level.
package benches

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/listen"
)

// Bench is the panel of candidates.
type Bench struct {
	*rooms.Shared
	Sound *listen.Sound
}

// Draw draws it with its border.
func (r *Bench) Draw(at rooms.Rect) string { return r.frame(rooms.BenchPanel, at) }

// Press handles a press at a cell of the screen.
func (r *Bench) Press(x, y int, double bool) tea.Cmd { return nil }

// Move moves the cursor.
func (r *Bench) Move(by int) tea.Cmd { return nil }

func (r *Bench) frame(p rooms.Panel, at rooms.Rect) string {
	return r.Theme.Frame(rooms.Say.Panels[p], "", r.Focus == p, at.W, at.H, nil)
}
