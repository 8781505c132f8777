package lines

import (
	"voicestudio/tts"
	"voicestudio/tts/lines"
	"voicestudio/ui/studio/paint"
)

// laid is a text as it is drawn: what takes a while to find out of it.
type laid struct {
	rows  [][2]int // from byte to byte
	marks []tts.Mark
	words []lines.Word
	// proofread and worded say that marks and words were looked for.
	proofread, worded bool
}

// layout remembers how texts are laid out: a long script has hundreds.
type layout struct {
	w     int
	model string // that marks are for
	all   map[string]*laid
}

// mostLaid bounds what is remembered; a script has ten thousand lines at most.
const mostLaid = 20000

// of is a text with its rows in w cells, as a model takes it.
func (m *layout) of(text string, w int, model string) *laid {
	if m.w != w || m.model != model || len(m.all) > mostLaid || m.all == nil {
		m.w, m.model, m.all = w, model, map[string]*laid{}
	}
	l := m.all[text]
	if l == nil {
		l = &laid{}
		for from, to := range paint.Fold(text, w) {
			l.rows = append(l.rows, [2]int{from, to})
		}
		m.all[text] = l
	}
	return l
}

// laid is a text as it was drawn last, or would be.
func (r *Lines) laid(text string) *laid {
	return r.drawn.layout.of(text, max(1, r.drawn.columns.text), r.Work.Doc().Settings.Model)
}

// marksOf are the marks of a text.
func (r *Lines) marksOf(text string) []tts.Mark {
	l := r.laid(text)
	if !l.proofread {
		l.proofread, l.marks = true, tts.Proofread(text, r.drawn.layout.model).Marks
	}
	return l.marks
}

// wordsOf are the words of a text.
func (r *Lines) wordsOf(text string) []lines.Word {
	l := r.laid(text)
	if !l.worded {
		l.worded, l.words = true, lines.Words(text)
	}
	return l.words
}
