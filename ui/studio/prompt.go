package studio

import (
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
)

// prompt asks for one line. The suggestion is selected: typing replaces it.
type prompt struct {
	title    string
	hint     string
	input    textinput.Model
	selected bool
	// accept closes the prompt itself, so that it can stay open with a hint
	// when the answer will not do.
	accept func(m *Model, p *prompt, value string) tea.Cmd
}

func newPrompt(title, hint, suggestion string, accept func(*Model, *prompt, string) tea.Cmd) *prompt {
	p := &prompt{title: title, hint: hint, input: newInput(suggestion, ""), selected: suggestion != "", accept: accept}
	p.input.CharLimit = 100
	return p
}

func (p *prompt) key(m *Model, msg tea.Msg) tea.Cmd {
	k, pressed := msg.(tea.KeyPressMsg)
	if pressed && k.String() == "enter" {
		return p.accept(m, p, p.input.Value())
	}
	if p.selected {
		p.selected = false
		if _, pasted := msg.(tea.PasteMsg); pasted || k.Text != "" || k.Code == tea.KeyBackspace {
			p.input.SetValue("")
		}
	}
	var cmd tea.Cmd
	p.input, cmd = p.input.Update(msg)
	return cmd
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
	width := min(w-4, 60)
	inner := width - 4
	field := drawInput(t, p.input, inner)
	if p.selected {
		field = t.text.Reverse(true).Render(p.input.Value())
	}
	lines := append([]string{field, ""}, wrapped(p.hint, inner, 3, t.dim.Render)...)
	box := t.frame(p.title, "esc closes", true, width, len(lines)+2, lines)
	return box, tea.NewCursor(2+inputCaret(p.input, inner), 1)
}
