package studio

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
)

// notes asks for a text of several lines.
type notes struct {
	title, hint string
	area        textarea.Model
	accept      func(m *Model, n *notes, text string) tea.Cmd
}

func newNotes(m *Model, title, text string, accept func(*Model, *notes, string) tea.Cmd) *notes {
	e := newEditor()
	e.style(m.theme)
	e.area.Placeholder = "what it is for, what somebody said of it"
	e.area.KeyMap.InsertNewline = key.NewBinding(key.WithKeys("alt+enter", "shift+enter", "ctrl+j"))
	e.area.SetValue(text)
	return &notes{title: title, hint: "enter keeps them, alt+enter begins a new line", area: e.area, accept: accept}
}

func (n *notes) key(m *Model, msg tea.Msg) tea.Cmd {
	if k, pressed := msg.(tea.KeyPressMsg); pressed && k.String() == "enter" {
		return n.accept(m, n, strings.TrimSpace(n.area.Value()))
	}
	var cmd tea.Cmd
	n.area, cmd = n.area.Update(msg)
	return cmd
}

// refuse says why the text will not do, and stays open with it.
func (n *notes) refuse(_ *Model, err error) tea.Cmd {
	n.hint = tts.Clean(err.Error())
	return nil
}

func (n *notes) click(*Model, int, int) tea.Cmd { return nil }
func (n *notes) wheel(int)                      {}

func (n *notes) draw(t theme, w, h int) (string, *tea.Cursor) {
	width, rows := min(w-4, 76), min(10, h-8)
	inner := width - 4
	if n.area.Width() != inner || n.area.Height() != rows {
		n.area.SetWidth(inner)
		n.area.SetHeight(rows)
	}
	lines := append(strings.Split(n.area.View(), "\n"), "", t.dim.Render(n.hint))
	caret := n.area.Cursor()
	if caret != nil {
		caret.Position.X += 2
		caret.Position.Y++
		caret.Shape = tea.CursorBar
	}
	return t.frame(n.title, "esc closes", true, width, len(lines)+2, lines), caret
}
