package decode

import "encoding/binary"

// decoderDelay is what a layer III decoder adds to the encoder's delay, in
// samples: the number that LAME's tag leaves out.
const decoderDelay = 529

// trim is what an encoder put around the sound: the first start samples and
// those from end on, counted from the frame after the info frame. The zero
// value keeps everything.
type trim struct {
	start, end int64
	total      int64 // samples in all, when the tag tells; what follows is kept
}

// parseInfo reads the encoder's delay and padding from an info frame, where
// the Xing tag starts at tag.
func parseInfo(h header, frame []byte) (t trim) {
	at, ok := h.infoAt(frame)
	if !ok || string(frame[at:at+4]) == "VBRI" {
		return t
	}
	b := frame[at+4:]
	if len(b) < 4 {
		return t
	}
	flags := binary.BigEndian.Uint32(b)
	b = b[4:]
	var count int64
	for _, field := range [...]struct{ flag, size uint32 }{{1, 4}, {2, 4}, {4, 100}, {8, 4}} {
		if flags&field.flag == 0 {
			continue
		}
		if len(b) < int(field.size) {
			return t
		}
		if field.flag == 1 {
			count = int64(binary.BigEndian.Uint32(b))
		}
		b = b[field.size:]
	}
	// Nine letters of the encoder's name, which LAME, libavformat and others
	// write, then what does not matter here; 24 bits of delay and padding.
	const delayAt = 21
	if len(b) < delayAt+3 || b[0] == 0 {
		return t
	}
	delay := int64(b[delayAt])<<4 | int64(b[delayAt+1])>>4
	padding := int64(b[delayAt+1]&0xF)<<8 | int64(b[delayAt+2])
	if delay == 0 && padding == 0 {
		return t
	}
	t.start = delay + decoderDelay
	if count > 0 {
		t.total = count * int64(h.samples())
		t.end = t.total - max(0, padding-decoderDelay)
		if t.end <= t.start {
			return trim{}
		}
	}
	return t
}

// cut returns the part of a frame's samples to keep. at is the frame's first
// sample.
func (t trim) cut(pcm []float32, at int64, channels int) []float32 {
	n := int64(len(pcm) / channels)
	from, to := min(max(t.start-at, 0), n), n
	if t.total > 0 && at < t.total {
		to = min(max(t.end-at, from), n)
	}
	return pcm[from*int64(channels) : to*int64(channels)]
}
