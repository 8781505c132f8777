package player

// read fills dst with interleaved stereo frames from frame at on and returns
// how many there were. It is called by the audio callback: it resamples from
// wherever it is asked to, and keeps nothing from one call to the next.
func (t *Timeline) read(dst []float32, at int64) int {
	n := int(min(t.frames.Load()-at, int64(len(dst)/2)))
	if n <= 0 {
		return 0
	}
	copyResampled(dst[:2*n], *t.list.Load(), at, t.have.Load(), t.kernel)
	return n
}

// copyResampled fills dst with frames of what have source frames make by a kernel,
// which are there, from frame at on.
func copyResampled(dst []float32, list []*block, at, have int64, k *kernel) {
	if k == nil {
		copyFrames(dst, list, at)
		return
	}
	up, down := int64(k.up), int64(k.down)
	pos, phase := at*down/up, at*down%up
	for i := 0; i < len(dst); i += 2 {
		row := k.rows[phase*taps:][:taps]
		dst[i], dst[i+1] = filter(row, list, pos-(taps/2-1), have)
		phase += down
		pos += phase / up
		phase %= up
	}
}

// readAll is read for any place: where there is nothing it gives silence.
func (t *Timeline) readAll(dst []float32, at int64) {
	before := int(min(max(0, -at), int64(len(dst)/2)))
	clear(dst[:2*before])
	rest := dst[2*before:]
	clear(rest[2*t.read(rest, max(at, 0)):])
}

// copyFrames is read without resampling.
func copyFrames(dst []float32, list []*block, at int64) {
	for len(dst) > 0 {
		b := list[at/blockFrames]
		from := int(at % blockFrames)
		m := min(len(dst)/2, blockFrames-from)
		if b.channels == 1 {
			for i, s := range b.samples[from : from+m] {
				v := float32(s) / 32768
				dst[2*i], dst[2*i+1] = v, v
			}
		} else {
			for i, s := range b.samples[2*from : 2*(from+m)] {
				dst[i] = float32(s) / 32768
			}
		}
		at += int64(m)
		dst = dst[2*m:]
	}
}

// filter is one resampled frame: row weighs the source frames from from on.
func filter(row []float32, list []*block, from, have int64) (left, right float32) {
	const scale = 1.0 / 32768
	to := from + taps
	if from >= 0 && to <= have && from/blockFrames == (to-1)/blockFrames {
		b := list[from/blockFrames]
		at := int(from % blockFrames)
		if b.channels == 1 {
			v := dot16(row, b.samples[at:]) * scale
			return v, v
		}
		left, right = dot16stereo(row, b.samples[2*at:])
		return left * scale, right * scale
	}
	// At a seam of blocks or an end of the sound.
	for i := max(from, 0); i < min(to, have); i++ {
		b := list[i/blockFrames]
		s := b.samples[int(i%blockFrames)*b.channels:]
		w := row[i-from]
		left += w * float32(s[0])
		right += w * float32(s[b.channels-1])
	}
	return left * scale, right * scale
}

// dot16 has four sums so that the additions do not wait for each other.
func dot16(row []float32, s []int16) float32 {
	s = s[:len(row)]
	var s0, s1, s2, s3 float32
	for i := 0; i+4 <= len(row); i += 4 {
		s0 += row[i] * float32(s[i])
		s1 += row[i+1] * float32(s[i+1])
		s2 += row[i+2] * float32(s[i+2])
		s3 += row[i+3] * float32(s[i+3])
	}
	return s0 + s1 + s2 + s3
}

func dot16stereo(row []float32, s []int16) (left, right float32) {
	s = s[:2*len(row)]
	var l0, l1, r0, r1 float32
	for i := 0; i+2 <= len(row); i += 2 {
		l0 += row[i] * float32(s[2*i])
		r0 += row[i] * float32(s[2*i+1])
		l1 += row[i+1] * float32(s[2*i+2])
		r1 += row[i+1] * float32(s[2*i+3])
	}
	return l0 + l1, r0 + r1
}
