// Package align says where two takes of one text say the same word: by dynamic
// time warping over their spectra. It knows no host and no screen.
package align

import (
	"iter"
	"sort"
	"time"
)

// Map is where one take is while the other says the same. It is never changed
// once it is made; At allocates nothing and takes no lock, so that an audio
// callback may ask.
type Map struct {
	from, to []time.Duration // knots, neither falling; at least one
}

// At is the moment of the second take that says what the first says at t. In a
// pause that only the first has, the second stands just before its next word;
// behind what both say, it stands where that ends.
func (m *Map) At(t time.Duration) time.Duration {
	next := sort.Search(len(m.from), func(i int) bool { return m.from[i] > t })
	if next == 0 {
		return m.to[0]
	}
	if next == len(m.from) {
		return m.to[next-1]
	}
	part := float64(t-m.from[next-1]) / float64(m.from[next]-m.from[next-1])
	return m.to[next-1] + time.Duration(part*float64(m.to[next]-m.to[next-1]))
}

// Back is the map from the second take to the first.
func (m *Map) Back() *Map { return &Map{m.to, m.from} }

// Knots are the moments of the first take and of the second between which both
// go on along straight lines. Neither ever falls.
func (m *Map) Knots() iter.Seq2[time.Duration, time.Duration] {
	return func(yield func(first, second time.Duration) bool) {
		for i := range m.from {
			if !yield(m.from[i], m.to[i]) {
				return
			}
		}
	}
}
