package listen

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/ui/session"
)

// Pause pauses, goes on, or plays the take again once it has ended.
func (r *Sound) Pause() tea.Cmd {
	switch r.Player.Status().State {
	case player.Playing, player.Buffering:
		r.Player.Pause()
		return nil
	case player.Paused:
		r.Player.Resume()
		return r.StartTicking()
	default:
		return r.Replay()
	}
}

// Replay plays the take from its start, without asking the host again.
func (r *Sound) Replay() tea.Cmd {
	if r.beside != nil {
		return r.again(r.beside)
	}
	r.Takes.Side, r.loop = nil, loop{}
	r.Player.Replay(r.Timeline)
	return r.StartTicking()
}

// Stop ends what sounds and what is being made.
func (r *Sound) Stop() tea.Cmd {
	return r.Leave()
}

// Seek moves by seconds.
func (r *Sound) Seek(seconds int) tea.Cmd {
	s := r.Player.Status()
	r.Player.Seek(s.Position + time.Duration(seconds)*time.Second)
	return r.StartTicking()
}

// The screen moves only while something sounds or arrives: 20 times a second,
// 5 times while the terminal's window is in the background.
const (
	TickPace    = 50 * time.Millisecond
	BlurredPace = 200 * time.Millisecond
)

// TickMsg redraws what moves.
type TickMsg struct{}

// StartTicking lets the screen move, where it stands still.
func (r *Sound) StartTicking() tea.Cmd {
	if r.ticking {
		return nil
	}
	r.ticking = true
	return r.nextTick()
}

// Ticking reports whether a next tick is due.
func (r *Sound) Ticking() bool { return r.ticking }

func (r *Sound) nextTick() tea.Cmd {
	pace := TickPace
	if r.Blurred {
		pace = BlurredPace
	}
	return tea.Tick(pace, func(time.Time) tea.Msg { return TickMsg{} })
}

// Tick redraws what moves, for as long as something does.
func (r *Sound) Tick() tea.Cmd {
	r.follow()
	noted := r.noteHeard(r.Making)
	if r.ticking = r.Busy() || !r.still() || r.Out(); !r.ticking {
		return noted
	}
	return tea.Batch(noted, r.nextTick())
}

// Busy reports whether something sounds or is on its way.
func (r *Sound) Busy() bool {
	s := r.Player.Status().State
	return r.Making.Runs() || s == player.Playing || s == player.Buffering
}

// Audible reports whether something is heard, as it was drawn last.
func (r *Sound) Audible() bool { return r.playing.State == player.Playing }

// NoTake says why there is nothing to play.
func (r *Sound) NoTake() string {
	if r.Timeline == nil {
		return Say.sound.noTake
	}
	return ""
}

// NotPlayable says why what Sound shows cannot be played.
func (r *Sound) NotPlayable() string {
	if r.take != nil {
		return r.take.notPlayable()
	}
	return r.NoTake()
}

// unplayed is the format of what Sound shows where that cannot be played.
func (r *Sound) unplayed() string {
	_, of := r.shown()
	if session.Playable(of) {
		return ""
	}
	return of.AudioFormat()
}
