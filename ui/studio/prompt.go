package studio

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/edit"
	"voicestudio/ui/studio/paint"
)

// prompt asks for one line. The suggestion is selected: typing replaces it.
type prompt struct {
	title string
	hint  string
	input edit.Field
	// accept closes the prompt itself, so that it can stay open with a hint
	// when the answer will not do.
	accept func(m *Model, p *prompt, value string) tea.Cmd
}

func newPrompt(title, hint, suggestion string, accept func(*Model, *prompt, string) tea.Cmd) *prompt {
	p := &prompt{title: title, hint: hint, input: edit.NewField(suggestion, ""), accept: accept}
	p.input.Limit = 100
	p.input.SelectAll()
	return p
}

func (p *prompt) key(m *Model, msg tea.Msg) tea.Cmd {
	k, pressed := msg.(tea.KeyPressMsg)
	if pressed && k.String() == "enter" {
		return p.accept(m, p, p.input.Value())
	}
	return p.input.Update(msg)
}

// refuse says why the answer will not do, and stays open with it.
func (p *prompt) refuse(_ *Model, err error) tea.Cmd {
	p.hint = tts.Clean(err.Error())
	return nil
}

// closePrompt closes an overlay if it is still on top.
func (m *Model) closePrompt(o overlay) {
	if o != nil && m.top() == o {
		m.pop()
	}
}

func (p *prompt) click(*Model, int, int) tea.Cmd { return nil }
func (p *prompt) wheel(int)                      {}

func (p *prompt) draw(t paint.Theme, w, _ int) (string, *tea.Cursor) {
	wide := min(w-4, 60)
	inner := wide - 4
	line, caret := p.input.Draw(t, inner)
	lines := append([]string{line, ""}, paint.Wrapped(p.hint, inner, 3, t.Dim.Render)...)
	box := t.Frame(p.title, "esc closes", true, wide, len(lines)+2, lines)
	return box, tea.NewCursor(2+caret, 1)
}
