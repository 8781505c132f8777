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
)

// sound is the panel of what is heard: waveform, position, level, report.
type sound struct {
	status player.Status
	level  float64 // dB, as the meter shows it
	wave   paint.Memo
	lufs   paint.Memo
	loop   loop
}

const (
	meterFall = 3.0 // dB per tick: about a second from full to nothing
)

// follow takes a new look at the player.
func (s *sound) follow(now player.Status) {
	s.status = now
	level := paint.MeterFloor
	if now.State == player.Playing && now.Peak > 0 {
		level = max(paint.MeterFloor, 20*math.Log10(float64(now.Peak)))
	}
	s.level = max(level, s.level-meterFall, paint.MeterFloor)
}

// still reports whether the meter has come to rest.
func (s *sound) still() bool { return s.level <= paint.MeterFloor }

func (m *Model) drawSound(at rect) string {
	t, inner := m.theme, at.inner()
	waveHeight := max(1, inner.h-2)
	lines := m.waveLines(inner.w, waveHeight)
	lines = append(lines, m.transportLine(inner.w), t.Dim.Render(m.reportLine()))
	return t.Frame(panelTitles[soundPanel], m.soundBadge(), m.focus == soundPanel, at.w, at.h, lines)
}

// span is how much time the waveform's width stands for. While a take grows
// it is a round time, so that the drawing stands still and fills up.
func (m *Model) span() time.Duration {
	timeline := m.sounding.timeline
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
func (m *Model) waveLines(w, h int) []string {
	t, s := m.theme, &m.sound
	timeline := m.sounding.timeline
	if timeline == nil {
		lines := make([]string, h)
		said := "press ctrl+r to speak the script"
		if m.sounding.making.waits() {
			said = "it sounds as soon as something comes"
		}
		lines[h/2] = t.Dim.Render(paint.Fit(said, w))
		return lines
	}
	span := m.span()
	type key struct {
		timeline *player.Timeline
		filled   time.Duration
		span     time.Duration
		w, h     int
	}
	drawn := s.wave.Get(key{timeline, timeline.Duration(), span, w, h}, func() string {
		peaks := make([]float32, w)
		timeline.Peaks(peaks, span)
		return paint.Wave(peaks, h)
	})
	head := 0
	if span > 0 {
		head = int(float64(w) * float64(s.status.Position) / float64(span))
	}
	return t.Swept(drawn, head, w)
}

var stateMarks = map[player.State]string{
	player.Idle: "■", player.Buffering: "…", player.Playing: "▶", player.Paused: "‖", player.Ended: "■",
}

func (m *Model) transportLine(w int) string {
	t, s := m.theme, m.sound.status
	mark := stateMarks[s.State]
	if m.sounding.timeline == nil {
		mark = "■"
	}
	times := fmt.Sprintf("%s %s / %s", mark, session.Clock(s.Position), session.Clock(s.Duration))
	if !s.Complete && s.Duration > 0 {
		times += "+"
	}
	right := t.Meter(m.sound.level, w)
	if w >= 60 {
		right = t.Dim.Render(m.loudness()) + right
	}
	return paint.Sides(t.Strong.Render(times)+t.Warning.Render(m.listening()), right, w)
}

// reportLine says how the take came.
func (m *Model) reportLine() string {
	k := m.sounding.making
	if k.waits() || m.sounding.timeline == nil {
		return ""
	}
	if k == nil || m.sounding.timeline != k.sound {
		return m.takeLine()
	}
	s := m.sound.status
	// What is cut off at the end of a narrow panel matters least.
	parts := []string{m.billed()}
	if parts[0] == "" {
		parts = nil
	}
	if s.FirstSound > 0 && !m.player.Device().Silent {
		parts = append(parts, fmt.Sprintf("first sound %d ms", s.FirstSound.Milliseconds()))
	}
	if s.Underruns > 0 {
		parts = append(parts, fmt.Sprintf("%d underruns", s.Underruns))
	}
	if s.Speed > 0 && !m.sounding.making.speech.Cached {
		parts = append(parts, fmt.Sprintf("%.0f× real time", s.Speed))
	}
	return strings.Join(parts, " · ")
}

// billed says what the take that arrives or arrived last cost.
func (m *Model) billed() string {
	speech := m.sounding.making.speech
	p := speech.Progress()
	switch price := speech.Price(); {
	case speech.Cached:
		return "from disk, free; alt+r makes another take"
	case p.UsageCharacters == nil && !speech.Closed():
		return ""
	case p.UsageCharacters == nil:
		return "characters unknown, " + session.Cost(speech.Host, price)
	case speech.Host == tts.Sandbox:
		return fmt.Sprintf("%d characters, free", *p.UsageCharacters)
	case price == nil && !speech.Closed():
		return fmt.Sprintf("%d characters billed", *p.UsageCharacters)
	default:
		return fmt.Sprintf("%d characters billed, %s", *p.UsageCharacters, session.Cost(speech.Host, price))
	}
}

// takeLine says which take sounds that was made earlier.
func (m *Model) takeLine() string {
	row := m.sounding.take
	return fmt.Sprintf("take %d, from disk, free · %s · %s", row.number, row.Short(), session.When(row.Time))
}

func (m *Model) soundBadge() string {
	switch {
	case m.takes.side != nil:
		side, levels := "A", "levels matched"
		if m.takes.side == m.takes.b {
			side = "B"
		}
		if !levelsMatched(m.takes.a, m.takes.b) {
			levels = "levels as they are"
		}
		return "A│B: " + side + " · " + levels
	case m.sounding.making.waits():
		return m.waiting()
	case m.sounding.making.runs():
		return "arriving"
	}
	return ""
}
