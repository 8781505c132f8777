package speech

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"

	"voicestudio/tts"
)

// encoder takes mono samples in -1..1 at the asked rate. close ends the stream
// and says why it failed, if it did; it must always be called.
type encoder interface {
	write(x []float32) error
	close() error
}

// errEncoder marks samples that the encoder did not take: close says why.
var errEncoder = errors.New("speech: the encoder ended early")

// newResult is what is known of a result before anything was spoken.
func newResult(a tts.AudioSetting) Result {
	r := Result{
		SampleRate: tts.Or(a.SampleRate, tts.DefaultSampleRate),
		Channels:   tts.Or(a.Channel, tts.DefaultChannel),
	}
	r.Bitrate = r.SampleRate * r.Channels * 16
	if a.Format == "" || a.Format == "mp3" {
		r.Bitrate = min(tts.Or(a.Bitrate, tts.DefaultBitrate), maxBitrate(r.SampleRate))
	}
	return r
}

func (e *Engine) newEncoder(ctx context.Context, a tts.AudioSetting, w io.Writer) (encoder, Result, error) {
	r := newResult(a)
	var enc encoder
	var err error
	switch format := a.Format; format {
	case "", "mp3":
		enc, err = e.newLame(ctx, r, w)
	case "pcm":
		enc = &pcm{w: w, channels: r.Channels}
	case "flac":
		enc, err = newFLAC(r, w)
	case "wav":
		enc = &pcm{w: w, channels: r.Channels, header: waveHeader(r)}
	default:
		err = fmt.Errorf("speech: audio_setting.format %q is not made here; use mp3, pcm, flac or wav", format)
	}
	return enc, r, err
}

// ByteRate is the number of bytes of a second of audio: exact for mp3, pcm and
// wav; for flac about 45 % of one channel's samples, measured on this speech.
func ByteRate(a tts.AudioSetting) int {
	r := newResult(a)
	if a.Format == "flac" {
		return r.SampleRate * 2 * 45 / 100
	}
	return r.Bitrate / 8
}

// maxBitrate is the highest bit/s of MPEG-1 layer III and its extensions to
// low rates, as lame caps it without an error.
func maxBitrate(sampleRate int) int {
	switch {
	case sampleRate <= 12000:
		return 64000 // MPEG-2.5
	case sampleRate <= 24000:
		return 160000 // MPEG-2
	}
	return 320000
}

// pcm writes 16-bit little-endian samples, after a header where there is one.
type pcm struct {
	w        io.Writer
	channels int
	header   []byte
	buf      []byte
}

func (p *pcm) write(x []float32) error {
	p.buf = appendPCM(append(p.buf[:0], p.header...), x, p.channels)
	p.header = nil
	if len(p.buf) == 0 {
		return nil
	}
	_, err := p.w.Write(p.buf)
	return err
}

func (p *pcm) close() error { return p.write(nil) }

// appendPCM appends every sample once per channel.
func appendPCM(b []byte, x []float32, channels int) []byte {
	for _, s := range x {
		v := int16(math.Round(float64(min(max(s, -1), 1)) * math.MaxInt16))
		for range channels {
			b = binary.LittleEndian.AppendUint16(b, uint16(v))
		}
	}
	return b
}

// waveHeader is a RIFF header of a stream whose length is not known yet: both
// sizes say so by their largest value.
func waveHeader(r Result) []byte {
	const unknown = math.MaxUint32
	b := append([]byte("RIFF"), 0xff, 0xff, 0xff, 0xff)
	b = append(b, "WAVEfmt "...)
	b = binary.LittleEndian.AppendUint32(b, 16)
	b = binary.LittleEndian.AppendUint16(b, 1) // integer PCM
	b = binary.LittleEndian.AppendUint16(b, uint16(r.Channels))
	b = binary.LittleEndian.AppendUint32(b, uint32(r.SampleRate))
	b = binary.LittleEndian.AppendUint32(b, uint32(r.SampleRate*r.Channels*2))
	b = binary.LittleEndian.AppendUint16(b, uint16(r.Channels*2))
	b = binary.LittleEndian.AppendUint16(b, 16)
	b = append(b, "data"...)
	return binary.LittleEndian.AppendUint32(b, unknown)
}
