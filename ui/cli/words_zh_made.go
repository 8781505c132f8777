package cli

import (
	"fmt"
	"strings"
	"time"
)

var chineseMade = madeWords{
	of: func(what string, figures []string) string {
		return "已生成 " + what + "：" + strings.Join(figures, "，")
	},
	take:       func(id string) string { return "录音 " + id },
	rows:       func(n int) string { return fmt.Sprintf("%d 行", n) },
	lines:      func(n int) string { return fmt.Sprintf("%d 行", n) },
	takes:      func(n int) string { return fmt.Sprintf("%d 条录音", n) },
	clips:      func(n int) string { return fmt.Sprintf("%d 个片段", n) },
	presets:    func(n int) string { return fmt.Sprintf("%d 个预设", n) },
	pages:      func(n int) string { return fmt.Sprintf("%d 页", n) },
	characters: func(n int) string { return fmt.Sprintf("%d 字符", n) },
	length:     func(d time.Duration) string { return fmt.Sprintf("%.1f 秒", d.Seconds()) },
	free:       "免费",
	unpriced:   func(n int) string { return fmt.Sprintf("%d 次请求价格未知", n) },
}
