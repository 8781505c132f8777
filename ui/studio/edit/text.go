package edit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
)

// Text is what is being typed, in a field of one line or in the editor: words,
// a caret and what is selected. Bubbles' own widgets keep positions that an
// edit can leave behind the end; here a position is moved with every edit.
type Text struct {
	Words  string
	caret  int // in bytes, between two clusters
	anchor int // where the selection began; the caret where there is none
	single bool
	Limit  int // code points; 0: none

	script bool   // it has pauses and sounds in it
	Model  string // that will speak a script
	read   proof
}

// Set replaces the words; the caret goes to their end.
func (t *Text) Set(words string) {
	t.Words = words
	t.caret, t.anchor = len(words), len(words)
}

// SelectAll selects everything.
func (t *Text) SelectAll() { t.anchor, t.caret = 0, len(t.Words) }

// selection is what is selected, empty where nothing is.
func (t *Text) selection() (from, to int) {
	return min(t.anchor, t.caret), max(t.anchor, t.caret)
}

// put moves the caret; the selection ends there, or is over.
func (t *Text) put(at int, selecting bool) {
	if t.caret = at; !selecting {
		t.anchor = at
	}
}

// replace puts words in the place of others, and the caret behind them. That
// may have joined clusters: the caret never stands within one.
func (t *Text) replace(from, to int, by string) {
	t.Words = t.Words[:from] + by + t.Words[to:]
	t.put(t.edge(from+len(by)), false)
}

// edge is the first place at or after a byte at which the caret can stand.
func (t *Text) edge(at int) int {
	for _, edge := range t.edges(at) {
		if edge >= at {
			return edge
		}
	}
	return at
}

// Insert puts what was typed or pasted in the place of the selection.
func (t *Text) Insert(words string) {
	words = typed(words)
	if t.script {
		words = undrawn(words)
	}
	if t.single {
		words = strings.ReplaceAll(words, "\n", " ")
	}
	from, to := t.selection()
	if t.Limit > 0 {
		room := t.Limit - utf8.RuneCountInString(t.Words) + utf8.RuneCountInString(t.Words[from:to])
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
// of a paragraph with the one after. A pause is one letter.
func (t *Text) edges(around int) []int {
	from, to := t.paragraph(around)
	places, at, seen := []int{from}, from, false
	pauses := t.pausesFrom(from)
	for p := range paint.Pieces(t.Words[from:to], false) {
		for len(pauses) > 0 && pauses[0].To <= at {
			pauses = pauses[1:]
		}
		if p.Cells > 0 && seen && (len(pauses) == 0 || at <= pauses[0].From) {
			places = append(places, at)
		}
		seen = seen || p.Cells > 0
		at += p.Bytes
	}
	if to > from {
		places = append(places, to)
	}
	return places
}

// paragraph is where the one around a byte begins and ends.
func (t *Text) paragraph(around int) (from, to int) {
	from = strings.LastIndexByte(t.Words[:around], '\n') + 1
	to = len(t.Words)
	if n := strings.IndexByte(t.Words[around:], '\n'); n >= 0 {
		to = around + n
	}
	return from, to
}

// right is the place after the caret, left the one before it.
func (t *Text) right() int {
	for _, edge := range t.edges(t.caret) {
		if edge > t.caret {
			return edge
		}
	}
	return min(t.caret+1, len(t.Words)) // over the line break
}

func (t *Text) left() int {
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

// kindAt tells pauses apart, too.
func (t *Text) kindAt(edge int) int {
	if _, is := t.pauseAt(edge); is {
		return 3
	}
	r, _ := utf8.DecodeRuneInString(t.Words[edge:])
	return kindOf(r)
}

// wordRight is the end of the word after the caret, or of the line break.
func (t *Text) wordRight() int {
	at, kind := t.right(), 0
	from, to := t.paragraph(t.caret)
	if t.caret == to && t.caret < len(t.Words) {
		return at
	}
	for _, edge := range t.edges(from) {
		if edge < t.caret {
			continue
		}
		if edge == to {
			return to
		}
		if next := t.kindAt(edge); kind == 0 {
			kind = next
		} else if next != kind {
			return edge
		}
	}
	return at
}

// wordLeft is the beginning of the word before the caret.
func (t *Text) wordLeft() int {
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
		if next := t.kindAt(places[i]); kind == 0 {
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
func (t *Text) erase(to int) {
	from, end := t.selection()
	if from == end {
		from, end = min(t.caret, to), max(t.caret, to)
	}
	t.replace(from, end, "")
}

// recase writes the rest of the word after the caret anew.
func (t *Text) recase(how func(string) string) {
	t.put(t.caret, false)
	to := t.wordRight()
	t.replace(t.caret, to, how(t.Words[t.caret:to]))
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
func (t *Text) swap() {
	from, to := t.paragraph(t.caret)
	if t.caret == to {
		t.put(t.left(), false)
	}
	if t.caret <= from || t.caret >= to {
		return
	}
	a, b := t.left(), t.right()
	t.replace(a, b, t.Words[t.caret:b]+t.Words[a:t.caret])
}

// step moves by one place; a selection that is given up leaves the caret at
// its end in that direction.
func (t *Text) step(to int, back bool) {
	if from, end := t.selection(); from < end {
		if to = end; back {
			to = from
		}
	}
	t.put(to, false)
}
