package speech

import (
	"math"
	"sync"
)

// The anti-alias filter: a windowed sinc. 32 crossings a side and Kaiser's
// beta 8 give a stopband below -80 dB and a transition of 12 % of the band,
// which the cutoff moves below the lower of both Nyquist frequencies.
const (
	crossings = 32
	cutoff    = 0.93
	beta      = 8
)

// polyphase holds the filter for one rate: out = in*up/down.
type polyphase struct {
	up, down int
	taps     int       // per phase, even
	weights  []float32 // up phases of taps
}

var polyphases sync.Map // rate -> func() *polyphase: building one costs some ms

func polyphaseFor(rate int) *polyphase {
	build, _ := polyphases.LoadOrStore(rate, sync.OnceValue(func() *polyphase { return newPolyphase(engineRate, rate) }))
	return build.(func() *polyphase)()
}

func newPolyphase(in, out int) *polyphase {
	d := gcd(in, out)
	p := &polyphase{up: out / d, down: in / d}
	c := cutoff * math.Min(1, float64(out)/float64(in))
	half := int(math.Ceil(crossings / c))
	p.taps = 2 * half
	p.weights = make([]float32, p.up*p.taps)
	row := make([]float64, p.taps)
	for phase := range p.up {
		sum := 0.0
		for k := range row {
			t := float64(k-half+1) - float64(phase)/float64(p.up)
			row[k] = sinc(c*t) * kaiser(t/float64(half))
			sum += row[k]
		}
		for k, w := range row { // each phase passes DC unchanged, else the phases hum
			p.weights[phase*p.taps+k] = float32(w / sum)
		}
	}
	return p
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func sinc(x float64) float64 {
	if x == 0 {
		return 1
	}
	return math.Sin(math.Pi*x) / (math.Pi * x)
}

func kaiser(x float64) float64 {
	if x <= -1 || x >= 1 {
		return 0
	}
	return bessel0(beta*math.Sqrt(1-x*x)) / bessel0(beta)
}

// bessel0 is the modified Bessel function of the first kind, order 0.
func bessel0(x float64) float64 {
	sum, term := 1.0, 1.0
	for k := 1.0; term > 1e-10*sum; k++ {
		term *= x * x / (4 * k * k)
		sum += term
	}
	return sum
}

// resampler converts a stream from engineRate. Its output is aligned with its
// input and has ceil(n*up/down) samples after flush.
type resampler struct {
	*polyphase
	held   []float32 // input still needed, begins taps/2-1 samples before at
	at     int       // index into held of the next output's first tap
	phase  int
	taken  int64 // input samples
	given  int64 // output samples
	direct bool
}

func newResampler(rate int) *resampler {
	if rate == engineRate {
		return &resampler{direct: true}
	}
	p := polyphaseFor(rate)
	return &resampler{polyphase: p, held: make([]float32, p.taps/2-1)}
}

func (r *resampler) process(x []float32) []float32 {
	if r.direct {
		return x
	}
	r.taken += int64(len(x))
	return r.run(x)
}

func (r *resampler) run(x []float32) []float32 {
	r.held = append(r.held, x...)
	y := make([]float32, 0, len(x)*r.up/r.down+1)
	for r.at+r.taps <= len(r.held) {
		w := r.weights[r.phase*r.taps:][:r.taps]
		y = append(y, dot(w, r.held[r.at:]))
		r.phase += r.down
		r.at += r.phase / r.up
		r.phase %= r.up
	}
	n := min(r.at, len(r.held))
	r.held = append(r.held[:0], r.held[n:]...)
	r.at -= n
	r.given += int64(len(y))
	return y
}

// dot is the sum of the products of w and the beginning of h. The race detector leaves
// it out: most of the time of a test that speaks would be spent here.
//
//go:norace
func dot(w, h []float32) (sum float32) {
	h = h[:len(w)]
	for k := range w {
		sum += w[k] * h[k]
	}
	return sum
}

// flush returns what is left.
func (r *resampler) flush() []float32 {
	if r.direct {
		return nil
	}
	want := (r.taken*int64(r.up) + int64(r.down) - 1) / int64(r.down)
	owed := want - r.given
	y := r.run(make([]float32, r.taps/2+1))
	return y[:min(int64(len(y)), owed)]
}
