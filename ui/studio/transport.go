package studio

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
)

// pause pauses, goes on, or plays the take again once it has ended.
func (r *soundRoom) pause() tea.Cmd {
	switch r.player.Status().State {
	case player.Playing, player.Buffering:
		r.player.Pause()
		return nil
	case player.Paused:
		r.player.Resume()
		return r.startTicking()
	default:
		return r.replay()
	}
}

// replay plays the take from its start, without asking the host again.
func (r *soundRoom) replay() tea.Cmd {
	r.takes.side, r.loop = nil, loop{}
	r.player.Replay(r.timeline)
	return r.startTicking()
}

func (r *soundRoom) stop() tea.Cmd {
	r.endSound()
	return nil
}

func (r *soundRoom) seek(seconds int) tea.Cmd {
	s := r.player.Status()
	r.player.Seek(s.Position + time.Duration(seconds)*time.Second)
	return r.startTicking()
}

// The screen moves only while something sounds or arrives: 20 times a second,
// 5 times while the terminal's window is in the background.
const (
	tickPace    = 50 * time.Millisecond
	blurredPace = 200 * time.Millisecond
)

type tickMsg struct{}

func (r *soundRoom) startTicking() tea.Cmd {
	if r.ticking {
		return nil
	}
	r.ticking = true
	return r.nextTick()
}

func (r *soundRoom) nextTick() tea.Cmd {
	pace := tickPace
	if r.blurred {
		pace = blurredPace
	}
	return tea.Tick(pace, func(time.Time) tea.Msg { return tickMsg{} })
}

// tick redraws what moves, for as long as something does.
func (r *soundRoom) tick() tea.Cmd {
	r.follow()
	if r.ticking = r.busy() || !r.still(); !r.ticking {
		return nil
	}
	return r.nextTick()
}

// busy reports whether something sounds or is on its way.
func (r *soundRoom) busy() bool {
	s := r.player.Status().State
	return r.making.runs() || s == player.Playing || s == player.Buffering
}

// audible reports whether something is heard, as it was drawn last.
func (r *soundRoom) audible() bool { return r.playing.State == player.Playing }
