package decode

import (
	"fmt"
	"strings"
)

var english = words{
	format:  "this audio cannot be played",
	noAudio: "no audio",
	damaged: "damaged audio",
	madeUp:  "a sound as long was made up in its place",
	fault: func(codec, kind, what string) string {
		if codec != "" {
			codec += ": "
		}
		return codec + kind + ": " + what
	},
	and: func(what, more string) string { return what + "; " + more },

	needs: func(what, library, how string) string {
		return fmt.Sprintf("%s needs %s, which is not installed; %s", what, library, how)
	},
	mp3Rate:   func(hz int) string { return fmt.Sprintf("MP3 at %d Hz", hz) },
	mp3Bits:   func(hz, kbit int) string { return fmt.Sprintf("MP3 at %d Hz and %d kbit/s", hz, kbit) },
	intensity: "MP3 with intensity stereo",

	codec: func(name string, playable []string) string {
		return fmt.Sprintf("its codec is %q; playable: %s", name, strings.Join(playable, ", "))
	},
	rate:     func(hz, most int) string { return fmt.Sprintf("sample rate %d Hz is outside 1000..%d", hz, most) },
	channels: func(n int) string { return fmt.Sprintf("%d channels; only 1 and 2 can be played", n) },
	noByte:   "the source ended without a byte",
	noSample: "the source ended before the first sample",
	noFrame:  "no decodable frame in the source",
	undecoded: func(bytes int64, places, of int) string {
		return fmt.Sprintf("%d bytes in %d places and %d frames could not be decoded", bytes, places, of)
	},
	packets: func(bytes int64, places, of int) string {
		return fmt.Sprintf("%d bytes in %d places and %d packets could not be decoded", bytes, places, of)
	},
	inFrame:      "the source ends in the middle of a frame",
	inTag:        "the source ends in the middle of a tag",
	inPage:       "the source ends in the middle of a page",
	bytesMissing: func(n int64) string { return fmt.Sprintf("the last %d bytes of the samples are missing", n) },
	partMissing: func(n, of int) string {
		return fmt.Sprintf("the last %d of the %d bytes of a frame are missing", n, of)
	},
	partOnly: func(n, of int) string {
		return fmt.Sprintf("the source ended after %d of the %d bytes of a frame", n, of)
	},
	samplesMissing: func(n, of uint64) string { return fmt.Sprintf("the last %d of %d samples are missing", n, of) },
	restLeft:       "the rest is not played",
	header:         func(bytes int) string { return fmt.Sprintf("its fmt chunk has %d bytes", bytes) },
	headShort:      func(bytes, of int) string { return fmt.Sprintf("its head has %d bytes of %d", bytes, of) },
	notBare:        func(like string) string { return "the source is no bare samples, it starts like " + like },
	noRIFF:         "the source does not start with RIFF",
	otherRIFF:      "a RIFF file of another kind",
	big:            "its numbers are big endian (RIFX)",
	unordered:      "the samples come before their format",
	chunks:         "its chunks cannot be read",
	unknown:        "its samples are of an unknown kind (extensible)",
	validBits:      func(n, of int) string { return fmt.Sprintf("%d bits of %d are said to be valid", n, of) },
	samplesAre: func(kind string) string {
		return "its samples are " + kind + "; playable are 8 to 32 bits, float, A-law and mu-law"
	},
	samplesOf: func(kind int) string {
		return fmt.Sprintf("its samples are of kind %d; playable are 8 to 32 bits, float, A-law and mu-law", kind)
	},
	contradicts: func(kind, bits, align, channels int) string {
		return fmt.Sprintf("its header cannot be right: kind %d with %d bits in frames of %d bytes for %d channels", kind, bits, align, channels)
	},
	behind: func(bytes int64) string { return fmt.Sprintf("%d bytes after the samples cannot be read", bytes) },

	noFLAC:      "the source does not start with fLaC",
	noInfo:      "its stream info is missing",
	endless:     "a frame has no end",
	foreign:     "a frame of another format",
	hollow:      "a frame without samples",
	manyDamaged: func(most int) string { return fmt.Sprintf("more than %d frames are damaged", most) },
	places: func(bytes int64, places int, why string) string {
		return fmt.Sprintf("%d bytes in %d places could not be decoded (%s)", bytes, places, why)
	},
	inOgg:        func(what string) string { return "there is " + what + " in its Ogg, no Opus" },
	elseInOgg:    "something else",
	noOpus:       "no beginning of Opus in Ogg in the source",
	noPacket:     "no decodable packet in the source",
	pagesMissing: func(places int) string { return fmt.Sprintf("pages are missing in %d places", places) },
	version:      func(n int) string { return fmt.Sprintf("it is of version %d; only 0 to 15 are known", n) },
	family: func(n int) string {
		return fmt.Sprintf("its channels are mapped by family %d; only 0 can be played", n)
	},
}
