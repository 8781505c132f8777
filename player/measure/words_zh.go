package measure

import (
	"fmt"
)

var chinese = words{
	pitch: func(semitones float64, higher bool) string {
		return fmt.Sprintf("%s %.1f 半音", either(higher, "高", "低"), semitones)
	},
	rate: func(percent float64, faster bool) string {
		return fmt.Sprintf("%s %.0f%%", either(faster, "快", "慢"), percent)
	},
	brightness: func(brighter bool) string { return either(brighter, "更明亮", "更低沉") },
	loudness: func(decibels float64, louder bool) string {
		return fmt.Sprintf("%s %.1f dB", either(louder, "响", "轻"), decibels)
	},
	liveliness: func(livelier bool) string { return either(livelier, "更有起伏", "更平淡") },
	pauses:     func(more bool) string { return either(more, "停顿更多", "停顿更少") },
	fade:       func(less bool) string { return either(less, "句尾减弱更少", "句尾减弱更多") },
	gone: func(measure string, gone bool) string {
		what := map[string]string{"f0_median_hz": "嗓音", duration: "语音", "lufs": "声音", "slope_db_oct": "音色"}[measure]
		return either(gone, "不再有", "现在有了") + what
	},
}
