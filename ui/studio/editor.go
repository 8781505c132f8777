package studio

import (
	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"voicestudio/ui/session"
)

// editor is the script: the words that are spoken.
type editor struct {
	area  textarea.Model
	rev   int // counts what may change the drawing
	drawn memo
}

func newEditor() editor {
	a := textarea.New()
	a.Prompt = ""
	a.Placeholder = session.Placeholder
	a.ShowLineNumbers = false
	a.CharLimit = 0
	// One line more than a text of line breaks alone can have.
	a.MaxHeight = 10000
	a.SetVirtualCursor(false)
	// These keys are the studio's.
	a.KeyMap.LinePrevious = key.NewBinding(key.WithKeys("up"))
	a.KeyMap.LineNext = key.NewBinding(key.WithKeys("down"))
	a.KeyMap.Paste = key.NewBinding()
	a.Focus()
	return editor{area: a}
}

func (e *editor) style(t theme) {
	plain := lipgloss.NewStyle()
	state := textarea.StyleState{Base: plain, Text: t.text, CursorLine: plain, Placeholder: t.dim, EndOfBuffer: plain, Prompt: plain,
		Selection: lipgloss.NewStyle().Reverse(true)}
	s := e.area.Styles()
	s.Focused, s.Blurred = state, state
	e.area.SetStyles(s)
	e.rev++
}

func (e *editor) resize(w, h int) {
	e.area.SetWidth(max(1, w))
	e.area.SetHeight(max(1, h))
	e.rev++
}

// set replaces the text; the caret goes to its end.
func (e *editor) set(text string) {
	if e.area.Value() != text {
		e.area.SetValue(text)
		e.rev++
	}
}

// insert puts text at the caret.
func (e *editor) insert(text string) {
	e.area.InsertString(text)
	e.rev++
}

func (e *editor) update(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	e.area, cmd = e.area.Update(msg)
	e.rev++
	return cmd
}

func (e *editor) focus(on bool) {
	if on {
		e.area.Focus()
	} else {
		e.area.Blur()
	}
	e.rev++
}

// view draws the text; it is costly for long ones, so it is kept until
// something changes.
func (e *editor) view() string {
	return e.drawn.get(e.rev, e.area.View)
}

// caret is where the terminal's cursor belongs, so that an input method's
// candidates appear there.
func (e *editor) caret(at rect) *tea.Cursor {
	c := e.area.Cursor()
	if c == nil {
		return nil
	}
	c.Position.X += at.x
	c.Position.Y += at.y
	c.Shape = tea.CursorBar
	return c
}
