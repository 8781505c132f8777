package edit

import (
	"sort"
	"strings"

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

// Resize says in how many cells and lines it is drawn.
func (e *Editor) Resize(w, h int) { e.w, e.h = max(1, w), max(1, h) }

// Focus says whether it has the keys, and so a caret.
func (e *Editor) Focus(on bool) { e.focused = on }

// Set replaces the text; the caret goes to its end.
func (e *Editor) Set(words string) {
	if e.Words != words {
		e.Text.Set(words)
		e.goal = -1
	}
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
			for from, to := range paint.Fold(paragraph, e.w) {
				b.lines = append(b.lines, span{at + from, at + to})
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

func (e *Editor) column() int { return paint.Width(e.Words[e.lines()[e.row()].from:e.caret]) }

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
		used += paint.Width(e.Words[at:edge])
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
			if key.Matches(k, m.on) {
				e.vertical(m.by(e), m.selecting)
				return nil
			}
		}
		e.goal = -1
	}
	return e.Text.Update(msg)
}

// scroll keeps the caret in sight.
func (e *Editor) scroll() {
	row, last := e.row(), len(e.lines())-e.h
	e.top = max(0, min(max(e.top, row-e.h+1), row, max(last, 0)))
}

// Draw is the part of the text that is in sight, a line each.
func (e *Editor) Draw(t paint.Theme) []string {
	if e.Words == "" {
		return paint.Wrapped(e.placeholder, e.w, e.h, t.Dim.Render)
	}
	e.scroll()
	lines := e.lines()
	out := make([]string, 0, e.h)
	for i := e.top; i < min(e.top+e.h, len(lines)); i++ {
		from, to := lines[i].from, lines[i].to
		hanging := len(e.Words[from:to]) - len(strings.TrimRight(e.Words[from:to], " "))
		to -= max(0, min(hanging, paint.Width(e.Words[from:to])-e.w))
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
