package decode

import (
	"encoding/binary"
	"math"
)

// wavFormat is a fmt chunk.
type wavFormat struct {
	rate, channels int
	width          int // bytes of a sample
	kind           uint16
}

func (f wavFormat) frame() int { return f.channels * f.width }

// From mmreg.h and RFC 2361.
const (
	wavPCM        = 1
	wavFloat      = 3
	wavALaw       = 6
	wavMuLaw      = 7
	wavExtensible = 0xFFFE
)

// wavKinds names what is refused and may be met.
var wavKinds = map[uint16]string{
	2: "Microsoft ADPCM", 0x11: "IMA ADPCM", 0x31: "GSM 6.10", 0x40: "G.721 ADPCM", 0x50: "MPEG audio", 0x55: "MP3", 0xFF: "AAC",
}

// extensible ends the GUID of every kind that is a number of two bytes.
const extensible = "\x00\x00\x00\x00\x10\x00\x80\x00\x00\xAA\x00\x38\x9B\x71"

// parseFmt reads a fmt chunk. What its fields contradict each other about is
// refused: read by one of them alone it would be noise.
func parseFmt(b []byte) (f wavFormat, err error) {
	if len(b) < 16 {
		return f, faulty("wav", ErrNoAudio, say.header(len(b)))
	}
	word := func(at int) int { return int(binary.LittleEndian.Uint16(b[at:])) }
	kind, rate, align, bits := uint16(word(0)), binary.LittleEndian.Uint32(b[4:]), word(12), word(14)
	f.channels = word(2)
	refuse := func(why string) (wavFormat, error) { return wavFormat{}, faulty("wav", ErrFormat, why) }
	if kind == wavExtensible {
		// Valid bits, speakers, and a GUID whose first bytes are a kind again.
		// Samples of fewer bits than their bytes have are at the upper end of
		// these, so that the valid bits need not be known.
		if len(b) < 40 || string(b[26:40]) != extensible {
			return refuse(say.unknown)
		}
		if kind = uint16(word(24)); word(18) > bits {
			return refuse(say.validBits(word(18), bits))
		}
	}
	switch {
	case rate < 1000 || rate > maxRate:
		return refuse(say.rate(int(rate), maxRate))
	case f.channels != 1 && f.channels != 2:
		return refuse(say.channels(f.channels))
	case wavKinds[kind] != "":
		return refuse(say.samplesAre(wavKinds[kind]))
	case align == 0:
		align = f.channels * ((bits + 7) / 8)
	}
	f.rate, f.kind, f.width = int(rate), kind, align/f.channels
	fits := false
	switch kind {
	case wavPCM:
		fits = bits > 0 && bits <= 8*f.width && f.width <= 4
	case wavFloat:
		fits = bits == 8*f.width && (bits == 32 || bits == 64)
	case wavALaw, wavMuLaw:
		fits = bits == 8 && f.width == 1
	default:
		return refuse(say.samplesOf(int(kind)))
	}
	if !fits || align%f.channels != 0 {
		return refuse(say.contradicts(int(kind), bits, align, f.channels))
	}
	return f, nil
}

// samples decodes as many samples as dst holds.
func (f wavFormat) samples(dst []float32, b []byte) {
	le := binary.LittleEndian
	if f.kind == wavPCM && f.width == 2 { // the commonest, twice as fast alone
		for i := range dst {
			dst[i] = float32(int16(le.Uint16(b[2*i:]))) / (1 << 15)
		}
		return
	}
	for i := range dst {
		s := b[i*f.width:]
		switch {
		case f.kind == wavMuLaw:
			dst[i] = muLaw[s[0]]
		case f.kind == wavALaw:
			dst[i] = aLaw[s[0]]
		case f.kind == wavFloat && f.width == 8:
			dst[i] = finite(float32(math.Float64frombits(le.Uint64(s))))
		case f.kind == wavFloat:
			dst[i] = finite(math.Float32frombits(le.Uint32(s)))
		case f.width == 1:
			dst[i] = float32(int(s[0])-128) / 128
		case f.width == 3:
			dst[i] = float32(int32(s[0])<<8|int32(s[1])<<16|int32(s[2])<<24) / (1 << 31)
		case f.width == 4:
			dst[i] = float32(int32(le.Uint32(s))) / (1 << 31)
		}
	}
}

// finite keeps out of every filter behind what is no number, or so far beyond
// full scale (96 dB) that it was never meant as sound.
func finite(v float32) float32 {
	const most = 1 << 16
	if v >= -most && v <= most {
		return v
	}
	return 0
}

// The samples of ITU-T G.711, whose logarithmic steps keep 13 or 14 bits of
// dynamic in 8.
var muLaw, aLaw = g711()

func g711() (mu, a [256]float32) {
	for code := range 256 {
		inverted := ^byte(code)
		v := float32(int(inverted&0xF)<<1+33)*float32(int(1)<<(inverted>>4&7)) - 33
		if inverted&0x80 != 0 {
			v = -v
		}
		mu[code] = v / (1 << 13)

		toggled := byte(code) ^ 0x55
		step, segment := float32(toggled&0xF)+0.5, toggled>>4&7
		if segment > 0 {
			step = (step + 16) * float32(int(1)<<(segment-1))
		}
		if toggled&0x80 == 0 {
			step = -step
		}
		a[code] = step / (1 << 11)
	}
	return mu, a
}
