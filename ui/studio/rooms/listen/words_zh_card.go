package listen

import (
	"fmt"
	"strings"
)

var chineseCard = cardWords{
	title: "This take",
	words: "words", voice: "voice", settings: "settings", note: "note", tags: "tags", preset: "preset",
	made: "made", cost: "cost", length: "length", timing: "timing", sounds: "sounds",
	at:       func(when, host, model string) string { return when + " · " + host + " ▸ " + model },
	billed:   func(n int, cost string) string { return fmt.Sprintf("%d characters · %s", n, cost) },
	sound:    func(length, format string) string { return length + " · " + format },
	came:     func(what string, ms int64) string { return fmt.Sprintf("%s %d ms", what, ms) },
	besideA:  func(how string) string { return how + " (beside A)" },
	pitch:    func(hertz float64) string { return fmt.Sprintf("%.0f Hz", hertz) },
	rate:     func(syllables float64) string { return fmt.Sprintf("%.1f syllables a second", syllables) },
	loudness: func(lufs float64) string { return strings.Replace(fmt.Sprintf("%.1f LUFS", lufs), "-", "−", 1) },
}
