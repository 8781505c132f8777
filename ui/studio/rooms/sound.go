package rooms

import (
	"fmt"
	"math"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/paint"
)

// Sound is what is heard, and what is made to be heard: the host's answer
// on its way, and the take that sounds, with its waveform, place and level.
type Sound struct {
	*Shared
	Takes  *TakeList
	Reread func() tea.Cmd // reads the takes on disk anew

	// making is what the host was asked for last; nil: nothing yet.
	Making *making
	asked  []tts.Request // all of this run: their takes are not others'
	// take is what sounds: its row, nil where it could not be kept, and its
	// sound.
	take     *takeRow
	Timeline *player.Timeline

	playing player.Status // when the player was looked at last
	Level   float64       // dB, as the meter shows it
	loop    loop
	wave    paint.Memo
	lufs    paint.Memo

	ticking bool
	Blurred bool // the terminal window has lost the focus
	// silenceSaid is set once it was explained why nothing is heard.
	silenceSaid bool
}

const meterFall = 3.0 // dB per tick: about a second from full to nothing

// follow takes a new look at the player.
func (r *Sound) follow() {
	r.playing = r.Player.Status()
	level := paint.MeterFloor
	if r.Audible() && r.playing.Peak > 0 {
		level = max(paint.MeterFloor, 20*math.Log10(float64(r.playing.Peak)))
	}
	r.Level = max(level, r.Level-meterFall, paint.MeterFloor)
}

// still reports whether the meter has come to rest.
func (r *Sound) still() bool { return r.Level <= paint.MeterFloor }

// Draw draws what sounds with its border.
func (r *Sound) Draw(at Rect) string {
	t, inner := r.Theme, at.Inner()
	waveHeight := max(1, inner.H-2)
	lines := r.waveLines(inner.W, waveHeight)
	lines = append(lines, r.transportLine(inner.W), t.Dim.Render(r.reportLine()))
	return t.Frame(Say.Panels[SoundPanel], r.badge(), r.Focus == SoundPanel, at.W, at.H, lines)
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

// waveLines draws the take as bars; what has been heard is bright.
func (r *Sound) waveLines(w, h int) []string {
	t := r.Theme
	timeline := r.Timeline
	format := r.unplayed()
	if timeline == nil || format != "" {
		lines := make([]string, h)
		said := Say.sound.empty
		switch {
		case format != "":
			said = Say.sound.unplayed(format)
		case r.Making.waits():
			said = Say.sound.begins
		}
		lines[h/2] = t.Dim.Render(paint.Fit(said, w))
		return lines
	}
	span := r.Span()
	type key struct {
		timeline *player.Timeline
		filled   time.Duration
		span     time.Duration
		w, h     int
	}
	drawn := r.wave.Get(key{timeline, timeline.Duration(), span, w, h}, func() string {
		peaks := make([]float32, w)
		timeline.Peaks(peaks, span)
		return paint.Wave(peaks, h)
	})
	head := 0
	if span > 0 {
		head = int(float64(w) * float64(r.playing.Position) / float64(span))
	}
	return t.Swept(drawn, head, w)
}

var stateMarks = map[player.State]string{
	player.Idle: "■", player.Buffering: "…", player.Playing: "▶", player.Paused: "‖", player.Ended: "■",
}

func (r *Sound) transportLine(w int) string {
	t, s := r.Theme, r.playing
	mark := stateMarks[s.State]
	if r.Timeline == nil {
		mark = "■"
	}
	times := fmt.Sprintf("%s %s / %s", mark, session.Clock(s.Position), session.Clock(s.Duration))
	if !s.Complete && s.Duration > 0 {
		times += "+"
	}
	right := t.Meter(r.Level, w)
	if w >= 60 {
		right = t.Dim.Render(r.loudness()) + right
	}
	return paint.Sides(t.Strong.Render(times)+t.Warning.Render(r.listening()), right, w)
}

// reportLine says how the take came.
func (r *Sound) reportLine() string {
	k := r.Making
	if k.waits() || r.Timeline == nil {
		return ""
	}
	if k == nil || r.Timeline != k.sound {
		return r.takeLine()
	}
	s := r.playing
	// What is cut off at the end of a narrow panel matters least.
	parts := []string{r.billed()}
	if parts[0] == "" {
		parts = nil
	}
	if s.FirstSound > 0 && !r.Player.Device().Silent {
		parts = append(parts, Say.sound.firstSound(s.FirstSound))
	}
	if s.Underruns > 0 {
		parts = append(parts, Say.sound.underruns(s.Underruns))
	}
	if s.Speed > 0 && !r.Making.speech.Cached {
		parts = append(parts, Say.sound.speed(s.Speed))
	}
	return strings.Join(parts, " · ")
}

// billed says what the take that arrives or arrived last cost.
func (r *Sound) billed() string {
	speech := r.Making.speech
	p := speech.Progress()
	switch price := speech.Price(); {
	case speech.Cached:
		return Say.sound.cached
	case !speech.Closed(): // what is said on the way is no bill
		return ""
	case p.UsageCharacters == nil:
		return Say.sound.unbilled(session.Cost(speech.Host, price))
	case speech.Host == tts.Sandbox:
		return Say.sound.charactersFree(*p.UsageCharacters)
	default:
		return Say.sound.charactersFor(*p.UsageCharacters, session.Cost(speech.Host, price))
	}
}

// takeLine says which take sounds that was made earlier.
func (r *Sound) takeLine() string {
	row := r.take
	return Say.sound.take(row.number, row.Short(), session.When(row.Time))
}

func (r *Sound) badge() string {
	switch {
	case r.Takes.Side != nil:
		side, levels := "A", Say.sound.matched
		if r.Takes.Side == r.Takes.b {
			side = "B"
		}
		if !levelsMatched(r.Takes.a, r.Takes.b) {
			levels = Say.sound.unmatched
		}
		return "A│B: " + side + " · " + levels
	case r.Making.waits():
		return r.Waiting()
	case r.Making.Runs():
		return Say.sound.arriving
	}
	return ""
}
