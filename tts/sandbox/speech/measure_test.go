package speech

import (
	"bytes"
	"encoding/binary"
	"math"
	"math/cmplx"
	"slices"
	"testing"

	"voicestudio/tts"
)

// heard is what a listener could say about a recording, in figures.
type heard struct {
	x        []float64
	rate     int
	seconds  float64
	level    float64 // RMS of all, 0..1
	pitch    float64 // Hz, median of the voiced frames; 0 if there are none
	voiced   float64 // share of the loud frames
	centroid float64 // Hz, of the energy
}

// listen speaks a request as pcm at 22050 Hz unless it asks for another rate.
func listen(t *testing.T, r tts.Request) heard {
	t.Helper()
	r.AudioSetting.Format = "pcm"
	if r.AudioSetting.SampleRate == nil {
		r.AudioSetting.SampleRate = new(22050)
	}
	var b bytes.Buffer
	result, err := engine(t).Speak(t.Context(), r, &b)
	if err != nil {
		t.Fatal(err)
	}
	if want := result.Samples * int64(result.Channels) * 2; int64(b.Len()) != want {
		t.Fatalf("%d bytes written, the result says %d", b.Len(), want)
	}
	return measure(b.Bytes(), result.SampleRate)
}

func measure(pcm []byte, rate int) heard {
	h := heard{x: make([]float64, len(pcm)/2), rate: rate}
	sum := 0.0
	for i := range h.x {
		h.x[i] = float64(int16(binary.LittleEndian.Uint16(pcm[2*i:]))) / 32768
		sum += h.x[i] * h.x[i]
	}
	h.seconds = float64(len(h.x)) / float64(rate)
	h.level = math.Sqrt(sum / float64(max(1, len(h.x))))
	h.track()
	spectrum := h.spectrum()
	var energy, weighted float64
	for k, e := range spectrum {
		energy += e
		weighted += e * h.hz(k)
	}
	h.centroid = weighted / max(energy, 1e-12)
	return h
}

// track finds the pitch by normalised autocorrelation in frames of 40 ms; the
// shortest lag near the best wins, against octave errors downwards.
func (h *heard) track() {
	frame, hop := h.rate/25, h.rate/25
	shortest, longest := h.rate/900, h.rate/45
	var pitches []float64
	loud := 0
	for start := 0; start+frame+longest < len(h.x); start += hop {
		x := h.x[start : start+frame+longest]
		if rms(x[:frame]) < max(0.25*h.level, 1e-4) {
			continue
		}
		loud++
		r := make([]float64, longest+1)
		best := 0.0
		for lag := shortest; lag <= longest; lag++ {
			var xy, xx, yy float64
			for i := 0; i < frame; i += 3 {
				a, b := x[i], x[i+lag]
				xy += a * b
				xx += a * a
				yy += b * b
			}
			r[lag] = xy / math.Sqrt(xx*yy+1e-12)
			best = max(best, r[lag])
		}
		if best < 0.6 {
			continue
		}
		for lag := shortest + 1; lag < longest; lag++ {
			if r[lag] > 0.9*best && r[lag] >= r[lag-1] && r[lag] >= r[lag+1] {
				pitches = append(pitches, float64(h.rate)/float64(lag))
				break
			}
		}
	}
	if loud == 0 || len(pitches) == 0 {
		return
	}
	h.voiced = float64(len(pitches)) / float64(loud)
	slices.Sort(pitches)
	h.pitch = pitches[len(pitches)/2]
}

func rms(x []float64) float64 {
	sum := 0.0
	for _, s := range x {
		sum += s * s
	}
	return math.Sqrt(sum / float64(max(1, len(x))))
}

const window = 1024

func (h *heard) hz(bin int) float64 { return float64(bin) * float64(h.rate) / window }

// spectrum is the energy per bin over the whole recording.
func (h *heard) spectrum() []float64 {
	sum := make([]float64, window/2)
	block := make([]complex128, window)
	for start := 0; start+window <= len(h.x); start += window / 2 {
		for i := range block {
			block[i] = complex(h.x[start+i]*(0.5-0.5*math.Cos(2*math.Pi*float64(i)/window)), 0)
		}
		fft(block)
		for k := range sum {
			sum[k] += real(block[k] * cmplx.Conj(block[k]))
		}
	}
	return sum
}

// share is the part of the energy between two frequencies.
func (h *heard) share(from, to float64) float64 {
	var in, all float64
	for k, e := range h.spectrum() {
		all += e
		if f := h.hz(k); f >= from && f < to {
			in += e
		}
	}
	return in / max(all, 1e-12)
}

// part is the recording between two times in seconds.
func (h *heard) part(from, to float64) []float64 {
	at := func(s float64) int { return min(max(0, int(s*float64(h.rate))), len(h.x)) }
	return h.x[at(from):at(to)]
}

// fft is in place; the length is a power of two.
func fft(x []complex128) {
	n := len(x)
	for i, j := 1, 0; i < n; i++ {
		bit := n >> 1
		for ; j&bit != 0; bit >>= 1 {
			j ^= bit
		}
		j ^= bit
		if i < j {
			x[i], x[j] = x[j], x[i]
		}
	}
	for size := 2; size <= n; size *= 2 {
		step := cmplx.Exp(complex(0, -2*math.Pi/float64(size)))
		for start := 0; start < n; start += size {
			w := complex(1, 0)
			for k := range size / 2 {
				a, b := x[start+k], x[start+k+size/2]*w
				x[start+k], x[start+k+size/2] = a+b, a-b
				w *= step
			}
		}
	}
}
