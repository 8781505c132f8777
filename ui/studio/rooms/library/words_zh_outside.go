package library

import "fmt"

var chineseOutside = outsideWords{
	changed: func(preset, by string) string {
		if by != "" {
			return by + " 改了 " + preset
		}
		return preset + " 有改动"
	},
	removed:        func(preset string) string { return preset + " 被删除了" },
	others:         func(n int) string { return fmt.Sprintf("%d 个预设有改动", n) },
	changedOutside: "在别处有改动",
	removedOutside: "在别处被删除",
	nothing:        "没有在别处的改动",
	taken:          func(preset string) string { return preset + " 已换成磁盘上的；按 alt+z 找回你的设置" },
	merged:         func(preset string) string { return "双方的改动都在这里；ctrl+s 保存到 " + preset },
	kept:           func(preset string) string { return "保留你的设置；ctrl+s 用它覆盖 " + preset },
	letGo:          "没有打开的预设；你的设置保留",
	writtenAgain:   "保持打开；ctrl+s 重新写入",
}
