package benches

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/audition"
	"voicestudio/presets/audition/panel"
	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// told is a line, and what a press on it does; nil: nothing.
type told struct {
	text string
	spot *spot
}

// linesOf are lines that cannot be pressed.
func linesOf(texts ...string) (lines []told) {
	for _, text := range texts {
		lines = append(lines, told{text: text})
	}
	return lines
}

// Draw draws it with its border.
func (r *Listeners) Draw(at rooms.Rect) string {
	inner := at.Inner()
	l, exported := r.Bench.listened()
	badge := ""
	switch n := len(l.Listeners); {
	case r.stop != nil:
		badge = Say.listeners.makingShort
	case exported:
		badge = Say.listeners.count(n)
	}
	lines := r.drawn(l, exported, inner.W, inner.H)
	return r.Theme.Frame(rooms.Say.Panels[rooms.ListenersPanel], badge, r.Focus == rooms.ListenersPanel, at.W, at.H, lines)
}

// drawn draws it in h lines of w cells.
func (r *Listeners) drawn(l audition.Listened, exported bool, w, h int) []string {
	r.spots = nil
	switch {
	case !exported:
		return r.placed(r.before(w), 0, w, h)
	case r.Bench.Blind:
		return r.placed(r.veiled(l, w), 0, w, h)
	}
	above, below, keys := r.verdict(l, w), r.around(l, w), r.keys(w)
	for _, tall := range []bool{true, false} {
		lines := joined(above, r.ranking(l, w, tall), below, keys)
		least := len(above) + len(r.ranking(l, w, tall)) + 1
		if w < sideBySide && least <= h || len(lines) <= h {
			return r.placed(lines, 0, w, h)
		}
	}
	const gap = 3
	left := w * 2 / 5
	second := r.ranking(l, w-left-gap, 2*len(l.Panel.Ranking)+1 <= h)
	a := r.placed(joined(r.verdict(l, left), r.around(l, left), r.keys(left)), 0, left, h)
	b := r.placed(second, left+gap, w-left-gap, h)
	return beside(a, b, left+gap, h)
}

// joined puts parts below one another, with a blank line between.
func joined(parts ...[]told) (lines []told) {
	for _, part := range parts {
		if len(part) > 0 && len(lines) > 0 {
			lines = append(lines, told{})
		}
		lines = append(lines, part...)
	}
	return lines
}

// placed are lines as they fit into h of w cells, from a column on; they can be
// pressed there.
func (r *Listeners) placed(lines []told, x, w, h int) (texts []string) {
	for y, line := range squeezed(lines, h) {
		texts = append(texts, line.text)
		if line.spot != nil {
			s := *line.spot
			s.x, s.y, s.w, s.h = x, y, w, 1
			r.spots = append(r.spots, s)
		}
	}
	return texts
}

// before is what is said before there is a page.
func (r *Listeners) before(w int) []told {
	t, words := r.Theme, Say.listeners
	n, all := len(r.candidates()), len(r.Bench.Rows)
	ready := words.ready(n, all)
	if n < 2 {
		ready = words.tooFew
	}
	return joined(linesOf(paint.Wrapped(words.what, w, 8, t.Dim.Render)...), linesOf(paint.Wrapped(ready, w, 3, t.Dim.Render)...), r.keys(w))
}

// veiled is what may be seen while nobody shall know which is which.
func (r *Listeners) veiled(l audition.Listened, w int) []told {
	t := r.Theme
	return joined(linesOf(paint.Wrapped(Say.listeners.hidden, w, 4, t.Dim.Render)...), linesOf(r.Bench.people(l, w, mostPeople)...), r.keys(w))
}

