package tuner

import (
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/lineup"
	"voicestudio/ui/tuning"
)

// The lines of a clip, border included: what it is called, its value and how far it
// is need three, a waveform more.
const (
	leastCard = 4
	mostCard  = 18
	widestOne = 48
	cardGap   = 2
)

// places are where n clips stand beside each other in w cells.
func (r *Tuner) places(w, n int) (all []rooms.Rect) {
	each := min((w-cardGap*(n-1))/n, widestOne)
	from := (w - each*n - cardGap*(n-1)) / 2
	for i := range n {
		all = append(all, rooms.Rect{X: from + i*(each+cardGap), W: each})
	}
	return all
}

// drawCards draws the clips in rows of so many, each in h lines, and notes where they
// can be pressed.
func (r *Tuner) drawCards(x, y, w, columns, h int) (lines []string) {
	cards := r.cards()
	span := lineup.Span(cards)
	places := r.places(w, columns)
	for first := 0; first < len(cards); first += columns {
		row := make([]string, h)
		for i := first; i < min(first+columns, len(cards)); i++ {
			at := places[i-first]
			r.spots = append(r.spots, spot{
				Rect: rooms.Rect{X: x + at.X, Y: y + first/columns*h, W: at.W, H: h},
				do:   func() tea.Cmd { return r.hearCard(i) }, twice: func() tea.Cmd { return r.pick(i) },
			})
			for k, line := range strings.Split(r.card(i, at.W, h, span), "\n") {
				row[k] = paint.Fit(row[k], at.X) + line
			}
		}
		lines = append(lines, row...)
	}
	return lines
}

// pick answers that a clip is the best.
func (r *Tuner) pick(i int) tea.Cmd {
	if r.ended() {
		return nil
	}
	return r.answer(r.question.Candidates[i].Answer)
}

// card draws a clip.
func (r *Tuner) card(i, w, h int, span time.Duration) string {
	t, row := r.Theme, r.cards()[i]
	sounds := row == r.Sounding()
	badge, ink := "", t.Text
	if sounds {
		badge, ink = "♪", t.Accent.Bold(true)
	}
	if r.asksStart() && i == r.cursor && !sounds {
		badge = "▸"
	}
	inner := w - 4
	name, value := r.named(i)
	lines := []string{ink.Render(middled(name, inner))}
	if room := h - 2; room > 2 {
		lines = append(lines, t.Dim.Render(middled(value, inner)))
	}
	switch room := max(0, h-3-len(lines)); {
	case row.State() == lineup.Failed && row.Timeline == nil:
		said := paint.Wrapped(why(row), inner, room, t.Failure.Render)
		lines = append(append(lines, said...), make([]string, room-len(said))...)
	default:
		lines = append(lines, r.Wave(row, span, inner, room)...)
	}
	lines = append(lines, r.stateOf(row, inner))
	return t.Frame(fmt.Sprint(i+1), badge, sounds, w, h, lines)
}

// middled puts a text into the middle of w cells.
func middled(s string, w int) string {
	s = paint.Cut(s, w)
	return paint.Fit(paint.Blanks((w-paint.Width(s))/2)+s, w)
}

// named is what a clip is called, and its value.
func (r *Tuner) named(i int) (name, value string) {
	row := r.cards()[i]
	switch {
	case r.ended():
		n := len(r.search.Changes())
		return row.Label, []string{r.startNamed(), Say.differ(n)}[i]
	case r.asksStart():
		return row.Label, brief(row)
	}
	c := r.question.Candidates[i]
	return tuning.Side(r.question.Axis, c), tuning.Value(r.question.Axis, c.Request)
}

// brief is what a start is, in a few words.
func brief(row *lineup.Row) string {
	return presets.VoicesInWords(row.Request.Voices())
}

// stateOf says how far a clip is, without colour.
func (r *Tuner) stateOf(row *lineup.Row, w int) string {
	t, sign, left, right := r.Theme, "·", "", ""
	ink := t.Dim
	switch row.State() {
	case lineup.Ready:
		sign, ink, left = "●", t.Text, Say.onDisk
		if r.heard[row.ID] {
			sign, left = "✓", Say.heardOne
		}
		right = lengthOf(row)
	case lineup.Coming:
		sign, ink, left, right = "◌", t.Accent, Say.comes, lengthOf(row)
	case lineup.Waiting:
		sign, ink, left = "◌", t.Accent, Say.asked
	case lineup.Failed:
		sign, ink, left = "✗", t.Failure, Say.failedOne
	case lineup.Missing:
		if !row.Looked() {
			return ""
		}
		left = Say.notYet
		if price, free := lineup.Price([]*lineup.Row{row}); !free && row.Price != nil {
			left = "≈ " + row.Price.String()
		} else if !free {
			left = price
		}
	}
	if left = sign + " " + left; paint.Width(left)+1+paint.Width(right) > w {
		right = ""
	}
	return paint.Sides(ink.Render(left), t.Dim.Render(right), w)
}

// lengthOf is how long a clip sounds, as far as it has come.
func lengthOf(row *lineup.Row) string {
	switch {
	case row.Timeline != nil:
		return session.Clock(row.Timeline.Duration())
	case row.Take != nil:
		return session.Length(*row.Take)
	}
	return ""
}
