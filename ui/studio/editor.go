package studio

import (
	"sort"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/session"
)

// editor is a text of several lines: the script, or the notes on a preset.
type editor struct {
	text
	placeholder string
	newline     key.Binding
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

func newEditor() editor {
	return editor{placeholder: session.Placeholder, newline: on("enter", "ctrl+m", "shift+enter", "ctrl+j"), w: 40, h: 6, focused: true, goal: -1}
}

func (e *editor) resize(w, h int) { e.w, e.h = max(1, w), max(1, h) }

func (e *editor) focus(on bool) { e.focused = on }

// set replaces the text; the caret goes to its end.
func (e *editor) set(words string) {
	if e.words != words {
		e.text.set(words)
		e.goal = -1
	}
}

// lines breaks the text for the width of now.
func (e *editor) lines() []span {
	if b := &e.broken; b.lines == nil || b.w != e.w || b.words != e.words {
		*b = breaks{words: e.words, w: e.w}
		at := 0
		for paragraph := range strings.SplitSeq(e.words, "\n") {
			for from, to := range fold(paragraph, e.w) {
				b.lines = append(b.lines, span{at + from, at + to})
			}
			at += len(paragraph) + 1
		}
	}
	return e.broken.lines
}

// row is the line of the caret, and column its place there in cells.
func (e *editor) row() int {
	lines := e.lines()
	return sort.Search(len(lines), func(i int) bool { return lines[i].from > e.caret }) - 1
}

func (e *editor) column() int { return width(e.words[e.lines()[e.row()].from:e.caret]) }

// vertical moves the caret by lines, keeping to its column.
func (e *editor) vertical(by int, selecting bool) {
	if e.goal < 0 {
		e.goal = e.column()
	}
	lines, row := e.lines(), e.row()+by
	switch {
	case row < 0:
		e.put(0, selecting)
	case row >= len(lines):
		e.put(len(e.words), selecting)
	default:
		e.put(e.under(row, e.goal), selecting)
	}
}

// under is the place in a line that is nearest to a column.
func (e *editor) under(row, column int) int {
	line, at, used := e.lines()[row], 0, 0
	for _, edge := range e.edges(line.from) {
		if edge < line.from || edge > line.to {
			continue
		}
		if at == 0 {
			at = line.from
		}
		used += width(e.words[at:edge])
		// The end of a line within a paragraph is the beginning of the next.
		if used > column || edge == line.to && row+1 < len(e.lines()) && e.lines()[row+1].from == edge {
			break
		}
		at = edge
	}
	return max(at, line.from)
}

// rowMoves are the keys that need lines.
var rowMoves = []struct {
	on        key.Binding
	by        func(e *editor) int
	selecting bool
}{
	{on("up"), func(*editor) int { return -1 }, false},
	{on("down"), func(*editor) int { return 1 }, false},
	{on("pgup"), func(e *editor) int { return -e.h }, false},
	{on("pgdown"), func(e *editor) int { return e.h }, false},
	{on("shift+up"), func(*editor) int { return -1 }, true},
	{on("shift+down"), func(*editor) int { return 1 }, true},
	{on("shift+pgup"), func(e *editor) int { return -e.h }, true},
	{on("shift+pgdown"), func(e *editor) int { return e.h }, true},
}

func (e *editor) update(msg tea.Msg) tea.Cmd {
	if k, pressed := msg.(tea.KeyPressMsg); pressed {
		for _, m := range rowMoves {
			if key.Matches(k, m.on) {
				e.vertical(m.by(e), m.selecting)
				return nil
			}
		}
		if e.goal = -1; key.Matches(k, e.newline) {
			e.insert("\n")
			return nil
		}
	}
	return e.text.update(msg)
}

// scroll keeps the caret in sight.
func (e *editor) scroll() {
	row, last := e.row(), len(e.lines())-e.h
	e.top = max(0, min(max(e.top, row-e.h+1), row, max(last, 0)))
}

// draw is the part of the text that is in sight, a line each.
func (e *editor) draw(t theme) []string {
	if e.words == "" {
		return wrapped(e.placeholder, e.w, e.h, t.dim.Render)
	}
	e.scroll()
	lines := e.lines()
	out := make([]string, 0, e.h)
	for i := e.top; i < min(e.top+e.h, len(lines)); i++ {
		from, to := lines[i].from, lines[i].to
		hanging := len(e.words[from:to]) - len(strings.TrimRight(e.words[from:to], " "))
		to -= max(0, min(hanging, width(e.words[from:to])-e.w))
		out = append(out, e.inked(t, from, to, e.w))
	}
	return out
}

// cursor is where the terminal's own belongs, so that an input method's
// candidates appear there; x and y are the editor's place.
func (e *editor) cursor(x, y int) *tea.Cursor {
	if !e.focused {
		return nil
	}
	e.scroll()
	c := tea.NewCursor(x+min(e.column(), e.w), y+e.row()-e.top)
	c.Shape, c.Blink = tea.CursorBar, true
	return c
}
