package player

import "math"

// A stretcher plays a timeline faster or slower at its own pitch. It is WSOLA
// (Verhelst and Roelands, 1993): segments overlap by half, and each is taken
// from where, near its due place, it continues the one before best.
//
// stretchHop is half of a segment, 15 ms; with stretchReach, 12.5 ms to both
// sides, any voice above 40 Hz finds a whole period to skip or to repeat.
const (
	stretchHop   = Rate * 15 / 1000
	stretchReach = Rate * 125 / 10000
	stretchSpan  = 2*stretchReach + stretchHop
	// coarse is the step of the first search, on a signal of a quarter of the
	// rate; the second looks at the samples around what it finds.
	coarse = 4
)

// Limits of the speed.
const (
	minSpeed = 0.5
	maxSpeed = 2.0
)

type stretcher struct {
	speed float64
	base  float64 // where the segment being heard was due
	prev  int64   // where its first half began
	out   [2 * stretchHop]float32
	used  int // frames of out handed out; stretchHop is all

	near     [2 * stretchSpan]float32 // around the due place
	tail     [2 * stretchHop]float32  // what would come next
	nearMono [stretchSpan / coarse]float32
	tailMono [stretchHop / coarse]float32
}

// newStretcher returns nil where there is nothing to stretch.
func newStretcher(speed float64) *stretcher {
	if speed == 1 {
		return nil
	}
	return &stretcher{speed: speed}
}

func (w *stretcher) reset(at int64) {
	// The first segment begins as if it went on from one before.
	w.base, w.prev, w.used = float64(at)-stretchHop*w.speed, at-stretchHop, stretchHop
}

// pos is the place in the timeline of the next frame to hand out.
func (w *stretcher) pos() int64 { return int64(w.base + float64(w.used)*w.speed) }

// ahead is how far beyond pos the timeline must reach for another segment.
func (w *stretcher) ahead() int64 {
	return int64(float64(stretchHop-w.used)*w.speed) + stretchReach + 2*stretchHop
}

// read hands out frames from pos on; it never reads beyond what there is.
func (w *stretcher) read(dst []float32, tl *Timeline) int {
	n := len(dst) / 2
	for done := 0; done < n; {
		if w.used == stretchHop {
			w.segment(tl)
		}
		m := copy(dst[2*done:2*n], w.out[2*w.used:]) / 2
		w.used += m
		done += m
	}
	return n
}

func (w *stretcher) segment(tl *Timeline) {
	w.base += stretchHop * w.speed
	w.used = 0
	due := int64(math.Round(w.base))
	tl.readAll(w.near[:], due-stretchReach)
	tl.readAll(w.tail[:], w.prev+stretchHop)
	shift := w.search()
	for i := range stretchHop {
		in := 0.5 - 0.5*float32(hann[i])
		for c := range 2 {
			w.out[2*i+c] = w.tail[2*i+c] + in*(w.near[2*(shift+i)+c]-w.tail[2*i+c])
		}
	}
	w.prev = due - stretchReach + int64(shift)
}

// hann is the cosine of the overlap.
var hann = func() (x [stretchHop]float64) {
	for i := range x {
		x[i] = math.Cos(math.Pi * (float64(i) + 0.5) / stretchHop)
	}
	return x
}()

// search returns the frame of near that continues the sound best.
func (w *stretcher) search() int {
	mono(w.nearMono[:], w.near[:])
	mono(w.tailMono[:], w.tail[:])
	var energy float32
	for _, v := range w.nearMono[:len(w.tailMono)] {
		energy += v * v
	}
	middle := stretchReach / coarse
	best, at := float32(0), middle
	for i := 0; i+len(w.tailMono) <= len(w.nearMono); i++ {
		if i > 0 {
			in, out := w.nearMono[i+len(w.tailMono)-1], w.nearMono[i-1]
			energy = max(0, energy+in*in-out*out)
		}
		// The nearer of two equal ones keeps the rhythm.
		score := likeness(w.tailMono[:], w.nearMono[i:], energy) * (1 - 1e-4*float32(max(i-middle, middle-i)))
		if score > best {
			best, at = score, i
		}
	}
	if best <= 0 {
		return stretchReach
	}
	return w.refine(at * coarse)
}

// refine looks at every sample around a place that the coarse search found.
func (w *stretcher) refine(at int) int {
	best, found := float32(math.Inf(-1)), at
	for i := max(0, at-coarse); i <= min(at+coarse, 2*stretchReach); i++ {
		var sum, energy float32
		for k := range stretchHop {
			a := w.tail[2*k] + w.tail[2*k+1]
			b := w.near[2*(i+k)] + w.near[2*(i+k)+1]
			sum += a * b
			energy += b * b
		}
		if score := sum / float32(math.Sqrt(float64(energy)+1e-9)); score > best {
			best, found = score, i
		}
	}
	return found
}

func likeness(a, b []float32, energy float32) float32 {
	return dot(a, b) / float32(math.Sqrt(float64(energy)+1e-9))
}

// mono makes one channel of a quarter of the rate.
func mono(dst, x []float32) {
	for i := range dst {
		sum := float32(0)
		for _, v := range x[2*coarse*i : 2*coarse*(i+1)] {
			sum += v
		}
		dst[i] = sum
	}
}
