// Package loudness measures programme loudness and true peak as ITU-R BS.1770-4
// defines them, while the sound grows.
package loudness

import "math"

const (
	// The absolute gate, and the relative one below the mean of what passes it
	// (BS.1770-4, annex 1).
	absoluteGate = -70.0 // LUFS
	relativeGate = -10.0 // LU
	// A block of 400 ms begins every 100 ms.
	steps = 4

	binsPerLU = 10
	bins      = 80 * binsPerLU // -70 to +10 LUFS
)

// Meter measures one sound of one or two channels. It belongs to one
// goroutine. Its memory does not grow: blocks are kept as a histogram of
// 0.1 LU, with their exact energy.
type Meter struct {
	filters [2][2]biquad
	peak    truePeak
	hop     int // frames of 100 ms
	n       int // frames in the running step
	sum     float64
	recent  [steps]float64 // mean energy of the last steps
	filled  int
	count   [bins]int64
	energy  [bins]float64
}

// NewMeter returns a meter for a sample rate in Hz.
func NewMeter(rate int) *Meter {
	m := &Meter{hop: max(1, (rate+5)/10)}
	shelf, highPass := kWeighting(float64(rate))
	for c := range m.filters {
		m.filters[c] = [2]biquad{shelf, highPass}
	}
	return m
}

// Write adds interleaved frames of 1 or 2 channels; samples at the end that are
// no whole frame are left out.
func (m *Meter) Write(x []float32, channels int) {
	for len(x) >= channels {
		frames := min(len(x)/channels, m.hop-m.n)
		for c := range channels {
			f := &m.filters[c]
			sum := 0.0
			for i := c; i < frames*channels; i += channels {
				v := f[1].run(f[0].run(float64(x[i])))
				sum += v * v
			}
			m.sum += sum
			m.peak.write(x[:frames*channels], c, channels)
		}
		x = x[frames*channels:]
		if m.n += frames; m.n == m.hop {
			m.step()
		}
	}
}

func (m *Meter) step() {
	copy(m.recent[:], m.recent[1:])
	m.recent[steps-1] = m.sum / float64(m.hop)
	m.sum, m.n = 0, 0
	if m.filled++; m.filled < steps {
		return
	}
	mean := 0.0
	for _, e := range m.recent {
		mean += e / steps
	}
	l := lufs(mean)
	if !(l > absoluteGate) {
		return
	}
	bin := min(int((l-absoluteGate)*binsPerLU), bins-1)
	m.count[bin]++
	m.energy[bin] += mean
}

// Integrated is the gated loudness of all so far in LUFS; -Inf as long as no
// 400 ms were louder than -70 LUFS. A channel alone counts once, as in ffmpeg:
// heard from two speakers it is 3 LU louder.
func (m *Meter) Integrated() float64 {
	mean, ok := m.above(0)
	if !ok {
		return math.Inf(-1)
	}
	gate := lufs(mean) + relativeGate
	mean, _ = m.above(max(0, int(math.Ceil((gate-absoluteGate)*binsPerLU))))
	return lufs(mean)
}

func (m *Meter) above(bin int) (mean float64, ok bool) {
	var count int64
	for i := bin; i < bins; i++ {
		count += m.count[i]
		mean += m.energy[i]
	}
	return mean / float64(max(1, count)), count > 0
}

// TruePeak is the largest level between the samples, too; 1 is full scale.
func (m *Meter) TruePeak() float64 { return float64(m.peak.max) }

// Decibels of an amplitude; -Inf for 0.
func Decibels(amplitude float64) float64 { return 20 * math.Log10(amplitude) }

// Amplitude is the factor of a gain in dB.
func Amplitude(db float64) float64 { return math.Pow(10, db/20) }

// lufs of a mean square. The constant makes a 997 Hz sine at full scale
// -3.01 LUFS.
func lufs(mean float64) float64 { return -0.691 + 10*math.Log10(mean) }

type biquad struct{ b0, b1, b2, a1, a2, z1, z2 float64 }

func (f *biquad) run(x float64) float64 {
	y := f.b0*x + f.z1
	f.z1 = f.b1*x - f.a1*y + f.z2
	f.z2 = f.b2*x - f.a2*y
	return y
}

// kWeighting returns BS.1770's two filters. The recommendation has their
// coefficients at 48 kHz only; these are the analogue filters behind them,
// which give the same at that rate.
func kWeighting(rate float64) (shelf, highPass biquad) {
	const shelfHz, shelfDB, shelfQ = 1681.974450955533, 3.999843853973347, 0.7071752369554196
	k := math.Tan(math.Pi * shelfHz / rate)
	vh := math.Pow(10, shelfDB/20)
	vb := math.Pow(vh, 0.4996667741545416)
	a0 := 1 + k/shelfQ + k*k
	shelf = biquad{
		b0: (vh + vb*k/shelfQ + k*k) / a0, b1: 2 * (k*k - vh) / a0, b2: (vh - vb*k/shelfQ + k*k) / a0,
		a1: 2 * (k*k - 1) / a0, a2: (1 - k/shelfQ + k*k) / a0,
	}
	const highPassHz, highPassQ = 38.13547087602444, 0.5003270373238773
	k = math.Tan(math.Pi * highPassHz / rate)
	a0 = 1 + k/highPassQ + k*k
	highPass = biquad{b0: 1, b1: -2, b2: 1, a1: 2 * (k*k - 1) / a0, a2: (1 - k/highPassQ + k*k) / a0}
	return shelf, highPass
}
