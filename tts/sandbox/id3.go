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
