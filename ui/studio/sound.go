package studio

import (
	"fmt"
	"math"
	"strings"
	"time"

	"voicestudio/player"
	"voicestudio/tts"
	"voicestudio/ui/session"
)

// sound is the panel of what is heard: waveform, position, level, report.
type sound struct {
	status player.Status
	level  float64 // dB, as the meter shows it
	wave   memo
	lufs   memo
	loop   loop
}

const (
	meterFloor = -60.0 // dB
	meterFall  = 3.0   // dB per tick: about a second from full to nothing
)

// follow takes a new look at the player.
func (s *sound) follow(now player.Status) {
	s.status = now
	level := meterFloor
	if now.State == player.Playing && now.Peak > 0 {
		level = max(meterFloor, 20*math.Log10(float64(now.Peak)))
	}
	s.level = max(level, s.level-meterFall, meterFloor)
}

// still reports whether the meter has come to rest.
func (s *sound) still() bool { return s.level <= meterFloor }

func (m *Model) drawSound(at rect) string {
	t, inner := m.theme, at.inner()
	waveHeight := max(1, inner.h-2)
	lines := m.waveLines(inner.w, waveHeight)
	lines = append(lines, m.transportLine(inner.w), t.dim.Render(m.reportLine()))
	return t.frame(panelTitles[soundPanel], m.soundBadge(), m.focus == soundPanel, at.w, at.h, lines)
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
		if m.sounding.waiting {
			said = "it sounds as soon as something comes"
		}
		lines[h/2] = t.dim.Render(fit(said, w))
		return lines
	}
	span := m.span()
	type key struct {
		timeline *player.Timeline
		filled   time.Duration
		span     time.Duration
		w, h     int
	}
	wave := s.wave.get(key{timeline, timeline.Duration(), span, w, h}, func() string { return drawWave(timeline, span, w, h) })
	lines := strings.Split(wave, "\n")
	head := 0
	if span > 0 {
		head = int(float64(w) * float64(s.status.Position) / float64(span))
	}
	head = min(max(head, 0), w)
	for i, line := range lines {
		cells := []rune(line)
		lines[i] = t.accent.Render(string(cells[:head]))
		if head > 0 && head < w {
			// The playhead is told without colour, too.
			lines[i] += t.strong.Render("│")
			cells = cells[1:]
		}
		lines[i] += t.border.Render(string(cells[head:]))
	}
	return lines
}

var eighths = []rune(" ▁▂▃▄▅▆▇█")

// drawWave draws bars from below, an eighth of a row at a time. The scale is
// decibels, as loudness is heard.
func drawWave(timeline *player.Timeline, span time.Duration, w, h int) string {
	peaks := make([]float32, w)
	timeline.Peaks(peaks, span)
	var b strings.Builder
	for row := h - 1; row >= 0; row-- {
		for _, peak := range peaks {
			b.WriteRune(eighths[min(8, max(0, barHeight(peak, h)-row*8))])
		}
		if row > 0 {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// barHeight is a peak's height in eighths of h rows.
func barHeight(peak float32, h int) int {
	const floor = -36.0 // dB: quieter than that is drawn as silence
	if peak <= 0 {
		return 0
	}
	return int(math.Round(max(0, 1-20*math.Log10(float64(peak))/floor) * float64(h*8)))
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
	right := m.meter(w)
	if w >= 60 {
		right = t.dim.Render(m.loudness()) + right
	}
	return sides(t.strong.Render(times)+t.warning.Render(m.listening()), right, w)
}

// meter draws the level of what is heard, −60 to 0 dB, and writes it where a
// line of w cells has room for that.
func (m *Model) meter(w int) string {
	length := min(24, max(8, w/4))
	full := (m.sound.level - meterFloor) / -meterFloor
	n := int(min(max(full, 0), 1)*float64(length) + 0.5)
	text := ""
	if w >= 36 && m.sound.level > meterFloor {
		text = fmt.Sprintf("%3.0f dB ", m.sound.level)
	}
	style := m.theme.good
	if m.sound.level > -1 {
		style = m.theme.warning
	}
	return m.theme.dim.Render(strings.Replace(text, "-", "−", 1)) + style.Render(repeat("▮", n)) + m.theme.border.Render(repeat("▯", length-n))
}

// reportLine says how the take came.
func (m *Model) reportLine() string {
	if m.sounding.waiting || m.sounding.timeline == nil {
		return ""
	}
	if m.sounding.timeline != m.sounding.arriving {
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
	if s.Speed > 0 && !m.sounding.speech.Cached {
		parts = append(parts, fmt.Sprintf("%.0f× real time", s.Speed))
	}
	return strings.Join(parts, " · ")
}

// billed says what the take that arrives or arrived last cost.
func (m *Model) billed() string {
	speech := m.sounding.speech
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
	case m.sounding.waiting:
		return m.waiting()
	case m.sounding.cancel != nil:
		return "arriving"
	}
	return ""
}
