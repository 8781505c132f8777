package studio

import (
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// View draws the screen. It runs after every message, so whatever is costly
// is kept until it changes.
func (m *Model) View() tea.View {
	defer m.reporting()
	v := m.view()
	v.Content, v.WindowTitle = m.Theme.Charset.Map(v.Content), m.Theme.Charset.Map(v.WindowTitle)
	return v
}

func (m *Model) view() tea.View {
	v := tea.NewView("")
	v.AltScreen, v.ReportFocus, v.WindowTitle = true, true, m.windowTitle()
	if m.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	v.ProgressBar = m.progress()
	if m.Layout.W == 0 {
		return v
	}
	if m.Layout.TooSmall {
		v.Content = paint.Fit(rooms.Say.Screen.TooSmall(rooms.MinWidth, rooms.MinHeight, m.Layout.W, m.Layout.H), m.Layout.W)
		return v
	}
	v.Content = paint.Below(m.header(), m.body(), m.statusLine(), m.helpBar())
	if m.Top() != nil {
		screen := []*lipgloss.Layer{lipgloss.NewLayer(v.Content)}
		for i, l := range m.Layers.List {
			box, at, caret := m.Place(l.Dialog)
			screen = append(screen, lipgloss.NewLayer(box).X(at.X).Y(at.Y).Z(i+1))
			v.Cursor = caret
		}
		v.Content = lipgloss.NewCompositor(screen...).Render()
		return v
	}
	v.Cursor = m.caret()
	if m.unfolded() {
		box, at := m.notice()
		v.Content = lipgloss.NewCompositor(lipgloss.NewLayer(v.Content), lipgloss.NewLayer(box).X(at.X).Y(at.Y).Z(1)).Render()
	}
	return v
}

// caret is where words are typed into the script; nil where they are not.
func (m *Model) caret() *tea.Cursor {
	if m.Focus != rooms.ScriptPanel || m.Tab != rooms.ScriptTab {
		return nil
	}
	at := m.Layout.Panels[rooms.ScriptPanel].Inner()
	return m.script.Editor.Cursor(at.X, at.Y)
}

// body draws the rooms, where the layout has them.
func (m *Model) body() string {
	l := m.Layout
	if l.Single {
		return paint.Below(m.tabs(), m.room(m.Focus))
	}
	var columns []string
	for _, panels := range l.Columns {
		var column []string
		for i, p := range panels {
			if i > 0 && m.Layout.Panels[p].Y == m.Layout.Panels[panels[i-1]].Y { // they share a row
				column[len(column)-1] = paint.Beside(column[len(column)-1], m.room(p))
				continue
			}
			column = append(column, m.room(p))
		}
		columns = append(columns, paint.Below(column...))
	}
	if m.Stage == rooms.MainStage && m.Tab == rooms.RequestTab {
		return paint.Beside(columns[0], m.request.Draw())
	}
	return paint.Beside(columns...)
}

// room draws one of them.
func (m *Model) room(p rooms.Panel) string {
	at := m.Layout.Panels[p]
	switch p {
	case rooms.ScriptPanel:
		if m.Tab == rooms.RequestTab {
			return m.request.Draw()
		}
		return m.script.Draw(at)
	case rooms.SoundPanel:
		return m.sound.Draw(at)
	case rooms.TakesPanel:
		return m.takes.Drawn(at)
	case rooms.BenchPanel:
		return m.bench.Draw(at)
	case rooms.DuelsPanel:
		return m.duels.Draw(at)
	case rooms.ListenersPanel:
		return m.listeners.Draw(at)
	case rooms.LadderPanel:
		return m.ladder.Draw(at)
	case rooms.PadPanel:
		return m.pad.Draw(at)
	case rooms.LinesPanel:
		return m.lines.Draw(at)
	case rooms.LineTakesPanel:
		return m.lines.DrawTakes(at)
	case rooms.LineSettingsPanel:
		return m.lines.DrawSettings(at)
	case rooms.WholePanel:
		return m.lines.DrawWhole(at)
	case rooms.QueuePanel:
		return m.lines.DrawQueue(at)
	case rooms.TunePanel:
		return m.tuner.Draw(at)
	case rooms.AxesPanel:
		return m.tuner.DrawAxes(at)
	default:
		return m.forms.Draw(p)
	}
}

// tabs names all rooms where one of them is in sight.
func (m *Model) tabs() string {
	var names []string
	visits := rooms.Visits(m.Spot, m.Layout.W, m.Layout.H)
	for _, p := range visits {
		names = append(names, rooms.Say.Panels[p])
	}
	line := ""
	for _, tab := range paint.Tabs(names, 1, m.Layout.W) {
		style, mark := m.Theme.Dim, " "
		if visits[tab.Option] == m.Focus {
			style, mark = m.Theme.Marked, m.Theme.Accent.Render("▸")
		}
		line += mark + style.Render(paint.Cut(names[tab.Option], tab.W))
	}
	return paint.Fit(line, m.Layout.W)
}