// verdict is what the votes tell, in words.
func (r *Listeners) verdict(l audition.Listened, w int) (lines []told) {
	t := r.Theme
	if r.otherLine(l) {
		lines = linesOf(paint.Wrapped(Say.listeners.otherLine, w, 3, t.Warning.Render)...)
	}
	ink := t.Text
	if l.Panel.NotYet {
		ink = t.Dim
	}
	lines = append(lines, linesOf(paint.Wrapped(l.Verdict(titleOf), w, 7, ink.Render)...)...)
	if clip, row, why := r.best(); why == "" && r.accepted(clip, row) {
		lines = append(lines, linesOf(paint.Wrapped("★ "+Say.listeners.accepted(short(clip.Label)), w, 3, t.Good.Render)...)...)
	}
	return lines
}

// mostPeople is how many lines the listeners take.
const mostPeople = 3

// around is who has voted, and what else matters.
func (r *Listeners) around(l audition.Listened, w int) (lines []told) {
	t, words := r.Theme, Say.listeners
	lines = linesOf(r.Bench.people(l, w, mostPeople)...)
	say := func(text string) { lines = append(lines, linesOf(paint.Wrapped(text, w, 3, t.Dim.Render)...)...) }
	if won, much := muchOf(l.Panel); much > 0 {
		say(words.much(much, won))
	}
	if o := l.Panel.Order; o.P != nil && *o.P < biased {
		say(words.order(o.First, o.Second))
	}
	if l.Apart > 0 {
		say(words.apart(l.Apart))
	}
	return lines
}

// biased is the p from which on the order is worth telling of.
const biased = .05

// muchOf is how often the first won, of the pairs that it is in, and how many of
// these were "much better".
func muchOf(s panel.Standing) (won, much int) {
	for _, p := range s.Pairs {
		if len(s.Ranking) > 0 && p.A == s.Ranking[0].Clip {
			won, much = won+p.WonA+p.WonB, much+p.Much
		}
	}
	return won, much
}

