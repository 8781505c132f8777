package decode

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
)

// wav reads RIFF WAVE as it streams: sizes may be unknown (0, or the largest
// number) until the end, chunks may stand in any order before the data, and
// another file may follow the first.
type wav struct {
	buf   []byte
	off   int
	ended bool
	fed   bool

	inFile bool  // a RIFF header has been read
	skip   int64 // bytes of a chunk still to drop
	format wavFormat
	left   int64 // bytes of data still to come; below 0 is until the end
	inData bool
	pad    int64 // a pad byte follows the data

	out    wavFormat
	frames int64
	lost   int64 // bytes before, between or after what could be understood
	fatal  error
}

// wavFormat is a fmt chunk.
type wavFormat struct {
	rate, channels int
	bits           int // of the container: 8, 16, 24, 32 or 64
	float          bool
}

func (f wavFormat) frame() int { return f.channels * f.bits / 8 }

// From mmreg.h and RFC 2361.
const (
	wavPCM        = 1
	wavFloat      = 3
	wavExtensible = 0xFFFE
)

// maxFmt is far above the 40 bytes of an extensible fmt chunk.
const maxFmt = 1 << 12

func newWAV(Format) (Decoder, error) { return new(wav), nil }

func (d *wav) Feed(p []byte) {
	d.buf, d.off = refill(d.buf, d.off, p), 0
	d.fed = d.fed || len(p) > 0
}
func (d *wav) End()          { d.ended = true }
func (d *wav) Rate() int     { return d.out.rate }
func (d *wav) Channels() int { return d.out.channels }
func (d *wav) Close()        { d.buf, d.off, d.ended = nil, 0, true }

func (d *wav) Read(dst []float32) (int, error) {
	for d.fatal == nil {
		if !d.inData {
			if d.header() {
				continue
			}
			break
		}
		if n := d.data(dst); n > 0 {
			return n, nil
		}
		if !d.endOfData() {
			break
		}
	}
	switch {
	case d.fatal != nil:
		return 0, d.fatal
	case d.ended:
		return 0, d.verdict()
	}
	return 0, ErrMore
}

// header reads on to the samples; false when bytes are missing.
func (d *wav) header() bool {
	n := min(d.skip, int64(len(d.buf)-d.off))
	d.off += int(n)
	d.skip -= n
	rest := d.buf[d.off:]
	if d.skip > 0 || len(rest) < 8 {
		return false
	}
	id, size := string(rest[:4]), binary.LittleEndian.Uint32(rest[4:])
	switch {
	case id == "RIFF" || id == "RF64":
		if len(rest) < 12 {
			return false
		}
		if string(rest[8:12]) != "WAVE" {
			d.fail("a RIFF file of another kind")
			return false
		}
		d.off += 12
		d.inFile, d.format = true, wavFormat{}
	case !d.inFile:
		d.fail("the source does not start with RIFF")
		return false
	case id == "fmt ":
		if size > maxFmt {
			d.fail("its fmt chunk has %d bytes", size)
			return false
		}
		if int64(len(rest)) < 8+int64(size) {
			return false
		}
		f, err := parseFmt(rest[8 : 8+size])
		if err != nil {
			d.fatal = err
			return false
		}
		d.format = f
		d.off += 8 + int(size)
		d.skip = int64(size & 1)
	case id == "data":
		if d.format.rate == 0 {
			d.fail("the samples come before their format")
			return false
		}
		d.off += 8
		d.inData, d.left, d.pad = true, int64(size), int64(size&1)
		if size == 0 || size >= 1<<31-1 {
			d.left, d.pad = -1, 0
		}
	case !printable(rest[:4]):
		// Behind the samples some programs leave rubbish. It cannot be told
		// where it ends.
		if d.frames == 0 {
			d.fail("its chunks cannot be read")
			return false
		}
		d.lost += int64(len(rest))
		d.off = len(d.buf)
		d.skip = math.MaxInt64
	default:
		d.off += 8
		d.skip = int64(size) + int64(size&1)
	}
	return true
}

func printable(id []byte) bool {
	for _, b := range id {
		if b < ' ' || b > '~' {
			return false
		}
	}
	return true
}

