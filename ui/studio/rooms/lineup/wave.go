package lineup

import (
	"time"

	"voicestudio/player"
	"voicestudio/ui/studio/paint"
)

// Wave draws a row's sound in h lines of w cells, which stand for a span of time;
// blanks while it is not in memory.
func (l *Lineup) Wave(row *Row, span time.Duration, w, h int) []string {
	t, sound := l.Theme, row.Timeline
	if sound == nil || w <= 0 || h <= 0 {
		blank := make([]string, max(0, h))
		for i := range blank {
			blank[i] = paint.Blanks(w)
		}
		return blank
	}
	type key struct {
		sound  *player.Timeline
		filled time.Duration
		span   time.Duration
		w, h   int
		look   paint.Look
	}
	drawn := row.Drawn.Get(key{sound, sound.Duration(), span, w, h, t.Look}, func() string {
		levels := make([]float32, t.WaveColumns(w))
		begun := sound.RMS(levels, span)
		return t.Rise(levels, begun, h)
	})
	s := paint.Sweep{From: -1, To: -1}
	if row == l.Sounding() {
		s.Head = int(float64(w) * float64(l.Sound.Position()) / float64(max(1, span)))
	}
	return t.Swept(drawn, s, w)
}

// Span is how much time the width of the waveforms of rows stands for: as much as
// the longest of them takes, so that lengths can be seen.
func Span(rows []*Row) (longest time.Duration) {
	for _, row := range rows {
		if row.Timeline != nil {
			longest = max(longest, row.Timeline.Duration())
		}
	}
	return longest
}
