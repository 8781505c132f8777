package studio

import (
	"fmt"
	"math"
	"strings"
	"time"

	"voicestudio/player"
	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/paint"

	tea "charm.land/bubbletea/v2"
)

// soundRoom is what is heard, and what is made to be heard: the host's answer
// on its way, and the take that sounds, with its waveform, place and level.
type soundRoom struct {
	*shared
	takes  *takeList
	reread func() tea.Cmd // reads the takes on disk anew

	// making is what the host was asked for last; nil: nothing yet.
	making *making
	// take is what sounds: its row, nil where it could not be kept, and its
	// sound.
	take     *takeRow
	timeline *player.Timeline

	playing player.Status // when the player was looked at last
	level   float64       // dB, as the meter shows it
	loop    loop
	wave    paint.Memo
	lufs    paint.Memo

	ticking bool
	blurred bool // the terminal window has lost the focus
	// silenceSaid is set once it was explained why nothing is heard.
	silenceSaid bool
}

const meterFall = 3.0 // dB per tick: about a second from full to nothing

// follow takes a new look at the player.
func (r *soundRoom) follow() {
	r.playing = r.player.Status()
	level := paint.MeterFloor
	if r.audible() && r.playing.Peak > 0 {
		level = max(paint.MeterFloor, 20*math.Log10(float64(r.playing.Peak)))
	}
	r.level = max(level, r.level-meterFall, paint.MeterFloor)
}

// still reports whether the meter has come to rest.
func (r *soundRoom) still() bool { return r.level <= paint.MeterFloor }

func (r *soundRoom) draw(at rect) string {
	t, inner := r.theme, at.inner()
	waveHeight := max(1, inner.h-2)
	lines := r.waveLines(inner.w, waveHeight)
	lines = append(lines, r.transportLine(inner.w), t.Dim.Render(r.reportLine()))
	return t.Frame(say.panels[soundPanel], r.badge(), r.focus == soundPanel, at.w, at.h, lines)
}

// span is how much time the waveform's width stands for. While a take grows
// it is a round time, so that the drawing stands still and fills up.
func (r *soundRoom) span() time.Duration {
	timeline := r.timeline
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
func (r *soundRoom) waveLines(w, h int) []string {
	t := r.theme
	timeline := r.timeline
	if timeline == nil {
		lines := make([]string, h)
		said := say.sound.empty
		if r.making.waits() {
			said = say.sound.begins
		}
		lines[h/2] = t.Dim.Render(paint.Fit(said, w))
		return lines
	}
	span := r.span()
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

func (r *soundRoom) transportLine(w int) string {
	t, s := r.theme, r.playing
	mark := stateMarks[s.State]
	if r.timeline == nil {
		mark = "■"
	}
	times := fmt.Sprintf("%s %s / %s", mark, session.Clock(s.Position), session.Clock(s.Duration))
	if !s.Complete && s.Duration > 0 {
		times += "+"
	}
	right := t.Meter(r.level, w)
	if w >= 60 {
		right = t.Dim.Render(r.loudness()) + right
	}
	return paint.Sides(t.Strong.Render(times)+t.Warning.Render(r.listening()), right, w)
}

// reportLine says how the take came.
func (r *soundRoom) reportLine() string {
	k := r.making
	if k.waits() || r.timeline == nil {
		return ""
	}
	if k == nil || r.timeline != k.sound {
		return r.takeLine()
	}
	s := r.playing
	// What is cut off at the end of a narrow panel matters least.
	parts := []string{r.billed()}
	if parts[0] == "" {
		parts = nil
	}
	if s.FirstSound > 0 && !r.player.Device().Silent {
		parts = append(parts, say.sound.firstSound(s.FirstSound))
	}
	if s.Underruns > 0 {
		parts = append(parts, say.sound.underruns(s.Underruns))
	}
	if s.Speed > 0 && !r.making.speech.Cached {
		parts = append(parts, say.sound.speed(s.Speed))
	}
	return strings.Join(parts, " · ")
}

// billed says what the take that arrives or arrived last cost.
func (r *soundRoom) billed() string {
	speech := r.making.speech
	p := speech.Progress()
	switch price := speech.Price(); {
	case speech.Cached:
		return say.sound.cached
	case p.UsageCharacters == nil && !speech.Closed():
		return ""
	case p.UsageCharacters == nil:
		return say.sound.unbilled(session.Cost(speech.Host, price))
	case speech.Host == tts.Sandbox:
		return say.sound.charactersFree(*p.UsageCharacters)
	case price == nil && !speech.Closed():
		return say.sound.characters(*p.UsageCharacters)
	default:
		return say.sound.charactersFor(*p.UsageCharacters, session.Cost(speech.Host, price))
	}
}

// takeLine says which take sounds that was made earlier.
func (r *soundRoom) takeLine() string {
	row := r.take
	return say.sound.take(row.number, row.Short(), session.When(row.Time))
}

func (r *soundRoom) badge() string {
	switch {
	case r.takes.side != nil:
		side, levels := "A", say.sound.matched
		if r.takes.side == r.takes.b {
			side = "B"
		}
		if !levelsMatched(r.takes.a, r.takes.b) {
			levels = say.sound.unmatched
		}
		return "A│B: " + side + " · " + levels
	case r.making.waits():
		return r.waiting()
	case r.making.runs():
		return say.sound.arriving
	}
	return ""
}
