package decode

import (
	"fmt"
	"sync"
	"unsafe"
)

// opusFunctions are those of libopus that are used.
type opusFunctions struct {
	create  func(rate, channels int32, err *int32) uintptr
	decode  func(h uintptr, packet *byte, bytes int32, pcm *float32, frames, fec int32) int32
	destroy func(h uintptr)
}

// opusLibrary loads the library on first use.
var opusLibrary = sync.OnceValues(func() (*opusFunctions, error) {
	l := new(opusFunctions)
	return l, libopus.load(map[string]any{
		"opus_decoder_create":  &l.create,
		"opus_decode_float":    &l.decode,
		"opus_decoder_destroy": &l.destroy,
	})
})

// OpusDecoder names what decodes Opus in this process, for a diagnosis; missing
// is why nothing does.
func OpusDecoder() (name string, missing error) {
	_, err := opusLibrary()
	return libopus.name, err
}

// opusStream decodes the packets of one stream at opusRate.
type opusStream struct {
	lib      *opusFunctions
	h        uintptr
	channels int
}

func (l *opusFunctions) open(channels int) (*opusStream, error) {
	var reason int32
	h := l.create(opusRate, int32(channels), &reason)
	if h == 0 {
		return nil, fmt.Errorf("opus_decoder_create: error %d", reason)
	}
	return &opusStream{l, h, channels}, nil
}

// decode decodes a packet to the beginning of dst, which has room for the
// longest. Without a packet it makes up frames of what would have come, as many
// as a multiple of 2.5 ms has.
func (s *opusStream) decode(dst []float32, packet []byte, frames int) ([]float32, bool) {
	n := s.lib.decode(s.h, unsafe.SliceData(packet), int32(len(packet)), unsafe.SliceData(dst), int32(frames), 0)
	if n < 0 {
		return nil, false
	}
	return dst[:int(n)*s.channels], true
}

func (s *opusStream) close() {
	if s.h != 0 {
		s.lib.destroy(s.h)
		s.h = 0
	}
}
