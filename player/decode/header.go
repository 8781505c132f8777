package decode

// header is what a decoder needs of an MPEG audio layer III frame header
// (ISO/IEC 11172-3 2.4.1.3, 13818-3 2.4.2.3, and the unofficial MPEG-2.5).
type header struct {
	version  int // index of versions
	rate     int // Hz
	channels int
	bitrate  int // bit/s
	padding  int // bytes
	crc      bool
	// intensity: joint stereo with intensity coding in this frame.
	intensity bool
	size      int // bytes, header included
}

const headerBytes = 4

// versions is indexed by the header's two version bits.
var versions = [4]struct {
	rates    [3]int // Hz; 0 in a reserved version
	bitrates *[15]int
	samples  int    // per channel and frame
	side     [2]int // bytes of side information, mono and stereo
}{
	{[3]int{11025, 12000, 8000}, &lowBitrates, 576, [2]int{9, 17}},
	{},
	{[3]int{22050, 24000, 16000}, &lowBitrates, 576, [2]int{9, 17}},
	{[3]int{44100, 48000, 32000}, &highBitrates, 1152, [2]int{17, 32}},
}

const mpeg25 = 0

// In kbit/s. Free format (index 0) is not played: no service sends it, and its
// frame length can only be guessed.
var (
	lowBitrates  = [15]int{0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}
	highBitrates = [15]int{0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320}
)

// parseHeader reads a header at the start of b, which holds at least 4 bytes.
func parseHeader(b []byte) (h header, ok bool) {
	if b[0] != 0xFF || b[1]&0xE0 != 0xE0 {
		return h, false
	}
	const layerIII = 1
	version, layer := int(b[1]>>3&3), b[1]>>1&3
	rate, bitrate := int(b[2]>>2&3), int(b[2]>>4)
	v := versions[version]
	if v.samples == 0 || layer != layerIII || rate == 3 || bitrate == 0 || bitrate == 15 || b[3]&3 == 2 {
		return h, false
	}
	h = header{
		version:  version,
		rate:     v.rates[rate],
		channels: 2,
		bitrate:  v.bitrates[bitrate] * 1000,
		padding:  int(b[2] >> 1 & 1),
		crc:      b[1]&1 == 0,
	}
	switch mode := b[3] >> 6; mode {
	case 3:
		h.channels = 1
	case 1:
		h.intensity = b[3]&0x10 != 0
	}
	h.size = v.samples/8*h.bitrate/h.rate + h.padding
	return h, h.size >= h.body()
}

func (h header) samples() int { return versions[h.version].samples }

// side is the offset of the side information within a frame.
func (h header) side() int {
	if h.crc {
		return headerBytes + 2
	}
	return headerBytes
}

// body is the offset of the main data within a frame.
func (h header) body() int { return h.side() + versions[h.version].side[h.channels-1] }

// reservoir is how many bytes of earlier frames' main data this frame needs.
func (h header) reservoir(frame []byte) int {
	s := frame[h.side():]
	if versions[h.version].samples == 1152 {
		return int(s[0])<<1 | int(s[1])>>7
	}
	return int(s[0])
}

// follows says whether o can be another frame of the same stream.
func (h header) follows(o header) bool {
	return h.version == o.version && h.rate == o.rate && h.channels == o.channels
}

// infoAt is where a frame that carries no sound but an encoder's note about the
// stream has that note, in place of the main data after empty side information:
// Xing or Info where a frame of its kind has that, VBRI (Fraunhofer) always
// behind 32 bytes.
func (h header) infoAt(frame []byte) (at int, ok bool) {
	// LAME puts the tag where it would be without a CRC, too.
	for _, at := range [3]int{h.body(), headerBytes + versions[h.version].side[h.channels-1], headerBytes + 32} {
		if at+4 > len(frame) {
			continue
		}
		if tag := string(frame[at : at+4]); tag != "Xing" && tag != "Info" && tag != "VBRI" {
			continue
		}
		for _, b := range frame[h.side():at] {
			if b != 0 {
				return 0, false
			}
		}
		return at, true
	}
	return 0, false
}
