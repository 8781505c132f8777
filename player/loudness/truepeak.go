package loudness

// interpolate has the phases of BS.1770-4 annex 2's filter for four times the
// rate; the other two are these backwards.
var interpolate = [2][peakTaps]float32{
	{0.0017089843750, 0.0109863281250, -0.0196533203125, 0.0332031250000, -0.0594482421875, 0.1373291015625,
		0.9721679687500, -0.1022949218750, 0.0476074218750, -0.0266113281250, 0.0148925781250, -0.0083007812500},
	{-0.0291748046875, 0.0292968750000, -0.0517578125000, 0.0891113281250, -0.1665039062500, 0.4650878906250,
		0.7797851562500, -0.2003173828125, 0.1015625000000, -0.0582275390625, 0.0330810546875, -0.0189208984375},
}

const (
	peakTaps = 12
	// peakRun samples are looked at together: where none of them can make a
	// new maximum, as nearly everywhere, no interpolation is needed.
	peakRun = 64
	// overshoot is the most that the filter can make of samples up to 1: the
	// sum of a phase's taps.
	overshoot = 2.03
)

// truePeak finds the largest value of a signal at four times its rate.
type truePeak struct {
	max  float32
	hist [2][peakTaps - 1 + peakRun]float32 // per channel; the last taps first
}

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
func between(w []float32) (top float32) {
	for _, phase := range &interpolate {
		var a, b float32
		for i, k := range phase {
			a += k * w[i]
			b += k * w[peakTaps-1-i]
		}
		top = max(top, a, -a, b, -b)
	}
	return top
}
