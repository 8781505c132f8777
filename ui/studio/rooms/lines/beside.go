package lines

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// sheet is what a panel beside the lines shows: a list, and words above and below it.
type sheet struct {
	title, badge string
	head         []string
	rows         int
	height       func(i int) int // lines of a row; nil: one each
	row          func(i int) []string
	// foot is at the bottom; where there is no room for all of it, its end is left out.
	foot []string
}

// besides are the panels beside the lines that have a list.
type besides struct {
	lists [rooms.PanelCount]paint.List
	tops  [rooms.PanelCount]int // the lines of the screen where they begin
}

// Beside is the list of a panel beside the lines; nil: it has none.
func (r *Lines) Beside(p rooms.Panel) *paint.List {
	switch p {
	case rooms.LineTakesPanel, rooms.LineSettingsPanel, rooms.WholePanel, rooms.QueuePanel:
		return &r.beside.lists[p]
	default:
		return nil
	}
}

// has reports whether a panel has the keys.
func (r *Lines) has(p rooms.Panel) bool { return r.Focus == p && r.Top() == nil }

// sheet draws a panel.
func (r *Lines) sheet(p rooms.Panel, at rooms.Rect, s sheet) string {
	t, l, h := r.Theme, r.Beside(p), max(0, at.H-2)
	head := s.head[:min(len(s.head), max(0, h-1))]
	room, wanted := h-len(head), s.rows
	if s.height != nil {
		wanted = 0
		for i := range s.rows {
			wanted += s.height(i)
		}
	}
	list := min(wanted, max(room-len(s.foot)-1, room*3/4))
	if wanted == 0 {
		list = 0
	}
	l.Fit(s.rows, list, s.height)
	r.beside.tops[p] = at.Y + 1 + len(head)
	lines := append([]string{}, head...)
	first, skip, found := l.At(0)
	for i := first; found && i < s.rows && len(lines) < len(head)+list; i++ {
		for n, line := range s.row(i) {
			if (i > first || n >= skip) && len(lines) < len(head)+list {
				lines = append(lines, line)
			}
		}
	}
	gap := min(1, len(lines))
	foot := s.foot[:min(len(s.foot), max(0, h-len(lines)-gap))]
	for len(lines) < h-len(foot) {
		lines = append(lines, "")
	}
	frame := t.Frame(s.title, s.badge, r.has(p), at.W, at.H, append(lines, foot...))
	return t.Barred(frame, l, 1+len(head), r.has(p), at.W)
}

// dim are words of a foot or in the place of a list.
func (r *Lines) dim(text string, w, most int) []string {
	return paint.Wrapped(text, w, most, r.Theme.Dim.Render)
}

// keys say what keys do, as many of them as fit on a line.
func (r *Lines) keys(all []paint.Phrase, w int) string {
	return r.Theme.Dim.Render(paint.Phrases(all, "  ", w))
}

// MoveBeside moves the cursor of the panel that has the keys.
func (r *Lines) MoveBeside(by int) tea.Cmd {
	if l := r.Beside(r.Focus); l != nil {
		l.Move(by)
	}
	return nil
}

// PageBeside moves it by what is in sight, and EndBeside to the first or the last.
func (r *Lines) PageBeside(by int) tea.Cmd {
	if l := r.Beside(r.Focus); l != nil {
		l.Move(by * l.Page())
	}
	return nil
}

// PressBeside puts the cursor on the row at a line of the screen; false where there is
// none.
func (r *Lines) PressBeside(p rooms.Panel, y int) bool {
	l := r.Beside(p)
	i, _, found := l.At(y - r.beside.tops[p])
	if found {
		l.To(i)
	}
	return found
}

// WheelBeside moves the cursor of a panel, and of the whole changes what is under the
// mouse.
func (r *Lines) WheelBeside(p rooms.Panel, y, by int) tea.Cmd {
	if p == rooms.WholePanel {
		if !r.PressBeside(p, y) {
			return nil
		}
		return r.Adjust(by)
	}
	r.Beside(p).Move(-by)
	return nil
}
