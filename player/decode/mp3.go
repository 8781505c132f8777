package decode

import (
	"errors"
	"io"
)

// backend decodes whole frames of one format.
type backend interface {
	// decode appends the samples of one frame to dst, which has room for a
	// frame; a frame may yield none. An error other than *NeedsLibraryError
	// means that this frame is damaged.
	decode(dst []float32, h header, frame []byte) ([]float32, error)
	close()
}

type mp3 struct {
	split splitter
	open  func() (backend, error)
	back  backend
	out   header // format of the samples Read returned last
	cur   header // format of pcm

	frame   [2 * 1152]float32
	pcm     []float32 // what Read has not handed out of frame
	trim    trim
	at      int64 // the next frame's first sample, as trim counts
	frames  int64 // decoded
	damaged int64
	fatal   error
}

func newMP3(open func() (backend, error)) Decoder { return &mp3{open: open} }

func (d *mp3) Feed(p []byte) { d.split.feed(p) }
func (d *mp3) End()          { d.split.ended = true }
func (d *mp3) Rate() int     { return d.out.rate }
func (d *mp3) Channels() int { return d.out.channels }

func (d *mp3) Close() {
	d.drop()
	d.split.buf, d.split.off, d.pcm = nil, 0, nil
	d.split.ended = true
}

func (d *mp3) Read(dst []float32) (int, error) {
	for len(d.pcm) == 0 {
		if d.fatal != nil {
			return 0, d.fatal
		}
		frame, h, fresh, ok := d.split.next()
		if !ok {
			if d.split.ended {
				return 0, d.verdict()
			}
			return 0, ErrMore
		}
		if _, info := h.infoAt(frame); info {
			d.trim, d.at = parseInfo(h, frame), 0
			continue
		}
		if err := d.decode(frame, h, fresh); err != nil {
			d.fatal = err
		}
	}
	d.out = d.cur
	n := copy(dst, d.pcm)
	n -= n % d.out.channels
	d.pcm = d.pcm[n:]
	return n, nil
}

func (d *mp3) decode(frame []byte, h header, fresh bool) error {
	if fresh {
		// A frame that follows a hole or has another format must not be decoded
		// with the bits and the overlap of the one before the hole.
		d.drop()
	}
	if d.back == nil {
		b, err := d.open()
		if err != nil {
			return err
		}
		d.back = b
	}
	pcm, err := d.back.decode(d.frame[:0], h, frame)
	at := d.at
	d.at += int64(h.samples())
	var lacking *NeedsLibraryError
	switch {
	case errors.As(err, &lacking):
		return err
	case err != nil:
		d.damaged++
		d.drop()
		return nil
	}
	d.cur, d.pcm = h, d.trim.cut(pcm, at, h.channels)
	d.frames++
	return nil
}

func (d *mp3) drop() {
	if d.back != nil {
		d.back.close()
		d.back = nil
	}
}

// verdict is what is to say at the end of the source.
func (d *mp3) verdict() error {
	s := &d.split
	switch {
	case !s.fed:
		return faulty("mp3", ErrNoAudio, say.noByte)
	case d.frames == 0:
		return faulty("mp3", ErrNoAudio, say.noFrame)
	case s.lost > 0 || d.damaged > 0:
		return faulty("mp3", ErrDamaged, say.undecoded(int64(s.lost), int(s.places), int(d.damaged)))
	case s.cutShort:
		return faulty("mp3", ErrDamaged, say.inFrame)
	case s.skip > 0:
		return faulty("mp3", ErrDamaged, say.inTag)
	}
	return io.EOF
}

// openBackend prefers libmpg123 and falls back to the built-in decoder, which
// refuses what it would get wrong.
func openBackend() (backend, error) {
	lib, err := mpg123Library()
	if err != nil {
		return &builtin{why: err}, nil
	}
	return lib.open()
}

// MP3Decoder names what decodes MP3 in this process, for a diagnosis: the
// library, or the built-in decoder and why the library is not used.
func MP3Decoder() (name string, missing error) {
	if _, err := mpg123Library(); err != nil {
		return "go-mp3", err
	}
	return libmpg123.name, nil
}
