package studio

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"voicestudio/tts"
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
	if m.sound.Making.Runs() {
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
		box, at, caret := m.Place()
		v.Content = lipgloss.NewCompositor(lipgloss.NewLayer(v.Content), lipgloss.NewLayer(box).X(at.X).Y(at.Y).Z(1)).Render()
		v.Cursor = caret
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

// header tells what is open, who speaks, what it will cost, and on what.
func (m *Model) header() string {
	t := m.Theme
	name := m.Work.Opened().Name
	if name == "" {
		name = rooms.Say.Screen.NoPreset
	}
	if m.Work.Dirty() {
		name += "*"
	}
	host := string(m.Session.Host())
	model := m.Doc().Settings.Model
	if model == "" {
		model = tts.DefaultModel
	}
	title := t.Accent.Bold(true).Render("voicestudio") + t.Dim.Render(" · ")
	left := t.Strong.Render(name) + "   " + t.Dim.Render(host+" ▸ ") + t.Text.Render(model) + " "
	right := " " + t.Dim.Render(m.cost()) + "  " + m.device() + " "
	if news := m.news(); news != "" {
		right = " " + t.Accent.Under().Render(news) + "  " + right[1:]
	}
	if paint.Width(" "+title+left+right) > m.Layout.W {
		title = ""
	}
	return paint.Sides(" "+title+left, right, m.Layout.W)
}

// news is what others have changed, as far as there is room for it.
func (m *Model) news() string {
	return paint.Cut(paint.Clean(m.outside.News()), max(16, m.Layout.W/3))
}

// newsAt reports whether the header tells of news in a column.
func (m *Model) newsAt(x int) bool {
	news := m.news()
	from := m.Layout.W - paint.Width(news+"  "+m.cost()+"  "+m.device()+" ")
	return news != "" && x >= from && x < from+paint.Width(news)
}

// cost is a guess of what speaking would be billed, and what this session
// was.
func (m *Model) cost() string {
	n := tts.EstimateCharacters(m.Request().Text)
	chars := rooms.Say.Screen.Characters(n)
	if m.Session.Host() == tts.Sandbox {
		return chars + " · " + rooms.Say.Screen.Free
	}
	price, known := tts.PriceOf(m.Session.Host(), cmp.Or(m.Doc().Settings.Model, tts.DefaultModel))
	if !known {
		return chars + ", " + rooms.Say.Screen.PriceUnknown
	}
	said := chars + ", " + price.Of(n).String()
	if m.Layout.W < 100 {
		return said
	}
	switch spent, all := m.Session.Spent(price.Million.Currency); {
	case !all:
		said += " · " + rooms.Say.Screen.SpentAtLeast(spent.String())
	case spent.Amount > 0:
		said += " · " + rooms.Say.Screen.Spent(spent.String())
	}
	return said
}

func (m *Model) device() string {
	if d := m.Player.Device(); d.Silent {
		return m.Theme.Warning.Render("○ " + rooms.Say.Screen.NoSound)
	}
	return m.Theme.Good.Render("● " + rooms.Say.Screen.Speaker)
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
	switch waiting := m.sound.Waiting(); {
	case m.Status.Text == "" && waiting != "":
		return paint.Fit(m.Theme.Dim.Render(" "+rooms.Say.Screen.EscStops(waiting)), m.Layout.W)
	case m.Status.Text == "" || m.Status.Long(m.Layout.W) && m.Top() == nil:
		return paint.Fit("", m.Layout.W)
	}
	return paint.Fit(style.Render(mark+m.Status.Text), m.Layout.W)
}

// overNotice draws a sentence that is too long for the status line in a box
// at the bottom, so that its end, the cure and the trace id, can be read.
func (m *Model) overNotice(screen string) string {
	t, w := m.Theme, min(m.Layout.W-4, 100)
	title, style := rooms.Say.Screen.Warning, t.Warning
	if m.Status.Tone == rooms.Failure {
		title, style = rooms.Say.Screen.Failure, t.Failure
	}
	lines := paint.Wrapped(m.Status.Text, w-4, m.Layout.H-6, style.Render)
	box := t.Frame(title, rooms.Say.Screen.Fold, true, w, len(lines)+2, lines)
	at := rooms.Rect{X: (m.Layout.W - w) / 2, Y: m.Layout.H - 2 - len(lines) - 2, W: w}
	return lipgloss.NewCompositor(lipgloss.NewLayer(screen), lipgloss.NewLayer(box).X(at.X).Y(at.Y).Z(1)).Render()
}

// helpBar names the keys that work here and now.
func (m *Model) helpBar() string {
	if m.keys.jumping {
		return m.letters()
	}
	t := m.Theme
	bar := " "
	if m.Top() == nil || m.Scope() != rooms.InList {
		for _, c := range m.barCommands() {
			next := t.Strong.Render(c.keys[0]) + " " + t.Dim.Render(c.short) + "   "
			if paint.Width(bar+next) > m.Layout.W-10 {
				break
			}
			bar += next
		}
	}
	return paint.Sides(bar, t.Strong.Render("f1")+" "+t.Dim.Render(rooms.Say.Screen.Help+" "), m.Layout.W)
}

// barCommands are those of the help bar, what works only here first; in a
// dialog, they are the dialog's own.
func (m *Model) barCommands() (bar []command) {
	own := m.Scope()
	for _, c := range commands {
		if c.bar && m.active(c.scope) && (own == rooms.Anywhere || c.scope == own) && (c.off == nil || c.off(m) == "") {
			bar = append(bar, c)
		}
	}
	slices.SortStableFunc(bar, func(a, b command) int {
		return cmp.Compare(min(b.scope, rooms.InForm), min(a.scope, rooms.InForm))
	})
	return bar
}