func parseFmt(b []byte) (f wavFormat, err error) {
	if len(b) < 16 {
		return f, fmt.Errorf("wav: %w: its fmt chunk has %d bytes", ErrNoAudio, len(b))
	}
	tag := binary.LittleEndian.Uint16(b)
	f.channels = int(binary.LittleEndian.Uint16(b[2:]))
	rate := binary.LittleEndian.Uint32(b[4:])
	f.bits = int(binary.LittleEndian.Uint16(b[14:]))
	if tag == wavExtensible && len(b) >= 26 {
		// The first two bytes of the sub-format's GUID are a tag again.
		tag = binary.LittleEndian.Uint16(b[24:])
	}
	f.float = tag == wavFloat
	whole := f.bits == 8 || f.bits == 16 || f.bits == 24 || f.bits == 32
	switch {
	case rate < 1000 || rate > maxRate:
		return f, fmt.Errorf("wav: sample rate %d Hz is outside 1000..%d", rate, maxRate)
	case f.channels != 1 && f.channels != 2:
		return f, fmt.Errorf("wav: %d channels; only 1 and 2 can be played", f.channels)
	case tag == wavPCM && whole, tag == wavFloat && (f.bits == 32 || f.bits == 64):
	default:
		return f, fmt.Errorf("wav: samples of kind %d with %d bits cannot be played; playable: 8, 16, 24, 32 bits and float", tag, f.bits)
	}
	f.rate = int(rate)
	return f, nil
}

// data hands out samples.
func (d *wav) data(dst []float32) int {
	have := len(d.buf) - d.off
	if d.left >= 0 {
		have = int(min(int64(have), d.left))
	}
	frames := min(have/d.format.frame(), len(dst)/d.format.channels)
	n := frames * d.format.channels
	d.format.samples(dst[:n], d.buf[d.off:])
	d.take(frames * d.format.frame())
	d.frames += int64(frames)
	d.out = d.format
	return n
}

func (d *wav) take(n int) {
	d.off += n
	if d.left >= 0 {
		d.left -= int64(n)
	}
}

// endOfData leaves the data chunk; false when more of it may come.
func (d *wav) endOfData() bool {
	if d.left < 0 || d.left >= int64(d.format.frame()) {
		return false
	}
	// What does not fill a frame is dropped with the chunk.
	d.inData, d.skip = false, d.left+d.pad
	return true
}

// samples decodes as many samples as dst holds.
func (f wavFormat) samples(dst []float32, b []byte) {
	switch {
	case f.float && f.bits == 64:
		for i := range dst {
			dst[i] = finite(float32(math.Float64frombits(binary.LittleEndian.Uint64(b[8*i:]))))
		}
	case f.float:
		for i := range dst {
			dst[i] = finite(math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:])))
		}
	case f.bits == 8:
		for i := range dst {
			dst[i] = float32(int(b[i])-128) / 128
		}
	case f.bits == 16:
		for i := range dst {
			dst[i] = float32(int16(binary.LittleEndian.Uint16(b[2*i:]))) / (1 << 15)
		}
	case f.bits == 24:
		for i := range dst {
			v := int32(b[3*i])<<8 | int32(b[3*i+1])<<16 | int32(b[3*i+2])<<24
			dst[i] = float32(v>>8) / (1 << 23)
		}
	case f.bits == 32:
		for i := range dst {
			dst[i] = float32(int32(binary.LittleEndian.Uint32(b[4*i:]))) / (1 << 31)
		}
	}
}

// finite keeps what is no number out of every filter behind.
func finite(v float32) float32 {
	if v-v != 0 {
		return 0
	}
	return v
}

func (d *wav) fail(format string, args ...any) {
	err := fmt.Errorf("wav: %w: "+format, append([]any{ErrNoAudio}, args...)...)
	if d.frames > 0 {
		err = fmt.Errorf("wav: %w: "+format, append([]any{ErrDamaged}, args...)...)
	}
	d.fatal = err
}

func (d *wav) verdict() error {
	left := len(d.buf) - d.off
	switch {
	case !d.fed:
		return fmt.Errorf("wav: %w: the source ended without a byte", ErrNoAudio)
	case d.frames == 0:
		return fmt.Errorf("wav: %w: the source ended before the first sample", ErrNoAudio)
	case d.inData && d.left > 0:
		return fmt.Errorf("wav: %w: the last %d bytes of the samples are missing", ErrDamaged, d.left-int64(left))
	case d.inData && left > 0:
		return fmt.Errorf("wav: %w: the last %d of the %d bytes of a frame are missing", ErrDamaged, d.format.frame()-left, d.format.frame())
	case d.lost > 0:
		return fmt.Errorf("wav: %w: %d bytes after the samples cannot be read", ErrDamaged, d.lost)
	}
	return io.EOF
}

var errClosed = errors.New("decode: closed")
