package edit

import (
	"strings"

	"voicestudio/ui/studio/paint"
)

// Field is a text of one line.
type Field struct {
	Text
	placeholder string
	was         string // when it was made
	from        int    // the first byte in sight, as it was drawn
}

// NewField is a field with words in it; the placeholder stands there where there are none.
func NewField(words, placeholder string) Field {
	f := Field{Text: Text{single: true}, placeholder: placeholder}
	f.SetValue(words)
	f.was = f.Words
	return f
}

// Changed reports whether it holds something else than when it was made.
func (f *Field) Changed() bool { return f.Words != f.was }

// Point puts the caret at a cell of what is drawn, or selects everything.
func (f *Field) Point(x int, all bool) {
	if all {
		f.SelectAll()
		return
	}
	at, used := f.from, 0
	for p := range paint.Pieces(f.Words[min(f.from, len(f.Words)):], false) {
		if used += p.Cells; used > x {
			break
		}
		at += p.Bytes
	}
	f.put(f.edge(at), false)
}

// Value is what the field holds.
func (f *Field) Value() string { return f.Words }

// SetValue replaces the words; the caret goes to their end.
func (f *Field) SetValue(words string) {
	f.Set(strings.ReplaceAll(words, "\n", " "))
}

// Draw draws the field in w cells, and says in which of them the caret stands.
func (f *Field) Draw(t paint.Theme, w int) (drawn string, caret int) {
	if f.Words == "" {
		return paint.Fit(t.Dim.Italic(true).Render(paint.Placeheld(f.placeholder)), w), 0
	}
	from := 0
	caret = paint.Width(f.Words[:f.caret])
	for p := range paint.Pieces(f.Words, false) {
		if caret < w || from >= f.caret {
			break
		}
		from += p.Bytes
		caret -= p.Cells
	}
	f.from = from
	return paint.Fit(f.inked(t, from, len(f.Words), w), w), max(0, min(caret, w-1))
}
