package export

import (
	"fmt"
	"time"
)

var english = words{
	tooLong:  "the part is too long",
	empty:    "the part is empty",
	noLame:   "lame is not installed: install it, or choose wav or flac",
	tooLarge: "the file would be larger than 4 GB, which wav cannot be; export it in parts",
	longer:   func(minutes float64) string { return fmt.Sprintf("the part is longer than %.0f minutes", minutes) },
	ended:    func(before time.Duration) string { return fmt.Sprintf("the source has ended before %v", before) },
	changes:  "the source changes its sample rate or channels on the way; only its original can be written",
	tagSize: func(bytes int) string {
		return fmt.Sprintf("the take's ID3 tag claims to have %d bytes; export it as wav or flac", bytes)
	},
	inTag:    "the take ends within its ID3 tag",
	inMeta:   "the take ends within its metadata",
	noFLAC:   "the take does not start like a FLAC file; export it as wav",
	noWAV:    "the take does not start like a WAV file; export it as flac",
	noInfo:   "the take's stream info is missing; export it as wav",
	metaSize: "the take's metadata are too large; export it as wav",
}
