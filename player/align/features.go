package align

import (
	"math"
	"slices"
	"time"

	"voicestudio/player/measure"
)

// Longest is the longest take that is aligned; the API's longest text is about
// as long. Features of ten minutes are made in half a second and take 12 MB. Two
// of them are aligned in two seconds within some 60 MB, twice that time where they
// say something else.
const Longest = 10 * time.Minute

const (
	// hop is the time from one frame to the next.
	hop = 10 * time.Millisecond
	// statics are the level and the cepstral coefficients 1 to 7 of a frame. They
	// hold how the mouth is shaped; those above hold whose voice it is and how
	// high, which two takes need not share.
	statics = 8
)

// Levels in dB, against those of the take's loud frames.
const (
	silenceDB = -38 // below it nothing is said
	fullDB    = -23 // from here on a frame's spectrum counts in full
	floorDB   = -45 // what is added to the spectrum, so that noise does not count
)

// levelWeight is how much 15 dB count beside a coefficient, whose variance is 1.
const levelWeight = 2.5

// Features are what a take is aligned by. They are made once for a take, and may
// be used by several goroutines.
type Features struct {
	plain, dry hearing
}

// hearing is a take as it sounds, or as it would without its echoes, from the
// first moment of speech to the last.
type hearing struct {
	first  int // frames of silence that are left out before
	quiet  []bool
	shapes [sizes][]shape
}

type shape [statics]float32

// Of makes the features of a take. One that is silent, longer than Longest or
// has less than 8000 samples a second has none, and is aligned with nothing.
func Of(s measure.Sound) *Features {
	f := new(Features)
	if s.Channels < 1 || s.Rate < leastRate || len(s.Samples)/s.Channels > int(Longest.Seconds())*s.Rate {
		return f
	}
	list := spectraOf(s)
	f.plain = hear(list)
	dry(list)
	f.dry = hear(list)
	return f
}

func hear(list []spectra) (h hearing) {
	loud := loudness(list)
	if loud < leastPower {
		return h
	}
	levels := make([]float64, len(list))
	first, end := len(list), 0
	for i := range list {
		levels[i] = 10 * math.Log10(list[i].power()/loud+1e-9)
		if levels[i] >= silenceDB {
			first, end = min(first, i), i+1
		}
	}
	list, levels = list[first:end], levels[first:end]
	h.first, h.quiet = first, make([]bool, len(list))
	for i, level := range levels {
		h.quiet[i] = level < silenceDB
	}
	for size := range h.shapes {
		h.shapes[size] = shapes(list, levels, loud, size)
	}
	return h
}

// loudness is the power of the loud frames, whatever silence and clicks there
// are beside them.
func loudness(list []spectra) float64 {
	powers := make([]float64, len(list))
	for i := range list {
		powers[i] = list[i].power()
	}
	slices.Sort(powers)
	if len(powers) == 0 {
		return 0
	}
	audible, _ := slices.BinarySearch(powers, powers[len(powers)-1]*1e-5)
	powers = powers[audible:]
	return powers[len(powers)*9/10]
}

// shapes are the levels and the cepstra without what is the same all through the
// take: the voice, the room, and the line it came through.
func shapes(list []spectra, levels []float64, loud float64, size int) []shape {
	weights, total := make([]float64, len(list)), 0.0
	for i, level := range levels {
		weights[i] = max(0, min((level-silenceDB)/(fullDB-silenceDB), 1))
		total += weights[i]
	}
	floor := loud * math.Pow(10, floorDB/10.0) / bands
	cepstra := make([][statics]float64, len(list))
	var mean, variance [statics]float64
	for i := range list {
		cepstra[i] = cepstrum(&list[i][size], floor)
		for c, v := range cepstra[i] {
			mean[c] += weights[i] * v / total
		}
	}
	for i := range cepstra {
		for c, v := range cepstra[i] {
			variance[c] += weights[i] * (v - mean[c]) * (v - mean[c]) / total
		}
	}
	made := make([]shape, len(list))
	for i := range made {
		made[i][0] = float32(levelWeight * max(0, min((levels[i]-floorDB)/15, 3)))
		for c := 1; c < statics; c++ {
			// What hardly varies, as in a hum, is not made loud.
			const least = 0.05
			made[i][c] = float32(weights[i] * (cepstra[i][c] - mean[c]) / (math.Sqrt(variance[c]) + least))
		}
	}
	return made
}
