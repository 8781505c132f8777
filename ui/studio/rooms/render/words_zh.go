package render

import (
	"fmt"
	"strings"

	"voicestudio/tts"
	"voicestudio/ui/sheet"
)

var chinese = words{
	title:       "合成表格文件",
	fileHint:    "CSV 文件，含 text、preset、out 三列；tab{complete-path} 补全，enter{accept} 查看每行会生成什么",
	noPath:      "请输入 CSV 文件的路径",
	reportTitle: func(file string) string { return "合成 " + file },
	hint: func(c sheet.Cost, dir, host, price string) string {
		said := []string{fmt.Sprintf("%d 个文件，存到 %s", c.Rows, dir)}
		if c.Done > 0 {
			said = append(said, fmt.Sprintf("%d 个已存在", c.Done))
		}
		if c.Free > 0 {
			said = append(said, fmt.Sprintf("%d 个用已有录音，免费", c.Free))
		}
		if c.Send > 0 {
			said = append(said, fmt.Sprintf("%d 个由 %s 合成，%s", c.Send, host, pricedInChinese(c, price)))
		}
		return strings.Join(said, " · ") + "；enter{accept} 开始合成"
	},
	wrongHint: func(rows int) string {
		return fmt.Sprintf("%d 行有误，所以没有发送：请在文件里改好，再按 enter{accept} 重新读取", rows)
	},
	allThere: func(n int, dir string) string {
		return fmt.Sprintf("不用合成：%d 个文件都已在 %s", n, dir)
	},
	marks:  marks{there: "已有", free: "免费", toMake: "待合成", wrong: "有误", note: "提示"},
	spoken: func(preset, text string) string { return preset + " · " + text },
	noPreset: func(name string) tts.Said {
		return tts.Said{What: "没有预设 " + name, Cure: "按 ctrl+o 查看全部预设"}
	},
	fillCell:  "请填写这个单元格",
	moveAway:  "请移走它，或换一个文件名",
	rendering: func(at, of int) string { return fmt.Sprintf("正在合成第 %d/%d 个", at, of) },
	stopping: func(at, of int) string {
		return fmt.Sprintf("完成第 %d/%d 个后停止 · 再按 esc 立即结束", at, of)
	},
	ended: func(made, there, rows, failed int, dir string) string {
		said := fmt.Sprintf("%d 个文件已存到 %s", made+there, dir)
		if made+there < rows {
			said = fmt.Sprintf("%d/%d 个文件已存到 %s", made+there, rows, dir)
		}
		if there > 0 {
			said += fmt.Sprintf("；其中 %d 个原来就有", there)
		}
		if failed > 0 {
			said += fmt.Sprintf("；%d 个失败", failed)
		}
		if made+there < rows {
			said += "；再合成一次补齐其余的"
		}
		return said
	},
	notKept: func(why string) string { return "无法保存录音：" + why },
}

func pricedInChinese(c sheet.Cost, price string) string {
	switch {
	case c.Price != nil && c.Unpriced > 0:
		return fmt.Sprintf("约 %s，另有 %d 个价格未知", price, c.Unpriced)
	case c.Price != nil:
		return "约 " + price
	}
	return price
}
