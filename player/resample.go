package player

// resampler brings one stream of interleaved frames to another rate, piece by
// piece, for a source that changes its own on the way.
// Its output starts at the instant of the first input frame and is as long as
// the input: the filter's delay is taken out again.
type resampler struct {
	k        *kernel // nil passes everything through
	channels int
	hist     [2][]float32 // per channel, the window of the next output frame first
	phase    int
	out      []float32
}

func newResampler(k *kernel, channels int) *resampler {
	r := &resampler{k: k, channels: channels}
	for c := range channels {
		r.hist[c] = make([]float32, taps/2-1, 8192)
	}
	return r
}

// process returns the frames that in completes, valid until the next call.
func (r *resampler) process(in []float32) []float32 {
	if r.k == nil {
		return in
	}
	for c := range r.channels {
		h := r.hist[c]
		for i := c; i < len(in); i += r.channels {
			h = append(h, in[i])
		}
		r.hist[c] = h
	}
	r.out = r.out[:0]
	at := 0
	for ; at+taps <= len(r.hist[0]); r.phase += r.k.down {
		at, r.phase = at+r.phase/r.k.up, r.phase%r.k.up
		if at+taps > len(r.hist[0]) {
			break
		}
		row := r.k.rows[r.phase*taps:][:taps]
		for c := range r.channels {
			r.out = append(r.out, dot(row, r.hist[c][at:][:taps]))
		}
	}
	for c := range r.channels {
		h := r.hist[c]
		r.hist[c] = h[:copy(h, h[min(at, len(h)):])]
	}
	return r.out
}

// flush returns what is left when the input has ended.
func (r *resampler) flush() []float32 {
	if r.k == nil {
		return nil
	}
	return r.process(make([]float32, taps/2*r.channels))
}

// dot has four sums so that the additions do not wait for each other.
func dot(a, b []float32) float32 {
	b = b[:len(a)]
	var s0, s1, s2, s3 float32
	for i := 0; i+4 <= len(a); i += 4 {
		s0 += a[i] * b[i]
		s1 += a[i+1] * b[i+1]
		s2 += a[i+2] * b[i+2]
		s3 += a[i+3] * b[i+3]
	}
	return s0 + s1 + s2 + s3
}
