package benches

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/audition"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// spot is an area inside the panel's border that does something when pressed.
type spot struct {
	x, y, w, h int
	do         func() tea.Cmd
}

// sideBySide is the width from which the standing has room beside the duel.
const sideBySide = 70

// Draw draws it with its border.
func (r *Duels) Draw(at rooms.Rect) string {
	inner := at.Inner()
	r.spots = nil
	s, begun := r.standing()
	title := rooms.Say.Panels[rooms.DuelsPanel]
	lines := r.before(inner.W)
	if begun {
		lines = r.drawn(s, inner.W, inner.H)
	}
	if l, exported := r.Bench.listened(); exported {
		lines = atLast(lines, r.Bench.people(l, inner.W, 1), inner.H)
	}
	return r.Theme.Frame(title, r.stage(s, begun), r.Focus == rooms.DuelsPanel, at.W, at.H, lines)
}

// atLast puts lines at the bottom of h, where there is room for them.
func atLast(lines, last []string, h int) []string {
	room := h - len(lines) - len(last)
	if room <= 0 {
		return lines
	}
	return slices.Concat(lines, make([]string, room), last)
}

// stage says how far they are.
func (r *Duels) stage(s audition.Standing, begun bool) string {
	switch {
	case !begun:
		return ""
	case s.Stage == audition.Knockout && s.Again:
		return Say.duels.duelAgain(s.N, s.Of)
	case s.Stage == audition.Knockout:
		return Say.duels.duel(s.N, s.Of)
	case s.Stage == audition.FinalStage:
		return Say.duels.finalOf(s.N, s.Of)
	case s.Stage == audition.Decided:
		return Say.duels.decided
	}
	return ""
}

// before is what is said before any duel.
func (r *Duels) before(w int) (lines []string) {
	t := r.Theme
	final := r.final
	d := audition.Duels{Final: final}
	ready, all := len(r.ready()), len(r.Bench.Rows)
	said := []string{Say.duels.what(d.Finals()), "", Say.duels.ready(ready, all)}
	if ready < 2 {
		said[2] = Say.duels.tooFew
	}
	for _, one := range said {
		if one == "" {
			lines = append(lines, "")
		}
		lines = append(lines, paint.Wrapped(one, w, 8, t.Dim.Render)...)
	}
	return append(lines, r.keys(w, Say.duels.beginKeys)...)
}

// keyCells are the cells of the column of keys, of which a person may have longer
// ones than ours.
func keyCells(w int, keys []keyWords) int {
	wide := 7
	for _, k := range keys {
		wide = max(wide, paint.Width(k.key)+1)
	}
	return min(wide, max(7, w/2))
}

// keys are lines of a key and what it does.
func (r *Duels) keys(w int, keys []keyWords) (lines []string) {
	lines = append(lines, "")
	wide := keyCells(w, keys)
	for _, k := range keys {
		key := k.key
		for _, does := range paint.Wrapped(k.does, w-wide, 2, r.Theme.Dim.Render) {
			lines = append(lines, r.Theme.Strong.Render(paint.Fit(key, wide))+does)
			key = ""
		}
	}
	return lines
}

// drawn draws duels that have begun in h lines of w cells: what is asked above the
// standing and the final, or beside them.
func (r *Duels) drawn(s audition.Standing, w, h int) []string {
	const left, gap = 36, 4
	if w < sideBySide {
		lines := r.asks(s, w)
		if len(lines) > 0 {
			lines = append(lines, "")
		}
		return squeezed(slices.Concat(lines, r.scores(s, w), []string{""}, r.verdict(s, w)), h)
	}
	first, second := r.asks(s, left), append(r.scores(s, w-left-gap), "")
	if len(first) == 0 {
		first, second = r.scores(s, left), nil
	}
	second = append(second, r.verdict(s, w-left-gap)...)
	return beside(first, second, left+gap, h)
}

// beside puts lines next to others, from a column on.
func beside(a, b []string, x, h int) (lines []string) {
	a, b = squeezed(a, h), squeezed(b, h)
	for i := range max(len(a), len(b)) {
		line := ""
		if i < len(a) {
			line = a[i]
		}
		line = paint.Fit(line, x)
		if i < len(b) {
			line += b[i]
		}
		lines = append(lines, line)
	}
	return lines
}

// squeezed leaves out blank lines from below, as far as it takes to fit.
func squeezed[L comparable](lines []L, h int) []L {
	var blank L
	for i := len(lines) - 1; i >= 0 && len(lines) > h; i-- {
		if lines[i] == blank {
			lines = append(lines[:i:i], lines[i+1:]...)
		}
	}
	return lines[:min(len(lines), max(0, h))]
}

