package align

import (
	"math"

	"voicestudio/player/measure"
	"voicestudio/player/spectrum"
)

const (
	// leastRate in Hz: the lowest that the API makes. Every take is looked at as
	// if it had no more, so that takes of different rates can be aligned.
	leastRate = 8000
	// The bands of the spectrum lie evenly on the mel scale from lowHz to highHz;
	// fourteen are wide enough that a high voice's harmonics do not show.
	bands         = 14
	lowHz, highHz = 100, 3300
	// A child's mouth is a third shorter than a man's, and the frequencies that
	// it makes loud are as much higher. A take is looked at as it would be in
	// each of these sizes, so that those of two takes can be brought together.
	sizes  = 3
	middle = 1
	// leastPower of a frame, some -80 dB of full scale, is that of a silent take.
	leastPower = 1e-5
	// mostPower bounds what is no sound but broken numbers.
	mostPower = 1e15
)

var scales = [sizes]float64{0.87, 1, 1.15}

// cepstrum is one frame's power and the shape of its spectrum.
type cepstrum struct {
	bands [sizes][bands]float64
	power float64
	c     [sizes][statics]float64 // c[..][0] is unused: the power stands for it
}

// band is a triangle over the frequencies of a spectrum.
type band struct {
	from    int
	weights []float64
}

// cepstraOf are the cepstra of a sound, a frame for every hop; a frame is 25 ms
// around its moment.
func cepstraOf(s measure.Sound) []cepstrum {
	x, rate := spectrum.Mono(s.Samples, s.Channels, s.Rate, leastRate)
	size := rate / 40
	n := 256
	for n < size {
		n *= 2
	}
	fft, power := spectrum.NewFFT(n, spectrum.Hann(size)), make([]float64, n/2+1)
	var filters [sizes][bands]band
	for size, scale := range scales {
		filters[size] = melBands(n, float64(rate)/scale)
	}
	x = append(make([]float32, size/2), x...)
	list := make([]cepstrum, int64(len(x)-size/2)*100/int64(rate))
	for i := range list {
		at := int(int64(i) * int64(rate) / 100)
		fft.Power(power, x[at:min(len(x), at+size)])
		p := &list[i]
		for size := range filters {
			for b, f := range filters[size] {
				for k, w := range f.weights {
					p.bands[size][b] += w * power[f.from+k]
				}
			}
		}
		for _, e := range p.bands[middle] {
			p.power += e
		}
		if !(p.power < mostPower) {
			*p = cepstrum{}
		}
	}
	// A floor under the spectra of silence.
	floor := loudness(list) * math.Pow(10, floorDB/10.0) / bands
	var cosines [statics][bands]float64
	for c := range cosines {
		for b := range cosines[c] {
			cosines[c][b] = math.Sqrt(2.0/bands) * math.Cos(math.Pi*float64(c)*(float64(b)+0.5)/bands)
		}
	}
	for i := range list {
		p := &list[i]
		for size := range p.bands {
			for b, e := range p.bands[size] {
				e = math.Log(e + floor + 1e-30)
				for c := 1; c < statics; c++ {
					p.c[size][c] += cosines[c][b] * e
				}
			}
		}
	}
	return list
}

func melBands(n int, rate float64) (list [bands]band) {
	mel := func(hz float64) float64 { return 1127 * math.Log1p(hz/700) }
	edge := func(i int) float64 {
		m := mel(lowHz) + (mel(highHz)-mel(lowHz))*float64(i)/(bands+1)
		return 700 * math.Expm1(m/1127) * float64(n) / rate
	}
	for b := range list {
		low, middle, high := edge(b), edge(b+1), edge(b+2)
		list[b].from = int(math.Ceil(low))
		for k := list[b].from; float64(k) <= high; k++ {
			up, down := (float64(k)-low)/(middle-low), (high-float64(k))/(high-middle)
			list[b].weights = append(list[b].weights, min(up, down))
		}
	}
	return list
}
