package edit

import (
	"sort"
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/paint"
)

// Editor is a text of several lines: the script, or the notes on a preset.
type Editor struct {
	Text
	placeholder string
	w, h, top   int // of what is drawn, in cells and lines
	focused     bool
	goal        int // the column that up and down keep to; -1: the caret's own
	broken      breaks
}

// breaks are the lines into which a text was broken at a width.
type breaks struct {
	words string
	w     int
	lines []span
}

// span is a line, from byte to byte.
type span struct{ from, to int }

// NewEditor is an empty text; the placeholder stands there until something is written.
func NewEditor(placeholder string) Editor {
	return Editor{placeholder: placeholder, w: 40, h: 6, focused: true, goal: -1}
}

// NewScript is an empty text that will be spoken: its pauses and sounds are
// marked.
func NewScript(placeholder string) Editor {
	e := NewEditor(placeholder)
	e.script = true
	return e
}

// Resize says in how many cells and lines it is drawn.
func (e *Editor) Resize(w, h int) { e.w, e.h = max(1, w), max(1, h) }

// Focus says whether it has the keys, and so a caret.
func (e *Editor) Focus(on bool) { e.focused = on }

// Set replaces the text. The caret goes to the end of what is new in it, so that
// it is seen what undo brought back; to the end of a text that is another one.
func (e *Editor) Set(words string) {
	was := e.Words
	if was == words {
		return
	}
	e.Text.Set(words)
	e.goal = -1
	before, behind := 0, 0
	for behind < min(len(was), len(words)) && was[len(was)-1-behind] == words[len(words)-1-behind] {
		behind++
	}
	for before < min(len(was), len(words))-behind && was[before] == words[before] {
		before++
	}
	if before+behind < len(was)/2 {
		return
	}
	at := len(words) - behind
	for at < len(words) && !utf8.RuneStart(words[at]) {
		at++
	}
	e.put(e.edge(at), false)
}

// Insert puts what was typed or pasted in the place of the selection.
func (e *Editor) Insert(words string) {
	e.goal = -1
	e.Text.Insert(words)
}

// lines breaks the text for the width of now.
func (e *Editor) lines() []span {
	if b := &e.broken; b.lines == nil || b.w != e.w || b.words != e.Words {
		*b = breaks{words: e.Words, w: e.w}
		at := 0
		for paragraph := range strings.SplitSeq(e.Words, "\n") {
			for from, to := range e.fold(at, at+len(paragraph), e.w) {
				b.lines = append(b.lines, span{from, to})
			}
			at += len(paragraph) + 1
		}
	}
	return e.broken.lines
}

// row is the line of the caret, and column its place there in cells.
func (e *Editor) row() int {
	lines := e.lines()
	return sort.Search(len(lines), func(i int) bool { return lines[i].from > e.caret }) - 1
}

func (e *Editor) column() int { return paint.Width(e.shown(e.lines()[e.row()].from, e.caret)) }

// vertical moves the caret by lines, keeping to its column.
func (e *Editor) vertical(by int, selecting bool) {
	if e.goal < 0 {
		e.goal = e.column()
	}
	lines, row := e.lines(), e.row()+by
	switch {
	case row < 0:
		e.put(0, selecting)
	case row >= len(lines):
		e.put(len(e.Words), selecting)
	default:
		e.put(e.under(row, e.goal), selecting)
	}
}

// under is the place in a line that is nearest to a column.
func (e *Editor) under(row, column int) int {
	line, at, used := e.lines()[row], 0, 0
	for _, edge := range e.edges(line.from) {
		if edge < line.from || edge > line.to {
			continue
		}
		if at == 0 {
			at = line.from
		}
		used += paint.Width(e.shown(at, edge))
		// The end of a line within a paragraph is the beginning of the next.
		if used > column || edge == line.to && row+1 < len(e.lines()) && e.lines()[row+1].from == edge {
			break
		}
		at = edge
	}
	return max(at, line.from)
}

