package benches

import (
	"time"

	"voicestudio/ui/session"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms/lineup"
)

// sign tells without colour how a mix stands.
func (r *mixes) sign(row *lineup.Row) (sign string, ink paint.Ink) {
	t := r.Theme
	if row == r.Sounding() {
		return "♪", t.Accent.Bold(true)
	}
	switch row.State() {
	case lineup.Ready:
		return "●", t.Text
	case lineup.Waiting, lineup.Coming:
		return "◌", t.Accent
	case lineup.Failed:
		return "✗", t.Failure
	case lineup.Missing:
	}
	return "·", t.Dim
}

// told is what is known of a mix, in w cells: its sound, or what it would cost.
// While it is blind that is nothing by which it could be known.
func (r *mixes) told(row *lineup.Row, w int) string {
	t := r.Theme
	switch row.State() {
	case lineup.Ready, lineup.Coming:
		if r.Blind {
			return ""
		}
		length := ""
		switch {
		case row.Whole():
			length = session.Clock(row.Timeline.Duration())
		case row.Take != nil:
			length = session.Length(*row.Take)
		}
		return r.wave(row, w-paint.Width(length)-1) + " " + t.Dim.Render(length)
	case lineup.Waiting:
		return paint.FitLeft(t.Accent.Render(Say.mix.asking), w)
	case lineup.Failed:
		if r.Blind {
			return t.Failure.Render(paint.Cut(Say.mix.failed, w))
		}
		return t.Failure.Render(paint.Cut(row.Why(), w))
	case lineup.Missing:
	}
	if !row.Looked() {
		return ""
	}
	return paint.FitLeft(t.Dim.Render(r.costs(row)), w)
}

// waveKey is all that the waveform of a mix depends on.
type waveKey struct {
	row  *lineup.Row
	span time.Duration
	w    int
	look paint.Look
}

// wave draws the sound of a mix on one line; blanks while it is not in memory.
func (r *mixes) wave(row *lineup.Row, w int) string {
	if row.Timeline == nil || w < 1 {
		return paint.Blanks(w)
	}
	if len(r.waves) > mostWaves {
		r.waves = nil
	}
	if r.waves == nil {
		r.waves = map[waveKey]string{}
	}
	span := row.Timeline.Duration()
	key := waveKey{row, span, w, r.Theme.Look}
	drawn, found := r.waves[key]
	if !found {
		levels := make([]float32, r.Theme.WaveColumns(w))
		drawn = r.Theme.Rise(levels, row.Timeline.RMS(levels, span), 1)
		r.waves[key] = drawn
	}
	if row == r.Sounding() {
		return r.Theme.Accent.Render(drawn)
	}
	return r.Theme.Ahead.Render(drawn)
}

// mostWaves bounds the waveforms that are kept drawn.
const mostWaves = 64

// centred puts lines into the middle of h.
func centred(lines []string, h int) []string {
	return append(make([]string, max(0, h-len(lines))/2), lines...)
}
