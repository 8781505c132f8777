package form

import (
	"strings"

	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/paint"
)

// Entry is what an entry's row has in the document.
func (c Control) Entry(d document.Document) string {
	return d.Settings.PronunciationDict.Tone[c.Index]
}

// drawEntry draws an entry: the word, what is spoken for it, and the sign that
// a click on it speaks.
func (f *Form) drawEntry(c Control, v View, here bool, mark string, w int) string {
	t := v.Theme
	word, said, _ := strings.Cut(c.Entry(v.Doc), "/")
	wide := max(labels, w/3)
	left := t.Text.Render(paint.Cut(paint.Clean(word), wide))
	if here {
		left = t.Accent.Bold(true).Render(paint.Cut("▸"+paint.Clean(word), wide))
	}
	rest := t.Dim.Render(paint.Cut(paint.Clean(said), w-wide-3))
	return paint.Sides(paint.Fit(left, wide)+mark+rest, t.Accent.Render("▶"), w)
}

// HearsAt reports whether a cell of a row is its sign to speak.
func (c Control) HearsAt(x, w int) bool { return c.Kind == EntryControl && x >= w-2 }
