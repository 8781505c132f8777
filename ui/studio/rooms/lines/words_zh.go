package lines

import (
	"fmt"
	"strconv"
	"time"

	"voicestudio/ui/narration"
	"voicestudio/ui/session"
)

var chinese = words{
	listWords: listWords{
		none:     "还没有行：先写稿子（g s{go-script}）",
		noTake:   "这一行还没有录音：ctrl+r 合成",
		theLines: "这些行",
		howTo: []string{
			"稿子在这里按行排列：每行单独合成，有自己的录音，也可以单独重做。",
			"在“稿子”（g s{go-script}）里输入或粘贴：每一排是一行，空一排另起一段。O{lines-read} 读取文本、Markdown、SRT 或 CSV 文件。",
		},
		lines: func(lines, due int) string {
			if due == 0 {
				return fmt.Sprintf("%d 行", lines)
			}
			return fmt.Sprintf("%d 行 · %d 行待合成", lines, due)
		},
		lineOf:   func(n int) string { return fmt.Sprintf("第 %d 行", n) },
		fromLine: func(n int) string { return fmt.Sprintf("从第 %d 行起", n) },
		atLine:   func(n int, what string) string { return fmt.Sprintf("第 %d 行：%s", n, what) },
		pause:    func(seconds float64) string { return "⟨" + strconv.FormatFloat(seconds, 'f', -1, 64) + " s⟩" },
		state: map[narration.State]string{
			narration.Missing: "待合成", narration.Current: "已合成", narration.Words: "文字已改",
			narration.Settings: "设置已改", narration.Elsewhere: "由别处合成", narration.Refused: "被拒绝",
		},
		was:    "原文 ",
		takes:  func(n int) string { return fmt.Sprintf("%d 条录音", n) },
		chosen: func(n, of int) string { return fmt.Sprintf("★第 %d/%d 条", n, of) },
		asked:  "已请求", coming: "接收中", waits: "等待中",
		changed: func(what []string) string {
			if len(what) == 1 {
				return what[0]
			}
			return "设置已改"
		},
		length: func(d time.Duration, all bool) string {
			if all {
				return "整篇 " + session.Clock(d)
			}
			return "目前 " + session.Clock(d)
		},
		current: func(current, of int) string { return fmt.Sprintf("%d/%d 行为最新", current, of) },
		due: func(lines, characters int, price string) string {
			return fmt.Sprintf("%d 行待合成：%d 字符，%s", lines, characters, price)
		},
		stuckLines: func(n int) string { return fmt.Sprintf("%d 行卡住", n) },
		onlyStuck: func(n int) string {
			return fmt.Sprintf("没有其他行要合成；%d 行照现在的样子合成不了", n)
		},
		allMade: "所有行都已合成；alt+r 重新合成光标所在的行",
		nothing: "没有可以这样改的",
	},
	makingWords: makingWords{
		makingOf: func(at, of, waiting int) string {
			if waiting == 0 {
				return fmt.Sprintf("正在合成第 %d/%d 行", at, of)
			}
			return fmt.Sprintf("正在合成第 %d/%d 行；还有 %d 行在等", at, of, waiting)
		},
		lastOnes: func(at, of int) string { return fmt.Sprintf("正在合成第 %d/%d 行，最后一行", at, of) },
		madeAll: func(made, failed int) string {
			if failed == 0 {
				return fmt.Sprintf("已合成 %d 行", made)
			}
			return fmt.Sprintf("已合成 %d 行，%d 行没有成功", made, failed)
		},
		waitsStill: func(n int) string { return fmt.Sprintf("还有 %d 行等待合成：ctrl+r 继续", n) },
		free:       "免费",
		unknown:    "价格未知",
		atLeast:    func(price string) string { return "至少 " + price },
	},
	editWords: editWords{
		deeds: deeds{join: "合并行", divide: "拆分行", before: "拆分行", sentences: "按句拆分", move: "移动行", remove: "删除行",
			paragraph: "分段", pause: "停顿", usual: "停顿", rewrite: "改写这一行", asAll: "这一行的设置", choose: "选用录音"},
		cannot: deeds{join: "后面没有行，或合并后超过服务商的长度上限", divide: "这一行只有一句：i{line-words} 逐词移动，/{word-divide} 在词前拆分", before: "第一个词之前没有可拆分的",
			sentences: "每一行都已是一句", move: "那一侧没有行", remove: "没有行", paragraph: "第一行总是一段的开头",
			pause: "最后一行之后没有停顿", usual: "停顿已是默认长度", rewrite: "没有写任何内容", asAll: "这一行没有单独的设置", choose: "整篇用的已是这一条"},
		rewriteTitle: func(n int) string { return fmt.Sprintf("第 %d 行的文字", n) },
		notOwn:       "这一行没有单独的设置：o{line-only} 只改这一行的设置",
		onlyLine:     func(n int) string { return fmt.Sprintf("仅第 %d 行", n) },
	},
	spokenWords:  chineseSpoken,
	rightWords:   chineseRight,
	takeWords:    chineseTakes,
	settingWords: chineseSettings,
	wholeWords:   chineseWhole,
	exportWords:  chineseExport,
	queueWords:   chineseQueue,
	fileWords: fileWords{
		notRead:    func(why string) string { return "读不了稿子的各行，已保持原样：" + why },
		notKept:    func(why string) string { return "无法保存稿子的各行：" + why },
		fileTitle:  "读取稿子",
		fileHint:   "文本、Markdown、SRT、VTT、CSV 或稿子文件；tab{complete-path} 补全，enter{accept} 读取，撤销可恢复现在的内容",
		noPath:     "没有指定文件",
		tooLarge:   func(megabytes int) string { return fmt.Sprintf("文件超过 %d MB", megabytes) },
		read:       func(name string, lines int) string { return fmt.Sprintf("已读取 %s：%d 行", name, lines) },
		theScripts: "稿子列表", scriptsHint: "enter{accept} 打开；现在这份会保留",
		noScripts: "没有其他保存的稿子", noWords: "没有文字",
		kept: func(lines, made int) string {
			return fmt.Sprintf("%d 行，%d 行有录音", lines, made)
		},
		another:  "另一个窗口正在编辑这份稿子，所以这里改用副本",
		setAside: func(why string) string { return "稿子改用副本继续，原文件保持不变：" + why },
	},
}
