package studio

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
)

// text is what is being typed, in a field of one line or in the editor: words,
// a caret and what is selected. Bubbles' own widgets keep positions that an
// edit can leave behind the end; here a position is moved with every edit.
type text struct {
	words  string
	caret  int // in bytes, between two clusters
	anchor int // where the selection began; the caret where there is none
	single bool
	limit  int // code points; 0: none
}

// set replaces the words; the caret goes to their end.
func (t *text) set(words string) {
	t.words = words
	t.caret, t.anchor = len(words), len(words)
}

func (t *text) selectAll() { t.anchor, t.caret = 0, len(t.words) }

// selection is what is selected, empty where nothing is.
func (t *text) selection() (from, to int) {
	return min(t.anchor, t.caret), max(t.anchor, t.caret)
}

func (t *text) selects() bool { return t.anchor != t.caret }

// put moves the caret; the selection ends there, or is over.
func (t *text) put(at int, selecting bool) {
	if t.caret = at; !selecting {
		t.anchor = at
	}
}

// replace puts words in the place of others, and the caret behind them. That
// may have joined clusters: the caret never stands within one.
func (t *text) replace(from, to int, by string) {
	t.words = t.words[:from] + by + t.words[to:]
	at := from + len(by)
	for _, edge := range t.edges(at) {
		if edge >= at {
			at = edge
			break
		}
	}
	t.put(at, false)
}

// insert puts what was typed or pasted in the place of the selection.
func (t *text) insert(words string) {
	words = typed(words)
	if t.single {
		words = strings.ReplaceAll(words, "\n", " ")
	}
	from, to := t.selection()
	if t.limit > 0 {
		room := t.limit - utf8.RuneCountInString(t.words) + utf8.RuneCountInString(t.words[from:to])
		if letters := []rune(words); len(letters) > room {
			words = string(letters[:max(0, room)])
		}
	}
	t.replace(from, to, words)
}

// typed is how words come in from keyboard and clipboard: one kind of line
// break, and nothing that is no letter at all.
func typed(words string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' {
			return -1
		}
		return r
	}, tts.Plain(strings.ToValidUTF8(words, "")))
}

// edges are the places of the paragraph around a byte at which a caret can
// stand. Letters that cannot be seen go with the one before them, or in front
// of a paragraph with the one after.
func (t *text) edges(around int) []int {
	from, to := t.paragraph(around)
	places, at, seen := []int{from}, from, false
	for p := range pieces(t.words[from:to], false) {
		if p.cells > 0 && seen {
			places = append(places, at)
		}
		seen = seen || p.cells > 0
		at += p.bytes
	}
	if to > from {
		places = append(places, to)
	}
	return places
}

// paragraph is where the one around a byte begins and ends.
func (t *text) paragraph(around int) (from, to int) {
	from = strings.LastIndexByte(t.words[:around], '\n') + 1
	to = len(t.words)
	if n := strings.IndexByte(t.words[around:], '\n'); n >= 0 {
		to = around + n
	}
	return from, to
}

// right is the place after the caret, left the one before it.
func (t *text) right() int {
	for _, edge := range t.edges(t.caret) {
		if edge > t.caret {
			return edge
		}
	}
	return min(t.caret+1, len(t.words)) // over the line break
}

func (t *text) left() int {
	at := max(t.caret-1, 0)
	for _, edge := range t.edges(t.caret) {
		if edge < t.caret {
			at = edge
		}
	}
	return at
}

// kindOf tells blanks, words and punctuation apart.
func kindOf(r rune) int {
	switch {
	case unicode.IsSpace(r):
		return 0
	case unicode.IsPunct(r) && r != '\'' && r != '_' || unicode.IsSymbol(r):
		return 1
	}
	return 2
}

// wordRight is the end of the word after the caret, or of the line break.
func (t *text) wordRight() int {
	at, kind := t.right(), 0
	from, to := t.paragraph(t.caret)
	if t.caret == to && t.caret < len(t.words) {
		return at
	}
	for _, edge := range t.edges(from) {
		if edge < t.caret {
			continue
		}
		if edge == to {
			return to
		}
		r, _ := utf8.DecodeRuneInString(t.words[edge:])
		if next := kindOf(r); kind == 0 {
			kind = next
		} else if next != kind {
			return edge
		}
	}
	return at
}

// wordLeft is the beginning of the word before the caret.
func (t *text) wordLeft() int {
	from, _ := t.paragraph(t.caret)
	if t.caret == from {
		return t.left()
	}
	places, kind := t.edges(from), 0
	at := t.caret
	for i := len(places) - 1; i >= 0; i-- {
		if places[i] >= t.caret {
			continue
		}
		r, _ := utf8.DecodeRuneInString(t.words[places[i]:])
		if next := kindOf(r); kind == 0 {
			kind = next
		} else if next != kind {
			return at
		}
		at = places[i]
	}
	return from
}

