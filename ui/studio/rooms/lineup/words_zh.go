package lineup

import (
	"fmt"
)

var chinese = words{
	sameWord: "同一个词处",
	byLength: "按长度找到的同一处",
	byTime:   "同一时刻，还在接收",
	making: func(n int) string {
		if n == 1 {
			return "正在合成"
		}
		return fmt.Sprintf("正在合成 %d 个", n)
	},
	makingOf: func(at, of int) string { return fmt.Sprintf("正在合成第 %d/%d 个", at, of) },
	stopped:  func(done, of int) string { return fmt.Sprintf("已停止：%d/%d 个已合成，会保留", done, of) },
	someFailed: func(failed, of int) string {
		return fmt.Sprintf("%d/%d 个失败：原因在各自那一行，在那里可以重试", failed, of)
	},
	Free:         "免费",
	about:        func(price, host string) string { return "≈ " + price + "（" + host + "）" },
	atLeast:      func(price, host string) string { return "超过 ≈ " + price + "（" + host + "）" },
	unknownPrice: func(host string) string { return host + " 价格未知" },
}
