package spectrum

import "math"

// reach is how many zero crossings of the low-pass filter lie on each side of
// its middle: with 8, what lies above two thirds of the new rate is 70 dB lower.
const reach = 8

// Mono is a sound of 1 or 2 interleaved channels as one, at the lowest whole
// part of its rate that is not below least Hz; at is that rate. Its first sample
// is the moment of the sound's first. What is no number becomes silence.
func Mono(x []float32, channels, rate, least int) (y []float32, at int) {
	if channels < 1 || rate < 1 || least < 1 {
		return nil, max(1, rate)
	}
	one := make([]float32, len(x)/channels)
	for i := range one {
		sum := float32(0)
		for _, v := range x[i*channels : (i+1)*channels] {
			sum += v
		}
		if v := sum / float32(channels); v-v == 0 {
			one[i] = v
		}
	}
	down := rate / least
	if down < 2 {
		return one, rate
	}
	return decimate(one, down), rate / down
}

// decimate keeps one sample in so many, without what lies above half the new
// rate.
func decimate(x []float32, down int) []float32 {
	filter := lowPass(down)
	middle := len(filter) / 2
	y := make([]float32, (len(x)+down-1)/down)
	for i := range y {
		from := i*down - middle
		row := filter
		if from < 0 {
			row, from = row[-from:], 0
		}
		row = row[:min(len(row), len(x)-from)]
		y[i] = dot(row, x[from:])
	}
	return y
}

// lowPass is a sinc in a Blackman window, as loud as what goes in.
func lowPass(down int) []float32 {
	half := reach * down
	filter, sum := make([]float64, 2*half+1), 0.0
	for i := range filter {
		t := float64(i-half) / float64(down)
		w := 0.42 + 0.5*math.Cos(math.Pi*t/reach) + 0.08*math.Cos(2*math.Pi*t/reach)
		filter[i] = w
		if t != 0 {
			// A little below half the new rate, so that the slope ends near it.
			const cut = 0.9
			filter[i] *= math.Sin(math.Pi*cut*t) / (math.Pi * cut * t)
		}
		sum += filter[i]
	}
	out := make([]float32, len(filter))
	for i, v := range filter {
		out[i] = float32(v / sum)
	}
	return out
}

// dot has four sums, so that one addition does not wait for the other.
func dot(a, b []float32) float32 {
	b = b[:len(a)]
	var s0, s1, s2, s3 float32
	i := 0
	for ; i+4 <= len(a); i += 4 {
		s0 += a[i] * b[i]
		s1 += a[i+1] * b[i+1]
		s2 += a[i+2] * b[i+2]
		s3 += a[i+3] * b[i+3]
	}
	for ; i < len(a); i++ {
		s0 += a[i] * b[i]
	}
	return s0 + s1 + s2 + s3
}
