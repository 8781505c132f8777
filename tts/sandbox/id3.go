package sandbox

import (
	"bytes"
	"encoding/json"
	"strings"
)

// streamTag is the ID3v2.4 tag of 45 bytes that MiniMax's streams begin with:
// the encoder's name and ten bytes of padding.
var streamTag = id3(frame("TSSE", "Lavf59.27.100"), 10)

// wholeTag is the tag of 1,140 bytes that a whole MP3 begins with: who made
// it, as China's rules for generated audio ask, before the encoder's name.
func wholeTag(traceID string) []byte {
	const size = 1140
	label := func(reserved string) []byte {
		value, _ := json.Marshal(struct {
			Label, ContentProducer, ProduceID, ReservedCode1, ContentPropagator, PropagateID, ReservedCode2 string
		}{"1", "voicestudio sandbox", traceID, reserved, "voicestudio sandbox", "", ""})
		return id3(append(frame("TXXX", "AIGC\x00"+string(value)), frame("TSSE", "Lavf59.27.100")...), 10)
	}
	return label(strings.Repeat("0", size-len(label(""))))
}

// frame is one ID3v2.4 text frame in UTF-8.
func frame(id, text string) []byte {
	b := append([]byte(id), synchsafe(len(text)+2)...)
	b = append(b, 0, 0, 3)
	return append(append(b, text...), 0)
}

func id3(frames []byte, padding int) []byte {
	size := len(frames) + padding
	b := append([]byte{'I', 'D', '3', 4, 0, 0}, synchsafe(size)...)
	return append(append(b, frames...), bytes.Repeat([]byte{0}, padding)...)
}

// synchsafe spreads a size over four bytes of seven bits.
func synchsafe(n int) []byte {
	return []byte{byte(n >> 21 & 0x7f), byte(n >> 14 & 0x7f), byte(n >> 7 & 0x7f), byte(n & 0x7f)}
}

// mp3FrameSize is the length in bytes of the MPEG layer III frame that begins
// with these four, by ISO 11172-3 and 13818-3; at least 1.
func mp3FrameSize(header []byte) int {
	version, bits, rate, padding := header[1]>>3&3, header[2]>>4, header[2]>>2&3, int(header[2]>>1&1)
	kbps := []int{0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0} // MPEG-2 and 2.5
	samples, hz := 576, []int{22050, 24000, 16000, 1}[rate]
	switch version {
	case 3: // MPEG-1
		kbps = []int{0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0}
		samples, hz = 1152, 2*hz
	case 0: // MPEG-2.5
		hz /= 2
	}
	return max(1, samples/8*kbps[bits]*1000/max(1, hz)+padding)
}
