package studio

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
)

// pause pauses, goes on, or plays the take again once it has ended.
func (m *Model) pause() tea.Cmd {
	switch m.player.Status().State {
	case player.Playing, player.Buffering:
		m.player.Pause()
		return nil
	case player.Paused:
		m.player.Resume()
		return m.startTicking()
	}
	return m.replay()
}

// replay plays the take from its start, without asking the host again.
func (m *Model) replay() tea.Cmd {
	m.takes.side, m.sound.loop = nil, loop{}
	m.player.Replay(m.sounding.timeline)
	return m.startTicking()
}

func (m *Model) stop() tea.Cmd {
	m.endSound()
	return nil
}

func (m *Model) seek(seconds int) tea.Cmd {
	s := m.player.Status()
	m.player.Seek(s.Position + time.Duration(seconds)*time.Second)
	return m.startTicking()
}

// escape closes the top overlay; else cancels or stops; else leaves the editor
// for the panel that had the focus before. An error that is shown goes, too.
func (m *Model) escape() tea.Cmd {
	m.status.dismiss()
	switch {
	case m.top() != nil:
		m.pop()
	case m.busy(), m.player.Status().State == player.Paused && m.takes.side != nil:
		running := m.sounding.making.runs()
		m.endSound()
		if running {
			return m.say(note, "stopped")
		}
	case m.takes.side != nil:
		m.leaveSide()
	case m.focus == scriptPanel:
		m.focusOn(m.before)
	}
	return nil
}

// The screen moves only while something sounds or arrives: 20 times a second,
// 5 times while the terminal's window is in the background.
const (
	tickPace    = 50 * time.Millisecond
	blurredPace = 200 * time.Millisecond
)

type tickMsg struct{}

func (m *Model) startTicking() tea.Cmd {
	if m.ticking {
		return nil
	}
	m.ticking = true
	return m.nextTick()
}

func (m *Model) nextTick() tea.Cmd {
	pace := tickPace
	if m.blurred {
		pace = blurredPace
	}
	return tea.Tick(pace, func(time.Time) tea.Msg { return tickMsg{} })
}

// tick redraws what moves, for as long as something does.
func (m *Model) tick() tea.Cmd {
	m.sound.follow(m.player.Status())
	if m.ticking = m.busy() || !m.sound.still(); !m.ticking {
		return nil
	}
	return m.nextTick()
}

// busy reports whether something sounds or is on its way.
func (m *Model) busy() bool {
	s := m.player.Status().State
	return m.sounding.making.runs() || s == player.Playing || s == player.Buffering
}

// audible reports whether something is heard, as it was drawn last.
func (m *Model) audible() bool { return m.sound.status.State == player.Playing }
