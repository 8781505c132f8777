package studio

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/form"
)

// dragging is a slider that the mouse holds.
type dragging struct {
	panel rooms.Panel
	row   int
}

// pointer is what is known of the mouse.
type pointer struct {
	drag *dragging
	// scroll brings the part of a list into sight that a line of the screen stands
	// for, while the mouse holds its bar.
	scroll func(y int)
	// selecting is true while the mouse selects words of the script.
	selecting bool
	top       dialog.Dialog // that was open when the button went down
	last      click
}

// letGo ends what the mouse holds.
func (p *pointer) letGo() { p.drag, p.scroll, p.selecting = nil, nil, false }

// click is the last press of the button, to tell a double click.
type click struct {
	at   time.Time
	x, y int
	top  dialog.Dialog // that was open then
}

// doubleClick is the longest time between the two presses of one.
const doubleClick = 400 * time.Millisecond

// pointed turns the mouse into what keys do.
func (m *Model) pointed(msg tea.MouseMsg) tea.Cmd {
	if _, held := msg.(tea.MouseMotionMsg); !held || m.pointer.top != m.Top() {
		m.pointer.letGo() // a release beside the window is told to nobody
	}
	if m.Layout.TooSmall {
		return nil
	}
	at := msg.Mouse()
	switch msg.(type) {
	case tea.MouseClickMsg:
		m.pointer.top = m.Top()
		if at.Button == tea.MouseLeft {
			return m.clickAt(at)
		}
	case tea.MouseMotionMsg:
		switch {
		case m.pointer.drag != nil:
			return m.slide(*m.pointer.drag, at.X)
		case m.pointer.scroll != nil:
			m.pointer.scroll(at.Y)
		case m.pointer.selecting:
			m.script.Point(at.X, at.Y, true)
		}
	case tea.MouseWheelMsg:
		return m.wheel(at)
	}
	return nil
}

func (m *Model) clickAt(at tea.Mouse) tea.Cmd {
	now, last := m.Now(), m.pointer.last
	again := now.Sub(last.at) < doubleClick && last.x == at.X && last.y == at.Y
	m.pointer.last = click{now, at.X, at.Y, m.Top()}
	if again && last.top != m.Top() { // the first one opened or closed something here
		return nil
	}
	if at.Y == m.Layout.H-1 {
		return m.pressBar(at.X)
	}
	m.keys.jumping = false
	if _, box := m.notice(); m.unfolded() && box.Contains(at.X, at.Y) {
		return m.escape()
	}
	switch {
	case m.Top() != nil:
		return m.clickDialog(at, again)
	case at.Y == 0:
		return m.pressHeader(at.X)
	case at.Y == m.Layout.H-2:
		return m.pressStatus()
	}
	if tab, hit := m.TabAt(at.X, at.Y); hit {
		if tab == rooms.RequestTab {
			return m.request.Open()
		}
		m.OpenTab(tab)
		m.arrange()
		return nil
	}
	if m.grabbed(at) {
		return nil
	}
	if m.inRequest(at) {
		m.FocusOn(rooms.ScriptPanel)
		m.arrange()
		return m.request.Click(at.X, at.Y)
	}
	for p := range rooms.PanelCount {
		if area := m.Layout.Panels[p]; area.Contains(at.X, at.Y) {
			room := m.Layout.Rooms[p]
			m.FocusOn(p)
			m.arrange()
			return m.pressIn(p, area.Inner(), room, at, again)
		}
	}
	return nil
}

// clickDialog handles a press while a dialog has the keys.
func (m *Model) clickDialog(at tea.Mouse, double bool) tea.Cmd {
	_, box, _ := m.Place(m.Top())
	x, y := at.X-box.X, at.Y-box.Y
	top := m.Top()
	if !box.Contains(at.X, at.Y) {
		if typed, is := top.(dialog.Typer); is && typed.Typed() {
			return m.Say(rooms.Note, rooms.Say.Screen.TypedStays)
		}
		m.Pop()
		return nil
	}
	if y == 0 && m.OnEsc(x) {
		return m.escape()
	}
	if l, is := top.(dialog.Scroller); is && l.OnBar(x, y) {
		m.pointer.scroll = func(line int) { l.Drag(line - box.Y) }
		l.Drag(y)
		return nil
	}
	return m.perform(top.Click(x, y, double))
}

// inRequest reports whether the request stands at a cell.
func (m *Model) inRequest(at tea.Mouse) bool {
	return m.Tab == rooms.RequestTab && !m.Layout.Panels[rooms.ScriptPanel].Folded() && m.request.Contains(at.X, at.Y)
}

// grabbed takes hold of the bar of a list, where one was drawn at a cell.
func (m *Model) grabbed(at tea.Mouse) bool {
	type list struct {
		rooms.Rect
		dialog.Scroller
	}
	var lists []list
	if m.inRequest(at) {
		lists = append(lists, list{m.request.Area(), m.request})
	} else {
		for p, f := range m.forms.Forms {
			if f != nil {
				lists = append(lists, list{m.Layout.Panels[p], f})
			}
		}
		lists = append(lists, list{m.Layout.Panels[rooms.TakesPanel], m.takes}, list{m.script.Area(), m.script}, list{m.Layout.Panels[rooms.LinesPanel], m.lines})
		for p := range rooms.PanelCount {
			if beside := m.lines.Beside(p); beside != nil {
				lists = append(lists, list{m.Layout.Panels[p], beside})
			}
		}
	}
	for _, l := range lists {
		if l.Contains(at.X, at.Y) && !l.Folded() && l.OnBar(at.X-l.X, at.Y-l.Y) {
			m.pointer.scroll = func(y int) { l.Drag(y - l.Y) }
			l.Drag(at.Y - l.Y)
			return true
		}
	}
	return false
}