// asks draws the duel of now; nothing where none is asked.
func (r *Duels) asks(s audition.Standing, w int) []string {
	t, b := r.Theme, r.Bench
	if r.otherLine() {
		return paint.Wrapped(Say.duels.otherLine, w, 3, t.Warning.Render)
	}
	if s.Asked == nil {
		return nil
	}
	how := Say.duels.hidden
	if !b.Blind {
		how = Say.duels.shown
	}
	lines := append(paint.Wrapped(how, w, 2, t.Dim.Render), "")
	const box, gap = 10, 6
	margin := max(0, (min(w, 48)-2*box-gap)/2)
	parts := [3]string{paint.Blanks(margin), paint.Blanks(margin), paint.Blanks(margin)}
	for i, id := range []string{s.Asked.A, s.Asked.B} {
		mark, edge := " ", t.Border
		if row := b.Sounding(); row != nil && row.ID == id {
			mark, edge = t.Accent.Render("♪"), t.Accent
		}
		parts[0] += edge.Render("╭" + paint.Repeat("─", box-2) + "╮")
		parts[1] += edge.Render("│") + "  " + t.Strong.Render(fmt.Sprint(i+1)) + "  " + mark + "  " + edge.Render("│")
		parts[2] += edge.Render("╰" + paint.Repeat("─", box-2) + "╯")
		r.spots = append(r.spots, spot{margin + i*(box+gap), len(lines), box, 3, func() tea.Cmd { return r.side(i + 1) }})
		for k := range parts {
			if i == 0 {
				parts[k] += paint.Blanks(gap)
			}
		}
	}
	lines = append(lines, parts[:]...)
	ink := t.Text
	if !r.heard(s).Both() {
		ink = t.Dim // it does not count yet
	}
	this, other, none := Say.duels.this, Say.duels.other, Say.duels.none
	x := max(0, (min(w, 48)-paint.Width(none))/2)
	r.spots = append(r.spots, spot{margin, len(lines), paint.Width(this), 1, r.Left}, spot{margin + box + gap, len(lines), paint.Width(other), 1, r.Right},
		spot{x, len(lines) + 1, paint.Width(none), 1, r.Same})
	lines = append(lines, paint.Blanks(margin)+ink.Render(paint.Fit(this, box+gap)+other), paint.Blanks(x)+ink.Render(none))
	said := Say.duels.hear
	if !r.heard(s).Both() {
		said = Say.duels.hearBoth
	}
	return append(append(lines, ""), paint.Wrapped(said, w, 2, t.Dim.Render)...)
}

// scores draws who has won how often; who is out without a win stands on one line.
func (r *Duels) scores(s audition.Standing, w int) []string {
	t, letters := r.Theme, r.Bench.a.Duels.Letters()
	won, of := Say.duels.won, Say.duels.of
	head := t.Border.Render("─ ") + t.Text.Render(Say.duels.standing) + " "
	tail := " " + t.Dim.Render(won+"  "+of) + t.Border.Render(" ─")
	lines := []string{head + t.Border.Render(paint.Repeat("─", w-paint.Width(head)-paint.Width(tail))) + tail}
	most := 1
	for _, score := range s.Scores {
		most = max(most, score.Won)
	}
	name := 3
	for _, l := range letters {
		name = max(name, paint.Width(l)+2)
	}
	figures := paint.Width(tail)
	bar := min(18, w-name-1-figures)
	var out []string
	for _, score := range s.Scores {
		if (score.Out || score.Left) && score.Won == 0 {
			out = append(out, letters[score.ID])
			continue
		}
		cells := paint.Repeat("▮", (score.Won*bar+most-1)/most)
		ink := t.Accent
		if score.Out || score.Left {
			ink = t.Dim
		}
		line := " " + t.Strong.Render(paint.Fit(letters[score.ID], name)) + ink.Render(paint.Fit(cells, bar))
		lines = append(lines, paint.Sides(line, t.Text.Render(paint.FitLeft(fmt.Sprint(score.Won), paint.Width(won))+"  "+paint.FitLeft(fmt.Sprint(score.Of), paint.Width(of)))+"  ", w))
	}
	if len(out) > 0 {
		lines = append(lines, paint.Sides(" "+t.Dim.Render(strings.Join(out, " ")), t.Dim.Render(Say.duels.out)+"  ", w))
	}
	late := 0
	for _, row := range r.Bench.Rows {
		if letters[row.ID] == "" {
			late++
		}
	}
	if late > 0 {
		lines = append(lines, paint.Wrapped(Say.duels.late(late), w, 2, t.Dim.Render)...)
	}
	return lines
}

// verdict draws what the final says, and once it is decided which is which.
func (r *Duels) verdict(s audition.Standing, w int) (lines []string) {
	t, letters := r.Theme, r.Bench.a.Duels.Letters()
	head := t.Border.Render("─ ") + t.Text.Render(paint.Cut(Say.duels.agreed(r.Bench.a.Duels.Finals()), w-4)) + " "
	lines = append(lines, head+t.Border.Render(paint.Repeat("─", w-paint.Width(head))))
	ink := t.Dim
	if s.Stage == audition.Decided {
		ink = t.Text
	}
	lines = append(lines, paint.Wrapped(s.Verdict(func(id string) string { return letters[id] }), w, 6, ink.Render)...)
	if s.Stage != audition.Decided {
		if len(r.Bench.a.Duels.Answers) == 0 {
			lines = append(lines, paint.Wrapped(Say.duels.changes, w, 2, t.Dim.Render)...)
		}
		return lines
	}
	lines = append(lines, "")
	for i, score := range s.Scores {
		name := t.Text
		if i == 0 && s.Winner != "" {
			name = t.Strong
		}
		mark := t.Dim.Render(Say.duels.is(letters[score.ID]))
		indent := paint.Width(mark)
		for _, part := range paint.Wrapped(r.label(score.ID), w-indent, 3, name.Render) {
			lines = append(lines, mark+part)
			mark = paint.Blanks(indent)
		}
	}
	if s.Winner == "" {
		return append(lines, r.keys(w, Say.duels.evenKeys)...)
	}
	return append(lines, r.keys(w, Say.duels.resultKeys)...)
}

// Press hears or answers what stands at a cell of the screen.
func (r *Duels) Press(x, y int, double bool) tea.Cmd {
	inner := r.Layout.Panels[rooms.DuelsPanel].Inner()
	for _, s := range r.spots {
		if dx, dy := x-inner.X-s.x, y-inner.Y-s.y; dx >= 0 && dx < s.w && dy >= 0 && dy < s.h {
			return s.do()
		}
	}
	return nil
}