// erase takes away what is selected, or else what lies between the caret and a
// place.
func (t *text) erase(to int) {
	from, end := t.selection()
	if from == end {
		from, end = min(t.caret, to), max(t.caret, to)
	}
	t.replace(from, end, "")
}

// recase writes the rest of the word after the caret anew.
func (t *text) recase(how func(string) string) {
	t.put(t.caret, false)
	to := t.wordRight()
	t.replace(t.caret, to, how(t.words[t.caret:to]))
}

func capital(s string) string {
	at := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsSpace(r) })
	if at < 0 {
		return s
	}
	_, n := utf8.DecodeRuneInString(s[at:])
	return s[:at] + strings.ToTitle(s[at:at+n]) + s[at+n:]
}

// swap exchanges the letters on both sides of the caret.
func (t *text) swap() {
	from, to := t.paragraph(t.caret)
	if t.caret == to {
		t.put(t.left(), false)
	}
	if t.caret <= from || t.caret >= to {
		return
	}
	a, b := t.left(), t.right()
	t.replace(a, b, t.words[t.caret:b]+t.words[a:t.caret])
}

// step moves by one place; a selection that is given up leaves the caret at
// its end in that direction.
func (t *text) step(to int, back bool) {
	if from, end := t.selection(); from < end {
		if to = end; back {
			to = from
		}
	}
	t.put(to, false)
}

func on(keys ...string) key.Binding { return key.NewBinding(key.WithKeys(keys...)) }

// edits are the keys of every field, as other editors have them.
var edits = []struct {
	on key.Binding
	do func(*text)
}{
	{on("left", "ctrl+b"), func(t *text) { t.step(t.left(), true) }},
	{on("right", "ctrl+f"), func(t *text) { t.step(t.right(), false) }},
	{on("alt+left", "ctrl+left", "alt+b"), func(t *text) { t.put(t.wordLeft(), false) }},
	{on("alt+right", "ctrl+right", "alt+f"), func(t *text) { t.put(t.wordRight(), false) }},
	{on("home", "ctrl+a"), func(t *text) { from, _ := t.paragraph(t.caret); t.put(from, false) }},
	{on("end", "ctrl+e"), func(t *text) { _, to := t.paragraph(t.caret); t.put(to, false) }},
	{on("ctrl+home", "alt+<"), func(t *text) { t.put(0, false) }},
	{on("ctrl+end", "alt+>"), func(t *text) { t.put(len(t.words), false) }},

	{on("shift+left"), func(t *text) { t.put(t.left(), true) }},
	{on("shift+right"), func(t *text) { t.put(t.right(), true) }},
	{on("ctrl+shift+left", "alt+shift+left", "alt+shift+b"), func(t *text) { t.put(t.wordLeft(), true) }},
	{on("ctrl+shift+right", "alt+shift+right", "alt+shift+f"), func(t *text) { t.put(t.wordRight(), true) }},
	{on("shift+home"), func(t *text) { from, _ := t.paragraph(t.caret); t.put(from, true) }},
	{on("shift+end"), func(t *text) { _, to := t.paragraph(t.caret); t.put(to, true) }},
	{on("ctrl+shift+home"), func(t *text) { t.put(0, true) }},
	{on("ctrl+shift+end"), func(t *text) { t.put(len(t.words), true) }},
	{on("ctrl+g"), (*text).selectAll},

	{on("backspace", "ctrl+h", "shift+backspace"), func(t *text) { t.erase(t.left()) }},
	{on("delete", "ctrl+d"), func(t *text) { t.erase(t.right()) }},
	{on("alt+backspace", "ctrl+w", "ctrl+backspace"), func(t *text) { t.erase(t.wordLeft()) }},
	{on("alt+delete", "alt+d", "ctrl+delete"), func(t *text) { t.erase(t.wordRight()) }},
	{on("ctrl+u"), func(t *text) { from, _ := t.paragraph(t.caret); t.erase(from) }},
	{on("ctrl+k"), func(t *text) { _, to := t.paragraph(t.caret); t.erase(to) }},

	{on("alt+u"), func(t *text) { t.recase(strings.ToUpper) }},
	{on("alt+l"), func(t *text) { t.recase(strings.ToLower) }},
	{on("alt+c"), func(t *text) { t.recase(capital) }},
	{on("ctrl+t"), (*text).swap},
}

var (
	copyKeys  = on("ctrl+shift+c")
	pasteKeys = on("ctrl+v")
)

// update gives a key or a paste to the text.
func (t *text) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		t.insert(msg.Content)
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
				return tea.SetClipboard(t.words[from:to])
			}
		case key.Matches(msg, pasteKeys):
			return tea.ReadClipboard
		case msg.Text != "":
			t.insert(msg.Text)
		}
	}
	return nil
}
