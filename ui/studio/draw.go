package studio

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
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
	if m.sound.making.runs() {
		v.ProgressBar = tea.NewProgressBar(tea.ProgressBarIndeterminate, 0)
	}
	if m.layout.w == 0 {
		return v
	}
	if m.layout.tooSmall {
		v.Content = paint.Fit(say.screen.tooSmall(minWidth, minHeight, m.layout.w, m.layout.h), m.layout.w)
		return v
	}
	left := paint.Below(m.forms.draw(voicePanel), m.forms.draw(blendPanel), m.forms.draw(effectsPanel))
	right := paint.Below(m.script.draw(m.layout.panels[scriptPanel]), m.sound.draw(m.layout.panels[soundPanel]))
	takes := m.takes.drawn(m.layout.panels[takesPanel])
	body := ""
	if takesWidth(m.layout.w) > 0 {
		body = paint.Beside(left, right, takes)
	} else {
		body = paint.Beside(left, paint.Below(right, takes))
	}
	v.Content = paint.Below(m.header(), body, m.statusLine(), m.helpBar())
	if m.top() != nil {
		box, at, caret := m.place()
		v.Content = lipgloss.NewCompositor(lipgloss.NewLayer(v.Content), lipgloss.NewLayer(box).X(at.x).Y(at.y).Z(1)).Render()
		v.Cursor = caret
	} else if m.status.long(m.layout.w) {
		v.Content = m.overNotice(v.Content)
	} else if at := m.layout.panels[scriptPanel].inner(); m.focus == scriptPanel {
		v.Cursor = m.script.editor.Cursor(at.x, at.y)
	}
	return v
}

func (m *Model) windowTitle() string {
	mark := ""
	if m.sound.audible() {
		mark = "▶ "
	}
	name := m.work.Opened().Name
	if name == "" {
		name = "voicestudio"
	}
	return mark + paint.Cut(paint.Clean(name), 100)
}

// header tells what is open, who speaks, what it will cost, and on what.
func (m *Model) header() string {
	t := m.theme
	name := m.work.Opened().Name
	if name == "" {
		name = say.screen.noPreset
	}
	if m.work.Dirty() {
		name += "*"
	}
	host := string(m.session.Host())
	model := m.doc().Settings.Model
	if model == "" {
		model = tts.DefaultModel
	}
	title := t.Accent.Bold(true).Render("voicestudio") + t.Dim.Render(" · ")
	left := t.Strong.Render(name) + "   " + t.Dim.Render(host+" ▸ ") + t.Text.Render(model) + " "
	right := " " + t.Dim.Render(m.cost()) + "  " + m.device() + " "
	if paint.Width(" "+title+left+right) > m.layout.w {
		title = ""
	}
	return paint.Sides(" "+title+left, right, m.layout.w)
}

// cost is a guess of what speaking would be billed, and what this session
// was.
func (m *Model) cost() string {
	n := tts.EstimateCharacters(m.request().Text)
	chars := say.screen.characters(n)
	if m.session.Host() == tts.Sandbox {
		return chars + " · " + say.screen.free
	}
	price, known := tts.PriceOf(m.session.Host(), cmp.Or(m.doc().Settings.Model, tts.DefaultModel))
	if !known {
		return chars + ", " + say.screen.priceUnknown
	}
	said := chars + ", " + price.Of(n).String()
	if m.layout.w < 100 {
		return said
	}
	switch spent, all := m.session.Spent(price.Million.Currency); {
	case !all:
		said += " · " + say.screen.spentAtLeast(spent.String())
	case spent.Amount > 0:
		said += " · " + say.screen.spent(spent.String())
	}
	return said
}

func (m *Model) device() string {
	if d := m.player.Device(); d.Silent {
		return m.theme.Warning.Render("○ " + say.screen.noSound)
	}
	return m.theme.Good.Render("● " + say.screen.speaker)
}

func (m *Model) statusLine() string {
	style, mark := m.theme.Dim, " "
	switch m.status.tone {
	case note:
	case warning:
		style, mark = m.theme.Warning, " ! "
	case failure:
		style, mark = m.theme.Failure, " ✗ "
	}
	switch waiting := m.sound.waiting(); {
	case m.status.text == "" && waiting != "":
		return paint.Fit(m.theme.Dim.Render(" "+say.screen.escStops(waiting)), m.layout.w)
	case m.status.text == "" || m.status.long(m.layout.w) && m.top() == nil:
		return paint.Fit("", m.layout.w)
	}
	return paint.Fit(style.Render(mark+m.status.text), m.layout.w)
}

// overNotice draws a sentence that is too long for the status line in a box
// at the bottom, so that its end, the cure and the trace id, can be read.
func (m *Model) overNotice(screen string) string {
	t, w := m.theme, min(m.layout.w-4, 100)
	title, style := say.screen.warning, t.Warning
	if m.status.tone == failure {
		title, style = say.screen.failure, t.Failure
	}
	lines := paint.Wrapped(m.status.text, w-4, m.layout.h-6, style.Render)
	box := t.Frame(title, say.screen.fold, true, w, len(lines)+2, lines)
	at := rect{(m.layout.w - w) / 2, m.layout.h - 2 - len(lines) - 2, w, 0}
	return lipgloss.NewCompositor(lipgloss.NewLayer(screen), lipgloss.NewLayer(box).X(at.x).Y(at.y).Z(1)).Render()
}

// helpBar names the keys that work here and now.
func (m *Model) helpBar() string {
	t := m.theme
	bar := " "
	if m.top() == nil || m.scope() != inList {
		for _, c := range m.barCommands() {
			next := t.Strong.Render(c.keys[0]) + " " + t.Dim.Render(c.short) + "   "
			if paint.Width(bar+next) > m.layout.w-10 {
				break
			}
			bar += next
		}
	}
	return paint.Sides(bar, t.Strong.Render("f1")+" "+t.Dim.Render(say.screen.help+" "), m.layout.w)
}

// barCommands are those of the help bar, what works only here first; in a
// dialog, they are the dialog's own.
func (m *Model) barCommands() (bar []command) {
	own := m.scope()
	for _, c := range commands {
		if c.bar && m.active(c.scope) && (own == anywhere || c.scope == own) && (c.off == nil || c.off(m) == "") {
			bar = append(bar, c)
		}
	}
	slices.SortStableFunc(bar, func(a, b command) int {
		return cmp.Compare(min(b.scope, inForm), min(a.scope, inForm))
	})
	return bar
}
