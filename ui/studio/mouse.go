package studio

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/rooms"
)

// dragging is a slider that the mouse holds.
type dragging struct {
	panel rooms.Panel
	row   int
}

// pointer is what is known of the mouse.
type pointer struct {
	drag *dragging
	// selecting is true while the mouse selects words of the script.
	selecting bool
	last      click
}

// click is the last press of the button, to tell a double click.
type click struct {
	at   time.Time
	x, y int
}

// doubleClick is the longest time between the two presses of one.
const doubleClick = 400 * time.Millisecond

// pointed turns the mouse into what keys do.
func (m *Model) pointed(msg tea.MouseMsg) tea.Cmd {
	if m.Layout.TooSmall {
		return nil
	}
	at := msg.Mouse()
	switch msg.(type) {
	case tea.MouseClickMsg:
		if at.Button == tea.MouseLeft {
			m.Acknowledge(m.Layout.W)
			return m.clickAt(at)
		}
	case tea.MouseMotionMsg:
		switch {
		case m.pointer.drag != nil:
			return m.slide(*m.pointer.drag, at.X)
		case m.pointer.selecting:
			m.script.Point(at.X, at.Y, true)
		}
	case tea.MouseReleaseMsg:
		m.pointer.drag, m.pointer.selecting = nil, false
	case tea.MouseWheelMsg:
		return m.wheel(at)
	}
	return nil
}

func (m *Model) clickAt(at tea.Mouse) tea.Cmd {
	now := m.Now()
	m.keys.jumping = false
	double := now.Sub(m.pointer.last.at) < doubleClick && m.pointer.last.x == at.X && m.pointer.last.y == at.Y
	m.pointer.last = click{now, at.X, at.Y}
	if m.Top() != nil {
		_, box, _ := m.Place()
		if !box.Contains(at.X, at.Y) {
			m.Pop()
			return nil
		}
		return m.perform(m.Top().Click(at.X-box.X, at.Y-box.Y))
	}
	if tab, hit := m.TabAt(at.X, at.Y); hit {
		if tab == rooms.RequestTab {
			return m.request.Open()
		}
		m.OpenTab(tab)
		m.arrange()
		return nil
	}
	if m.Tab == rooms.RequestTab && !m.Layout.Panels[rooms.ScriptPanel].Folded() && m.request.Contains(at.X, at.Y) {
		m.FocusOn(rooms.ScriptPanel)
		m.arrange()
		return m.request.Click(at.X, at.Y)
	}
	if at.Y == 0 && m.newsAt(at.X) {
		return m.do(named("news"))
	}
	for p := range rooms.PanelCount {
		if area := m.Layout.Panels[p]; area.Contains(at.X, at.Y) {
			room := m.Layout.Rooms[p]
			m.FocusOn(p)
			m.arrange()
			return m.pressIn(p, area.Inner(), room, at, double)
		}
	}
	return nil
}

