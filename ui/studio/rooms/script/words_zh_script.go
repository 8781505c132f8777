package script

import (
	"fmt"

	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
)

var chineseScript = scriptWords{
	found: func(line int, what string, more int) string {
		said := fmt.Sprintf("第 %d 行：%s", line, what)
		if more > 0 {
			said += fmt.Sprintf(" +%d", more)
		}
		return said
	},
	cured: func(what, cure string) string { return what + "；" + cure },
	brief: map[tts.ProblemCode]string{
		tts.PauseForm:   "停顿写法不对",
		tts.PauseFirst:  "开头就是停顿",
		tts.PauseTwice:  "两个停顿连在一起",
		tts.PauseLast:   "结尾是停顿",
		tts.TagsReadOut: "模型会读出语气词标记",
	},
	write: func(written, meant string) string { return written + " → " + meant },
	tooMany: func(n int) paint.Phrase {
		said := fmt.Sprintf("超出 %d 个字符", n)
		return paint.Phrase{Full: said + "，一次合成不了；在文本外按 g l{go-lines} 可逐行合成", Short: said}
	},
	allRight: "稿子没有问题",

	mends:       func(finding string) string { return finding + "；alt+enter 改正" },
	notMendable: func(finding string) string { return "猜不出原意：" + finding },
	mended: func(written, meant string) string {
		return "已把 " + written + " 改为 " + meant + "；alt+z 撤销"
	},

	noPlace:   "停顿要在文字之间：先把光标移到文字后面",
	noPause:   "光标处没有停顿；alt+up 在这里加一个",
	pause:     "停顿多长？",
	pauseHint: "秒数，0.01 到 99.99；enter{accept} 设定。在稿子里用 alt+up 和 alt+down 可直接调整",
	noLength:  "请写 0.01 到 99.99 的秒数，最多两位小数，例如 0.6",

	file:       "插入文本文件",
	fileHint:   "文件路径，~ 是主目录；tab{complete-path} 补全，enter{accept} 把内容插入到光标处",
	noPath:     "请输入文本文件的路径",
	blank:      "文件里没有文字",
	NoFile:     func(path string) string { return path + " 不是文件" },
	Missing:    func(path string) string { return "找不到 " + path },
	noneBegins: func(path string) string { return "没有以 " + path + " 开头的文件" },
	Unreadable: func(path, why string) string { return "读不了 " + path + "：" + why },
	tooLarge:   func(kb int) string { return fmt.Sprintf("文件超过 %d KB；请先拆分", kb) },
	inserted: func(file string, n int) string {
		return fmt.Sprintf("已插入 %s，%d 个字符；alt+z 撤销", file, n)
	},
	insertedTooMuch: func(file string, n, most int) string {
		return fmt.Sprintf("插入 %s 后稿子有 %d 个字符，而服务商一次最多合成 %d 个；在文本外按 g l{go-lines} 可逐行合成，alt+z 撤销", file, n, most)
	},

	sentences:     "插入测试句",
	sentencesHint: "enter{accept} 插入，alt+enter 替换整篇稿子",
}
