package decode

import (
	"bytes"
	"errors"
	"io"
)

// maxRate is far above any rate a speech service offers (Hz).
const maxRate = 192000

// raw is samples without a header.
type raw struct {
	codec       string
	format      wavFormat
	buf         []byte
	off         int
	ended, some bool
}

// rawKinds are the samples of each such codec.
var rawKinds = map[string]wavFormat{
	"pcm":   {kind: wavPCM, width: 2},
	"mulaw": {kind: wavMuLaw, width: 1},
}

func newRaw(f Format) (Decoder, error) {
	if f.SampleRate < 1000 || f.SampleRate > maxRate {
		return nil, errors.New(say.fault("", f.Codec, say.rate(f.SampleRate, maxRate)))
	}
	if f.Channels != 1 && f.Channels != 2 {
		return nil, errors.New(say.fault("", f.Codec, say.channels(f.Channels)))
	}
	format := rawKinds[f.Codec]
	format.rate, format.channels = f.SampleRate, f.Channels
	return &raw{codec: f.Codec, format: format}, nil
}

func (d *raw) Feed(p []byte) { d.buf, d.off = refill(d.buf, d.off, p) }
func (d *raw) End()          { d.ended = true }
func (d *raw) Rate() int     { return d.format.rate }
func (d *raw) Channels() int { return d.format.channels }
func (d *raw) Close()        { d.buf, d.off = nil, 0 }

// headers are the first bytes of what a host may send in place of bare samples.
// Speech begins in silence; as samples they would be the beginning of noise.
var headers = map[string]string{"RIFF": "WAV", "ID3": "MP3", "fLaC": "FLAC", "OggS": "Ogg"}

// headerOf is the format whose header b starts with; empty for bare samples.
func headerOf(b []byte) string {
	for start, name := range headers {
		if bytes.HasPrefix(b, []byte(start)) {
			return name
		}
	}
	return ""
}

func (d *raw) Read(dst []float32) (int, error) {
	if !d.some {
		if len(d.buf) < 4 && !d.ended {
			return 0, ErrMore
		}
		if other := headerOf(d.buf); other != "" {
			return 0, faulty(d.codec, ErrNoAudio, say.notBare(other))
		}
	}
	frame := d.format.frame()
	frames := min((len(d.buf)-d.off)/frame, len(dst)/d.format.channels)
	n := frames * d.format.channels
	d.format.samples(dst[:n], d.buf[d.off:])
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
		return 0, faulty(d.codec, ErrNoAudio, say.noByte)
	case !d.some:
		return 0, faulty(d.codec, ErrNoAudio, say.partOnly(left, frame))
	}
	return 0, faulty(d.codec, ErrDamaged, say.partMissing(frame-left, frame))
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