// pressIn handles a press inside a panel that has just got the focus. inner and
// room are how it was drawn: with the focus it may have got more lines.
func (m *Model) pressIn(p rooms.Panel, inner rooms.Rect, room rooms.Density, at tea.Mouse, double bool) tea.Cmd {
	if p == rooms.ScriptPanel && m.script.OnFoot(at.Y) {
		return m.do(named("next-finding"))
	}
	if p == rooms.TakesPanel && at.Y == m.Layout.Panels[p].Y && m.takes.PressedTitle(at.X) {
		return m.do(named("filter-takes"))
	}
	if !inner.Contains(at.X, at.Y) {
		return nil
	}
	if p == rooms.TakesPanel {
		if cmd, here := m.takes.Pressed(at.X, at.Y); here {
			return cmd
		}
	}
	if p == rooms.SoundPanel {
		return m.sound.SeekAt(at.X-inner.X, at.Y-inner.Y, inner)
	}
	if p == rooms.ScriptPanel {
		m.pointer.selecting = !double
		return m.script.Click(at.X, at.Y, double)
	}
	if row, _, found := m.takes.At(at.Y - inner.Y); found && p == rooms.TakesPanel {
		m.takes.To(row)
		m.takes.LeaveSide()
		if double {
			return m.do(named("play-take"))
		}
		return nil
	}
	f, controls := m.forms.Forms[p], m.forms.Controls(p)
	if f == nil {
		return nil
	}
	row, line, found := f.ControlAt(controls, at.X-inner.X, at.Y-inner.Y, inner.W)
	if !found {
		return nil
	}
	f.To(row)
	place, width := controls[row].Place(inner.W)
	x := at.X - inner.X - place
	switch c := controls[row]; {
	case c.HearsAt(x, width):
		return m.do(named("hear-word"))
	case c.Kind == rooms.EntryControl && double, c.Kind == rooms.AddWordControl:
		return m.forms.Activate()
	case c.Kind == rooms.ChoiceControl && c.Cell != rooms.WholeLine:
		return m.forms.Activate()
	case double && (c.Kind == rooms.SliderControl || c.Kind == rooms.ChoiceControl):
		return m.forms.Unset()
	case c.Kind == rooms.ChoiceControl:
		option, hit := c.ChipAt(m.Doc(), line, x, width, room)
		if hit && (option >= 0 || room == m.Layout.Rooms[p] || c.Listed()) { // else the others have come into sight
			return m.forms.Pick(c, option)
		}
	case c.SignAt(m.Doc(), x, width) != "":
		return m.do(named(c.SignAt(m.Doc(), x, width)))
	case c.Kind == rooms.NameControl, c.Kind == rooms.AddControl, c.NamedAt(m.Doc(), x, width):
		return m.forms.Activate()
	case c.Kind == rooms.SliderControl, c.Kind == rooms.WeightControl && len(m.Doc().Voices) > 1:
		if from, length := c.Track(inner.W); x >= from && x < from+length {
			m.pointer.drag = &dragging{p, row}
			return m.slide(*m.pointer.drag, at.X)
		}
	}
	return nil
}

// slide sets a slider to the value under a column.
func (m *Model) slide(d dragging, x int) tea.Cmd {
	controls := m.forms.Controls(d.panel)
	if d.row >= len(controls) {
		return nil
	}
	c, inner := controls[d.row], m.Layout.Panels[d.panel].Inner()
	from, length := c.Track(inner.W)
	place := float64(x-inner.X-from) / float64(max(1, length-1))
	return m.forms.Slide(c, c.At(place))
}

// wheel changes the slider under the mouse by a step, or scrolls a list.
func (m *Model) wheel(at tea.Mouse) tea.Cmd {
	by := 1
	if at.Button == tea.MouseWheelDown || at.Button == tea.MouseWheelLeft {
		by = -1
	}
	if m.Top() != nil {
		m.Top().Wheel(-by)
		return nil
	}
	if m.Tab == rooms.RequestTab && !m.Layout.Panels[rooms.ScriptPanel].Folded() && m.request.Contains(at.X, at.Y) {
		return m.request.Scroll(-by)
	}
	if m.Layout.Panels[rooms.TakesPanel].Inner().Contains(at.X, at.Y) {
		return m.takes.Move(-by)
	}
	if m.Layout.Panels[rooms.ScriptPanel].Contains(at.X, at.Y) {
		m.script.Editor.Scroll(-by)
		return nil
	}
	for p, f := range m.forms.Forms {
		inner := m.Layout.Panels[p].Inner()
		if f == nil || !inner.Contains(at.X, at.Y) {
			continue
		}
		if row, _, found := f.ControlAt(m.forms.Controls(rooms.Panel(p)), at.X-inner.X, at.Y-inner.Y, inner.W); found {
			m.FocusOn(rooms.Panel(p))
			f.To(row)
			return m.forms.Nudge(by)
		}
	}
	return nil
}
