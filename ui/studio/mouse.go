package studio

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// dragging is a slider that the mouse holds.
type dragging struct {
	panel panel
	row   int
}

// pointer is what is known of the mouse.
type pointer struct {
	drag *dragging
	last click
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
	if m.layout.tooSmall {
		return nil
	}
	at := msg.Mouse()
	switch msg.(type) {
	case tea.MouseClickMsg:
		if at.Button == tea.MouseLeft {
			m.acknowledge(m.layout.w)
			return m.clickAt(at)
		}
	case tea.MouseMotionMsg:
		if m.pointer.drag != nil {
			m.slide(*m.pointer.drag, at.X)
		}
	case tea.MouseReleaseMsg:
		m.pointer.drag = nil
	case tea.MouseWheelMsg:
		return m.wheel(at)
	}
	return nil
}

func (m *Model) clickAt(at tea.Mouse) tea.Cmd {
	now := m.now()
	double := now.Sub(m.pointer.last.at) < doubleClick && m.pointer.last.x == at.X && m.pointer.last.y == at.Y
	m.pointer.last = click{now, at.X, at.Y}
	if m.top() != nil {
		_, box, _ := m.place()
		if !box.contains(at.X, at.Y) {
			m.pop()
			return nil
		}
		return m.perform(m.top().Click(at.X-box.x, at.Y-box.y))
	}
	for p := range panelCount {
		if area := m.layout.panels[p]; area.contains(at.X, at.Y) {
			m.focusOn(p)
			m.arrange()
			return m.pressIn(p, area.inner(), at, double)
		}
	}
	return nil
}

// pressIn handles a press inside a panel that has just been focused.
func (m *Model) pressIn(p panel, inner rect, at tea.Mouse, double bool) tea.Cmd {
	// Focusing may have opened a collapsed panel elsewhere.
	if now := m.layout.panels[p].inner(); now != inner || !inner.contains(at.X, at.Y) {
		return nil
	}
	if p == soundPanel && m.sound.timeline != nil && at.Y < inner.y+inner.h-2 {
		m.player.Seek(m.sound.span() * time.Duration(at.X-inner.x) / time.Duration(inner.w))
		return m.sound.startTicking()
	}
	if row, _, found := m.takes.At(at.Y - inner.y); found && p == takesPanel {
		m.takes.To(row)
		m.takes.leaveSide()
		if double {
			return m.takes.play()
		}
		return nil
	}
	f, controls := m.forms.forms[p], m.forms.controls(p)
	if f == nil {
		return nil
	}
	row, line, found := f.At(at.Y - inner.y)
	if !found || row >= len(controls) {
		return nil
	}
	f.To(row)
	switch c := controls[row]; {
	case double && (c.kind == sliderControl || c.kind == choiceControl):
		return m.forms.unset()
	case c.kind == choiceControl:
		if option, hit := c.chipAt(m.doc(), line, at.X-inner.x, inner.w, m.layout.room); hit {
			return m.forms.pick(c, option)
		}
	case c.kind == nameControl, c.kind == addControl, c.kind == weightControl && line == 0:
		return m.forms.activate()
	case c.kind == sliderControl, c.kind == weightControl && len(m.doc().Voices) > 1:
		if x, length := c.track(inner.w); at.X-inner.x >= x && at.X-inner.x < x+length {
			m.pointer.drag = &dragging{p, row}
			m.slide(*m.pointer.drag, at.X)
		}
	}
	return nil
}

// slide sets a slider to the value under a column.
func (m *Model) slide(d dragging, x int) {
	controls := m.forms.controls(d.panel)
	if d.row >= len(controls) {
		return
	}
	c, inner := controls[d.row], m.layout.panels[d.panel].inner()
	from, length := c.track(inner.w)
	place := float64(x-inner.x-from) / float64(max(1, length-1))
	m.change(c.put(m.doc(), c.at(place)), c.deed())
}

// wheel changes the slider under the mouse by a step, or scrolls a list.
func (m *Model) wheel(at tea.Mouse) tea.Cmd {
	by := 1
	if at.Button == tea.MouseWheelDown || at.Button == tea.MouseWheelLeft {
		by = -1
	}
	if m.top() != nil {
		m.top().Wheel(-by)
		return nil
	}
	if m.layout.panels[takesPanel].contains(at.X, at.Y) {
		return m.takes.move(-by)
	}
	for p, f := range m.forms.forms {
		inner := m.layout.panels[p].inner()
		if f == nil || !inner.contains(at.X, at.Y) {
			continue
		}
		if row, _, found := f.At(at.Y - inner.y); found {
			m.focusOn(panel(p))
			f.To(row)
			return m.forms.nudge(by)
		}
	}
	return nil
}
