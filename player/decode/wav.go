package decode

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"math"
)

// wav reads RIFF WAVE as it streams: sizes may be unknown (0, or a number that
// is a placeholder) until the end, chunks may stand in any order before the
// data, and another file may follow the first.
type wav struct {
	buf   []byte
	off   int
	ended bool
	fed   bool

	inFile bool  // a RIFF header has been read
	skip   int64 // bytes of a chunk still to drop
	odd    bool  // then a pad byte follows
	large  int64 // size of the data in an RF64 file; 0 is unknown
	format wavFormat
	left   int64 // bytes of data still to come; below 0 is until the end
	inData bool

	out    wavFormat
	frames int64
	lost   int64 // bytes before, between or after what could be understood
	fatal  error
}

const (
	// maxFmt is far above the 40 bytes of an extensible fmt chunk.
	maxFmt = 1 << 12
	// placeholder is from where on a size is taken for one that nobody knew when
	// the header was written: 2^32-1 (ffmpeg), 2^31-1, 0x7FFFF000 (espeak-ng and,
	// about so, sox), 2,000,000,000 and their like, perhaps less what the header
	// has. A speech of 1 GB would last three hours.
	placeholder = 1 << 30
)

func newWAV(Format) (Decoder, error) { return new(wav), nil }

func (d *wav) Feed(p []byte) {
	d.buf, d.off = refill(d.buf, d.off, p)
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
	if d.skip > 0 {
		return false
	}
	if d.odd && !d.pad() {
		return false
	}
	rest := d.buf[d.off:]
	if len(rest) < 8 {
		return false
	}
	id, size := string(rest[:4]), binary.LittleEndian.Uint32(rest[4:])
	switch {
	case id == "RIFF" || id == "RF64" || id == "BW64":
		if len(rest) < 12 {
			return false
		}
		if string(rest[8:12]) != "WAVE" {
			d.fail(say.otherRIFF)
			return false
		}
		d.off += 12
		d.inFile, d.format, d.large = true, wavFormat{}, 0
	case id == "RIFX":
		d.refuse(faulty("wav", ErrFormat, say.big))
		return false
	case !d.inFile:
		d.fail(say.noRIFF)
		return false
	case id == "ds64" && size >= 16 && size <= maxFmt:
		// EBU Tech 3306: the sizes of the file and of the data, in 64 bits each.
		if len(rest) < 8+16 {
			return false
		}
		d.large = int64(min(binary.LittleEndian.Uint64(rest[16:]), math.MaxInt64))
		d.pass(size)
	case id == "fmt ":
		if size > maxFmt {
			d.fail(say.header(int(size)))
			return false
		}
		if int64(len(rest)) < 8+int64(size) {
			return false
		}
		f, err := parseFmt(rest[8 : 8+size])
		if err != nil {
			d.refuse(err)
			return false
		}
		d.format = f
		d.pass(size)
	case id == "data":
		if d.format.rate == 0 {
			d.fail(say.unordered)
			return false
		}
		d.off += 8
		d.inData, d.left = true, int64(size)
		if size == math.MaxUint32 && d.large > 0 {
			d.left = d.large
		}
		d.odd = d.left%2 != 0
		if d.left == 0 || d.left >= placeholder && d.large == 0 {
			d.left, d.odd = -1, false
		}
	case !printable(rest[:4]):
		// Behind the samples some programs leave rubbish. It cannot be told
		// where it ends.
		if d.frames == 0 {
			d.fail(say.chunks)
			return false
		}
		if rubbish := bytes.TrimLeft(rest, "\x00"); len(rubbish) > 0 {
			d.lost += int64(len(rest))
		}
		d.off = len(d.buf)
		d.skip = math.MaxInt64
	default:
		d.pass(size)
	}
	return true
}

// pass goes on behind a chunk.
func (d *wav) pass(size uint32) {
	d.off += 8
	d.skip, d.odd = int64(size), size%2 != 0
}

// pad drops the byte that fills up an odd chunk, which some writers leave out;
// false when bytes are missing.
func (d *wav) pad() bool {
	rest := d.buf[d.off:]
	if len(rest) < 4 {
		return false
	}
	if d.odd = false; !printable(rest[:4]) {
		d.off++
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
	d.inData, d.skip = false, d.left
	return true
}

func (d *wav) fail(why string) {
	kind := ErrNoAudio
	if d.frames > 0 {
		kind = ErrDamaged
	}
	d.fatal = faulty("wav", kind, why)
}

// refuse ends the source with err; what was played before stays.
func (d *wav) refuse(err error) {
	if d.fatal = err; d.frames > 0 {
		d.fatal = &fault{say.and(err.Error(), say.restLeft), []error{err, ErrDamaged}}
	}
}

func (d *wav) verdict() error {
	left := len(d.buf) - d.off
	switch {
	case !d.fed:
		return faulty("wav", ErrNoAudio, say.noByte)
	case d.frames == 0:
		return faulty("wav", ErrNoAudio, say.noSample)
	case d.inData && d.left > 0:
		return faulty("wav", ErrDamaged, say.bytesMissing(d.left-int64(left)))
	case d.inData && left > 0:
		return faulty("wav", ErrDamaged, say.partMissing(d.format.frame()-left, d.format.frame()))
	case d.lost > 0:
		return faulty("wav", ErrDamaged, say.behind(int64(d.lost)))
	}
	return io.EOF
}

var errClosed = errors.New("decode: closed")