// Update gives a key or a paste to the text.
func (e *Editor) Update(msg tea.Msg) tea.Cmd {
	if k, pressed := msg.(tea.KeyPressMsg); pressed {
		for _, m := range rowMoves {
			if key.Matches(k, m.on.Binding) {
				e.vertical(m.by(e), m.selecting)
				return nil
			}
		}
		e.goal = -1
	}
	return e.Text.Update(msg)
}

// Point puts the caret at a cell of what is drawn, selecting where it is
// dragged there.
func (e *Editor) Point(x, y int, selecting bool) {
	e.goal = -1
	lines := e.lines()
	row := e.top + y
	switch {
	case e.Words == "":
		return
	case row < 0:
		e.put(0, selecting)
		return
	case row >= len(lines):
		e.put(len(e.Words), selecting)
		return
	}
	at := e.under(row, max(0, x))
	// The right half of what is wider than a cell is nearer to its end.
	for _, edge := range e.edges(at) {
		if edge <= at || edge > lines[row].to {
			continue
		}
		if wide := paint.Width(e.shown(at, edge)); wide > 1 && x-paint.Width(e.shown(lines[row].from, at)) >= (wide+1)/2 {
			at = edge
		}
		break
	}
	e.put(at, selecting)
}

// SelectWord selects the word at the caret, or the pause.
func (e *Editor) SelectWord() {
	if m, is := e.besidePause(); is {
		e.anchor, e.caret = m.From, m.To
		return
	}
	places := e.edges(e.caret)
	at := max(0, min(sort.SearchInts(places, e.caret), len(places)-2))
	if len(places) < 2 {
		return
	}
	kind, from, to := e.kindAt(places[at]), at, at+1
	for from > 0 && e.kindAt(places[from-1]) == kind {
		from--
	}
	for to < len(places)-1 && e.kindAt(places[to]) == kind {
		to++
	}
	e.anchor, e.caret, e.goal = places[from], places[to], -1
}

// Scroll moves the caret by lines, as the wheel does.
func (e *Editor) Scroll(lines int) { e.vertical(lines, false) }

// Sight is the first line in sight, of how many lines, and how many there is room
// for.
func (e *Editor) Sight() (from, lines, height int) {
	e.scroll()
	return e.top, len(e.lines()), e.h
}

// Show brings the lines from one on into sight, and the caret to one of them.
func (e *Editor) Show(top, line int) {
	e.top, e.goal = top, -1
	e.put(e.lines()[min(max(line, 0), len(e.lines())-1)].from, false)
}

// scroll keeps the caret in sight.
func (e *Editor) scroll() {
	row, last := e.row(), len(e.lines())-e.h
	e.top = max(0, min(max(e.top, row-e.h+1), row, max(last, 0)))
}

// Draw is the part of the text that is in sight, a line each.
func (e *Editor) Draw(t paint.Theme) []string {
	if e.Words == "" {
		return paint.Wrapped(paint.Placeheld(e.placeholder), e.w, e.h, t.Dim.Italic(true).Render)
	}
	e.scroll()
	lines := e.lines()
	out := make([]string, 0, e.h)
	for i := e.top; i < min(e.top+e.h, len(lines)); i++ {
		from, to := lines[i].from, lines[i].to
		hanging := len(e.Words[from:to]) - len(strings.TrimRight(e.Words[from:to], " "))
		to -= max(0, min(hanging, paint.Width(e.shown(from, to))-e.w))
		out = append(out, e.inked(t, from, to, e.w))
	}
	return out
}

// Cursor is where the terminal's own belongs, so that an input method's
// candidates appear there; x and y are the editor's place.
func (e *Editor) Cursor(x, y int) *tea.Cursor {
	if !e.focused {
		return nil
	}
	e.scroll()
	c := tea.NewCursor(x+min(e.column(), e.w), y+e.row()-e.top)
	c.Shape, c.Blink = tea.CursorBar, true
	return c
}
