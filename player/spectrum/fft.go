// Package spectrum is what every look at the spectrum of speech begins with: a
// sound brought to one channel at a low rate, a window, and the power of its
// frequencies. It knows no take and no figure made of them.
package spectrum

import (
	"math"
	"math/bits"
)

// FFT finds the spectra of frames of one length, by radix 2. It holds what it
// works in, so it belongs to one goroutine.
type FFT struct {
	n       int
	window  []float32
	turns   []complex128 // exp(-2*pi*i*k/n) for k < n/2
	reverse []int
	z       []complex128 // n/2: even samples real, odd ones imaginary
}

// NewFFT is for frames of up to n samples, a power of 2 from 4 on; window is
// what each is multiplied with first, at most n long, and the frame with it.
func NewFFT(n int, window []float32) *FFT {
	half := n / 2
	f := &FFT{n, window, make([]complex128, half), make([]int, half), make([]complex128, half)}
	shift := bits.UintSize - bits.Len(uint(half)) + 1
	for k := range f.turns {
		sin, cos := math.Sincos(-2 * math.Pi * float64(k) / float64(n))
		f.turns[k] = complex(cos, sin)
		f.reverse[k] = int(bits.Reverse(uint(k)) >> shift)
	}
	return f
}

// Hann is the window of n samples whose copies, half of it apart, add up to 1.
func Hann(n int) []float32 {
	w := make([]float32, n)
	for i := range w {
		w[i] = float32(0.5 - 0.5*math.Cos(2*math.Pi*float64(i)/float64(n)))
	}
	return w
}

// Power fills dst with the squared magnitudes of the n/2+1 frequencies from 0 to
// half the rate. A frame that is shorter than the window is silent behind its
// end. The race detector leaves it out, as transform.
//
//go:norace
func (f *FFT) Power(dst []float64, frame []float32) {
	clear(f.z)
	for i, v := range frame[:min(len(frame), len(f.window))] {
		v := float64(v * f.window[i])
		if i%2 == 0 {
			f.z[f.reverse[i/2]] = complex(v, 0)
		} else {
			f.z[f.reverse[i/2]] += complex(0, v)
		}
	}
	f.transform()
	half := f.n / 2
	// The even samples' spectrum is the part of z that is its own mirror image,
	// the odd ones' the rest.
	for k := range dst[:half+1] {
		a, b := f.z[k%half], f.z[(half-k)%half]
		b = complex(real(b), -imag(b))
		even, odd := (a+b)*complex(0.5, 0), (a-b)*complex(0, -0.5)
		turn := complex(-1, 0)
		if k < half {
			turn = f.turns[k]
		}
		x := even + turn*odd
		dst[k] = real(x)*real(x) + imag(x)*imag(x)
	}
}

// transform is the complex transform of z, which is in reversed order before;
// the race detector leaves it out.
//
//go:norace
func (f *FFT) transform() {
	for size := 1; size < len(f.z); size *= 2 {
		step := f.n / 2 / size // of turns, which are those of n, not n/2
		for at := 0; at < len(f.z); at += 2 * size {
			low, high := f.z[at:at+size], f.z[at+size:at+2*size]
			for k, turn := 0, 0; k < size; k, turn = k+1, turn+step {
				t := high[k] * f.turns[turn]
				low[k], high[k] = low[k]+t, low[k]-t
			}
		}
	}
}
