package decode

import (
	"bytes"
	"errors"
	"io"
	"iter"
	"log"
	"sync"

	"github.com/mewkiz/flac/frame"
	"github.com/mewkiz/flac/meta"
)

// flacDecoder feeds mewkiz/flac, which wants a reader that blocks: it runs as a
// coroutine that stops where bytes are missing.
type flacDecoder struct {
	in     flacInput
	next   func() (flacFrame, bool)
	stop   func()
	cur    flacFrame
	at     int // frames of cur handed out
	rate   int
	ch     int
	closed bool
	err    error
}

// flacFrame is what the coroutine gives: samples, or nothing when it needs
// bytes, or the end.
type flacFrame struct {
	channels [2][]int32
	n        int // per channel
	rate, ch int
	scale    float32
	err      error
}

func newFLAC(Format) (Decoder, error) {
	quietLibraryLog()
	d := new(flacDecoder)
	d.next, d.stop = iter.Pull(d.in.decode)
	return d, nil
}

func (d *flacDecoder) Feed(p []byte) { d.in.feed(p) }
func (d *flacDecoder) End()          { d.in.ended = true }
func (d *flacDecoder) Rate() int     { return d.rate }
func (d *flacDecoder) Channels() int { return d.ch }

func (d *flacDecoder) Close() {
	if !d.closed {
		d.closed = true
		d.stop()
		d.in.buf, d.cur = nil, flacFrame{}
		d.err = errClosed
	}
}

func (d *flacDecoder) Read(dst []float32) (int, error) {
	for d.at == d.cur.n {
		if d.err != nil {
			return 0, d.err
		}
		if !d.in.ended && d.in.off == len(d.in.buf) {
			return 0, ErrMore
		}
		f, ok := d.next()
		switch {
		case !ok:
			d.err = errClosed
		case f.err != nil:
			d.err = f.err
		}
		d.cur, d.at = f, 0
	}
	f := d.cur
	d.rate, d.ch = f.rate, f.ch
	n := min(f.n-d.at, len(dst)/f.ch)
	for i := range n {
		for c := range f.ch {
			dst[i*f.ch+c] = float32(f.channels[c][d.at+i]) * f.scale
		}
	}
	d.at += n
	return n * f.ch, nil
}

const (
	// maxFlacFrame is twice the largest frame of 65,535 samples in two channels
	// of 24 bits, which is what services could send. Without it a damaged frame
	// of zeros would be read for ever.
	maxFlacFrame = 1 << 20
	// maxFlacHoles bounds the work that a source full of false frames makes.
	maxFlacHoles = 100
)

var errFrameTooLong error = sentinel{&say.endless}

// flacInput is the reader and the coroutine's body.
type flacInput struct {
	buf   []byte
	off   int // next byte
	mark  int // of the frame being read: from here on nothing is dropped
	keep  bool
	ended bool
	fed   bool
	yield func(flacFrame) bool

	info    *meta.StreamInfo
	frames  uint64 // decoded samples per channel
	holes   int
	lost    int64
	within  [2]int64 // holes and lost, but for what is behind the last frame
	gone    bool     // the decoder was closed
	trouble error
}

func (in *flacInput) feed(p []byte) {
	from := in.off
	if in.keep {
		from = in.mark
	}
	buf, now := refill(in.buf, from, p)
	in.buf, in.off, in.mark = buf, in.off+now-from, now
	in.fed = in.fed || len(p) > 0
}

// Read implements io.Reader for the library.
func (in *flacInput) Read(p []byte) (int, error) {
	for in.off == len(in.buf) {
		if in.keep && in.off-in.mark > maxFlacFrame {
			return 0, errFrameTooLong
		}
		if in.ended {
			return 0, io.EOF
		}
		if in.gone || !in.yield(flacFrame{}) {
			in.gone = true
			return 0, errClosed
		}
	}
	if in.keep && in.off-in.mark > maxFlacFrame {
		return 0, errFrameTooLong
	}
	n := copy(p, in.buf[in.off:])
	in.off += n
	return n, nil
}

// decode is the coroutine: one frame after the other, and at last the verdict.
func (in *flacInput) decode(yield func(flacFrame) bool) {
	in.yield = yield
	err := in.metadata()
	for err == nil {
		var f flacFrame
		f, err = in.frame()
		if err == nil && f.n > 0 && !yield(f) {
			return
		}
	}
	if !in.gone {
		yield(flacFrame{err: in.verdict(err)})
	}
}

