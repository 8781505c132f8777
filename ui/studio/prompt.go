package studio

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
)

// prompt asks for one line. The suggestion is selected: typing replaces it.
type prompt struct {
	title string
	hint  string
	input field
	// accept closes the prompt itself, so that it can stay open with a hint
	// when the answer will not do.
	accept func(m *Model, p *prompt, value string) tea.Cmd
}

func newPrompt(title, hint, suggestion string, accept func(*Model, *prompt, string) tea.Cmd) *prompt {
	p := &prompt{title: title, hint: hint, input: newField(suggestion, ""), accept: accept}
	p.input.limit = 100
	p.input.selectAll()
	return p
}

func (p *prompt) key(m *Model, msg tea.Msg) tea.Cmd {
	k, pressed := msg.(tea.KeyPressMsg)
	if pressed && k.String() == "enter" {
		return p.accept(m, p, p.input.Value())
	}
	return p.input.update(msg)
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

func (p *prompt) draw(t theme, w, _ int) (string, *tea.Cursor) {
	wide := min(w-4, 60)
	inner := wide - 4
	line, caret := p.input.draw(t, inner)
	lines := append([]string{line, ""}, wrapped(p.hint, inner, 3, t.dim.Render)...)
	box := t.frame(p.title, "esc closes", true, wide, len(lines)+2, lines)
	return box, tea.NewCursor(2+caret, 1)
}
