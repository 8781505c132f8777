package measure

import (
	"fmt"
)

var chinese = words{
	pitch: func(semitones float64, higher bool) string {
		return fmt.Sprintf("%.1f st %s", semitones, either(higher, "higher", "lower"))
	},
	rate: func(percent float64, faster bool) string {
		return fmt.Sprintf("%.0f %% %s", percent, either(faster, "faster", "slower"))
	},
	brightness: func(brighter bool) string { return either(brighter, "brighter", "darker") },
	loudness: func(decibels float64, louder bool) string {
		return fmt.Sprintf("%.1f dB %s", decibels, either(louder, "louder", "softer"))
	},
	liveliness: func(livelier bool) string { return either(livelier, "livelier", "more monotone") },
	pauses:     func(more bool) string { return either(more, "more pauses", "fewer pauses") },
	fade:       func(less bool) string { return either(less, "fades less", "fades more") },
	gone: func(measure string, gone bool) string {
		what := map[string]string{"f0_median_hz": "voice", duration: "speech", "lufs": "sound", "slope_db_oct": "colour"}[measure]
		return either(gone, "no ", "now some ") + what + either(gone, " any more", "")
	},
}
