package form

import (
	"voicestudio/tts/wording"
	"voicestudio/ui/studio/paint"
)

// labels is how many cells the names of settings have, and ends those at the
// right end of a slider: as the longest in the language that is spoken, within
// reason.
var labels, ends int

func init() {
	measure()
	wording.Anew(measure)
}

const (
	leastLabels, mostLabels = 10, 16
	leastEnds, mostEnds     = 6, 10
)

func measure() {
	s := &Say
	labels = paint.Widest(leastLabels, mostLabels, s.Voice, s.speed, s.pitch, s.volume, s.emotion, s.Language, s.numbers, s.latex, s.format, s.rate, s.bitrate, s.answer,
		s.channels, s.cbr, s.sentAs, s.watermark, s.subtitles, s.seamless, s.timed, s.effect, s.deep, s.strong, s.full)
	ends = paint.Widest(leastEnds, mostEnds, s.bright, s.soft, s.crisp)
}

// abreast lets two settings share a line where their names are short, and gives
// each its own where they are not.
func abreast(rows []Control) []Control {
	if labels > leastLabels {
		for i := range rows {
			rows[i].Cell = WholeLine
		}
	}
	return rows
}
