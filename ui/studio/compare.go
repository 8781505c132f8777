package studio

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
)

func (r *takesRoom) markA() tea.Cmd { return r.mark(&r.a, &r.b, "A") }
func (r *takesRoom) markB() tea.Cmd { return r.mark(&r.b, &r.a, "B") }

// mark makes the take under the cursor one side of a comparison, or takes its
// mark off.
func (r *takesRoom) mark(side, other **takeRow, name string) tea.Cmd {
	row := r.current()
	r.side = nil
	r.rev++
	if *side == row {
		*side = nil
		return nil
	}
	if *side = row; *other == row {
		*other = nil
	}
	if *other != nil {
		return r.say(note, say.compare.marked(say.takes.take(row.number), name))
	}
	return r.say(note, say.compare.markedFirst(say.takes.take(row.number), name))
}

// compare switches between the two marked takes, at the same place and at
// equal loudness; from something else it starts with the side that does not
// sound.
func (r *takesRoom) compare() tea.Cmd {
	l := r.takeList
	a, b := l.a, l.b
	next, at := a, 0
	if l.side == a || l.side == nil && r.sound.take == a {
		next, at = b, 1
	}
	return r.withSound(func() tea.Cmd {
		r.player.MatchLevels(levelsMatched(a, b))
		r.player.Compare(at, a.timeline, b.timeline)
		r.sounds(next)
		l.side = next
		return tea.Batch(r.sound.startTicking(), r.heard(next))
	}, a, b)
}

// levelsMatched says whether a comparison is at equal loudness: not where the
// two differ in volume on purpose.
func levelsMatched(a, b *takeRow) bool {
	return tts.Or(a.Request.VoiceSetting.Vol, 1) == tts.Or(b.Request.VoiceSetting.Vol, 1)
}

func notMarked(m *Model) string {
	switch l := m.takes; {
	case l.a == nil && l.b == nil:
		return say.compare.markBoth
	case l.a == nil:
		return say.compare.markA
	case l.b == nil:
		return say.compare.markB
	}
	return ""
}

// differences says what differs between the marked takes, a line each.
func (l *takeList) differences() []string {
	if l.a == nil || l.b == nil {
		return nil
	}
	said := presets.Sentences(presets.DiffRequests(l.a.Request, l.b.Request))
	if l.a.Request.Text != l.b.Request.Text {
		said = append(said, say.compare.otherWords)
	}
	if len(said) == 0 {
		said = []string{say.compare.same}
	}
	return said
}
