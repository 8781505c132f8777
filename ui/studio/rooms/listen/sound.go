// Package listen is what is heard and has been: the sound, the takes, the
// comparison of two of them, and what a hearing costs.
package listen

import (
	"math"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// Sound is what is heard, and what is made to be heard: the host's answer
// on its way, and the take that sounds, with its waveform, place and level.
type Sound struct {
	*rooms.Shared
	Takes  *TakeList
	Reread func() tea.Cmd // reads the takes on disk anew

	// making is what the host was asked for last; nil: nothing yet.
	Making *making
	asked  []tts.Request // all of this run: their takes are not others'
	// take is what sounds: its row, nil where it could not be kept, and its
	// sound.
	take     *takeRow
	Timeline *player.Timeline
	beside   *Beside // nil: it is not one of several

	playing player.Status // when the player was looked at last
	Level   float64       // dB, as the meter shows it
	loop    loop
	wave    paint.Memo
	axis    paint.Memo
	lufs    paint.Memo

	ticking bool
	Blurred bool // the terminal window has lost the focus
	// silenceSaid is set once it was explained why nothing is heard.
	silenceSaid bool

	offer  offer     // the last one
	unpaid Utterance // would pass the session's cap: somebody is asked about it
	Capped bool      // moving in the list of voices came upon that cap
}

// Ours takes in that a request is made by this studio: its take is not another's.
func (r *Sound) Ours(request tts.Request) { r.asked = append(r.asked, request) }

const meterFall = 3.0 // dB per tick: about a second from full to nothing

// follow takes a new look at the player.
func (r *Sound) follow() {
	r.playing = r.Player.Status()
	if side := r.Takes.Side; side != nil { // one of the two may still grow
		r.Player.SetGain(r.Takes.gain(side))
	}
	if k := r.Making; k != nil && k.first == 0 && r.Timeline != nil && r.Timeline == k.sound && r.playing.FirstSound > 0 && !r.Player.Device().Silent {
		k.first = k.lag + r.playing.FirstSound
	}
	level := paint.MeterFloor
	if r.Audible() && r.playing.Peak > 0 && !r.Player.Device().Silent {
		level = max(paint.MeterFloor, 20*math.Log10(float64(r.playing.Peak)))
	}
	if r.Theme.Still { // a number that is read, not a needle that falls
		r.Level = level
		return
	}
	r.Level = max(level, r.Level-meterFall, paint.MeterFloor)
}

// still reports whether the meter has come to rest.
func (r *Sound) still() bool { return r.Level <= paint.MeterFloor }

// Draw draws what sounds with its border.
func (r *Sound) Draw(at rooms.Rect) string {
	t, inner := r.Theme, at.Inner()
	rows := soundRows(inner.H)
	lines := r.waveLines(inner.W, rows.wave)
	if rows.axis > 0 {
		lines = append(lines, r.axisLine(inner.W))
	}
	if rows.report > 0 {
		lines = append(lines, t.Dim.Render(r.reportLine(inner.W)))
	}
	lines = append(lines, r.transportLine(inner.W))
	return t.Frame(rooms.Say.Panels[rooms.SoundPanel], r.badge(), r.Focus == rooms.SoundPanel, at.W, at.H, lines)
}

// shares are how many lines each part of Sound has, from above.
type shares struct{ wave, axis, report int }

// soundRows shares h lines, of which the last has the transport: the waveform
// is never without one, the axis comes once that has four.
func soundRows(h int) shares {
	p := shares{wave: max(1, h-1)}
	if p.wave > 1 {
		p.wave, p.report = p.wave-1, 1
	}
	if p.wave > 4 {
		p.wave, p.axis = p.wave-1, 1
	}
	return p
}

// OnPlace reports whether the sign of what plays, or its place, stands at a cell
// inside the panel.
func (r *Sound) OnPlace(x, y int, inner rooms.Rect) bool {
	rows := soundRows(inner.H)
	return y == rows.wave+rows.axis+rows.report && x < paint.Width(r.place())
}

// PressedTitle reports whether the title says at a column which side of A|B
// sounds.
func (r *Sound) PressedTitle(x int) bool {
	return r.Takes.Side != nil && OnBadge(r.Layout.Panels[rooms.SoundPanel], r.badge(), x)
}

// OnBadge reports whether the badge at the end of a panel's title stands at a
// column.
func OnBadge(at rooms.Rect, badge string, x int) bool {
	w := paint.Width(badge) + 2
	return badge != "" && x >= at.X+at.W-2-w && x < at.X+at.W-2
}

// SeekAt goes to the time of a cell inside the panel, where that is of the
// waveform or of its axis.
func (r *Sound) SeekAt(x, y int, inner rooms.Rect) tea.Cmd {
	rows := soundRows(inner.H)
	if r.Timeline == nil || y >= rows.wave+rows.axis {
		return nil
	}
	r.Player.Seek(r.Span() * time.Duration(x) / time.Duration(max(1, inner.W)))
	return r.StartTicking()
}

// Span is how much time the waveform's width stands for. While a take grows
// it is a round time, so that the drawing stands still and fills up.
func (r *Sound) Span() time.Duration {
	timeline := r.Timeline
	if timeline == nil {
		return 0
	}
	complete := timeline.Complete() // then the duration is the last one
	d := timeline.Duration()
	if complete {
		return d
	}
	for _, round := range []time.Duration{2, 4, 8, 15, 30, 60, 120, 300, 600} {
		if d <= round*time.Second {
			return round * time.Second
		}
	}
	return d
}

// waveLines draws the take; what has been heard is bright.
func (r *Sound) waveLines(w, h int) []string {
	t, timeline := r.Theme, r.Timeline
	format := r.unplayed()
	if timeline == nil || format != "" || r.Hides() {
		said := Say.sound.empty
		switch {
		case r.Hides():
			said = Say.sound.blind
		case format != "":
			said = Say.sound.unplayed(format)
		case r.Making.Waits():
			said = Say.sound.begins
		}
		words := paint.Wrapped(said, w, h, t.Dim.Render)
		lines := make([]string, h)
		copy(lines[(h-len(words)+1)/2:], words)
		return lines
	}
	span := r.Span()
	type key struct {
		timeline *player.Timeline
		filled   time.Duration
		span     time.Duration
		w, h     int
		look     paint.Look
	}
	drawn := r.wave.Get(key{timeline, timeline.Duration(), span, w, h, t.Look}, func() string {
		levels := make([]float32, t.WaveColumns(w))
		begun := timeline.RMS(levels, span)
		return t.Wave(levels, begun, h)
	})
	return t.Swept(drawn, r.sweep(span, w), w)
}

// sweep is what stands on a waveform of w cells.
func (r *Sound) sweep(span time.Duration, w int) paint.Sweep {
	s := paint.Sweep{From: -1, To: -1}
	if span <= 0 || w <= 0 {
		return s
	}
	cell := func(d time.Duration) int { return int(float64(w) * float64(d) / float64(span)) }
	s.Head = cell(r.playing.Position)
	if l := r.loop; l.set || l.on {
		s.From = min(cell(l.from), w-1)
	}
	if l := r.loop; l.on {
		s.To = min(max(cell(l.to), s.From+1), w-1)
	}
	return s
}

// axisLine has the times below the waveform.
func (r *Sound) axisLine(w int) string {
	if r.Timeline == nil || r.unplayed() != "" || r.Hides() {
		return ""
	}
	type key struct {
		span time.Duration
		w    int
	}
	span := r.Span()
	return r.Theme.Dim.Render(r.axis.Get(key{span, w}, func() string { return paint.Axis(span, w) }))
}

func (r *Sound) badge() string {
	switch {
	case r.Takes.Side != nil:
		side := "A"
		if r.Takes.Side == r.Takes.b {
			side = "B"
		}
		return paint.Phrases([]paint.Phrase{{Full: "A│B: " + side}, {Full: LevelsOf(levelsMatched(r.Takes.a, r.Takes.b))}, {Full: r.Takes.how}}, " · ", r.badgeRoom())
	case r.Making.Waits():
		return r.Waiting()
	case r.beside != nil:
		return r.beside.said(r.badgeRoom())
	case r.Making.Runs():
		return Say.sound.arriving
	}
	return ""
}

// badgeRoom is how wide what stands in the panel's title may be, in cells.
func (r *Sound) badgeRoom() int {
	return r.Layout.Panels[rooms.SoundPanel].W - paint.Width(rooms.Say.Panels[rooms.SoundPanel]) - 9
}

// LevelsOf says how loud those are that are heard beside each other.
func LevelsOf(matched bool) string {
	if matched {
		return Say.sound.matched
	}
	return Say.sound.unmatched
}
