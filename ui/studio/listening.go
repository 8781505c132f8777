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
func (r *soundRoom) louder(by float64) tea.Cmd {
	db, muted := r.player.Volume()
	if muted {
		r.player.Mute(false)
	}
	r.player.SetVolume(db + by)
	db, _ = r.player.Volume()
	return r.say(note, say.listen.volume(signed(db)))
}

func (r *soundRoom) muteSound() tea.Cmd {
	_, muted := r.player.Volume()
	r.player.Mute(!muted)
	if muted {
		return r.say(note, say.listen.on)
	}
	return r.say(note, say.listen.off)
}

// faster changes the tempo of listening; the pitch stays.
func (r *soundRoom) faster(by float64) tea.Cmd {
	r.player.SetTempo(math.Round((r.player.Tempo()+by)*10) / 10)
	return r.say(note, say.listen.tempo(r.player.Tempo()))
}

// loopFrom marks where a loop will begin.
func (r *soundRoom) loopFrom() tea.Cmd {
	r.player.Unloop()
	r.loop = loop{from: r.player.Status().Position, set: true}
	return r.say(note, say.listen.loopBegins)
}

// loopTo ends the loop here and repeats it, or lets it go.
func (r *soundRoom) loopTo() tea.Cmd {
	l := &r.loop
	if l.on {
		*l = loop{}
		r.player.Unloop()
		return r.say(note, say.listen.loopEnds)
	}
	s := r.player.Status()
	if l.to = s.Position; !l.set || l.to <= l.from {
		l.from, l.to = 0, s.Duration
	}
	l.on = true
	r.player.Loop(l.from, l.to)
	return tea.Batch(r.startTicking(), r.say(note, say.listen.loops(session.Clock(l.from), session.Clock(l.to))))
}

// listening says how what sounds is listened to, where that is not as it is.
func (r *soundRoom) listening() string {
	said := ""
	if l := r.loop; l.on {
		said += fmt.Sprintf("  ↻ %s–%s", session.Clock(l.from), session.Clock(l.to))
	}
	if x := r.player.Tempo(); x != 1 {
		said += fmt.Sprintf("  %.1f×", x)
	}
	switch db, muted := r.player.Volume(); {
	case muted:
		said += "  " + say.listen.muted
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
func (r *soundRoom) loudness() string {
	timeline := r.timeline
	if timeline == nil || !timeline.Complete() {
		return ""
	}
	return r.lufs.Get(timeline, func() string {
		lufs, _ := timeline.Loudness()
		if math.IsInf(lufs, 0) {
			return ""
		}
		return fmt.Sprintf("−%.1f LUFS  ", -lufs)
	})
}
