package lines

import (
	"strings"

	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
)

// wrapped remembers how texts are broken into rows: a long script has hundreds.
type wrapped struct {
	w   int
	all map[string][][2]int
}

// mostWrapped bounds what is remembered; a script has ten thousand lines at most.
const mostWrapped = 20000

// of are the rows of a text, from byte to byte.
func (m *wrapped) of(text string, w int) [][2]int {
	if m.w != w || len(m.all) > mostWrapped || m.all == nil {
		m.w, m.all = w, map[string][][2]int{}
	}
	rows, known := m.all[text]
	if !known {
		for from, to := range paint.Fold(text, w) {
			rows = append(rows, [2]int{from, to})
		}
		m.all[text] = rows
	}
	return rows
}

// inked is a part of a text that is written in an ink of its own.
type inked struct {
	from, to int
	ink      paint.Ink
}

// words are the rows of a line's text as they are drawn.
func (r *Lines) words(l script.Line, w int) (rows []string) {
	parts := r.parts(l)
	for _, row := range r.drawn.wrap.of(l.Text, w) {
		from, to := row[0], row[0]+len(strings.TrimRight(l.Text[row[0]:row[1]], " "))
		var b strings.Builder
		for _, p := range parts {
			if p.from < to && p.to > from {
				b.WriteString(p.ink.Render(l.Text[max(from, p.from):min(to, p.to)]))
			}
		}
		rows = append(rows, b.String())
	}
	return rows
}

// parts are a line's text in the inks of its parts, from its first byte to its last.
func (r *Lines) parts(l script.Line) (parts []inked) {
	t, at := r.Theme, 0
	base := t.Text
	if l.ID == r.cursor {
		base = t.Strong
	}
	put := func(from, to int, ink paint.Ink) {
		if from < at || to <= from {
			return
		}
		if from > at {
			parts = append(parts, inked{at, from, base})
		}
		parts = append(parts, inked{from, to, ink})
		at = to
	}
	lit := r.lit(l)
	for _, m := range tts.Proofread(l.Text, r.Doc().Settings.Model).Marks {
		for len(lit) > 0 && lit[0].from < m.From {
			put(lit[0].from, lit[0].to, lit[0].ink)
			lit = lit[1:]
		}
		ink := t.Sign
		if m.Kind == tts.WrongMark {
			ink = t.Wrong
		}
		put(m.From, m.To, ink)
	}
	for _, p := range lit {
		put(p.from, p.to, p.ink)
	}
	if at < len(l.Text) {
		parts = append(parts, inked{at, len(l.Text), base})
	}
	return parts
}

// lit are the words of a line that stand out, in their order: the one that sounds, and
// the one that keys are about.
func (r *Lines) lit(script.Line) []inked { return nil }
