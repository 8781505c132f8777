package listen

import (
	"fmt"
	"strings"
)

var chineseCard = cardWords{
	title: "这条录音",
	words: "文字", voice: "音色", settings: "设置", note: "备注", tags: "标签", preset: "预设",
	made: "生成", cost: "费用", length: "时长", timing: "耗时", sounds: "听感",
	at:       func(when, host, model string) string { return when + " · " + host + " ▸ " + model },
	billed:   func(n int, cost string) string { return fmt.Sprintf("%d 字符 · %s", n, cost) },
	sound:    func(length, format string) string { return length + " · " + format },
	came:     func(what string, ms int64) string { return fmt.Sprintf("%s %d 毫秒", what, ms) },
	besideA:  func(how string) string { return how + "（与 A 相比）" },
	pitch:    func(hertz float64) string { return fmt.Sprintf("%.0f Hz", hertz) },
	rate:     func(syllables float64) string { return fmt.Sprintf("每秒 %.1f 个音节", syllables) },
	loudness: func(lufs float64) string { return strings.Replace(fmt.Sprintf("%.1f LUFS", lufs), "-", "−", 1) },
}
