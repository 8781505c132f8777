package listen

import (
	"fmt"
	"math"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/session"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// loop is the part of a take that repeats.
type loop struct {
	from, to time.Duration
	set      bool // from was marked
	on       bool
}

// Louder changes the volume of what is heard, not the voice's.
func (r *Sound) Louder(by float64) tea.Cmd {
	db, muted := r.Player.Volume()
	if muted {
		r.Player.Mute(false)
	}
	r.Player.SetVolume(db + by)
	db, _ = r.Player.Volume()
	return r.Say(rooms.Note, Say.listen.volume(signed(db)))
}

// MuteSound turns the sound off, or on again.
func (r *Sound) MuteSound() tea.Cmd {
	_, muted := r.Player.Volume()
	r.Player.Mute(!muted)
	if muted {
		return r.Say(rooms.Note, Say.listen.on)
	}
	return r.Say(rooms.Note, Say.listen.off)
}

// NoDevice says why nothing can be heard.
func (r *Sound) NoDevice() string {
	if d := r.Player.Device(); d.Silent {
		return d.Reason
	}
	return ""
}

// Faster changes the tempo of listening; the pitch stays.
func (r *Sound) Faster(by float64) tea.Cmd {
	r.Player.SetTempo(math.Round((r.Player.Tempo()+by)*10) / 10)
	return r.Say(rooms.Note, Say.listen.tempo(r.Player.Tempo()))
}

// LoopFrom marks where a loop will begin.
func (r *Sound) LoopFrom() tea.Cmd {
	r.Player.Unloop()
	r.loop = loop{from: r.Player.Status().Position, set: true}
	return r.Say(rooms.Note, Say.listen.loopBegins)
}

// LoopTo ends the loop here and repeats it, or lets it go.
func (r *Sound) LoopTo() tea.Cmd {
	l := &r.loop
	if l.on {
		*l = loop{}
		r.Player.Unloop()
		return r.Say(rooms.Note, Say.listen.loopEnds)
	}
	s := r.Player.Status()
	if l.to = s.Position; !l.set || l.to <= l.from {
		l.from, l.to = 0, s.Duration
	}
	l.on = true
	r.Player.Loop(l.from, l.to)
	if r.Hides() {
		return r.StartTicking()
	}
	return tea.Batch(r.StartTicking(), r.Say(rooms.Note, Say.listen.loops(session.Clock(l.from), session.Clock(l.to))))
}

// Repeat lets all of what sounds repeat, where all of it is there.
func (r *Sound) Repeat() {
	if r.beside == nil || !r.Timeline.Complete() {
		return
	}
	r.loop = loop{from: r.beside.Clip.From, to: r.Timeline.Duration(), on: true}
	r.Player.Loop(r.loop.from, r.loop.to)
}

// listening says how what sounds is listened to, where that is not as it is.
func (r *Sound) listening() (said []paint.Phrase) {
	db, muted := r.Player.Volume()
	if muted {
		said = append(said, paint.Phrase{Full: Say.listen.muted})
	}
	if x := r.Player.Tempo(); x != 1 {
		said = append(said, paint.Phrase{Full: fmt.Sprintf("%.2f×", x)})
	}
	if db != 0 && !muted {
		said = append(said, paint.Phrase{Full: signed(db) + " dB"})
	}
	if l := r.loop; l.on && r.Hides() {
		said = append(said, paint.Phrase{Full: "↻"})
	} else if l.on {
		said = append(said, paint.Phrase{Full: fmt.Sprintf("↻ %s–%s", session.Clock(l.from), session.Clock(l.to)), Short: "↻"})
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
func (r *Sound) loudness() string {
	timeline := r.Timeline
	if timeline == nil || !timeline.Complete() || r.Hides() {
		return ""
	}
	return r.lufs.Get(timeline, func() string {
		lufs, _ := timeline.Loudness()
		if math.IsInf(lufs, 0) {
			return ""
		}
		return strings.Replace(fmt.Sprintf("%.1f LUFS", lufs), "-", "−", 1)
	})
}
