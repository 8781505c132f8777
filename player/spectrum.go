package player

import (
	"math"
	"math/cmplx"
	"sync"
)

const (
	// earSize is what a spectrum is made of, 43 ms: the lowest voices have
	// three periods in it.
	earSize = 2048
	// The bands are spread evenly, as the ear has it, between these (Hz).
	lowestBand, highestBand = 80.0, 16000.0
)

// ears is the scratch of Spectrum.
type ears struct {
	mu     sync.Mutex
	frames [2 * earSize]float32
	bins   [earSize]complex128
}

// Spectrum fills dst with the level (0..1, a sine at full scale is 1) in each
// of len(dst) bands between 80 Hz and 16 kHz of what is heard now, before the
// volume; with zeros when nothing is. It allocates nothing and takes some 100
// microseconds.
func (p *Player) Spectrum(dst []float32) {
	clear(dst)
	s, h := p.cur.Load(), p.head.Load()
	if s == nil || h == nil || s.state() != Playing || len(dst) == 0 {
		return
	}
	now := h.heard()
	if now.s != s || !now.moving {
		return
	}
	p.ears.mu.Lock()
	defer p.ears.mu.Unlock()
	p.ears.listen(dst, s.tl, now.pos, float64(s.level.load()))
}

// listen analyses the frames before at.
func (e *ears) listen(dst []float32, tl *Timeline, at int64, level float64) {
	tl.readAll(e.frames[:], at-earSize)
	for i := range e.bins {
		// A Hann window, with the gain that it takes given back.
		w := 1 - math.Cos(2*math.Pi*float64(i)/earSize)
		e.bins[i] = complex(w*level*float64(e.frames[2*i]+e.frames[2*i+1])/2, 0)
	}
	fft(e.bins[:])
	const step = float64(Rate) / earSize // Hz per bin
	ratio := math.Pow(highestBand/lowestBand, 1/float64(len(dst)))
	low := lowestBand
	for b := range dst {
		high := low * ratio
		from := int(math.Round(low / step))
		to := max(from+1, int(math.Round(high/step)))
		power := 0.0
		for _, v := range e.bins[from:to] {
			a := cmplx.Abs(v) / (earSize / 2)
			power += a * a
		}
		// A tone is in three bins of a Hann window, with half as much again.
		dst[b] = float32(min(1, math.Sqrt(power/1.5)))
		low = high
	}
}

// fft transforms x in place; its length is a power of two.
func fft(x []complex128) {
	for i, j := 1, 0; i < len(x); i++ {
		bit := len(x) >> 1
		for ; j&bit != 0; bit >>= 1 {
			j ^= bit
		}
		j |= bit
		if i < j {
			x[i], x[j] = x[j], x[i]
		}
	}
	for n := 2; n <= len(x); n <<= 1 {
		turn := cmplx.Rect(1, -2*math.Pi/float64(n))
		for i := 0; i < len(x); i += n {
			w := complex(1, 0)
			for k := range n / 2 {
				a, b := x[i+k], x[i+k+n/2]*w
				x[i+k], x[i+k+n/2] = a+b, a-b
				w *= turn
			}
		}
	}
}
