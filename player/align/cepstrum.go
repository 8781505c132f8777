package align

import (
	"math"
	"slices"

	"voicestudio/player/measure"
	"voicestudio/player/spectrum"
)

const (
	// leastRate in Hz is the lowest of the API's. Every take is heard as if it had
	// no more, so that takes of different rates can be aligned.
	leastRate = 8000
	// The bands of the spectrum lie evenly on the mel scale from lowHz to highHz.
	// Fourteen are so wide that the harmonics of a high voice do not show.
	bands         = 14
	lowHz, highHz = 100, 3300
	// A child's mouth is a third smaller than a man's, and what it makes loud is
	// as much higher. A take is heard in three sizes, from which those of two
	// takes are chosen that bring them together.
	sizes  = 3
	middle = 1
)

var scales = [sizes]float64{0.87, 1, 1.15}

const (
	// leastPower of a loud frame, 80 dB below full scale, below which a take is
	// silent; a sine at full scale has some 2000.
	leastPower = 1e-5
	// mostPower bounds what is no sound but broken numbers.
	mostPower = 1e15
)

// spectra is the power in the bands of one frame, in each size.
type spectra [sizes][bands]float64

func (s *spectra) power() (sum float64) {
	for _, v := range s[middle] {
		sum += v
	}
	return sum
}

// spectraOf are the spectra of a sound, one for every hop, of 25 ms around its
// moment.
func spectraOf(s measure.Sound) []spectra {
	low := spectrum.NewLower(s.Channels, s.Rate, leastRate)
	size, n := low.Rate/40, 256
	for n < size {
		n *= 2
	}
	x := make([]float32, size/2) // so that the first is around the beginning
	for piece := range slices.Chunk(s.Samples, 48000*s.Channels) {
		x = append(x, low.Write(piece)...)
	}
	x = append(x, low.Flush()...)
	var filters [sizes][bands]filter
	for i, scale := range scales {
		filters[i] = filtersOf(float64(n) / float64(low.Rate) * scale)
	}
	fft, power := spectrum.NewFFT(n, spectrum.Hann(size)), make([]float64, n/2+1)
	list := make([]spectra, int64(len(x)-size/2)*100/int64(low.Rate))
	for i := range list {
		at := int(int64(i) * int64(low.Rate) / 100)
		fft.Power(power, x[at:min(len(x), at+size)])
		for z := range filters {
			for b, f := range filters[z] {
				list[i][z][b] = f.sum(power)
			}
		}
		if !(list[i].power() < mostPower) {
			list[i] = spectra{}
		}
	}
	return list
}

// filter is a triangle over the frequencies of a spectrum.
type filter struct {
	from    int
	weights []float64
}

func (f filter) sum(power []float64) (sum float64) {
	for k, w := range f.weights {
		sum += w * power[f.from+k]
	}
	return sum
}

// filtersOf are those of the bands, where the spectrum has so many lines a Hz.
func filtersOf(lines float64) (list [bands]filter) {
	mel := func(hz float64) float64 { return 1127 * math.Log1p(hz/700) }
	edge := func(i int) float64 {
		m := mel(lowHz) + (mel(highHz)-mel(lowHz))*float64(i)/(bands+1)
		return 700 * math.Expm1(m/1127) * lines
	}
	for b := range list {
		low, peak, high := edge(b), edge(b+1), edge(b+2)
		list[b].from = int(math.Ceil(low))
		for k := list[b].from; float64(k) <= high; k++ {
			list[b].weights = append(list[b].weights, min((float64(k)-low)/(peak-low), (high-float64(k))/(high-peak)))
		}
	}
	return list
}

var cosines = func() (c [statics][bands]float64) {
	for i := range c {
		for b := range bands {
			c[i][b] = math.Sqrt(2.0/bands) * math.Cos(math.Pi*float64(i)*(float64(b)+0.5)/bands)
		}
	}
	return c
}()

// cepstrum is the form of a spectrum on a floor, coarse first.
func cepstrum(spectrum *[bands]float64, floor float64) (c [statics]float64) {
	for b, v := range spectrum {
		log := math.Log(v + floor)
		for i := range c {
			c[i] += cosines[i][b] * log
		}
	}
	return c
}

// An echo is taken to begin after 100 ms, 5 dB below the sound, and to fall by
// 13 dB a second: more than the API's two have.
const (
	echoAfter = 10 // frames
	echoPower = 0.3
	echoFall  = 0.97 // a frame
)

// dry takes from each band what may be the echo of what was in it before.
func dry(list []spectra) {
	var echo spectra
	var past [echoAfter]spectra // as it was, before it was dried
	for i := range list {
		now, before := list[i], past[i%echoAfter]
		for z := range echo {
			for b := range echo[z] {
				echo[z][b] = max(echo[z][b]*echoFall, before[z][b]*echoPower)
				list[i][z][b] = max(0, now[z][b]-echo[z][b])
			}
		}
		past[i%echoAfter] = now
	}
}
