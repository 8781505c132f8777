package lineup

import (
	"math"

	"voicestudio/ui/bench"
)

// level gives every row the gain by which all are equally loud.
func (l *Lineup) level() {
	beside := l.Rows[:max(0, len(l.Rows)-l.Later)]
	rows, loud := make([]bench.Row, len(beside)), make([]bench.Loud, len(beside))
	for i, row := range beside {
		rows[i], loud[i].LUFS = row.Row, math.Inf(-1)
		if row.Whole() {
			loud[i] = bench.Loud(row.Timeline.Loud())
		}
		row.lufs = loud[i].LUFS
	}
	var gains []float64
	gains, l.Matched = bench.Levels(rows, loud)
	for i, row := range beside {
		if row.Timeline != nil {
			row.Clip = bench.Clip(row.Timeline, gains[i])
		}
		if row == l.Sounding() {
			l.Sound.Gain(gains[i], l.Matched)
		}
	}
}

// Whole reports whether all of a row's sound is here.
func (r *Row) Whole() bool { return r.Timeline != nil && r.Timeline.Complete() }

// Level is how much louder a row is than it is heard here, in dB; false where that
// is not known.
func (r *Row) Level() (db float64, known bool) {
	return r.lufs - target, r.Whole() && !math.IsInf(r.lufs, 0)
}

// target is how loud candidates are heard, in LUFS.
const target = -18.0
