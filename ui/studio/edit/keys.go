package edit

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// bind names what keys do.
func bind(title string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(keys[0], title))
}

// edits are the keys of every text, as other editors have them.
var edits = []struct {
	on key.Binding
	do func(*Text)
}{
	{bind("One letter left", "left", "ctrl+b"), func(t *Text) { t.step(t.left(), true) }},
	{bind("One letter right", "right", "ctrl+f"), func(t *Text) { t.step(t.right(), false) }},
	{bind("One word left", "alt+left", "ctrl+left", "alt+b"), func(t *Text) { t.put(t.wordLeft(), false) }},
	{bind("One word right", "alt+right", "ctrl+right", "alt+f"), func(t *Text) { t.put(t.wordRight(), false) }},
	{bind("To the start of the paragraph", "home", "ctrl+a"), func(t *Text) { from, _ := t.paragraph(t.caret); t.put(from, false) }},
	{bind("To the end of the paragraph", "end", "ctrl+e"), func(t *Text) { _, to := t.paragraph(t.caret); t.put(to, false) }},
	{bind("To the start of the text", "ctrl+home", "alt+<"), func(t *Text) { t.put(0, false) }},
	{bind("To the end of the text", "ctrl+end", "alt+>"), func(t *Text) { t.put(len(t.Words), false) }},

	{bind("Select a letter to the left", "shift+left"), func(t *Text) { t.put(t.left(), true) }},
	{bind("Select a letter to the right", "shift+right"), func(t *Text) { t.put(t.right(), true) }},
	{bind("Select a word to the left", "ctrl+shift+left", "alt+shift+left", "alt+shift+b"), func(t *Text) { t.put(t.wordLeft(), true) }},
	{bind("Select a word to the right", "ctrl+shift+right", "alt+shift+right", "alt+shift+f"), func(t *Text) { t.put(t.wordRight(), true) }},
	{bind("Select to the start of the paragraph", "shift+home"), func(t *Text) { from, _ := t.paragraph(t.caret); t.put(from, true) }},
	{bind("Select to the end of the paragraph", "shift+end"), func(t *Text) { _, to := t.paragraph(t.caret); t.put(to, true) }},
	{bind("Select to the start of the text", "ctrl+shift+home"), func(t *Text) { t.put(0, true) }},
	{bind("Select to the end of the text", "ctrl+shift+end"), func(t *Text) { t.put(len(t.Words), true) }},
	{bind("Select all", "ctrl+g"), (*Text).SelectAll},

	{bind("Erase the letter before", "backspace", "ctrl+h", "shift+backspace"), func(t *Text) { t.erase(t.left()) }},
	{bind("Erase the letter after", "delete", "ctrl+d"), func(t *Text) { t.erase(t.right()) }},
	{bind("Erase the word before", "alt+backspace", "ctrl+w", "ctrl+backspace"), func(t *Text) { t.erase(t.wordLeft()) }},
	{bind("Erase the word after", "alt+delete", "alt+d", "ctrl+delete"), func(t *Text) { t.erase(t.wordRight()) }},
	{bind("Erase to the start of the paragraph", "ctrl+u"), func(t *Text) { from, _ := t.paragraph(t.caret); t.erase(from) }},
	{bind("Erase to the end of the paragraph", "ctrl+k"), func(t *Text) { _, to := t.paragraph(t.caret); t.erase(to) }},

	{bind("Write the word in capitals", "alt+u"), func(t *Text) { t.recase(strings.ToUpper) }},
	{bind("Write the word in small letters", "alt+l"), func(t *Text) { t.recase(strings.ToLower) }},
	{bind("Write the word with a capital", "alt+c"), func(t *Text) { t.recase(capital) }},
	{bind("Swap the letters beside the caret", "ctrl+t"), (*Text).swap},
}

var (
	copyKeys  = bind("Copy what is selected", "ctrl+shift+c")
	pasteKeys = bind("Paste", "ctrl+v")
)

// rowMoves are the keys that need lines.
var rowMoves = []struct {
	on        key.Binding
	by        func(e *Editor) int
	selecting bool
}{
	{bind("One line up", "up"), func(*Editor) int { return -1 }, false},
	{bind("One line down", "down"), func(*Editor) int { return 1 }, false},
	{bind("One page up", "pgup"), func(e *Editor) int { return -e.h }, false},
	{bind("One page down", "pgdown"), func(e *Editor) int { return e.h }, false},
	{bind("Select a line up", "shift+up"), func(*Editor) int { return -1 }, true},
	{bind("Select a line down", "shift+down"), func(*Editor) int { return 1 }, true},
	{bind("Select a page up", "shift+pgup"), func(e *Editor) int { return -e.h }, true},
	{bind("Select a page down", "shift+pgdown"), func(e *Editor) int { return e.h }, true},
}

// Keys are the keys that texts take beside letters, with what they do.
func Keys() (all []key.Binding) {
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
			if key.Matches(msg, e.on) {
				e.do(t)
				return nil
			}
		}
		switch {
		case key.Matches(msg, copyKeys):
			if from, to := t.selection(); from < to {
				return tea.SetClipboard(t.Words[from:to])
			}
		case key.Matches(msg, pasteKeys):
			return tea.ReadClipboard
		case msg.Text != "":
			t.Insert(msg.Text)
		}
	}
	return nil
}
