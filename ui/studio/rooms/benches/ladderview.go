package benches

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/bench"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// Draw draws it with its border.
func (r *Ladder) Draw(at rooms.Rect) string {
	focused := r.Focus == rooms.LadderPanel && r.Top() == nil
	if at.Folded() {
		return r.Theme.Folded(rooms.Say.Panels[rooms.LadderPanel], r.badge(), at.W)
	}
	inner := at.Inner()
	return r.Theme.Frame(rooms.Say.Panels[rooms.LadderPanel], r.badge(), focused, at.W, at.H, r.lines(inner.W, inner.H))
}

func (r *Ladder) badge() string {
	if r.way == nil {
		return ""
	}
	return Say.ladder.voices(len(r.way.Voices()), len(r.Rows))
}

func (r *Ladder) lines(w, h int) []string {
	if r.way == nil {
		_, why := between(r.Doc(), -1)
		return centred(paint.Wrapped(why, w, h, r.Theme.Dim.Render), h)
	}
	lines := []string{r.rail(w)}
	if held := r.held(); held != "" || r.above(h) > 1 {
		lines = append(lines, r.Theme.Dim.Render(paint.Cut(held, w)))
	}
	for i := range r.Rows {
		lines = append(lines, r.row(i, w))
	}
	if len(lines)+3 <= h {
		lines = append(lines, "")
	}
	for _, foot := range []string{r.state(w), r.keys(w)} {
		if len(lines) < h {
			lines = append(lines, foot)
		}
	}
	return lines
}

// above is how many lines stand over the steps.
func (r *Ladder) above(h int) int {
	if r.held() != "" || h >= len(r.Rows)+4 {
		return 2
	}
	return 1
}

// held says which voices keep their shares beside the two.
func (r *Ladder) held() string {
	from, to := r.way.Ends()
	var said []string
	shares := r.way.Shares()[0]
	for i, id := range r.way.Voices() {
		if id != from && id != to {
			said = append(said, Say.mix.share(rooms.VoiceTitle(id), shares[i]))
		}
	}
	if said == nil {
		return ""
	}
	return Say.ladder.keeps(said)
}

// rail draws the whole way between the two voices, heavy where steps are in sight.
func (r *Ladder) rail(w int) string {
	t := r.Theme
	first, last := r.way.Ends()
	name := func(id string) string { return paint.Cut(rooms.VoiceTitle(id), max(6, w/4)) }
	left, right := name(first)+" ", " "+name(last)
	from, to := r.way.Span()
	if r.Blind { // between which two stars it is zoomed in would tell those
		from, to = 0, 1
	}
	var marks []paint.Mark
	for i, place := range r.way.Places() {
		if r.Blind || i >= len(r.Rows) {
			break // it would tell which is which
		}
		m := paint.Mark{X: place}
		m.Sign, m.Ink = r.sign(r.Rows[i])
		switch {
		case r.Rows[i] == r.Sounding():
			m.Sign = "◉"
		case r.way.Starred(i):
			m.Sign = "★"
		}
		marks = append(marks, m)
	}
	return t.Text.Render(left) + t.Rail(from, to, marks, w-paint.Width(left)-paint.Width(right)) + t.Text.Render(right)
}

// beforeStep is what stands before the waveform of a step: the cursor, its key, a
// star, its sign and its weights.
const beforeStep = 18

// row draws the step on a line.
func (r *Ladder) row(line, w int) string {
	t, rung, row := r.Theme, r.rung(line), r.on(line)
	mark, words := t.Row(line == r.cursor)
	star := " "
	if r.way.Starred(rung) {
		star = t.Warning.Render("★")
	}
	sign, ink := r.sign(row)
	label := "?"
	if !r.Blind {
		label = weights(row.Label)
	}
	before := mark + words.Render(fmt.Sprint(line+1)) + star + " " + ink.Render(sign) + " " + words.Render(paint.Fit(label, 9)) + "  "
	return before + r.told(row, w-beforeStep)
}

// weights sets the two weights of a step around their stroke.
func weights(label string) string {
	first, second, _ := strings.Cut(label, " / ")
	return paint.FitLeft(first, 3) + " / " + second
}

// state says how they are heard, and what is left to make.
func (r *Ladder) state(w int) string {
	t, left, right := r.Theme, Say.mix.together(r.Matched), ""
	if missing := r.Missing(); len(missing) > 0 {
		right = Say.ladder.all(len(missing), r.costs(missing...))
	}
	if paint.Width(left)+paint.Width(right)+2 > w && right != "" {
		left = ""
	}
	return paint.Sides(t.Dim.Render(left), t.Text.Render(right), w)
}

// keys say what can be done with the way.
func (r *Ladder) keys(w int) string {
	said := []paint.Phrase{{Full: Say.ladder.starTwo}}
	if !r.Blind && r.way.Tight() == bench.Free {
		all := r.way.Candidates(r.Request(), r.Session.Host())
		stars := r.way.Stars()
		said[0].Full = Say.ladder.zoomIn(bare(all[stars[0]].Label), bare(all[stars[1]].Label))
	}
	if r.way.Depth() > 0 {
		said = append(said, paint.Phrase{Full: Say.ladder.zoomOut})
	}
	hide := Say.ladder.hideName
	if r.Blind {
		hide = Say.ladder.showName
	}
	return r.Theme.Dim.Render(paint.Phrases(append(said, paint.Phrase{Full: hide}), "   ", w))
}

// bare writes weights without blanks.
func bare(label string) string { return strings.ReplaceAll(label, " / ", "/") }

// Press hears the step at a cell of the screen, where it is on disk; pressed twice
// it is taken over.
func (r *Ladder) Press(x, y int, double bool) tea.Cmd {
	inner := r.Layout.Panels[rooms.LadderPanel].Inner()
	if r.way == nil || !inner.Contains(x, y) {
		return nil
	}
	line := y - inner.Y - r.above(inner.H)
	if line < 0 || line >= len(r.Rows) {
		return nil
	}
	if row := r.on(line); double && line == r.cursor && row == r.Sounding() && row.Take != nil {
		return r.take()
	}
	return r.HearLine(line)
}
