package subtitles

import (
	"slices"
	"time"
)

// Shift moves cues by a time, as the part of a whole they are of; none begins before
// its start.
func Shift(cues []Cue, by time.Duration) []Cue {
	ms := by.Milliseconds()
	moved := slices.Clone(cues)
	for i := range moved {
		c := &moved[i]
		c.Begin, c.End = max(0, c.Begin+ms), max(0, c.End+ms)
		c.Words = slices.Clone(c.Words)
		for k := range c.Words {
			w := &c.Words[k]
			w.Begin, w.End = max(0, w.Begin+ms), max(0, w.End+ms)
		}
	}
	return moved
}
