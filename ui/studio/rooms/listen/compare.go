package listen

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/player/loudness"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/rooms"
)

// MarkA makes the take under the cursor the A of a comparison.
func (r *Takes) MarkA() tea.Cmd { return r.mark(&r.a, &r.b, "A") }

// MarkB makes it the B.
func (r *Takes) MarkB() tea.Cmd { return r.mark(&r.b, &r.a, "B") }

// mark makes the take under the cursor one side of a comparison, or takes its
// mark off.
func (r *Takes) mark(side, other **takeRow, name string) tea.Cmd {
	row := r.current()
	defer r.keepMarks()
	r.Side = nil
	r.Rev++
	if *side == row {
		*side = nil
		return nil
	}
	if *side = row; *other == row {
		*other = nil
	}
	said := Say.compare.markedFirst
	if *other != nil {
		said = Say.compare.marked
	}
	return tea.Batch(r.measure(row), r.learn(), r.Say(rooms.Note, said(Say.Takes.Take(row.Number), name)))
}

// keepMarks has the marks kept with the draft.
func (r *Takes) keepMarks() {
	id := func(row *takeRow) string {
		if row == nil {
			return ""
		}
		return row.ID
	}
	r.Work.Mark(id(r.a), id(r.b))
}

// Compare switches between the two marked takes, at the same place and at
// equal loudness; from something else it starts with the side that does not
// sound.
func (r *Takes) Compare() tea.Cmd {
	l := r.TakeList
	a, b := l.a, l.b
	if l.Side == a || l.Side == nil && r.Sound.take == a {
		return r.hearSide(b)
	}
	return r.hearSide(a)
}

// hearSide lets one of the marked takes sound, where the other one is.
func (r *Takes) hearSide(next *takeRow) tea.Cmd {
	l := r.TakeList
	return r.withSound(func() tea.Cmd {
		t := next.timeline
		var same func(time.Duration) time.Duration
		same, l.how = r.samePlace(r.Sound.take, next)
		r.Player.Switch(player.Clip{Timeline: t, Gain: l.gain(next), From: t.Begins()}, same)
		r.sounds(next)
		l.Side = next
		return tea.Batch(r.Sound.StartTicking(), r.heard(next), r.learn())
	}, l.a, l.b)
}

// gain is by how much a side is changed for equal loudness, in dB.
func (l *TakeList) gain(side *takeRow) float64 {
	if !levelsMatched(l.a, l.b) || l.a.timeline == nil || l.b.timeline == nil {
		return 0
	}
	gains := loudness.Gains([]loudness.Loud{l.a.timeline.Loud(), l.b.timeline.Loud()})
	if side == l.b {
		return gains[1]
	}
	return gains[0]
}

// levelsMatched says whether a comparison is at equal loudness: not where the
// two differ in volume on purpose.
func levelsMatched(a, b *takeRow) bool {
	return tts.Or(a.Request.VoiceSetting.Vol, 1) == tts.Or(b.Request.VoiceSetting.Vol, 1)
}

// differences are those between the marked takes.
func (l *TakeList) differences() []presets.Difference {
	if l.a == nil || l.b == nil {
		return nil
	}
	return differences(l.a.Take, l.b.Take)
}

// NotMarked says why there is nothing to compare.
func (r *Takes) NotMarked() string {
	switch l := r.TakeList; {
	case l.a == nil && l.b == nil:
		return Say.compare.markBoth
	case l.a == nil:
		return Say.compare.markA
	case l.b == nil:
		return Say.compare.markB
	}
	return ""
}