// pressStatus shows what the status line says in full, or ends what it says can
// be ended.
func (m *Model) pressStatus() tea.Cmd {
	switch {
	case m.Status.Text == "" && (m.sound.Waiting() != "" || m.presets.Working() != "" || m.rows.Working() != "" || m.compared() != ""):
		return m.escape()
	case m.Unread() > 0:
		return m.do(named("messages"))
	}
	return nil
}

// besideEnter is what a double click does beside the lines.
var besideEnter = map[rooms.Panel]string{rooms.LineTakesPanel: "line-take-play", rooms.LineSettingsPanel: "setting-only", rooms.WholePanel: "whole-write", rooms.QueuePanel: "queue-cure"}

// pressIn handles a press inside a panel that has just got the focus. inner and
// room are how it was drawn: with the focus it may have got more lines.
func (m *Model) pressIn(p rooms.Panel, inner rooms.Rect, room rooms.Density, at tea.Mouse, double bool) tea.Cmd {
	switch p {
	case rooms.BenchPanel:
		return m.bench.Press(at.X, at.Y, double)
	case rooms.DuelsPanel:
		return m.duels.Press(at.X, at.Y, double)
	case rooms.ListenersPanel:
		return m.listeners.Press(at.X, at.Y)
	case rooms.LadderPanel:
		return m.ladder.Press(at.X, at.Y, double)
	case rooms.PadPanel:
		return m.pad.Press(at.X, at.Y, double)
	case rooms.LinesPanel:
		return m.lines.Press(at.X, at.Y, double)
	case rooms.LineTakesPanel, rooms.LineSettingsPanel, rooms.WholePanel, rooms.QueuePanel:
		if m.lines.PressBeside(p, at.Y) && double {
			return m.do(named(besideEnter[p]))
		}
		return nil
	case rooms.TunePanel:
		return m.tuner.Press(at.X, at.Y, double)
	case rooms.AxesPanel:
		return m.tuner.PressAxis(at.Y)
	default:
	}
	if p == rooms.ScriptPanel && m.script.OnFoot(at.Y) {
		return m.do(named("next-finding"))
	}
	switch onTitle := at.Y == m.Layout.Panels[p].Y; {
	case p == rooms.TakesPanel && onTitle && m.takes.PressedTitle(at.X):
		return m.do(named("filter-takes"))
	case p == rooms.SoundPanel && onTitle && m.sound.PressedTitle(at.X):
		return m.do(named("compare"))
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
		if m.sound.OnPlace(at.X-inner.X, at.Y-inner.Y, inner) {
			return m.do(named("pause"))
		}
		return m.sound.SeekAt(at.X-inner.X, at.Y-inner.Y, inner)
	}
	if p == rooms.ScriptPanel {
		m.pointer.selecting = !double
		return m.script.Click(at.X, at.Y, double)
	}
	if p == rooms.TakesPanel {
		if !m.takes.Chosen(at.Y - inner.Y) {
			return nil
		}
		if double {
			return m.do(named("restore-take"))
		}
		return m.do(named("play-take"))
	}
	f, controls := m.forms.Forms[p], m.forms.Controls(p)
	if f == nil {
		return nil
	}
	row, line, found := f.ControlAt(controls, at.X-inner.X, at.Y-inner.Y, inner.W)
	if !found {
		return nil
	}
	if key := m.forms.TypingKey(p, row, at.X-inner.X, inner.W); key != "" {
		return m.pressNamed(key)
	}
	f.To(row)
	place, width := controls[row].Place(inner.W)
	x := at.X - inner.X - place
	switch c := controls[row]; {
	case c.HearsAt(x, width):
		return m.do(named("hear-word"))
	case c.Kind == form.EntryControl && double, c.Kind == form.AddWordControl:
		return m.forms.Activate()
	case c.Kind == form.ChoiceControl && c.Cell != form.WholeLine:
		return m.forms.Activate()
	case double && (c.Kind == form.SliderControl || c.Kind == form.ChoiceControl):
		return m.forms.Unset()
	case c.Kind == form.ChoiceControl:
		option, hit := c.ChipAt(m.Doc(), line, x, width, room)
		if hit && (option >= 0 || room == m.Layout.Rooms[p] || c.Listed()) { // else the others have come into sight
			return m.forms.Pick(c, option)
		}
	case c.SignAt(m.Doc(), x, width) != "":
		return m.do(named(c.SignAt(m.Doc(), x, width)))
	case c.Kind == form.NameControl, c.Kind == form.AddControl, c.NamedAt(m.Doc(), x, width):
		return m.forms.Activate()
	case c.Kind == form.SliderControl, c.Kind == form.WeightControl && len(m.Doc().Voices) > 1:
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
	if m.inRequest(at) {
		return m.request.Scroll(-by)
	}
	if m.Layout.Panels[rooms.SoundPanel].Inner().Contains(at.X, at.Y) {
		return m.sound.Louder(float64(by))
	}
	if m.Layout.Panels[rooms.TakesPanel].Inner().Contains(at.X, at.Y) {
		return m.takes.Move(-by)
	}
	if m.Layout.Panels[rooms.LinesPanel].Inner().Contains(at.X, at.Y) {
		return m.lines.Move(-by)
	}
	for p := range rooms.PanelCount {
		if m.lines.Beside(p) != nil && m.Layout.Panels[p].Inner().Contains(at.X, at.Y) {
			return m.lines.WheelBeside(p, at.Y, by)
		}
	}
	if m.Layout.Panels[rooms.BenchPanel].Inner().Contains(at.X, at.Y) {
		return m.bench.Move(-by)
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
