package lines

import (
	"strings"

	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
)

// inked is a part of a text that is written in an ink of its own.
type inked struct {
	from, to int
	ink      paint.Ink
}

// words are some rows of a line's text as they are drawn, from one to before another.
func (r *Lines) words(l script.Line, first, last int) (drawn []string) {
	rows := r.laid(l.Text).rows
	last = min(last, len(rows))
	if first >= last {
		return nil
	}
	parts := r.parts(l, rows[first][0], rows[last-1][1])
	for _, row := range rows[first:last] {
		from, to := row[0], row[0]+len(strings.TrimRight(l.Text[row[0]:row[1]], " "))
		var b strings.Builder
		for _, p := range parts {
			if p.from < to && p.to > from {
				b.WriteString(p.ink.Render(l.Text[max(from, p.from):min(to, p.to)]))
			}
		}
		drawn = append(drawn, b.String())
	}
	return drawn
}

// parts are a line's text in the inks of its parts, from a byte to another.
func (r *Lines) parts(l script.Line, from, to int) []inked {
	t := r.Theme
	base := t.Text
	if l.ID == r.cursor {
		base = t.Strong
	}
	parts := []inked{{from, to, base}}
	for _, m := range r.marksOf(l.Text) {
		ink := t.Sign
		if m.Kind == tts.WrongMark {
			ink = t.Wrong
		}
		parts = over(parts, inked{m.From, m.To, ink})
	}
	for _, p := range r.lit(l) {
		parts = over(parts, p)
	}
	return parts
}

// over is a text with one of its parts in another ink.
func over(parts []inked, p inked) []inked {
	from, to := parts[0].from, parts[len(parts)-1].to
	if p.to <= from || p.from >= to {
		return parts
	}
	all := make([]inked, 0, len(parts)+2)
	add := func(p inked) {
		if p.from < p.to {
			all = append(all, p)
		}
	}
	for _, q := range parts {
		add(inked{q.from, min(q.to, p.from), q.ink})
	}
	add(inked{max(from, p.from), min(to, p.to), p.ink})
	for _, q := range parts {
		add(inked{max(q.from, p.to), q.to, q.ink})
	}
	return all
}
