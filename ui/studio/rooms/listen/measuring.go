package listen

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player/measure"
	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// MeasuredMsg brings what a take sounds like.
type MeasuredMsg struct {
	id       string
	measures measure.Measures
}

// measure finds out how takes sound whose figures nobody knows, one after the
// other, beside everything else.
func (l *TakeList) measure(rows ...*takeRow) tea.Cmd {
	var all []tea.Cmd
	for _, row := range rows {
		if row == nil || row.measured || row.Live || row.figures() != nil || !session.Playable(row.Request) {
			continue
		}
		row.measured = true // also what cannot be: a figure is not worth a warning
		ctx, folder, take := l.Of.Ctx, l.Of.Session.Takes(), row.Take
		all = append(all, l.measuring.Cmd(func() tea.Msg {
			m, err := session.Measure(ctx, folder, take)
			if err != nil && m.AudioMS == 0 {
				return nil
			}
			return MeasuredMsg{take.ID, m}
		}))
	}
	return tea.Batch(all...)
}

// Measured shows what a take sounds like.
func (r *Takes) Measured(msg MeasuredMsg) {
	if row := r.find(msg.id); row != nil {
		row.sound = &msg.measures
		r.Rev++
	}
}

// figures are what is known of how a take sounds; nil where nothing is.
func (r *takeRow) figures() *measure.Measures {
	if r.sound == nil {
		if m, kept := session.Kept(r.Take); kept {
			r.sound = &m
		}
	}
	return r.sound
}

// soundsBeside says in words how a take sounds beside another one; nothing while
// that is not known of both.
func (r *takeRow) soundsBeside(other *takeRow) (said []told) {
	a, b := other.figures(), r.figures()
	if a == nil || b == nil {
		return nil
	}
	for _, d := range measure.Compare(*a, *b, other.Request.Text == r.Request.Text) {
		said = append(said, told{rest: d.Words})
	}
	if len(said) == 0 {
		said = []told{{rest: Say.compare.alike}}
	}
	return said
}

// heardBeside is how B sounds beside A in w cells and at most so many lines, of
// which one keeps its place while that is found out.
func (r *Takes) heardBeside(w, most int) []string {
	said := r.b.soundsBeside(r.a)
	if said == nil {
		return []string{""}
	}
	before, room := r.Theme.Strong.Render(Say.compare.sideB), w-paint.Width(Say.compare.sideB)
	var lines []string
	for len(said) > 0 && len(lines) < most {
		n, comma := len(said), ""
		if len(lines) < most-1 { // no line ends within one of them
			for ; n > 1 && paint.Width(inList(said[:n])+comma) > room; n-- {
				comma = rooms.Say.Screen.Comma
			}
		}
		lines = append(lines, before+r.Theme.Text.Render(toldIn(said[:n], room-paint.Width(comma))+comma))
		before, said = paint.Blanks(paint.Width(Say.compare.sideB)), said[n:]
	}
	return lines
}

// inList is all that is told.
func inList(all []told) string {
	var words []string
	for _, t := range all {
		words = append(words, t.whole())
	}
	return tts.Listed(words...)
}

// sounding says how a take sounds: beside A where that is another one, else in
// figures.
func (r *Takes) sounding(row *takeRow) string {
	if r.a != nil && r.a != row {
		if said := row.soundsBeside(r.a); said != nil {
			return Say.card.besideA(inList(said))
		}
	}
	m := row.figures()
	if m == nil {
		return ""
	}
	var said []string
	figure := func(x *float64, in func(float64) string) {
		if x != nil {
			said = append(said, in(*x))
		}
	}
	figure(m.F0MedianHz, Say.card.pitch)
	figure(m.RateSPS, Say.card.rate)
	figure(m.LUFS, Say.card.loudness)
	return strings.Join(said, " · ")
}
