package studio

import "strings"

// field is a text of one line.
type field struct {
	text
	placeholder string
}

func newField(words, placeholder string) field {
	f := field{text: text{single: true}, placeholder: placeholder}
	f.SetValue(words)
	return f
}

func (f *field) Value() string { return f.words }

// SetValue replaces the words; the caret goes to their end.
func (f *field) SetValue(words string) {
	f.set(strings.ReplaceAll(words, "\n", " "))
}

// draw draws the field in w cells, and says in which of them the caret stands.
func (f *field) draw(t theme, w int) (drawn string, caret int) {
	if f.words == "" {
		return fit(t.dim.Render(f.placeholder), w), 0
	}
	from := 0
	caret = width(f.words[:f.caret])
	for p := range pieces(f.words, false) {
		if caret < w || from >= f.caret {
			break
		}
		from += p.bytes
		caret -= p.cells
	}
	return fit(f.inked(t, from, len(f.words), w), w), max(0, min(caret, w-1))
}

// inked draws the words from byte to byte in at most w cells; what is selected
// stands out.
func (t *text) inked(look theme, from, to, w int) string {
	a, b := t.selection()
	a, b = min(max(a, from), to), min(max(b, from), to)
	if a == b {
		return cut(look.text.Render(t.words[from:to]), w)
	}
	return cut(look.text.Render(t.words[from:a])+look.text.Reverse(true).Render(t.words[a:b])+look.text.Render(t.words[b:to]), w)
}
