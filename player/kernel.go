package player

import (
	"errors"
	"math"
	"sync"

	"voicestudio/player/decode"
)

// Rate is the sample rate of everything after decoding, in Hz: most cards and
// servers run at it, and the rates of speech services divide it well.
const Rate = 48000

// taps of each phase: 64 keep every rate above 100 dB of signal to noise and
// the band flat to 0.87 of its width, for 32 samples of delay.
const taps = 64

// maxPhases bounds a table's size (taps*maxPhases floats); 11,025 Hz, the worst
// usual rate, has 640.
const maxPhases = 1024

// maxKernels is more than the usual rates need.
const maxKernels = 16

// kernel is a windowed sinc that resamples by up/down, one row of taps for each
// of the up positions between two input samples, in the order of the input.
type kernel struct {
	up, down int
	rows     []float32
}

// kernels computes each ratio once.
type kernels struct {
	mu sync.Mutex
	of map[[2]int]*kernel
}

// between returns the kernel from one rate to another, in Hz; nil when there is
// nothing to do.
func (c *kernels) between(from, to int) (*kernel, error) {
	g := gcd(from, to)
	if from < 1000 || to < 1000 || to/g > maxPhases {
		return nil, &failure{ErrUndecodable, &failure{decode.ErrFormat, errors.New(say.source.rate(from))}}
	}
	if from == to {
		return nil, nil
	}
	ratio := [2]int{to / g, from / g}
	c.mu.Lock()
	defer c.mu.Unlock()
	k := c.of[ratio]
	if k == nil {
		// A source that changes its rate all the time must not fill the memory.
		if len(c.of) == maxKernels || c.of == nil {
			c.of = make(map[[2]int]*kernel)
		}
		k = newKernel(ratio[0], ratio[1])
		c.of[ratio] = k
	}
	return k, nil
}

// newKernel uses a Kaiser window. Its beta gives 100 dB of stop band; the cutoff
// lets the transition band reach a little beyond half the rate, where speech
// has nothing left to alias.
func newKernel(up, down int) *kernel {
	const beta, cutoff = 10.0, 0.95
	bandwidth := cutoff * min(1, float64(up)/float64(down))
	k := &kernel{up: up, down: down, rows: make([]float32, taps*up)}
	row := make([]float64, taps)
	scale := 1 / bessel0(beta)
	for p := range up {
		var sum float64
		for i := range row {
			// Distance, in input samples, of this tap from the wanted instant.
			x := float64(i-(taps/2-1)) - float64(p)/float64(up)
			r := x / (taps / 2)
			row[i] = sinc(bandwidth*x) * scale * bessel0(beta*math.Sqrt(max(0, 1-r*r)))
			sum += row[i]
		}
		for i, v := range row {
			// Equal gain of all phases: otherwise a constant would ripple.
			k.rows[p*taps+i] = float32(v / sum)
		}
	}
	return k
}

func sinc(x float64) float64 {
	if x == 0 {
		return 1
	}
	return math.Sin(math.Pi*x) / (math.Pi * x)
}

// bessel0 is the modified Bessel function of the first kind and order 0.
func bessel0(x float64) float64 {
	sum, term := 1.0, 1.0
	for k := 1.0; term > 1e-12*sum; k++ {
		term *= x / 2 / k * (x / 2 / k)
		sum += term
	}
	return sum
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
