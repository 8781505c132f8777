package speech

import (
	"cmp"
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

// ownRates are the rates in Hz of formats that do not have DefaultSampleRate,
// where none is asked for. Mu-law has no other; opus has several, of which
// nobody has told MiniMax's own choice.
var ownRates = map[string]int{tts.MuLaw: tts.TelephoneRate, tts.MuLawWAV: tts.TelephoneRate, tts.Opus: 24000}

// newResult is what is known of a result before anything was spoken.
func newResult(a tts.AudioSetting) Result {
	r := Result{
		SampleRate: tts.Or(a.SampleRate, cmp.Or(ownRates[a.Format], tts.DefaultSampleRate)),
		Channels:   tts.Or(a.Channel, tts.DefaultChannel),
	}
	switch a.Format {
	case "", "mp3":
		r.Bitrate = min(tts.Or(a.Bitrate, tts.DefaultBitrate), maxBitrate(r.SampleRate))
	case tts.Opus:
		r.Bitrate = opusBitrate * r.Channels
	case tts.MuLaw, tts.MuLawWAV:
		r.Bitrate = r.SampleRate * r.Channels * 8
	default:
		r.Bitrate = r.SampleRate * r.Channels * 16
	}
	return r
}

// SampleRate is the rate in Hz that the audio has.
func SampleRate(a tts.AudioSetting) int { return newResult(a).SampleRate }

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
		enc = &pcm{w: w, channels: r.Channels, header: waveHeader(r, integerPCM)}
	case tts.MuLaw:
		enc = &mulaw{w: w, channels: r.Channels}
	case tts.MuLawWAV:
		enc = &mulaw{w: w, channels: r.Channels, header: waveHeader(r, muLaw)}
	case tts.Opus:
		enc, err = newOpus(ctx, r, w)
	default:
		err = fmt.Errorf("speech: audio_setting.format %q is not made here", format)
	}
	return enc, r, err
}

// ByteRate is the number of bytes of a second of audio: exact for mp3, mu-law,
// pcm and wav; for opus without its container's 2 %, for flac about 45 % of one
// channel's samples, measured on this speech.
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

// The format tags of WAV files.
const (
	integerPCM = 1
	muLaw      = 7
)

// waveHeader is a RIFF header of a stream whose length is not known yet: both
// sizes say so by their largest value. A format other than PCM tells the size
// of what it adds, which is nothing.
func waveHeader(r Result, tag uint16) []byte {
	bits, format := 16, 16
	if tag != integerPCM {
		bits, format = 8, 18
	}
	frame := r.Channels * bits / 8
	b := append([]byte("RIFF"), 0xff, 0xff, 0xff, 0xff)
	b = append(b, "WAVEfmt "...)
	b = binary.LittleEndian.AppendUint32(b, uint32(format))
	b = binary.LittleEndian.AppendUint16(b, tag)
	b = binary.LittleEndian.AppendUint16(b, uint16(r.Channels))
	b = binary.LittleEndian.AppendUint32(b, uint32(r.SampleRate))
	b = binary.LittleEndian.AppendUint32(b, uint32(r.SampleRate*frame))
	b = binary.LittleEndian.AppendUint16(b, uint16(frame))
	b = binary.LittleEndian.AppendUint16(b, uint16(bits))
	b = append(b, make([]byte, format-16)...)
	b = append(b, "data"...)
	return binary.LittleEndian.AppendUint32(b, math.MaxUint32)
}
