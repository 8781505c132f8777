package studio

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/edit"
	"voicestudio/ui/studio/paint"
)

// notes asks for a text of several lines.
type notes struct {
	title, hint string
	editor      edit.Editor
	accept      func(m *Model, n *notes, text string) tea.Cmd
}

func newNotes(title, text string, accept func(*Model, *notes, string) tea.Cmd) *notes {
	n := &notes{title: title, hint: "enter keeps them, alt+enter begins a new line", editor: edit.NewEditor("what it is for, what somebody said of it"), accept: accept}
	n.editor.Newline = edit.On("alt+enter", "shift+enter", "ctrl+j")
	n.editor.Set(text)
	return n
}

func (n *notes) key(m *Model, msg tea.Msg) tea.Cmd {
	if k, pressed := msg.(tea.KeyPressMsg); pressed && k.String() == "enter" {
		return n.accept(m, n, strings.TrimSpace(n.editor.Words))
	}
	return n.editor.Update(msg)
}

// refuse says why the text will not do, and stays open with it.
func (n *notes) refuse(_ *Model, err error) tea.Cmd {
	n.hint = tts.Clean(err.Error())
	return nil
}

func (n *notes) click(*Model, int, int) tea.Cmd { return nil }
func (n *notes) wheel(int)                      {}

func (n *notes) draw(t paint.Theme, w, h int) (string, *tea.Cursor) {
	wide, rows := min(w-4, 76), min(10, h-8)
	n.editor.Resize(wide-4, rows)
	lines := n.editor.Draw(t)
	for len(lines) < rows {
		lines = append(lines, "")
	}
	lines = append(lines, "", t.Dim.Render(n.hint))
	return t.Frame(n.title, "esc closes", true, wide, len(lines)+2, lines), n.editor.Cursor(2, 1)
}
