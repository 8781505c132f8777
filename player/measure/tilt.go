package measure

import (
	"math"

	"voicestudio/player/spectrum"
)

const (
	// A frame of the spectrum has 20 to 40 ms, a power of 2 of samples.
	tiltSize, tiltSizeFrom = 512, 25600
	// The spectrum of a voice below is its pitch, and above it is s and sh.
	tiltFrom, tiltTo = 250.0, 5000.0
	// centroidFrom leaves out the hum of a mains.
	centroidFrom, centroidTo = 50.0, 8000.0
	// thirds of an octave are the bands that each count as much for a slope.
	thirds = 3
	// leastTilt is too little to have a colour: 0.2 s. Frames of 20 ms.
	leastTilt = 10
)

// tilt is the long-term average spectrum. What of it is speech is known at the
// end only, so it is kept apart by level, in steps of 1 dB.
type tilt struct {
	fft   *spectrum.FFT
	size  int // of a frame
	rate  float64
	power []float64
	sums  [-silence + 10][]float64
	count [-silence + 10]int
}

func newTilt(rate int) *tilt {
	size := tiltSize
	if rate >= tiltSizeFrom {
		size *= 2
	}
	return &tilt{fft: spectrum.NewFFT(size, spectrum.Hann(size)), size: size, rate: float64(rate), power: make([]float64, size/2+1)}
}

func (t *tilt) add(frame []float32) {
	db := 10 * math.Log10(float64(spectrum.Dot(frame, frame))/float64(t.size)+1e-20)
	if db < silence {
		return
	}
	t.fft.Power(t.power, frame)
	at := min(int(db-silence), len(t.sums)-1)
	if t.sums[at] == nil {
		t.sums[at] = make([]float64, len(t.power))
	}
	t.count[at]++
	for k, p := range t.power {
		t.sums[at][k] += p
	}
}

// tell finds the colour of what is louder than a threshold in dB.
func (t *tilt) tell(m *Measures, threshold float64) {
	clear(t.power)
	n := 0
	for at := max(0, int(threshold-silence)); at < len(t.sums); at++ {
		n += t.count[at]
		for k, p := range t.sums[at] {
			t.power[k] += p
		}
	}
	if n < leastTilt {
		return
	}
	m.CentroidHz = rounded(t.centroid(), 0)
	m.SlopeDBOct = rounded(t.slope(), 2)
}

func (t *tilt) hz(bin int) float64 { return float64(bin) * t.rate / float64(t.size) }

func (t *tilt) centroid() float64 {
	sum, weighed := 0.0, 0.0
	for k, p := range t.power {
		if hz := t.hz(k); hz >= centroidFrom && hz <= centroidTo {
			sum += p
			weighed += p * hz
		}
	}
	return weighed / sum
}

// slope is that of the straight line through the mean power of bands.
func (t *tilt) slope() float64 {
	var n, sx, sy, sxx, sxy float64
	// What a lower rate has left near its half is the filter's.
	to := min(tiltTo, t.rate/2*0.85)
	for band := 0; ; band++ {
		low := tiltFrom * math.Exp2(float64(band)/thirds)
		high := low * math.Exp2(1.0/thirds)
		if high > to*1.01 {
			break
		}
		sum, bins := 0.0, 0.0
		for k := int(math.Ceil(low * float64(t.size) / t.rate)); t.hz(k) < high; k++ {
			sum += t.power[k]
			bins++
		}
		if bins == 0 || sum == 0 {
			continue
		}
		x, y := math.Log2(low)+0.5/thirds, 10*math.Log10(sum/bins)
		n, sx, sy, sxx, sxy = n+1, sx+x, sy+y, sxx+x*x, sxy+x*y
	}
	return (n*sxy - sx*sy) / (n*sxx - sx*sx)
}
