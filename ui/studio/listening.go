package studio

import (
	"fmt"
	"math"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/session"
)

// loop is the part of a take that repeats.
type loop struct {
	from, to time.Duration
	set      bool // from was marked
	on       bool
}

// louder changes the volume of what is heard, not the voice's.
func (m *Model) louder(by float64) tea.Cmd {
	db, muted := m.player.Volume()
	if muted {
		m.player.Mute(false)
	}
	m.player.SetVolume(db + by)
	db, _ = m.player.Volume()
	return m.say(note, fmt.Sprintf("listening at %s dB; the voice's own volume is in Voice", signed(db)))
}

func (m *Model) muteSound() tea.Cmd {
	_, muted := m.player.Volume()
	m.player.Mute(!muted)
	if muted {
		return m.say(note, "sound is on")
	}
	return m.say(note, "muted; m turns the sound on")
}

// faster changes the tempo of listening; the pitch stays.
func (m *Model) faster(by float64) tea.Cmd {
	m.player.SetTempo(math.Round((m.player.Tempo()+by)*10) / 10)
	return m.say(note, fmt.Sprintf("listening at %.1f×, at its own pitch; the voice's own speed is in Voice", m.player.Tempo()))
}

// loopFrom marks where a loop will begin.
func (m *Model) loopFrom() tea.Cmd {
	m.player.Unloop()
	m.sound.loop = loop{from: m.player.Status().Position, set: true}
	return m.say(note, "the loop begins here; o ends it")
}

// loopTo ends the loop here and repeats it, or lets it go.
func (m *Model) loopTo() tea.Cmd {
	l := &m.sound.loop
	if l.on {
		*l = loop{}
		m.player.Unloop()
		return m.say(note, "no loop any more")
	}
	s := m.player.Status()
	if l.to = s.Position; !l.set || l.to <= l.from {
		l.from, l.to = 0, s.Duration
	}
	l.on = true
	m.player.Loop(l.from, l.to)
	return tea.Batch(m.startTicking(), m.say(note, fmt.Sprintf("%s to %s repeats; o lets it go on", session.Clock(l.from), session.Clock(l.to))))
}

// listening says how what sounds is listened to, where that is not as it is.
func (m *Model) listening() string {
	said := ""
	if l := m.sound.loop; l.on {
		said += fmt.Sprintf("  ↻ %s–%s", session.Clock(l.from), session.Clock(l.to))
	}
	if x := m.player.Tempo(); x != 1 {
		said += fmt.Sprintf("  %.1f×", x)
	}
	switch db, muted := m.player.Volume(); {
	case muted:
		said += "  muted"
	case db != 0:
		said += "  " + signed(db) + " dB"
	}
	return said
}

// signed writes a number with a real minus.
func signed(x float64) string {
	if x < 0 {
		return fmt.Sprintf("−%.0f", -x)
	}
	return fmt.Sprintf("+%.0f", x)
}

// loudness is the integrated loudness of a whole take, as broadcasters
// measure it.
func (m *Model) loudness() string {
	timeline := m.sounding.timeline
	if timeline == nil || !timeline.Complete() {
		return ""
	}
	return m.sound.lufs.Get(timeline, func() string {
		lufs, _ := timeline.Loudness()
		if math.IsInf(lufs, 0) {
			return ""
		}
		return fmt.Sprintf("−%.1f LUFS  ", -lufs)
	})
}