// people are the listeners and how far each has come, in at most so many lines.
func (r *Bench) people(l audition.Listened, w, most int) (lines []string) {
	const longest, between = 20, " · "
	words := Say.listeners
	line := ""
	for i, one := range l.Listeners {
		name := words.unnamed
		if one.Name != "" {
			name = paint.Cut(tts.Clean(one.Name), longest)
		}
		said := words.heard(name, one.Votes, one.Of)
		rest := 0
		if len(lines) == most-1 && i < len(l.Listeners)-1 { // those behind it need room, too
			rest = paint.Width(between + words.others(len(l.Listeners)-i-1))
		}
		switch {
		case line == "":
			line = said
		case paint.Width(line+between+said)+rest <= w:
			line += between + said
		case len(lines) < most-1:
			lines, line = append(lines, line), said
		default:
			return r.dim(append(lines, line+between+words.others(len(l.Listeners)-i)), w)
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return r.dim(lines, w)
}

func (r *Bench) dim(lines []string, w int) []string {
	for i := range lines {
		lines[i] = r.Theme.Dim.Render(paint.Cut(lines[i], w))
	}
	return lines
}

// ranking draws how the clips stand, the best first: on a line each, or on two.
func (r *Listeners) ranking(l audition.Listened, w int, tall bool) (lines []told) {
	t, words := r.Theme, Say.listeners
	tail := " " + t.Dim.Render(Say.duels.won+"  "+Say.duels.of) + t.Border.Render(" ─")
	head := t.Border.Render("─ ") + t.Text.Render(Say.duels.standing) + " "
	lines = linesOf(head + t.Border.Render(paint.Repeat("─", w-paint.Width(head)-paint.Width(tail))) + tail)
	const score, bounds, mark = 6, 8, 3
	longest, bounded := 0, false
	for _, item := range l.Panel.Ranking {
		longest = max(longest, paint.Width(titleOf(l.Test.Clips[item.Clip])))
		bounded = bounded || item.Low != nil
	}
	left := w - mark - score - paint.Width(tail)
	if bounded = bounded && (tall || left >= 40); bounded {
		left -= bounds
	}
	name, bar := w-mark-paint.Width(tail)-1, min(mostBar, w-mark-score)
	if bounded {
		bar = min(bar, w-mark-score-bounds)
	}
	if !tall {
		if name = min(longest, left); left-name < leastBar+1 && left >= 16 {
			name = min(longest, max(left-leastBar-1, 10))
		}
		if bar = min(mostBar, left-name-1); bar < leastBar {
			name, bar = left, 0
		}
	}
	for i, item := range l.Panel.Ranking {
		clip := l.Test.Clips[item.Clip]
		ink, fill := t.Text, t.Accent
		if i == 0 && !l.Panel.NotYet {
			ink = t.Strong
		}
		if i > 0 {
			fill = t.Dim
		}
		row := r.Bench.find(clip.ID)
		digit := " "
		var hears *spot
		if row != nil {
			if page := r.Bench.page*pageSize + r.Bench.number(row); page == r.Bench.place(row) {
				digit = fmt.Sprint(r.Bench.number(row))
			}
			hears = &spot{do: func() tea.Cmd { r.Bench.to(r.Bench.place(row) - 1); return r.Bench.HearRow() }}
		}
		figures := t.Text.Render(paint.FitLeft(fmt.Sprint(item.Won), paint.Width(Say.duels.won))+"  "+paint.FitLeft(fmt.Sprint(item.Of), paint.Width(Say.duels.of))) + "  "
		drawn := ""
		if bar > 0 {
			drawn = fill.Render(paint.Fit(paint.Repeat("▮", int(item.Score*float64(bar)+.5)), bar))
		}
		drawn += t.Text.Render(paint.FitLeft(words.percent(item.Score), score))
		if bounded {
			between := ""
			if item.Low != nil && item.High != nil {
				between = words.bounds(*item.Low, *item.High)
			}
			drawn += t.Dim.Render(paint.FitLeft(between, bounds))
		}
		begins := t.Dim.Render(digit+" ") + " "
		title := ink.Render(paint.Fit(titleOf(clip), name))
		if tall {
			lines = append(lines, told{paint.Sides(begins+title, figures, w), hears}, told{paint.Blanks(mark) + drawn, hears})
			continue
		}
		if bar > 0 {
			title += " "
		}
		lines = append(lines, told{paint.Sides(begins+title+drawn, figures, w), hears})
	}
	return lines
}

// The length of a bar, in cells.
const mostBar, leastBar = 18, 6

// keys are the lines of the keys that do something here now.
func (r *Listeners) keys(w int) (lines []told) {
	t := r.Theme
	for _, k := range []struct {
		words keyWords
		off   func() string
		do    func() tea.Cmd
		shown bool
	}{
		{Say.listeners.acceptKey, r.NotAcceptable, r.Accept, false},
		{Say.listeners.takeKey, r.NoWinner, r.Take, false},
		{Say.listeners.pageKey, r.NoPage, r.AskPage, true},
		{Say.listeners.votesKey, r.NoTest, r.AskVotes, false},
		{Say.listeners.copyKey, r.NoResult, r.Copy, false},
	} {
		if !k.shown && k.off() != "" {
			continue
		}
		do := func() tea.Cmd {
			if why := k.off(); why != "" {
				return r.Say(rooms.Caution, why)
			}
			return k.do()
		}
		lines = append(lines, told{t.Strong.Render(paint.Fit(k.words.key, 7)) + t.Dim.Render(paint.Cut(k.words.does, w-7)), &spot{do: do}})
	}
	return lines
}

// Press does what stands at a cell of the screen.
func (r *Listeners) Press(x, y int) tea.Cmd {
	inner := r.Layout.Panels[rooms.ListenersPanel].Inner()
	for _, s := range r.spots {
		if dx, dy := x-inner.X-s.x, y-inner.Y-s.y; dx >= 0 && dx < s.w && dy >= 0 && dy < s.h {
			return s.do()
		}
	}
	return nil
}
