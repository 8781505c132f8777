package likeness

import (
	"math"
	"slices"

	"voicestudio/player/measure"
	"voicestudio/player/spectrum"
)

// Bands are the bands of hearing, from 100 Hz to 7.6 kHz; of a sound that has not
// so much, those above are not told.
const Bands = 20

const (
	// A sound is heard up to 8 kHz, in bands that lie evenly on the mel scale.
	// They are so wide that the harmonics of a voice hardly show in them.
	leastRate     = 16000
	lowHz, highHz = 100, 7600
	// hop is how many frames there are in a second.
	hop = 100
	// blur is how many frames on each side one is the mean of, so that it hardly
	// matters where in a period of the voice it begins.
	blur = 2
	// spokenDB is how far below the loud frames speech ends.
	spokenDB = -30
	// floorDB is what is added to a spectrum, below the loud frames, so that
	// noise does not count.
	floorDB = -55
	// leastPower of a loud frame, below which a sound is silent.
	leastPower = 1e-5
)

// spectra is a frame in dB.
type spectra [Bands]float32

// bands are the spectra of a sound, one every 10 ms.
type bands struct {
	frames []spectra
	spoken []bool
	top    int // the bands that its rate holds
	moves
}

func bandsOf(s measure.Sound) (b bands) {
	if s.Channels < 1 || s.Channels > 2 || s.Rate < 4000 {
		return b
	}
	x, rate := spectrum.Mono(s.Samples, s.Channels, s.Rate, leastRate)
	size, n := rate/40, 256
	for n < size {
		n *= 2
	}
	filters := filtersOf(float64(n)/float64(rate), float64(rate)/2*0.95)
	fft, power := spectrum.NewFFT(n, spectrum.Hann(size)), make([]float64, n/2+1)
	list := make([][Bands]float64, max(0, (len(x)-size)*hop/rate+1))
	levels := make([]float64, len(list))
	for i := range list {
		at := i * rate / hop
		fft.Power(power, x[at:min(len(x), at+size)])
		levels[i] = sums(&list[i], filters, power)
	}
	if len(list) == 0 {
		return b
	}
	ordered := slices.Sorted(slices.Values(levels))
	loud := ordered[(len(ordered)-1)*9/10]
	if !(loud > leastPower) || math.IsInf(loud, 0) {
		return b
	}
	b.top = len(filters)
	b.spoken = make([]bool, len(list))
	for i := range list {
		b.spoken[i] = levels[i] > loud*math.Pow(10, spokenDB/10.0)
	}
	floor := loud * math.Pow(10, floorDB/10.0) / Bands
	b.frames = inDecibels(list, b.top, 0, floor)
	b.moves = b.watch()
	b.frames = inDecibels(list, b.top, blur, floor)
	return b
}

// inDecibels are frames above a floor, each the mean of those around it.
//
//go:norace
func inDecibels(list [][Bands]float64, top, around int, floor float64) []spectra {
	frames := make([]spectra, len(list))
	for i := range list {
		near := list[max(0, i-around):min(len(list), i+around+1)]
		for k := range top {
			power := 0.0
			for _, frame := range near {
				power += frame[k] / float64(len(near))
			}
			frames[i][k] = float32(10 * math.Log10(power+floor))
		}
	}
	return frames
}

// sums fills in the power in each band, and returns that in all. The race detector
// leaves it out, as it does the other loops over all frames: it would take ten times
// as long.
//
//go:norace
func sums(frame *[Bands]float64, filters []filter, power []float64) (all float64) {
	for k := range filters {
		f := &filters[k]
		for j, w := range f.weights {
			frame[k] += w * power[f.from+j]
		}
		all += frame[k]
	}
	return all
}

type filter struct {
	from    int
	weights []float64
}

// filtersOf are those of the bands below a frequency, where a spectrum has so many
// lines a Hz.
func filtersOf(lines, below float64) (list []filter) {
	mel := func(hz float64) float64 { return 1127 * math.Log1p(hz/700) }
	edge := func(i int) float64 {
		m := mel(lowHz) + (mel(highHz)-mel(lowHz))*float64(i)/(Bands+1)
		return 700 * math.Expm1(m/1127) * lines
	}
	for b := range Bands {
		low, peak, high := edge(b), edge(b+1), edge(b+2)
		if high > below*lines {
			break
		}
		f := filter{from: int(math.Ceil(low))}
		for k := f.from; float64(k) <= high; k++ {
			f.weights = append(f.weights, min((float64(k)-low)/(peak-low), (high-float64(k))/(high-peak)))
		}
		list = append(list, f)
	}
	return list
}