// metadata reads up to the first frame.
func (in *flacInput) metadata() (err error) {
	defer recovered(&err)
	var sign [4]byte
	for {
		if _, err := io.ReadFull(in, sign[:]); err != nil {
			return err
		}
		if string(sign[:3]) != "ID3" {
			break
		}
		var rest [6]byte
		if _, err := io.ReadFull(in, rest[:]); err != nil {
			return err
		}
		t, _ := readID3v2(append(sign[:], rest[:]...), true)
		if _, err := io.CopyN(io.Discard, in, max(t.size-10, 0)); err != nil {
			return err
		}
	}
	if string(sign[:]) != "fLaC" {
		return errors.New(say.noFLAC)
	}
	block, err := meta.New(in)
	if err != nil {
		return err
	}
	if block.Type != meta.TypeStreamInfo || block.Length > 1<<10 {
		return errors.New(say.noInfo)
	}
	if err := block.Parse(); err != nil {
		return err
	}
	info := block.Body.(*meta.StreamInfo)
	switch {
	case info.NChannels < 1 || info.NChannels > 2:
		return faulty("flac", ErrFormat, say.channels(int(info.NChannels)))
	case info.SampleRate < 1000 || info.SampleRate > maxRate:
		return faulty("flac", ErrFormat, say.rate(int(info.SampleRate), maxRate))
	}
	in.info = info
	for !block.IsLast {
		if block, err = meta.New(in); err != nil {
			return err
		}
		if _, err := io.CopyN(io.Discard, in, block.Length); err != nil {
			return err
		}
	}
	return nil
}

// frame returns the next frame; one without samples stands for something lost.
func (in *flacInput) frame() (f flacFrame, err error) {
	in.mark, in.keep = in.off, true
	defer func() { in.keep = false }()
	parsed, err := in.parse()
	if err == nil {
		f = flacFrame{n: len(parsed.Subframes[0].Samples), rate: int(in.info.SampleRate), ch: len(parsed.Subframes)}
		for c, s := range parsed.Subframes {
			f.channels[c] = s.Samples
		}
		f.scale = 1 / float32(int64(1)<<(parsed.BitsPerSample-1))
		in.frames += uint64(f.n)
		in.within = [2]int64{int64(in.holes), in.lost}
		return f, nil
	}
	if in.gone {
		return f, err
	}
	if in.off == in.mark && in.ended {
		return f, io.EOF
	}
	if in.holes++; in.holes > maxFlacHoles {
		return f, errors.New(say.manyDamaged(maxFlacHoles))
	}
	in.trouble = err
	return f, in.sync()
}

func (in *flacInput) parse() (f *frame.Frame, err error) {
	defer recovered(&err)
	f, err = frame.New(in)
	if err != nil {
		return nil, err
	}
	if f.BitsPerSample == 0 {
		f.BitsPerSample = in.info.BitsPerSample
	}
	if f.Channels.Count() != int(in.info.NChannels) || f.SampleRate != 0 && f.SampleRate != in.info.SampleRate ||
		f.BitsPerSample < 4 || f.BitsPerSample > 32 {
		return nil, errors.New(say.foreign)
	}
	if err := f.Parse(); err != nil {
		return nil, err
	}
	for _, s := range f.Subframes {
		if len(s.Samples) == 0 || len(s.Samples) != len(f.Subframes[0].Samples) {
			return nil, errors.New(say.hollow)
		}
	}
	return f, nil
}

// sync goes on to where the next frame may begin, after the start of the one
// that failed.
func (in *flacInput) sync() error {
	in.off = in.mark + 1
	in.lost++
	for {
		at := bytes.IndexByte(in.buf[in.off:], 0xFF)
		if at < 0 {
			at = len(in.buf) - in.off
		}
		in.off += at
		in.lost += int64(at)
		in.mark = in.off
		var head [2]byte
		if _, err := io.ReadFull(in, head[:]); err != nil {
			return err
		}
		in.off = in.mark
		if head[1]&0xFE == 0xF8 {
			return nil
		}
		in.off++
		in.lost++
	}
}

func (in *flacInput) verdict(err error) error {
	if in.info != nil && in.info.NSamples > 0 && in.frames >= in.info.NSamples {
		// Behind the last sample there are tags, or padding.
		in.holes, in.lost, err = int(in.within[0]), in.within[1], io.EOF
	}
	switch {
	case !in.fed:
		return faulty("flac", ErrNoAudio, say.noByte)
	case in.frames == 0 && (errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)):
		return faulty("flac", ErrNoAudio, say.noSample)
	case errors.Is(err, ErrFormat):
		return err
	case in.frames == 0:
		return faulty("flac", ErrNoAudio, err.Error(), err)
	case !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF):
		return faulty("flac", ErrDamaged, say.and(err.Error(), say.restLeft), err)
	case in.holes > 0:
		return faulty("flac", ErrDamaged, say.places(in.lost, in.holes, in.trouble.Error()), in.trouble)
	case in.info.NSamples > in.frames:
		return faulty("flac", ErrDamaged, say.samplesMissing(in.info.NSamples-in.frames, in.info.NSamples))
	}
	return io.EOF
}

// recovered turns a panic of the library, which trusts a damaged frame here and
// there, into an error.
func recovered(err *error) {
	if v := recover(); v != nil {
		*err = errFrame
	}
}

// quietLibraryLog keeps out of the standard log what mewkiz/flac writes there
// for every frame at rates its authors had no file for, e.g. 24,000 Hz.
var quietLibraryLog = sync.OnceFunc(func() { log.SetOutput(without{log.Writer(), []byte("The flac library test cases")}) })

type without struct {
	io.Writer
	text []byte
}

func (w without) Write(p []byte) (int, error) {
	if bytes.Contains(p, w.text) {
		return len(p), nil
	}
	return w.Writer.Write(p)
}
