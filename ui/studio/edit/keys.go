package edit

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// Binding is some keys and what they do, in the language of now.
type Binding struct {
	key.Binding
	title *string
}

// Title names what the keys do.
func (b Binding) Title() string { return *b.title }

func bind(title *string, keys ...string) Binding {
	return Binding{key.NewBinding(key.WithKeys(keys...)), title}
}

// edits are the keys of every text, as other editors have them.
var edits = []struct {
	on Binding
	do func(*Text)
}{
	{bind(&say.left, "left", "ctrl+b"), func(t *Text) { t.step(t.left(), true) }},
	{bind(&say.right, "right", "ctrl+f"), func(t *Text) { t.step(t.right(), false) }},
	{bind(&say.wordLeft, "alt+left", "ctrl+left", "alt+b"), func(t *Text) { t.put(t.wordLeft(), false) }},
	{bind(&say.wordRight, "alt+right", "ctrl+right", "alt+f"), func(t *Text) { t.put(t.wordRight(), false) }},
	{bind(&say.paragraphStart, "home", "ctrl+a"), func(t *Text) { from, _ := t.paragraph(t.caret); t.put(from, false) }},
	{bind(&say.paragraphEnd, "end", "ctrl+e"), func(t *Text) { _, to := t.paragraph(t.caret); t.put(to, false) }},
	{bind(&say.textStart, "ctrl+home", "alt+<"), func(t *Text) { t.put(0, false) }},
	{bind(&say.textEnd, "ctrl+end", "alt+>"), func(t *Text) { t.put(len(t.Words), false) }},

	{bind(&say.selectLeft, "shift+left"), func(t *Text) { t.put(t.left(), true) }},
	{bind(&say.selectRight, "shift+right"), func(t *Text) { t.put(t.right(), true) }},
	{bind(&say.selectWordLeft, "ctrl+shift+left", "alt+shift+left", "alt+shift+b"), func(t *Text) { t.put(t.wordLeft(), true) }},
	{bind(&say.selectWordRight, "ctrl+shift+right", "alt+shift+right", "alt+shift+f"), func(t *Text) { t.put(t.wordRight(), true) }},
	{bind(&say.selectParagraphStart, "shift+home"), func(t *Text) { from, _ := t.paragraph(t.caret); t.put(from, true) }},
	{bind(&say.selectParagraphEnd, "shift+end"), func(t *Text) { _, to := t.paragraph(t.caret); t.put(to, true) }},
	{bind(&say.selectTextStart, "ctrl+shift+home"), func(t *Text) { t.put(0, true) }},
	{bind(&say.selectTextEnd, "ctrl+shift+end"), func(t *Text) { t.put(len(t.Words), true) }},
	{bind(&say.selectAll, "ctrl+g"), (*Text).SelectAll},

	{bind(&say.eraseLeft, "backspace", "ctrl+h", "shift+backspace"), func(t *Text) { t.erase(t.left()) }},
	{bind(&say.eraseRight, "delete", "ctrl+d"), func(t *Text) { t.erase(t.right()) }},
	{bind(&say.eraseWordLeft, "alt+backspace", "ctrl+w", "ctrl+backspace"), func(t *Text) { t.erase(t.wordLeft()) }},
	{bind(&say.eraseWordRight, "alt+delete", "alt+d", "ctrl+delete"), func(t *Text) { t.erase(t.wordRight()) }},
	{bind(&say.eraseParagraphStart, "ctrl+u"), func(t *Text) { from, _ := t.paragraph(t.caret); t.erase(from) }},
	{bind(&say.eraseParagraphEnd, "ctrl+k"), func(t *Text) { _, to := t.paragraph(t.caret); t.erase(to) }},

	{bind(&say.capitals, "alt+u"), func(t *Text) { t.recase(strings.ToUpper) }},
	{bind(&say.smallLetters, "alt+l"), func(t *Text) { t.recase(strings.ToLower) }},
	{bind(&say.capital, "alt+c"), func(t *Text) { t.recase(capital) }},
	{bind(&say.swap, "ctrl+t"), (*Text).swap},
}

var (
	copyKeys  = bind(&say.copy, "ctrl+shift+c")
	pasteKeys = bind(&say.paste, "ctrl+v")
)

// rowMoves are the keys that need lines.
var rowMoves = []struct {
	on        Binding
	by        func(e *Editor) int
	selecting bool
}{
	{bind(&say.up, "up"), func(*Editor) int { return -1 }, false},
	{bind(&say.down, "down"), func(*Editor) int { return 1 }, false},
	{bind(&say.pageUp, "pgup"), func(e *Editor) int { return -e.h }, false},
	{bind(&say.pageDown, "pgdown"), func(e *Editor) int { return e.h }, false},
	{bind(&say.selectUp, "shift+up"), func(*Editor) int { return -1 }, true},
	{bind(&say.selectDown, "shift+down"), func(*Editor) int { return 1 }, true},
	{bind(&say.selectPageUp, "shift+pgup"), func(e *Editor) int { return -e.h }, true},
	{bind(&say.selectPageDown, "shift+pgdown"), func(e *Editor) int { return e.h }, true},
}

// Keys are the keys that texts take beside letters, with what they do.
func Keys() (all []Binding) {
	for _, e := range edits {
		all = append(all, e.on)
	}
	for _, m := range rowMoves {
		all = append(all, m.on)
	}
	return append(all, copyKeys, pasteKeys)
}

// Update gives a key or a paste to the text.
func (t *Text) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		t.Insert(msg.Content)
	case tea.KeyPressMsg:
		for _, e := range edits {
			if key.Matches(msg, e.on.Binding) {
				e.do(t)
				return nil
			}
		}
		switch {
		case key.Matches(msg, copyKeys.Binding):
			if from, to := t.selection(); from < to {
				return tea.SetClipboard(t.Words[from:to])
			}
		case key.Matches(msg, pasteKeys.Binding):
			return tea.ReadClipboard
		case msg.Text != "":
			t.Insert(msg.Text)
		}
	}
	return nil
}
