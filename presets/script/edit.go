package script

import (
	"slices"
	"strings"

	"voicestudio/tts/lines"
)

// The changes return the script after them, and false where there is nothing to
// change. A line keeps its ID; where two become one it is the first's.

// Join makes one line of the i-th and the next.
func (s Script) Join(i int) (Script, bool) {
	if i < 0 || i+1 >= len(s.Lines) {
		return s, false
	}
	one, joined := lines.Join(s.Lines[i].Line, s.Lines[i+1].Line)
	if !joined {
		return s, false
	}
	l := s.Lines[i]
	l.Line = one
	return s.with(i, 2, l), true
}

// Divide makes two lines of the i-th, at a byte of its text.
func (s Script) Divide(i, at int) (Script, bool) {
	if i < 0 || i >= len(s.Lines) {
		return s, false
	}
	a, b, divided := lines.Divide(s.Lines[i].Line, at)
	if !divided {
		return s, false
	}
	return s.parted(i, a, b), true
}

// Sentences makes a line of each sentence of the i-th.
func (s Script) Sentences(i int) (Script, bool) {
	if i < 0 || i >= len(s.Lines) {
		return s, false
	}
	all := lines.Sentences(s.Lines[i].Line)
	if len(all) < 2 {
		return s, false
	}
	return s.parted(i, all...), true
}

// AllSentences makes a line of each sentence of all lines.
func (s Script) AllSentences() (Script, bool) {
	changed := false
	for i := len(s.Lines) - 1; i >= 0; i-- {
		next, did := s.Sentences(i)
		s, changed = next, changed || did
	}
	return s, changed
}

// Fit divides the i-th where it is longer than hosts take.
func (s Script) Fit(i int) (Script, bool) {
	if i < 0 || i >= len(s.Lines) {
		return s, false
	}
	all := lines.Fit(s.Lines[i].Line)
	if len(all) < 2 {
		return s, false
	}
	return s.parted(i, all...), true
}

// Rewrite gives the i-th line other words; of several rows each becomes a line, and
// none takes it out.
func (s Script) Rewrite(i int, text string) (Script, bool) {
	if i < 0 || i >= len(s.Lines) {
		return s, false
	}
	all := lines.Of(text)
	switch {
	case len(all) == 0:
		return s.Remove(i)
	case len(all) == 1 && all[0].Pause == nil:
		all[0].Pause = s.Lines[i].Pause
	}
	all[0].Opens = s.Lines[i].Opens
	next := s.parted(i, all...)
	return next, !next.Equal(s)
}

// Remove takes a line out.
func (s Script) Remove(i int) (Script, bool) {
	if i < 0 || i >= len(s.Lines) {
		return s, false
	}
	opens := s.Lines[i].Opens
	s = s.with(i, 1)
	if opens && i < len(s.Lines) {
		s = s.change(i, func(l *Line) { l.Opens = true })
	}
	return s, true
}

// Move puts a line before or behind its neighbour.
func (s Script) Move(i, by int) (Script, bool) {
	to := i + by
	if i < 0 || i >= len(s.Lines) || to < 0 || to >= len(s.Lines) {
		return s, false
	}
	a, b := s.Lines[min(i, to)], s.Lines[max(i, to)]
	a.Opens, b.Opens = b.Opens, a.Opens // paragraphs stay where they are
	return s.with(min(i, to), 2, b, a), true
}

// Paragraph begins a paragraph with a line, or lets it go on with the one before.
func (s Script) Paragraph(i int) (Script, bool) {
	if i <= 0 || i >= len(s.Lines) {
		return s, false
	}
	return s.change(i, func(l *Line) { l.Opens = !l.Opens }), true
}

// SetPause gives the silence behind a line its own length in seconds; nil: the usual.
func (s Script) SetPause(i int, seconds *float64) Script {
	if seconds != nil {
		seconds = new(min(max(0, float64(int(*seconds*100+0.5))/100), LongestPause))
	}
	return s.change(i, func(l *Line) { l.Pause = seconds })
}

// SetOwn says in what a line differs.
func (s Script) SetOwn(i int, o Own) Script { return s.change(i, func(l *Line) { l.Own = o }) }

// Replace writes something in place of a word in all lines, where it stands as a
// word, and says in which lines it did.
func (s Script) Replace(word, by string) (next Script, in []int) {
	if word == "" || word == by {
		return s, nil
	}
	next = s
	next.Lines = slices.Clone(s.Lines)
	for i, l := range s.Lines {
		var b strings.Builder
		from := 0
		for _, at := range lines.Places(l.Text, word) {
			b.WriteString(l.Text[from:at] + by)
			from = at + len(word)
		}
		if from == 0 {
			continue
		}
		b.WriteString(l.Text[from:])
		if text := strings.Join(strings.Fields(b.String()), " "); text != "" {
			next.Lines[i].Text = text
			in = append(in, i)
		}
	}
	return Of(next.Lines, next.Whole), in
}

// parted puts lines in the place of the i-th, all of which have its own settings.
func (s Script) parted(i int, all ...lines.Line) Script {
	parts := make([]Line, len(all))
	for n, l := range all {
		parts[n] = Line{Line: l, Own: s.Lines[i].Own}
	}
	parts[0].ID = s.Lines[i].ID
	return s.with(i, 1, parts...)
}

// with puts lines in the place of n of them.
func (s Script) with(i, n int, by ...Line) Script {
	return Of(slices.Concat(s.Lines[:i], by, s.Lines[i+n:]), s.Whole)
}

func (s Script) change(i int, change func(*Line)) Script {
	all := slices.Clone(s.Lines)
	change(&all[i])
	return Of(all, s.Whole)
}
