package subtitles

import (
	"math"
	"slices"
	"time"
)

// Cut keeps the cues of a part, counted from its start; to 0 is the end.
func Cut(cues []Cue, from, to time.Duration) (kept []Cue) {
	first, last := from.Milliseconds(), to.Milliseconds()
	if last == 0 {
		last = math.MaxInt64
	}
	move := func(begin, end int64) (int64, int64) {
		begin, end = max(begin, first), min(end, last)
		return begin - first, end - first
	}
	for _, c := range cues {
		if c.End <= first || c.Begin >= last {
			continue
		}
		c.Begin, c.End = move(c.Begin, c.End)
		c.Words = slices.Clone(c.Words)
		c.Words = slices.DeleteFunc(c.Words, func(w Word) bool { return w.End <= first || w.Begin >= last })
		for i, w := range c.Words {
			c.Words[i].Begin, c.Words[i].End = move(w.Begin, w.End)
		}
		kept = append(kept, c)
	}
	return kept
}
