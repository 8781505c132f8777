package align

import (
	"math"
	"slices"
	"time"

	"voicestudio/player/measure"
)

// Longest is the longest take that is aligned. Of two that long the alignment
// takes a second and some 40 MB; the MiniMax hosts' 10,000 characters are about as long.
const Longest = 10 * time.Minute

const (
	// hop is the time from one frame to the next.
	hop = 10 * time.Millisecond
	// shortest is the number of frames of speech, 0.3 s, below which there is
	// nothing to tell a word by.
	shortest = 30
	// statics are the level and the cepstral coefficients 1 to 7 of a frame.
	// They hold how the mouth is shaped; from about 10 on they hold whose voice
	// it is and how high, which two takes need not share.
	statics = 8
	// reach is how many frames on each side a frame's changes are taken from.
	reach = 3
)

// Levels in dB, against those of the take's loud frames.
const (
	silenceDB = -38 // below it nothing is said
	fullDB    = -23 // from here on a frame's spectrum counts in full
	floorDB   = -45 // what is added to the spectrum, so that noise does not count
)

// levelWeight is how much the level counts beside a coefficient whose variance
// is 1, per 15 dB.
const levelWeight = 2.5

// frame is what is known of one moment: its statics, then how each changes.
type frame [2 * statics]float32

// Features are what a take is aligned by. They are made once for a take, and may
// be used by several goroutines.
type Features struct {
	duration time.Duration
	first    int // where in the take frames begins: the silence before is left out
	frames   [sizes][]frame
	quiet    []bool // of each of the frames
}

// Of makes the features of a take. One that is silent, longer than Longest, or
// has less than 8 kHz has none, and is aligned with nothing.
func Of(s measure.Sound) *Features {
	f := &Features{}
	if s.Channels < 1 || s.Rate < leastRate {
		return f
	}
	f.duration = time.Duration(float64(len(s.Samples)/s.Channels) / float64(s.Rate) * float64(time.Second))
	if f.duration > Longest {
		return f
	}
	spectra := cepstraOf(s)
	loud := loudness(spectra)
	if loud < leastPower {
		return f
	}
	first, end := 0, len(spectra)
	for first < end && decibels(spectra[first].power/loud) < silenceDB {
		first++
	}
	for end > first && decibels(spectra[end-1].power/loud) < silenceDB {
		end--
	}
	spectra, f.first = spectra[first:end], first
	f.quiet = make([]bool, len(spectra))
	for i := range spectra {
		f.quiet[i] = decibels(spectra[i].power/loud) < silenceDB
	}
	for size := range f.frames {
		f.frames[size] = normalised(spectra, loud, size)
		changes(f.frames[size])
	}
	return f
}

// loudness is the power of the frames that are loud, without clicks.
func loudness(spectra []cepstrum) float64 {
	var powers []float64
	for i := range spectra {
		powers = append(powers, spectra[i].power)
	}
	slices.Sort(powers)
	if len(powers) == 0 {
		return 0
	}
	// Long silences must not make silence loud.
	audible, _ := slices.BinarySearch(powers, powers[len(powers)-1]*1e-5)
	powers = powers[audible:]
	return powers[len(powers)*9/10]
}

func decibels(power float64) float64 { return 10 * math.Log10(power+1e-9) }

// normalised takes out of the cepstra what is the same all through the take: the
// voice, the room and the line it came through.
func normalised(spectra []cepstrum, loud float64, size int) []frame {
	frames, weights, total := make([]frame, len(spectra)), make([]float64, len(spectra)), 0.0
	var mean, variance [statics]float64
	for i := range spectra {
		level := decibels(spectra[i].power / loud)
		frames[i][0] = float32(levelWeight * max(0, min((level-floorDB)/15, 3)))
		weights[i] = max(0, min((level-silenceDB)/(fullDB-silenceDB), 1))
		total += weights[i]
		for c := 1; c < statics; c++ {
			mean[c] += weights[i] * spectra[i].c[size][c]
		}
	}
	for c := range mean {
		mean[c] /= total
	}
	for i := range spectra {
		for c := 1; c < statics; c++ {
			d := spectra[i].c[size][c] - mean[c]
			variance[c] += weights[i] * d * d / total
		}
	}
	for i := range spectra {
		for c := 1; c < statics; c++ {
			frames[i][c] = float32(weights[i] * (spectra[i].c[size][c] - mean[c]) / (math.Sqrt(variance[c]) + 0.05))
		}
	}
	return frames
}

// changes fills in how the statics change around each frame: the slope of a
// line through them, as the difference over reach frames.
func changes(frames []frame) {
	last := len(frames) - 1
	norm := float32(0)
	for k := 1; k <= reach; k++ {
		norm += 2 * float32(k*k)
	}
	for i := range frames {
		for c := range statics {
			sum := float32(0)
			for k := 1; k <= reach; k++ {
				sum += float32(k) * (frames[min(i+k, last)][c] - frames[max(i-k, 0)][c])
			}
			frames[i][statics+c] = sum / norm * reach
		}
	}
}

// look is a take as it would be in one size.
type look struct {
	frames []frame
	quiet  []bool
}

func (f *Features) in(size int) look { return look{f.frames[size], f.quiet} }

// pooled is every so many frames as one, for a first look from afar.
func (l look) pooled(pool int) look {
	n := (len(l.frames) + pool - 1) / pool
	p := look{make([]frame, n), make([]bool, n)}
	for i := range n {
		group := l.frames[i*pool : min((i+1)*pool, len(l.frames))]
		silent := 0
		for k := range group {
			for c := range statics {
				p.frames[i][c] += group[k][c] / float32(len(group))
			}
			if l.quiet[i*pool+k] {
				silent++
			}
		}
		p.quiet[i] = 2*silent > len(group)
	}
	changes(p.frames)
	return p
}
