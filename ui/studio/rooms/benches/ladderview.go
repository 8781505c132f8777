package benches

import (
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/bench"
	"voicestudio/ui/session"
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
	return Say.Ladder.voices(len(sounding(r.Doc())), len(r.sight))
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
	for i := range r.sight {
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
	if r.held() != "" || h >= len(r.sight)+4 {
		return 2
	}
	return 1
}

// centred puts lines into the middle of h.
func centred(lines []string, h int) []string {
	return append(make([]string, max(0, h-len(lines))/2), lines...)
}

// held says which voices keep their shares beside the two.
func (r *Ladder) held() string {
	from, to := r.way.Ends()
	var said []string
	shares := r.way.Shares()[0]
	for i, id := range r.way.Voices() {
		if id != from && id != to {
			said = append(said, Say.share(rooms.VoiceTitle(id), shares[i]))
		}
	}
	if said == nil {
		return ""
	}
	return Say.Ladder.keeps(said)
}

// rail draws the whole way between the two voices, heavy where steps are in sight.
func (r *Ladder) rail(w int) string {
	t := r.Theme
	first, last := r.way.Ends()
	name := func(id string) string { return paint.Cut(rooms.VoiceTitle(id), max(6, w/4)) }
	left, right := name(first)+" ", " "+name(last)
	from, to := r.way.Span()
	var marks []paint.Mark
	for i, place := range r.way.Places() {
		if r.lot != nil || i >= len(r.sight) {
			break // it would tell which is which
		}
		m := paint.Mark{X: place}
		if m.Sign, m.Ink = r.sign(r.sight[i]); m.Sign == "♪" {
			m.Sign = "◉"
		} else if r.way.Starred(i) {
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
	t, rung, s := r.Theme, r.rung(line), r.at(line)
	mark, words := t.Row(line == r.cursor)
	star := " "
	if r.way.Starred(rung) {
		star = t.Warning.Render("★")
	}
	sign, ink := r.sign(s)
	label := "?"
	if r.lot == nil {
		label = weights(s.Label)
	}
	before := mark + words.Render(fmt.Sprint(line+1)) + star + " " + ink.Render(sign) + " " + words.Render(paint.Fit(label, 9)) + "  "
	return before + r.told(s, w-beforeStep, r.lot != nil)
}

// weights sets the two weights of a step around their stroke.
func weights(label string) string {
	first, second, _ := strings.Cut(label, " / ")
	return paint.FitLeft(first, 3) + " / " + second
}

// told is what is known of a mix, in w cells: its sound, or what it would cost.
func (r *steps) told(s *step, w int, blind bool) string {
	t := r.Theme
	switch why := s.why(); {
	case s.take() != nil && blind:
		return ""
	case s.take() != nil:
		length := session.Length(*s.take())
		return r.wave(s, w-paint.Width(length)-1) + " " + t.Dim.Render(length)
	case s.busy:
		return paint.Sides(t.Dim.Render(paint.Repeat("─", w/2)), t.Accent.Render(Say.asking), w)
	case why != "":
		return t.Failure.Render(paint.Cut(why, w))
	case s.row == nil:
		return ""
	}
	return paint.FitLeft(t.Dim.Render(r.priceOf(s)), w)
}

// wave draws a step's sound on one line; blanks while it is not in memory.
func (r *steps) wave(s *step, w int) string {
	c := r.peek(s.take().ID)
	if c == nil || w < 1 {
		return paint.Blanks(w)
	}
	span := c.timeline.Duration()
	type key struct {
		span   time.Duration
		w      int
		blocks bool
	}
	drawn := c.wave.Get(key{span, w, r.Theme.Blocks}, func() string {
		levels := make([]float32, r.Theme.WaveColumns(w))
		return r.Theme.Wave(levels, c.timeline.RMS(levels, span), 1)
	})
	if r.sounds(s) {
		return r.Theme.Accent.Render(drawn)
	}
	return r.Theme.Ahead.Render(drawn)
}

// state says how they are heard, and what is left to make.
func (r *Ladder) state(w int) string {
	t, left, right := r.Theme, Say.place+", "+Say.matched, ""
	if missing := r.missing(); len(missing) > 0 {
		chars, price := r.price(missing)
		right = Say.Ladder.all(len(missing), chars, price)
	}
	if paint.Width(left)+paint.Width(right)+2 > w && right != "" {
		left = ""
	}
	return paint.Sides(t.Dim.Render(left), t.Text.Render(right), w)
}

// keys say what can be done with the way.
func (r *Ladder) keys(w int) string {
	said := []paint.Phrase{{Full: Say.Ladder.starTwo}}
	if r.lot == nil && r.way.Tight() == bench.Free {
		all := r.way.Candidates(r.Request(), r.Session.Host())
		stars := r.way.Stars()
		said[0].Full = Say.Ladder.zoomIn(bare(all[stars[0]].Label), bare(all[stars[1]].Label))
	}
	if r.way.Depth() > 0 {
		said = append(said, paint.Phrase{Full: Say.Ladder.zoomOut})
	}
	hide := Say.Ladder.hideName
	if r.lot != nil {
		hide = Say.Ladder.showName
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
	if line < 0 || line >= len(r.sight) {
		return nil
	}
	if double && line == r.cursor && r.sounds(r.at(line)) {
		return r.take()
	}
	return r.HearLine(line)
}
