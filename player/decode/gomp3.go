package decode

import (
	"bytes"
	"encoding/binary"

	gomp3 "github.com/hajimehoshi/go-mp3"
)

// builtin decodes with go-mp3, given one whole frame at a time so that its
// blocking reader never runs dry, and refuses what go-mp3 gets wrong.
type builtin struct {
	why     error // why libmpg123 is not used
	src     bytes.Reader
	dec     *gomp3.Decoder
	held    int // bytes of main data go-mp3 has of earlier frames
	mute    int // frames still to silence
	scratch [4 * 1152]byte
}

// wrong names what go-mp3 decodes wrongly or not at all in a frame like h; ""
// is nothing. Found by comparing it with mpg123 over every rate and bitrate.
func wrong(h header) string {
	switch {
	case h.version == mpeg25:
		return say.mp3Rate(h.rate)
	case goSize(h) != h.size:
		return say.mp3Bits(h.rate, h.bitrate/1000)
	case h.intensity:
		return say.intensity
	}
	return ""
}

// goSize is go-mp3's idea of a frame's size: below 32 kHz it adds the padding
// byte before halving, which loses it at some bitrates of 22.05 kHz.
func goSize(h header) int {
	n := 144*h.bitrate/h.rate + h.padding
	if h.samples() == 576 {
		n /= 2
	}
	return n
}

func (b *builtin) decode(dst []float32, h header, frame []byte) (_ []float32, err error) {
	if what := wrong(h.padded()); what != "" {
		return dst, &NeedsLibraryError{what, libmpg123, b.why}
	}
	// go-mp3 indexes its tables with what a damaged frame says.
	defer func() {
		if v := recover(); v != nil {
			err = errFrame
		}
	}()
	need := h.reservoir(frame)
	if need > b.held {
		// It decodes such a frame with bits that are not its own, and the
		// overlap carries the noise into the next one.
		b.mute = 2
	}
	b.hold(h, need)

	b.src.Reset(frame)
	if b.dec == nil {
		if b.dec, err = gomp3.NewDecoder(&onlyReader{&b.src}); err != nil {
			return dst, errFrame
		}
	}
	want := 4 * h.samples() // always 16-bit stereo
	for n := 0; n < want; {
		m, err := b.dec.Read(b.scratch[n:want])
		if err != nil {
			return dst, errFrame
		}
		n += m
	}
	for i := 0; i < want; i += 4 {
		for c := range h.channels {
			s := int16(binary.LittleEndian.Uint16(b.scratch[i+2*c:]))
			if b.mute > 0 {
				s = 0
			}
			dst = append(dst, float32(s)/32768)
		}
	}
	b.mute = max(0, b.mute-1)
	return dst, nil
}

// padded is h with the padding byte, so that a stream which will need it is
// refused at its first frame and not in the middle.
func (h header) padded() header {
	if h.padding == 0 && (h.samples()/8*h.bitrate)%h.rate != 0 {
		h.padding = 1
		h.size++
	}
	return h
}

// hold follows what go-mp3 keeps of the main data: this frame's and what it
// used of the earlier ones.
func (b *builtin) hold(h header, need int) {
	if need > b.held && b.dec == nil {
		need = 0
	}
	b.held = min(need, b.held) + h.size - h.body()
}

func (b *builtin) close() {}

// onlyReader hides Seek, which would make go-mp3 scan for the whole length.
type onlyReader struct{ r *bytes.Reader }

func (o *onlyReader) Read(p []byte) (int, error) { return o.r.Read(p) }
