package loudness

import "math"

const (
	// peakPhases is how many times the rate the peak is looked for at. BS.1770-4
	// asks for four, which misses up to 0.7 dB of what is near half of the rate,
	// such as the hiss of an s at 8 kHz; eight miss 0.2.
	peakPhases = 8
	// peakTaps is the length of the filter between the samples. The one of
	// BS.1770-4's annex 2 has 12, and reads hiss another half dB too low.
	peakTaps = 24
	// peakRun samples are looked at together: where none of them can make a
	// new maximum, as nearly everywhere, no interpolation is needed.
	peakRun = 64
)

// interpolate has half of the phases, those before the middle of two samples;
// the others are these backwards. Of each it has what its taps from both ends
// have in common and in what they differ, so that the two phases are the sum
// and the difference of two short ones.
var interpolate = newInterpolate()

type phase struct{ even, odd [peakTaps / 2]float32 }

// overshoot is the most that the filter can make of samples up to 1: the
// largest sum of a phase's taps.
var overshoot = mostOf(interpolate)

// newInterpolate makes each phase a sinc under a Kaiser window, half as far from
// the sample as from the next phase.
func newInterpolate() (phases [peakPhases / 2]phase) {
	const beta = 6 // -63 dB beside the passband
	for p := range phases {
		at := (float64(p) + 0.5) / peakPhases
		sum := 0.0
		var taps [peakTaps]float64
		for i := range taps {
			x := float64(i-(peakTaps/2-1)) - at
			r := x / (peakTaps / 2)
			taps[i] = math.Sin(math.Pi*x) / (math.Pi * x) * bessel(beta*math.Sqrt(max(0, 1-r*r))) / bessel(beta)
			sum += taps[i]
		}
		for i := range peakTaps / 2 {
			a, b := taps[i]/sum, taps[peakTaps-1-i]/sum
			phases[p].even[i], phases[p].odd[i] = float32((a+b)/2), float32((a-b)/2)
		}
	}
	return phases
}

// bessel is the modified one of the first kind and order 0.
func bessel(x float64) float64 {
	sum, term := 1.0, 1.0
	for k := 1.0; term > 1e-12*sum; k++ {
		term *= x / (2 * k) * x / (2 * k)
		sum += term
	}
	return sum
}

func mostOf(phases [peakPhases / 2]phase) (most float32) {
	for _, p := range phases {
		sum := float32(0)
		for i, even := range p.even {
			a, b := even+p.odd[i], even-p.odd[i]
			sum += max(a, -a) + max(b, -b)
		}
		most = max(most, sum)
	}
	return most
}

// truePeak finds the largest value of a signal, between its samples, too.
type truePeak struct {
	max  float32
	hist [2][peakTaps - 1 + peakRun]float32 // per channel; the last taps first
}

// It touches what is its caller's alone, and takes ten times as long where the race
// detector watches it; so does between.
//
//go:norace
func (p *truePeak) write(x []float32, c, channels int) {
	h := &p.hist[c]
	for len(x) > c {
		n := min(len(x)/channels, peakRun)
		top := float32(0)
		for i := range n {
			h[peakTaps-1+i] = x[i*channels+c]
		}
		for _, v := range h[:peakTaps-1+n] {
			top = max(top, v, -v)
		}
		if top*overshoot > p.max {
			p.max = max(p.max, top)
			for i := range n {
				p.max = max(p.max, between(h[i:i+peakTaps]))
			}
		}
		copy(h[:], h[n:n+peakTaps-1])
		x = x[n*channels:]
	}
}

// between is the largest of the values that lie in the middle of w.
//
//go:norace
func between(w []float32) (top float32) {
	w = w[:peakTaps]
	var even, odd [peakTaps / 2]float32
	for i := range even {
		a, b := w[i], w[peakTaps-1-i]
		even[i], odd[i] = a+b, a-b
	}
	for p := range interpolate {
		taps := &interpolate[p]
		var e, o float32
		for i := range even {
			e += taps.even[i] * even[i]
			o += taps.odd[i] * odd[i]
		}
		// The larger of |e+o| and |e-o|.
		top = max(top, max(e, -e)+max(o, -o))
	}
	return top
}
