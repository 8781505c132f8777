package benches

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/audition"
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
	case n > 0:
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
	if stacked := r.stacked(l, w, h); stacked != nil {
		return r.placed(stacked, 0, w, h)
	}
	const gap = 3
	left := w * 2 / 5
	words := r.placed(joined(r.verdict(l, left), r.around(l, left), r.keys(left)), 0, left, h)
	figures := r.placed(r.ranking(l, w-left-gap, 1+2*len(l.Panel.Ranking) <= h), left+gap, w-left-gap, h)
	return beside(words, figures, left+gap, h)
}

// leastBeside is the width from which words and figures can stand side by side.
const leastBeside = 52

// stacked are words and figures below one another; nil: side by side they have more
// room.
func (r *Listeners) stacked(l audition.Listened, w, h int) []told {
	if w >= sideBySide && l.Panel.Votes > 0 {
		return nil
	}
	for _, tall := range []bool{true, false} {
		lines := joined(r.verdict(l, w), r.ranking(l, w, tall), r.around(l, w), r.keys(w))
		if solid(lines) <= h || !tall && w < leastBeside {
			return lines
		}
	}
	return nil
}

// solid is how many lines are not blank.
func solid(lines []told) (n int) {
	for _, line := range lines {
		if line != (told{}) {
			n++
		}
	}
	return n
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
	return joined(linesOf(paint.Wrapped(Say.listeners.hidden, w, 4, t.Dim.Render)...), linesOf(r.Bench.people(l, w, r.mostPeople())...), r.keys(w))
}

// verdict is what the votes tell, in words.
func (r *Listeners) verdict(l audition.Listened, w int) (lines []told) {
	t, name := r.Theme, spoken(l.Test, w*2/3)
	say := func(text string, most int, ink paint.Ink) {
		lines = append(lines, linesOf(paint.Wrapped(text, w, most, ink.Render)...)...)
	}
	if r.otherLine(l) {
		say(Say.listeners.otherLine, 3, t.Warning)
	}
	ink := t.Text
	if l.Panel.NotYet {
		ink = t.Dim
	}
	say(l.Verdict(name), 9, ink)
	if l.Panel.Votes == 0 {
		say(Say.listeners.sendIt, 4, t.Dim)
	}
	if lead := l.Lead(name); lead != "" && !l.Panel.NotYet && w >= leastPair {
		say(lead, 6, t.Dim)
	}
	if clip, row, why := r.best(); why == "" && r.accepted(clip, row) {
		say("★ "+Say.listeners.accepted(name(clip)), 2, t.Good)
	}
	return lines
}

// spoken is what clips are called in a sentence: in at most so many cells where that
// tells them apart.
func spoken(test audition.Test, most int) func(audition.TestClip) string {
	name, called := test.Names(), map[string]int{}
	for _, clip := range test.Clips {
		called[briefly(name(clip), most)]++
	}
	return func(clip audition.TestClip) string {
		if said := briefly(name(clip), most); called[said] == 1 {
			return said
		}
		return name(clip)
	}
}

// briefly is a name in a sentence, in at most so many cells: of a list, some parts as
// a whole.
func briefly(name string, most int) string {
	cut := paint.Cut(name, most)
	for _, between := range []string{", ", "，", "、"} { // names are kept, in whichever language they were given
		if i := strings.LastIndex(cut, between); i > 0 && cut != name {
			return cut[:i] + between + "…"
		}
	}
	return cut
}

// leastPair is the width in which there is room for how the first two did.
const leastPair = 28

// mostPeople is how many lines the listeners take.
func (r *Listeners) mostPeople() int {
	if r.Layout.H >= 50 {
		return 8
	}
	return 3
}

// around is who has voted, and what else matters.
func (r *Listeners) around(l audition.Listened, w int) (lines []told) {
	lines = linesOf(r.Bench.people(l, w, r.mostPeople())...)
	for _, said := range l.Remarks() {
		if p := l.Panel.Order.P; said == l.Order() && (p == nil || *p >= audition.Sure) {
			continue
		}
		lines = append(lines, linesOf(paint.Wrapped(said, w, 4, r.Theme.Dim.Render)...)...)
	}
	return lines
}

// people are the listeners and how far each has come, in at most so many lines.
func (r *Bench) people(l audition.Listened, w, most int) (lines []string) {
	const longest, between = 20, " · "
	words := Say.listeners
	line := ""
	for i, one := range l.Listeners {
		name := words.unnamed
		if one.Name != "" {
			name = paint.Cut(one.Name, longest)
		}
		said, left := words.heard(name, one.Votes, one.Of), len(l.Listeners)-i
		if line != "" && len(lines) < most-1 && paint.Width(line+between+said) > w {
			lines, line = append(lines, line), ""
		}
		more, room := "", w
		if line != "" {
			more = line + between
		}
		if len(lines) == most-1 && left > 1 { // those behind it need room, too
			room -= paint.Width(between + words.others(left-1))
		}
		if line = more + said; paint.Width(line) > room && len(lines) == most-1 && i > 0 {
			return r.dim(append(lines, more+words.others(left)), w)
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

// keys are the lines of the keys that do something here now.
func (r *Listeners) keys(w int) (lines []told) {
	t, l := r.Theme, &Say.listeners
	wide := keyCells(w, []keyWords{l.acceptKey, l.takeKey, l.pageKey, l.votesKey, l.copyKey})
	for _, k := range []struct {
		words keyWords
		off   func() string
		do    func() tea.Cmd
		shown bool
	}{
		{l.acceptKey, r.NotAcceptable, r.Accept, false},
		{l.takeKey, r.NoWinner, r.Take, false},
		{l.pageKey, r.NoPage, r.AskPage, true},
		{l.votesKey, r.NoTest, r.AskVotes, false},
		{l.copyKey, r.NoResult, r.Copy, false},
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
		lines = append(lines, told{t.Strong.Render(paint.Fit(k.words.key, wide)) + t.Dim.Render(paint.Cut(k.words.does, w-wide)), &spot{do: do}})
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
