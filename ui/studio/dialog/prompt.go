package dialog

import (
	"cmp"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/edit"
	"voicestudio/ui/studio/paint"
)

// Asker is a dialog that stays open until its answer was taken.
type Asker interface {
	Dialog
	// Refuse says why the answer will not do, and stays open with it.
	Refuse(err error)
}

// Prompt asks for one line.
type Prompt struct {
	title, hint string
	usual       string // the hint where there is no other
	input       edit.Field
	foot        hint
	answer      func(line string) Action
	about       func(line string) string // the usual hint, where it is about the line
}

// longestLine bounds what a prompt takes, in code points.
const longestLine = 100

// NewPrompt asks for a line. The suggestion is selected: typing replaces it.
func NewPrompt(title, hint, suggestion string, answer func(line string) Action) *Prompt {
	p := &Prompt{title: title, hint: hint, usual: hint, input: edit.NewField(suggestion, ""), answer: answer}
	p.input.Limit = longestLine
	p.input.SelectAll()
	return p
}

// Adding lets a longer answer be given, of at most limit code points; the
// suggestion is there to be added to, not replaced.
func (p *Prompt) Adding(limit int) *Prompt {
	p.input.Limit = limit
	p.input.Set(p.input.Value())
	return p
}

// Long lets a longer answer be given, of at most limit code points, in place of the
// suggestion.
func (p *Prompt) Long(limit int) *Prompt {
	p.Adding(limit).input.SelectAll()
	return p
}

// Hinting lets the hint be about the line.
func (p *Prompt) Hinting(about func(line string) string) *Prompt {
	p.about = about
	p.retell()
	return p
}

func (p *Prompt) retell() {
	if p.about != nil {
		p.usual = p.about(p.input.Value())
	}
	p.hint = p.usual
}

// Suggesting puts a line there, the caret behind it.
func (p *Prompt) Suggesting(line string) *Prompt {
	p.input.Set(line)
	return p
}

// Line is what was typed so far.
func (p *Prompt) Line() string { return p.input.Value() }

// Complete puts a longer line in the place of the one that was typed, unless that
// has changed since; hint says what else it could be, if it could be anything.
func (p *Prompt) Complete(was, line, hint string) {
	if p.input.Value() == was {
		p.input.SetValue(line)
		p.hint = cmp.Or(hint, p.usual)
	}
}

// Accept gives the answer.
func (p *Prompt) Accept() Action { return p.answer(p.input.Value()) }

// Refuse implements Asker.
func (p *Prompt) Refuse(err error) { p.hint = sentence(err) }

// Type edits the line. What was said about another line is gone then.
func (p *Prompt) Type(msg tea.Msg) Action {
	was := p.input.Value()
	cmd := p.input.Update(msg)
	if p.input.Value() != was {
		p.retell()
	}
	return run(cmd)
}

// Click puts the caret there, or presses a key of the hint.
func (p *Prompt) Click(x, y int, double bool) Action {
	if y == 1 {
		p.input.Point(x-2, double)
		return nil
	}
	return p.foot.at(x, y)
}

// Typed reports whether the line is another one than was suggested.
func (p *Prompt) Typed() bool { return p.input.Changed() }

// Wheel does nothing.
func (p *Prompt) Wheel(int) {}

// Draw draws the box.
func (p *Prompt) Draw(t paint.Theme, w, _ int) (string, *tea.Cursor) {
	most := 60
	if p.input.Limit > longestLine { // a path says where only as a whole
		most = 100
	}
	wide := min(w-4, most)
	inner := wide - 4
	line, caret := p.input.Draw(t, inner)
	const hints = 3
	lines := append([]string{line, ""}, p.foot.draw(p.hint, inner, hints, 3, t.Dim)...)
	for usual := len(paint.Wrapped(p.usual, inner, hints, paint.Clean)); len(lines) < 2+usual; {
		lines = append(lines, "") // the box keeps its size while one types
	}
	return t.Frame(p.title, say.escCloses, true, wide, len(lines)+2, lines), tea.NewCursor(2+caret, 1)
}

// Notes asks for a text of several lines.
type Notes struct {
	title, hint string
	was         string
	editor      edit.Editor
	foot        hint
	answer      func(text string) Action
}

// NewNotes asks for a text.
func NewNotes(title, text string, answer func(text string) Action) *Notes {
	n := &Notes{title: title, was: text, hint: say.notes.hint, editor: edit.NewEditor(say.notes.placeholder), answer: answer}
	n.editor.Set(text)
	return n
}

// Accept gives the answer.
func (n *Notes) Accept() Action { return n.answer(strings.TrimSpace(n.editor.Words)) }

// NewLine breaks the line at the caret.
func (n *Notes) NewLine() { n.editor.Insert("\n") }

// Refuse implements Asker.
func (n *Notes) Refuse(err error) { n.hint = sentence(err) }

// Type edits the text.
func (n *Notes) Type(msg tea.Msg) Action { return run(n.editor.Update(msg)) }

// Click puts the caret there, or presses a key of the hint.
func (n *Notes) Click(x, y int, double bool) Action {
	if y < 1 || y >= n.foot.y-1 {
		return n.foot.at(x, y)
	}
	if n.editor.Point(x-2, y-1, false); double {
		n.editor.SelectWord()
	}
	return nil
}

// Typed reports whether the text was changed.
func (n *Notes) Typed() bool { return n.editor.Words != n.was }

// Wheel moves the caret by lines.
func (n *Notes) Wheel(lines int) { n.editor.Scroll(lines) }

// Draw draws the box.
func (n *Notes) Draw(t paint.Theme, w, h int) (string, *tea.Cursor) {
	wide, rows := min(w-4, 76), min(10, h-8)
	n.editor.Resize(wide-4, rows)
	lines := n.editor.Draw(t)
	for len(lines) < rows {
		lines = append(lines, "")
	}
	lines = append(lines, "")
	lines = append(lines, n.foot.draw(n.hint, wide-4, 2, len(lines)+1, t.Dim)...)
	return t.Frame(n.title, say.escCloses, true, wide, len(lines)+2, lines), n.editor.Cursor(2, 1)
}
