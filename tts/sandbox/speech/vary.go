package speech

import (
	"math"
	"math/rand/v2"
)

// How far the repeated takes of a real host lie from their middle at most; most
// are near it.
const (
	variedPitch = 0.3   // semitones
	variedSpeed = 0.015 // of the speed
	variedPause = 0.040 // seconds, of each pause
	variedLevel = 0.5   // dB
)

// Variation is in what one take differs from another of the same request, as a
// real host's do. Without one, the same request gives the same bytes.
type Variation struct {
	semitones float64
	speed     float64 // factor
	level     float64 // dB
	pauses    *rand.Rand
}

// NewVariation draws the nth take of something. The same numbers give the same
// take.
func NewVariation(seed, nth uint64) *Variation {
	draw := rand.New(rand.NewPCG(seed, nth))
	return &Variation{within(draw, variedPitch), 1 + within(draw, variedSpeed), within(draw, variedLevel), draw}
}

// within is the sum of two even draws, so a triangle around 0.
func within(draw *rand.Rand, reach float64) float64 {
	return reach * (draw.Float64() - draw.Float64())
}

// deliver is a delivery as this take has it.
func (v *Variation) deliver(d delivery) delivery {
	if v == nil {
		return d
	}
	d.timbre.setPitch(d.timbre.mid()*math.Exp2(v.semitones/12), d.timbre.high/d.timbre.low)
	return d.at(d.speed * v.speed)
}

// pause is a pause of so many seconds as this take has it.
func (v *Variation) pause(seconds float64) float64 {
	if v == nil || seconds <= 0 {
		return seconds
	}
	return max(0, seconds+within(v.pauses, variedPause))
}

// effects are a chain with this take's level.
func (v *Variation) effects(c chain) chain {
	if v == nil {
		return c
	}
	return append(chain{decibels(v.level)}, c...)
}
