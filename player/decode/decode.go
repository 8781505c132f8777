// Package decode turns encoded audio, fed in pieces of any size as it arrives,
// into interleaved float frames.
package decode

import (
	"errors"
	"sort"
)

// Decoder decodes one source. It belongs to one goroutine.
//
// The caller feeds bytes and reads until [ErrMore]; then it feeds again. After
// the last byte it calls End and reads until any other error. What a Decoder
// holds is bounded by the longest piece fed plus one encoded frame, as long as
// that order is kept.
type Decoder interface {
	// Feed adds encoded bytes; p is copied.
	Feed(p []byte)
	// End says that no more bytes follow.
	End()
	// Read fills dst with whole interleaved frames, nominally within -1..1, and
	// returns the number of samples (not frames) written. All of them have the
	// format that Rate and Channels name until the next call of Read; dst must
	// hold at least 2 samples.
	//
	// n == 0 comes with an error: ErrMore when bytes are missing, io.EOF at the
	// end of a whole source, an error wrapping ErrDamaged at the end of a source
	// of which some part could not be decoded, one wrapping ErrNoAudio or
	// ErrFormat when nothing could, or a *NeedsLibraryError.
	Read(dst []float32) (n int, err error)
	// Rate is the sample rate in Hz; 0 before the first frame.
	Rate() int
	// Channels is 1 or 2; 0 before the first frame.
	Channels() int
	// Close frees what the decoder holds. It may be called more than once.
	Close()
}

// Format says what the bytes of a source are.
type Format struct {
	// Codec is "mp3", "flac", "wav", "opus" (in Ogg), or one without a header: "pcm" (signed 16
	// bit, little endian, interleaved) or "mulaw" (ITU-T G.711, a byte for each
	// sample, interleaved).
	Codec string
	// SampleRate in Hz and Channels (1 or 2) are needed where the bytes do not
	// say them: for pcm and mulaw only.
	SampleRate, Channels int
}

var (
	// ErrMore asks for more bytes.
	ErrMore = errors.New("decode: more bytes needed")
	// ErrFormat is wrapped when a source is understood as far as to know that it
	// cannot be played here.
	ErrFormat error = sentinel{&say.format}
	// ErrNoAudio is wrapped when a source has ended without a decodable frame.
	ErrNoAudio error = sentinel{&say.noAudio}
	// ErrDamaged is wrapped when a source was decoded but for some parts.
	ErrDamaged error = sentinel{&say.damaged}
	// ErrMadeUp is wrapped beside ErrDamaged when something as long stands in the
	// place of what could not be decoded: then its length tells nothing of it.
	ErrMadeUp error = sentinel{&say.madeUp}
)

var codecs = map[string]func(Format) (Decoder, error){
	"flac":  newFLAC,
	"mp3":   func(Format) (Decoder, error) { return newMP3(openBackend), nil },
	"mulaw": newRaw,
	"opus":  newOpus,
	"pcm":   newRaw,
	"wav":   newWAV,
}

// Playable reports whether a codec can be decoded.
func Playable(codec string) bool { return codecs[codec] != nil }

// New returns a decoder for a source of format f, or an error that names the
// field of f which is not understood.
func New(f Format) (Decoder, error) {
	open, ok := codecs[f.Codec]
	if !ok {
		names := make([]string, 0, len(codecs))
		for name := range codecs {
			names = append(names, name)
		}
		sort.Strings(names)
		return nil, faulty("", ErrFormat, say.codec(f.Codec, names))
	}
	return open(f)
}
