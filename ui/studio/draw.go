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
	return m.view()
}

func (m *Model) view() tea.View {
	v := tea.NewView("")
	v.AltScreen, v.ReportFocus, v.WindowTitle = true, true, m.windowTitle()
	if m.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	if m.sound.Making.Runs() || m.presets.Working() != "" {
		v.ProgressBar = tea.NewProgressBar(tea.ProgressBarIndeterminate, 0)
	}
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
	} else if m.Status.Long(m.Layout.W) {
		v.Content = m.overNotice(v.Content)
	} else if at := m.Layout.Panels[rooms.ScriptPanel].Inner(); m.Focus == rooms.ScriptPanel && m.Tab == rooms.ScriptTab {
		v.Cursor = m.script.Editor.Cursor(at.X, at.Y)
	}
	return v
}

// body draws the rooms, where the layout has them.
func (m *Model) body() string {
	l := m.Layout
	if l.Single {
		return paint.Below(m.tabs(), m.room(m.Focus))
	}
	var left []string
	for _, p := range rooms.FormPanels {
		left = append(left, m.room(p))
	}
	if m.Tab == rooms.RequestTab {
		return paint.Beside(paint.Below(left...), m.request.Draw())
	}
	right := paint.Below(m.room(rooms.ScriptPanel), m.room(rooms.SoundPanel))
	if rooms.TakesWidth(l.W) > 0 {
		return paint.Beside(paint.Below(left...), right, m.room(rooms.TakesPanel))
	}
	return paint.Beside(paint.Below(left...), paint.Below(right, m.room(rooms.TakesPanel)))
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
	default:
		return m.forms.Draw(p)
	}
}

// tabs names all rooms where one of them is in sight.
func (m *Model) tabs() string {
	var names []string
	for p := range rooms.PanelCount {
		names = append(names, rooms.Say.Panels[p])
	}
	line := ""
	for _, tab := range paint.Tabs(names, 1, m.Layout.W) {
		style := m.Theme.Dim
		if rooms.Panel(tab.Option) == m.Focus {
			style = m.Theme.Marked
		}
		line += " " + style.Render(paint.Cut(names[tab.Option], tab.W))
	}
	return paint.Fit(line, m.Layout.W)
}

func (m *Model) windowTitle() string {
	mark := ""
	if m.sound.Audible() {
		mark = "▶ "
	}
	name := m.Work.Opened().Name
	if name == "" {
		name = "voicestudio"
	}
	return mark + paint.Cut(paint.Clean(name), 100)
}

func (m *Model) statusLine() string {
	style, mark := m.Theme.Dim, " "
	switch m.Status.Tone {
	case rooms.Note:
	case rooms.Warning:
		style, mark = m.Theme.Warning, " ! "
	case rooms.Failure:
		style, mark = m.Theme.Failure, " ✗ "
	}
	if working := m.presets.Working(); working != "" {
		return paint.Fit(m.Theme.Accent.Render(" "+working), m.Layout.W)
	}
	switch waiting := m.sound.Waiting(); {
	case m.Status.Text == "" && waiting != "":
		return paint.Fit(m.Theme.Dim.Render(" "+rooms.Say.Screen.EscStops(waiting)), m.Layout.W)
	case m.Status.Text == "" || m.Status.Long(m.Layout.W) && m.Top() == nil:
		return paint.Fit("", m.Layout.W)
	}
	return paint.Fit(style.Render(mark+m.Status.Text), m.Layout.W)
}

// noticeBox is what such a box says, and where it stands.
func (m *Model) noticeBox(ink paint.Ink) (lines []string, at rooms.Rect) {
	w := min(m.Layout.W-4, 100)
	lines = paint.Wrapped(m.Status.Text, w-4, m.Layout.H-6, ink.Render)
	return lines, rooms.Rect{X: (m.Layout.W - w) / 2, Y: m.Layout.H - 2 - len(lines) - 2, W: w, H: len(lines) + 2}
}

// overNotice draws a sentence that is too long for the status line in a box
// at the bottom, so that its end, the cure and the trace id, can be read.
func (m *Model) overNotice(screen string) string {
	t := m.Theme
	title, style := rooms.Say.Screen.Warning, t.Warning
	if m.Status.Tone == rooms.Failure {
		title, style = rooms.Say.Screen.Failure, t.Failure
	}
	lines, at := m.noticeBox(style)
	box := t.Frame(title, rooms.Say.Screen.Fold, true, at.W, at.H, lines)
	return lipgloss.NewCompositor(lipgloss.NewLayer(screen), lipgloss.NewLayer(box).X(at.X).Y(at.Y).Z(1)).Render()
}
