package align

import (
	"math"
	"time"

	"voicestudio/player/measure"
)

// Unit is a word of a text, as far as its sound goes.
type Unit struct {
	// Weight is how long it takes by the text, in any measure; of nothing but zeros
	// all are alike.
	Weight float64
	// Break is the silence to be expected behind it in seconds; 0 is none.
	Break float64
	// Sounds are how many sounds that are no words, such as a laugh, are between it
	// and the next, or the end; Lead is how many are before it, of the first unit.
	Lead, Sounds int
}

// Span is when something is heard, from the beginning of the sound. It may be empty.
type Span struct{ Begin, End time.Duration }

// Estimate says when each unit of a text is heard that a sound says, where nobody
// else knows: its silences are laid to the breaks of the text so that the time
// between them fits the weights, and what is between by the weights. The spans are
// in order and do not overlap; the first begins with the speech and the last ends
// with it. They are nil where nobody speaks. Ten seconds take some 10 ms,
// ten minutes one second.
func Estimate(s measure.Sound, units []Unit) []Span {
	h := hush(s)
	if len(units) == 0 || h == nil {
		return nil
	}
	parts := partsOf(units)
	spans := make([]Span, len(units))
	at := newWay(h, parts).find()
	for i, p := range parts {
		if p.unit >= 0 {
			spans[p.unit] = Span{time.Duration(at[i][0]) * hop, time.Duration(at[i][1]) * hop}
		}
	}
	return spans
}

// part is a unit, or a sound between two.
type part struct {
	unit   int // -1 is a sound
	weight float64
	rest   float64 // expected behind it, in seconds
}

// soundRest is the silence to be expected on both sides of a laugh, in seconds.
const soundRest = 0.1

// soundWeight is how long a sound is, in syllables: some 0.7 s.
const soundWeight = 4

func partsOf(units []Unit) []part {
	mean := 0.0
	for _, u := range units {
		mean += weighed(u.Weight) / float64(len(units))
	}
	if mean == 0 {
		mean = 1
	}
	var parts []part
	sounds := func(n int, rest float64) {
		for i := range min(n, maxSounds) {
			parts = append(parts, part{-1, soundWeight, soundRest})
			if i == min(n, maxSounds)-1 {
				parts[len(parts)-1].rest = rest
			}
		}
	}
	sounds(units[0].Lead, soundRest)
	for i, u := range units {
		// A unit of no weight is still heard.
		p := part{i, max(weighed(u.Weight), mean/20), min(weighed(u.Break), maxBreak)}
		if p.rest > 0 || i == len(units)-1 {
			p.weight += lengthened * mean
		}
		if u.Sounds == 0 {
			parts = append(parts, p)
			continue
		}
		rest := max(soundRest, p.rest)
		p.rest = soundRest
		parts = append(parts, p)
		sounds(u.Sounds, rest)
	}
	return parts
}

// lengthened is by how much a word is longer before a break, of a mean word.
const lengthened = 0.25

const (
	maxSounds = 100
	maxBreak  = 100
	maxWeight = 1e6
)

func weighed(v float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return max(0, min(v, maxWeight))
}
