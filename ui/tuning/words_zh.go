package tuning

import (
	"fmt"
)

var chinese = words{
	folder: folderWords{
		empty:     "还没有调过音",
		elsewhere: "另一个程序正在继续这次调音；在这里回答的不会保存",
		none:      func(id string) string { return "没有调音 " + id },
	},
	asItIs:  "不变",
	blend:   func(a, b int) string { return fmt.Sprintf("%d/%d", a, b) },
	share:   func(voice, percent string) string { return voice + " " + percent },
	percent: func(n int) string { return fmt.Sprintf("%d%%", n) },
	label:   func(what, value string) string { return what + "，" + value },
	start:   func(n int) string { return fmt.Sprintf("起点 %d", n) },
}
