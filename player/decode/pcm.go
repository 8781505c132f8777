package decode

import (
	"encoding/binary"
	"fmt"
	"io"
)

// maxRate is far above any rate a speech service offers (Hz).
const maxRate = 192000

type pcm struct {
	rate, channels int
	buf            []byte
	off            int
	ended, some    bool
}

func newPCM(f Format) (Decoder, error) {
	if f.SampleRate < 1000 || f.SampleRate > maxRate {
		return nil, fmt.Errorf("pcm: sample rate %d Hz is outside 1000..%d", f.SampleRate, maxRate)
	}
	if f.Channels != 1 && f.Channels != 2 {
		return nil, fmt.Errorf("pcm: %d channels; only 1 and 2 can be played", f.Channels)
	}
	return &pcm{rate: f.SampleRate, channels: f.Channels}, nil
}

func (d *pcm) Feed(p []byte) { d.buf, d.off = refill(d.buf, d.off, p) }
func (d *pcm) End()          { d.ended = true }
func (d *pcm) Rate() int     { return d.rate }
func (d *pcm) Channels() int { return d.channels }
func (d *pcm) Close()        { d.buf, d.off = nil, 0 }

func (d *pcm) Read(dst []float32) (int, error) {
	frame := 2 * d.channels
	frames := min((len(d.buf)-d.off)/frame, len(dst)/d.channels)
	n := frames * d.channels
	for i := range dst[:n] {
		dst[i] = float32(int16(binary.LittleEndian.Uint16(d.buf[d.off+2*i:]))) / 32768
	}
	d.off += frames * frame
	if n > 0 {
		d.some = true
		return n, nil
	}
	left := len(d.buf) - d.off
	switch {
	case !d.ended:
		return 0, ErrMore
	case left == 0 && d.some:
		return 0, io.EOF
	case left == 0:
		return 0, fmt.Errorf("pcm: %w: the source ended without a byte", ErrNoAudio)
	case !d.some:
		return 0, fmt.Errorf("pcm: %w: the source ended after %d of the %d bytes of a frame", ErrNoAudio, left, frame)
	}
	return 0, fmt.Errorf("pcm: %w: the last %d of the %d bytes of a frame are missing", ErrDamaged, frame-left, frame)
}

// refill appends p to what follows the first off bytes of buf, and says how many
// bytes are in front of that now. They are dropped once they are the most, so
// that a source that comes byte by byte is not moved at every byte.
func refill(buf []byte, off int, p []byte) ([]byte, int) {
	if 2*off >= len(buf) {
		buf, off = buf[:copy(buf, buf[off:])], 0
	}
	return append(buf, p...), off
}
